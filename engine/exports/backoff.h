// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"

#include <algorithm>
#include <optional>

namespace batuta::exports {

/// How long to leave a receiver alone: twice as long each time, up to a limit, or as long as it asked for, up
/// to an hour.
class Backoff
{
public:
    Backoff(Duration first, Duration longest)
        : m_first(first)
        , m_longest(longest)
        , m_next(first)
    {
    }

    Duration failed(std::optional<Duration> asked)
    {
        const Duration wait = std::max(m_next, std::min<Duration>(asked.value_or(Duration{}), kLongestAsked));
        m_next = std::min(m_longest, m_next * 2);
        m_failures++;
        return wait;
    }
    void succeeded()
    {
        m_next = m_first;
        m_failures = 0;
    }
    /// In a row.
    int failures() const { return m_failures; }

private:
    static constexpr Duration kLongestAsked = std::chrono::hours(1);

    Duration m_first;
    Duration m_longest;
    Duration m_next;
    int m_failures = 0;
};

} // namespace batuta::exports
