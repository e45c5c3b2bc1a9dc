// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/flow/definition.h"
#include "engine/policy/named_book.h"

#include <deque>
#include <set>

namespace batuta::policy {

/// The rate limits of an engine, by the name in the policy: a sliding window, so that no stretch of `per`
/// sees more than `limit` starts. Told the time, so that it has no clock; lives on the engine's thread.
///
/// First come, first served: who asks later starts no earlier, but for a place that was given back, which the
/// next who asks gets; nobody is made later than was promised. Memory: `limit` times a name, and one for each
/// call that waits. At most 10,000 names: those without a start within their window are forgotten first.
class RateLimits
{
public:
    /// When the call may be made: now, or later. It counts as made then, unless it is given back.
    SteadyTime reserve(const flow::RateLimitPolicy &policy, SteadyTime now);
    /// The call that was to be made at `at` will not be made. Only before that time.
    void giveBack(const flow::RateLimitPolicy &policy, SteadyTime at);

private:
    struct Limit
    {
        std::deque<SteadyTime> booked;  ///< in order; as far as they still matter
        std::multiset<SteadyTime> free; ///< those of `booked` that were given back
        SteadyTime idleFrom{};          ///< from then on nothing matters any more
    };

    static void forgetPast(Limit &limit, const flow::RateLimitPolicy &policy, SteadyTime now);

    NamedBook<Limit> m_limits;
};

} // namespace batuta::policy
