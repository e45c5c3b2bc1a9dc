// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"

#include <deque>
#include <string>
#include <unordered_map>
#include <utility>

namespace batuta::host {

/// Remembers the keys of recent requests, each for its window. In memory, on the loop's thread; at most kMost
/// keys, the oldest go first.
class RepeatGuard
{
public:
    static constexpr std::size_t kMost = 100'000;

    /// Whether the key was seen within its window; remembers it from now on when it was not.
    bool isRepeat(const std::string &key, Duration window, SteadyTime now);

private:
    void forget(SteadyTime now);

    std::unordered_map<std::string, SteadyTime> m_until;
    std::deque<std::pair<SteadyTime, std::string>> m_order; ///< by the time of insertion
};

} // namespace batuta::host
