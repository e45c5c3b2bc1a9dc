// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace batuta::host {

/// Remembers the keys of recent requests, each for its window, and which execution came of it. In memory, on
/// the loop's thread; at most kMost keys, the oldest go first.
class RepeatGuard
{
public:
    static constexpr std::size_t kMost = 100'000;

    /// The execution that came of the key within its window.
    std::optional<std::string> earlier(const std::string &key, SteadyTime now);
    void remember(const std::string &key, std::string execution, SteadyTime until);
    /// Nothing came of it.
    void forget(const std::string &key) { m_known.erase(key); }

private:
    struct Known
    {
        SteadyTime until;
        std::string execution;
    };
    void makeRoom(SteadyTime now);

    std::unordered_map<std::string, Known> m_known;
    std::deque<std::pair<SteadyTime, std::string>> m_order; ///< by the time of insertion
};

} // namespace batuta::host
