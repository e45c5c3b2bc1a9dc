// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_step.h"

#include <QString>

namespace batuta::views {

/// The execution that an attempt of a sub-flow's step started. The engine makes this id of the three, so that
/// after a crash the same attempt finds its child again; nobody need ask for it.
QString childExecution(const std::string &parent, const std::string &step, int attempt);

/// The steps of a sub-flow's execution as rows of the step that started it: each with its last call.
std::vector<TraceAttempt> rowsOfChild(const client::ExecutionRecord &child);

} // namespace batuta::views
