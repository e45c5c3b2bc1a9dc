// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/answer.h"
#include "engine/fleet/book.h"

namespace batuta::cloud_local {

/// The entry as Cloud Logging's LogEntry.
json::Value logEntry(const fleet::Entry &entry);
/// A LogEntry that a client writes into a project; `fallback` has logName, resource and labels of the whole
/// request.
Outcome<fleet::Entry> writtenEntry(const json::Value &given, const json::Value &fallback, WallTime now);
/// `P` of `projects/P/logs/…`, "" for others.
std::string projectOfLog(std::string_view logName);

} // namespace batuta::cloud_local
