// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/faults.h"
#include "engine/json/redact.h"
#include "engine/plan/fan.h"

#include <map>

namespace batuta::host {

/// What an attempt of one item came to.
struct ItemEnd
{
    int attempt = 1;
    plan::Outcome outcome;
    json::Value output;
};

/// What a `foreach` step needs besides its attempt. All of it outlives the attempt.
struct ForeachPorts
{
    const steps::Services &services;
    Policies &policies;
    const json::Redactor &redactor;
    /// Writes down how an attempt of an item ended; `done` comes when it is durable.
    std::function<void(int item, ItemEnd end, std::function<void()> done)> record;
    /// Makes a failure of a success whose output is too much.
    std::function<void(steps::AttemptReport &)> limitData;
    std::map<int, ItemEnd> before;           ///< the last end of each item before a crash
    const Faults &faults;                    ///< that its items meet
    std::optional<plan::TotalLimit> limit{}; ///< counted from now
};

/// Does the step once for each of its items. The output is the list of theirs; null for one that failed.
std::unique_ptr<steps::RunningAttempt> startForeach(const steps::Attempt &attempt, ForeachPorts ports,
                                                    steps::Report report);

/// The report of one that was to stop and died with its engine: `before` is all that is known of its items.
steps::AttemptReport stoppedForeach(const flow::Step &step, const expr::Context &context,
                                    const std::map<int, ItemEnd> &before);

} // namespace batuta::host
