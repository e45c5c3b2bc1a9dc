// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/steps/runner.h"

#include <vector>

namespace batuta::host {

/// What a step did in an execution of the past: it answers in place of the calls. Of one step.
struct RecordedStep
{
    std::vector<json::Value> attempts; ///< StepRecord::attemptsDetail
    json::Value output;                ///< of its success, when it is not what the last attempt was answered
    bool isLeftOut = false;            ///< a filter of the routes took the step away
};

/// Reads `{attempts: [...], output, left_out}`. ActRefused names the step.
Result<RecordedStep> readRecorded(const std::string &step, const json::Value &value);
/// As readRecorded() takes it again.
json::Value toJson(const RecordedStep &recorded);

/// Reports what the attempt of that number came to then, and calls nothing. What the record does not tell is
/// a failure that says so. Waits for nothing but its turn on the loop.
std::unique_ptr<steps::RunningAttempt> startRecorded(const steps::Attempt &attempt,
                                                     const RecordedStep &recorded,
                                                     const steps::Services &services, steps::Report report);

} // namespace batuta::host
