// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace batuta::store {

/// Tallies of one width: those from slot `from` to the one before `to`.
struct Stretch
{
    std::int64_t width = 60;
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// A time from the beginning of one minute to the end of another, cut into buckets of a round width. Seconds
/// since 1970.
struct TimeGrid
{
    std::int64_t since = 0;
    std::int64_t until = 60; ///< exclusive
    std::int64_t begin = 0;  ///< of the first bucket: at or before `since`
    std::int64_t width = 60;

    /// At most `buckets` of them. Open ends are those of `extent`, the first and the last second there is.
    static TimeGrid of(std::optional<WallTime> since, std::optional<WallTime> until,
                       std::pair<std::int64_t, std::int64_t> extent, int buckets);

    std::size_t buckets() const { return static_cast<std::size_t>((until - begin + width - 1) / width); }
    std::size_t bucketOf(std::int64_t second) const
    {
        return static_cast<std::size_t>((second - begin) / width);
    }
    bool holds(std::int64_t second) const { return second >= since && second < until; }
    /// What to read: minutes at the ends, hours between them where buckets are of whole hours.
    std::vector<Stretch> stretches() const;
};

} // namespace batuta::store
