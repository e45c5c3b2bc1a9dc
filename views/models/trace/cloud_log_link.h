// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "views/models/address.h"

#include <string>

namespace batuta::views {

/// The trace that the run's calls belong to, by what they were sent with: 32 digits, or "" when it made none.
std::string traceIdOf(const client::ExecutionRecord &run);
/// What the services of an environment logged about a run, in Logs: lines with its id, and requests of its
/// trace.
Address cloudLogsOf(const client::ExecutionRecord &run, const std::string &environment);

} // namespace batuta::views
