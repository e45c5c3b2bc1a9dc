// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"
#include "engine/cloud/values.h"

namespace batuta::cloud {

/// A job of Cloud Run: what its tasks run, and how it went last.
struct Job
{
    ServiceName name; ///< `service` is the job
    std::string etag;
    std::string creator, lastModifier;
    WallTime created{}, updated{};
    std::string image;
    std::vector<std::string> command, args;
    std::vector<EnvVar> env; ///< in the server's order
    int taskCount = 1;
    int parallelism = 0; ///< tasks at a time; 0 is the server's choice
    int maxRetries = 3;  ///< of one task
    int timeoutSeconds = 600;
    std::string serviceAccount;
    int executions = 0;
    Condition ready;
    std::string latestExecution; ///< short name; "" before the first
    std::string latestStatus;    ///< EXECUTION_SUCCEEDED, EXECUTION_FAILED …, in Google's words
};

/// One run of a job.
struct JobExecution
{
    ServiceName of;   ///< the job
    std::string name; ///< short
    std::string creator;
    WallTime created{}, started{}, completed{};
    int taskCount = 1, running = 0, succeeded = 0, failed = 0, cancelled = 0, retried = 0;
    Condition done; ///< the condition Completed
    std::string logUrl;

    bool isOver() const { return completed != WallTime{}; }
    bool isGood() const { return isOver() && done.state == ConditionState::Succeeded; }
};

/// What one run does differently.
struct JobOverrides
{
    std::vector<std::string> args;
    std::vector<EnvVar> env;
    int taskCount = 0;      ///< 0 leaves it
    int timeoutSeconds = 0; ///< 0 leaves it
};

} // namespace batuta::cloud
