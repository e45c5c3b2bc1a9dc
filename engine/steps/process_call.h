// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/child_process.h"
#include "engine/steps/runner.h"

namespace batuta::steps {

/// A command as an attempt: what to start, for how long, and what its standard output becomes.
struct ProcessCall
{
    net::ChildCommand command;
    std::optional<Duration> timeout;
    std::function<Result<json::Value>(const std::string &output)> read;
};

/// `NAME=value` of those names that this process has in its own environment.
std::vector<std::string> ownEnvironment(const std::vector<std::string> &names);
/// Starts it. Reports at once, and gives null, when it cannot be started.
std::unique_ptr<RunningAttempt> startProcessCall(const Services &services, ProcessCall call, Report report);

} // namespace batuta::steps
