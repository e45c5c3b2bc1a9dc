// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace batuta::api {

/// Lets one line per reason and second into the log: whoever has no token must not be able to roll it away.
/// Reasons are few (jwt::reason), and never words of the caller.
class RefusalLines
{
public:
    /// How many of this reason were left out since its last line; nothing when this one is left out, too.
    std::optional<std::uint64_t> next(const std::string &reason, SteadyTime now)
    {
        const auto [place, isNew] = m_reasons.try_emplace(reason, Line{now, 0});
        Line &line = place->second;
        if (!isNew && now - line.written < std::chrono::seconds(1)) {
            ++line.leftOut;
            return std::nullopt;
        }
        const std::uint64_t leftOut = line.leftOut;
        line = {now, 0};
        return leftOut;
    }

private:
    struct Line
    {
        SteadyTime written;
        std::uint64_t leftOut = 0;
    };
    std::map<std::string, Line> m_reasons;
};

} // namespace batuta::api
