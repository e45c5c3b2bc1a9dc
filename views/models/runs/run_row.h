// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include "engine/client/values.h"

#include <string>
#include <vector>

namespace batuta::views {

struct RunStep
{
    std::string name;
    std::string status; ///< as the engine spells it
    int attempts = 0;
};

/// What the list knows of one execution.
struct RunRow
{
    std::string id;
    std::string flow;
    std::string status; ///< as the engine spells it
    std::string error;
    std::string trigger;
    std::string environment;
    std::string revision;
    std::string flowVersion;
    std::string userId;
    std::string sessionId;
    std::string correlationId;
    WallTime startedAt{};
    WallTime endedAt{}; ///< zero while it runs
    Duration duration{};
    WallTime retryAt{}; ///< when the last waiting step goes on; zero when none has waited
    std::vector<RunStep> steps;
    bool isChanged = false; ///< since its view was told last
    WallTime enteredAt{};   ///< when it came into the list while it was seen; zero for those that were there

    bool isEnded() const { return views::isEnded(status); }
    /// Attempts over one, of all steps.
    int retries() const;
    /// The step that runs or waits now, the newest of them; nothing when there is none.
    const RunStep *currentStep() const;
    /// The first step that failed.
    const RunStep *failedStep() const;
    /// `waiting` when nothing runs but a step waits for its next attempt, otherwise the status.
    std::string_view shownStatus() const;
    /// How long it ran, or has been running at `now`.
    Duration lasted(WallTime now) const;
};

RunRow rowOf(const client::ExecutionRecord &record);

/// Brings the row up to an event of its execution; whether that changed something. An event that the row
/// already contains changes nothing, so events may be applied twice.
bool applyEvent(RunRow &row, const client::EventRecord &event);

} // namespace batuta::views
