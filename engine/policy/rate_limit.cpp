// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/policy/rate_limit.h"

#include <algorithm>

namespace batuta::policy {
namespace {

void eraseOne(std::deque<SteadyTime> &times, SteadyTime time)
{
    const auto place = std::lower_bound(times.begin(), times.end(), time);
    if (place != times.end() && *place == time)
        times.erase(place);
}

} // namespace

/// What started a whole window ago has no say any more, and a free place in the past can't be used.
void RateLimits::forgetPast(Limit &limit, const flow::RateLimitPolicy &policy, SteadyTime now)
{
    while (!limit.free.empty() && *limit.free.begin() < now) {
        eraseOne(limit.booked, *limit.free.begin());
        limit.free.erase(limit.free.begin());
    }
    while (!limit.booked.empty() && limit.booked.front() + policy.per <= now)
        limit.booked.pop_front();
}

SteadyTime RateLimits::reserve(const flow::RateLimitPolicy &policy, SteadyTime now)
{
    Limit &limit = m_limits.use(policy.name, [&](const Limit &other) { return other.idleFrom <= now; });
    forgetPast(limit, policy, now);
    if (!limit.free.empty()) {
        const SteadyTime at = *limit.free.begin();
        limit.free.erase(limit.free.begin());
        return at;
    }
    const auto most = static_cast<std::size_t>(std::max(1, policy.limit));
    SteadyTime at = now;
    if (!limit.booked.empty())
        at = std::max(at, limit.booked.back());
    if (limit.booked.size() >= most)
        at = std::max(at, limit.booked[limit.booked.size() - most] + policy.per);
    limit.booked.push_back(at);
    limit.idleFrom = at + policy.per;
    return at;
}

void RateLimits::giveBack(const flow::RateLimitPolicy &policy, SteadyTime at)
{
    Limit *limit = m_limits.find(policy.name);
    if (limit == nullptr)
        return;
    const auto [first, last] = std::equal_range(limit->booked.begin(), limit->booked.end(), at);
    if (static_cast<std::size_t>(last - first) <= limit->free.count(at))
        return;
    limit->free.insert(at);
    // At the end a free place is as good as none: then nobody has to wait behind it.
    while (!limit->booked.empty() && !limit->free.empty() && *limit->free.rbegin() == limit->booked.back()) {
        limit->free.erase(std::prev(limit->free.end()));
        limit->booked.pop_back();
    }
}

} // namespace batuta::policy
