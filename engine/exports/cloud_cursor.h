// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::exports {

/// What of all executions their receiver has taken, as one short text: all that began before `since` have
/// been taken whole, but for those in `behind`, of which so many events have been. Whoever reads it after a
/// crash sends the rest again.
struct Cursor
{
    /// Executions that are named; what is beyond takes `since` back.
    static constexpr std::size_t kMostBehind = 1'000;

    WallTime since{};
    std::map<std::string, std::int64_t> behind; ///< execution → how many of its events were taken

    /// `open`: those not taken whole, with their start. May be in any order.
    struct Open
    {
        std::string execution;
        WallTime startedAt{};
        std::int64_t taken = 0;
    };
    static Cursor of(std::vector<Open> open, WallTime now);

    /// Both at once: nothing that one of them misses is left out.
    void join(const Cursor &other);

    std::string text() const;
    /// Nothing for a text that is no cursor.
    static std::optional<Cursor> read(std::string_view text);
};

} // namespace batuta::exports
