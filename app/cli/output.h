// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <string>

namespace batuta::cli {

/// Tells an error on standard error: what, where, and how to mend it. Gives the exit code that fits.
int fail(const Error &error);
int exitCodeOf(const Error &error);

/// `1 execution`, `2 executions`.
std::string counted(std::int64_t count, const std::string &noun, const std::string &nouns);
bool hasEnded(const client::ExecutionRecord &record);
/// The trace as a table: step, status, duration, attempts, reason; a line about the execution above it.
std::string traceText(const client::ExecutionRecord &record);
std::string executionsText(const client::ExecutionPage &page);
std::string flowsText(const std::vector<client::FlowSummary> &flows);
std::string previewText(const client::FlowPreview &preview);
/// One line of progress for a person, or "" for events that say nothing new.
std::string progressText(const client::EventRecord &event);

} // namespace batuta::cli
