// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/env/environment.h"
#include "engine/flow/library.h"
#include "engine/schedule/missed.h"

#include <string>
#include <vector>

namespace batuta::host {

/// One schedule of a flow. A value.
struct Schedule
{
    flow::FlowPtr flow;
    const flow::ScheduleTrigger *trigger = nullptr; ///< of the flow
    /// `<flow>/<cron> <zone>`, so that a schedule is the same one after a restart or a move in the file, and
    /// a changed time is a new one. A second one with the same times has `#2`.
    std::string key;

    const schedule::Timetable &timetable() const { return *trigger->timetable; }
    schedule::Missed missed() const;
    /// The id of the execution of this time: whoever starts it, there is one.
    std::string idAt(WallTime time) const;
    /// What starts the flow for this time. `kind` is the record's trigger: schedule or backfill.
    Result<client::StartExecution> commandAt(WallTime time, const std::string &kind,
                                             const env::Environment &environment) const;
};

/// All schedules of a library, by flow and in the order of the file.
std::vector<Schedule> schedulesOf(const flow::Library &library);

} // namespace batuta::host
