// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/schedule/missed.h"

namespace batuta::schedule {
namespace {

constexpr Duration kInstant{1};

std::optional<WallTime> nextOf(const Timetable &timetable, WallTime after)
{
    return timetable.cron.next(after, timetable.zone);
}

/// The newest time of (after, until]. Halves the stretch, because there may be years of minutes in it.
std::optional<WallTime> newest(const Timetable &timetable, WallTime after, WallTime until)
{
    const auto nextUntil = [&](WallTime from) {
        const std::optional<WallTime> next = nextOf(timetable, from);
        return next && *next <= until ? next : std::nullopt;
    };
    std::optional<WallTime> found = nextUntil(after);
    WallTime none = until; // nothing in (none, until]
    while (found && *found < none) {
        const WallTime middle = *found + (none - *found) / 2;
        if (const std::optional<WallTime> later = nextUntil(middle))
            found = later;
        else
            none = middle;
    }
    return found;
}

} // namespace

Times between(const Timetable &timetable, WallTime since, WallTime until, std::size_t most)
{
    Times found;
    std::optional<WallTime> next = nextOf(timetable, since - kInstant);
    while (next && *next < until) {
        if (found.times.size() >= most) {
            found.hasMore = true;
            break;
        }
        found.times.push_back(*next);
        next = nextOf(timetable, *next);
    }
    return found;
}

std::vector<WallTime> upcoming(const Timetable &timetable, WallTime after, std::size_t count)
{
    std::vector<WallTime> times;
    std::optional<WallTime> next = after;
    while (times.size() < count && (next = nextOf(timetable, *next)))
        times.push_back(*next);
    return times;
}

Times due(const Timetable &timetable, WallTime lastRun, WallTime now, Missed missed, std::size_t most)
{
    if (now <= lastRun || most == 0)
        return {};
    if (missed == Missed::RunAll)
        return between(timetable, lastRun + kInstant, now + kInstant, most);
    const std::optional<WallTime> time = newest(timetable, lastRun, now);
    if (!time || (missed == Missed::Skip && now - *time > kOnTime))
        return {};
    return {{*time}, false};
}

} // namespace batuta::schedule
