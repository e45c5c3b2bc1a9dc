// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/reading.h"

namespace batuta::flow {

/// What `defaults` and the head of the file say for all steps.
struct StepDefaults
{
    std::optional<Duration> deadline;
    std::string flow;                     ///< its name, part of the names of breakers and rate limits
    std::optional<Duration> timeout;      ///< of http, flow, process and jq
    std::optional<Duration> totalTimeout; ///< of the same
    std::optional<RetryPolicy> retry;
    OnFailure onFailure = OnFailure::SkipDependents;
};

/// One entry of `needs`, before it is known whether such a step exists.
struct Need
{
    std::string name;
    Field field;
};

/// A step as far as it could be read, with its needs still as names.
struct StepDraft
{
    Step step;
    Field field;
    std::vector<Need> needs;
};

/// Reads `steps` or `finally`. Every step of the mapping has a draft, even a broken one: its name is needed
/// by others.
std::vector<StepDraft> readSteps(Reading &reading, const Field &steps, const StepDefaults &defaults,
                                 Scope scope);

/// Fills in what `defaults` says; the deadline is there already.
void readDefaults(Reading &reading, const Field &field, StepDefaults &defaults);
std::optional<RetryPolicy> readRetry(Reading &reading, const Field &retry);
/// Reads the value of the step's kind (`http`, `set` …) into `step`: its action and the keys that it needs.
void readAction(Reading &reading, const Field &kind, std::string_view name, Step &step);

} // namespace batuta::flow
