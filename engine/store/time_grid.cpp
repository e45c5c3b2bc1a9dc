// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/time_grid.h"

#include <algorithm>
#include <array>

namespace batuta::store {
namespace {

constexpr std::int64_t kMinute = 60, kHour = 3'600, kDay = 86'400;
constexpr std::array<std::int64_t, 17> kWidths{
    kMinute,  2 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute,
    kHour,    2 * kHour,   3 * kHour,   6 * kHour,    12 * kHour,   kDay,
    2 * kDay, 7 * kDay,    14 * kDay,   30 * kDay,    90 * kDay};

std::int64_t floored(std::int64_t value, std::int64_t unit)
{
    return (value >= 0 ? value : value - unit + 1) / unit * unit;
}

std::int64_t raised(std::int64_t value, std::int64_t unit)
{
    return floored(value + unit - 1, unit);
}

std::int64_t secondOf(WallTime time)
{
    return floored(time.time_since_epoch().count(), 1'000'000) / 1'000'000;
}

} // namespace

TimeGrid TimeGrid::of(std::optional<WallTime> since, std::optional<WallTime> until,
                      std::pair<std::int64_t, std::int64_t> extent, int buckets)
{
    TimeGrid grid;
    const std::int64_t end = extent.second + 1;
    grid.until =
        raised(until ? std::min(secondOf(*until - Duration(1)) + 1, end + 366 * kDay) : end, kMinute);
    grid.since = floored(since ? std::max(secondOf(*since), std::int64_t{0}) : extent.first, kMinute);
    grid.until = std::max(grid.until, grid.since + kMinute);
    const auto fits = [&](std::int64_t seconds) {
        return (grid.until - floored(grid.since, seconds) + seconds - 1) / seconds <= buckets;
    };
    const auto found = std::find_if(kWidths.begin(), kWidths.end(), fits);
    grid.width = found != kWidths.end() ? *found : kWidths.back();
    while (!fits(grid.width))
        grid.width *= 2;
    grid.begin = floored(grid.since, grid.width);
    return grid;
}

std::vector<Stretch> TimeGrid::stretches() const
{
    const std::int64_t from = raised(since, kHour), to = floored(until, kHour);
    if (width % kHour != 0 || from >= to)
        return {{kMinute, since / kMinute, until / kMinute}};
    return {{kMinute, since / kMinute, from / kMinute},
            {kHour, from / kHour, to / kHour},
            {kMinute, to / kMinute, until / kMinute}};
}

} // namespace batuta::store
