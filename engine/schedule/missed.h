// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"
#include "engine/schedule/cron.h"

#include <vector>

namespace batuta::schedule {

/// When a flow is started by time.
struct Timetable
{
    Cron cron;
    Zone zone;
};

/// What becomes of times that passed while nobody looked.
enum class Missed {
    Skip,    ///< nothing: a time runs only within kOnTime
    RunOnce, ///< the newest of them runs
    RunAll,  ///< all of them run, the oldest first
};

/// Later than this a time counts as missed.
inline constexpr Duration kOnTime = std::chrono::minutes(1);

struct Times
{
    std::vector<WallTime> times; ///< in order
    bool hasMore = false;        ///< more of them follow: ask again from the last one
};

/// The times after `lastRun` and until `now` that are to be run now, at most `most`. `lastRun` is the newest
/// time that was run (not when it was run), or when the schedule was first seen: remember the last one
/// returned before running them. A clock that was put back gives nothing until it is past `lastRun`, so
/// nothing runs twice.
Times due(const Timetable &timetable, WallTime lastRun, WallTime now, Missed missed, std::size_t most);
/// The first `count` times after `after`.
std::vector<WallTime> upcoming(const Timetable &timetable, WallTime after, std::size_t count);
/// The times of [since, until), at most `most`: what a backfill runs.
Times between(const Timetable &timetable, WallTime since, WallTime until, std::size_t most);

} // namespace batuta::schedule
