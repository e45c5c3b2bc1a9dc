// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/retry.h"

#include <algorithm>
#include <cmath>

namespace batuta::plan {
namespace {

/// A number in [0, 1) that depends on nothing but the draw (splitmix64).
double unitNoise(const Draw &draw)
{
    std::uint64_t z = draw.seed + 0x9E3779B97F4A7C15ULL * (static_cast<std::uint64_t>(draw.of) * 131 +
                                                           static_cast<std::uint64_t>(draw.attempt) + 1);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
}

bool coversStatus(const flow::RetryPolicy &policy, int code)
{
    return std::any_of(policy.onStatus.begin(), policy.onStatus.end(),
                       [&](const auto &range) { return code >= range.first && code <= range.second; });
}

Duration backoff(const flow::Backoff &backoff, const Draw &draw)
{
    const double first = static_cast<double>(backoff.first.count());
    const double limit = static_cast<double>(backoff.max.count());
    double wait = std::min(limit, first * std::pow(backoff.factor, draw.attempt - 1));
    if (backoff.fullJitter)
        wait *= unitNoise(draw);
    return Duration(static_cast<std::int64_t>(wait));
}

} // namespace

bool mayRetry(const flow::RetryPolicy &policy, int attempts, const Outcome &outcome)
{
    if (attempts >= policy.attempts)
        return false;
    switch (outcome.cause) {
    case Outcome::Cause::Connection:
    case Outcome::Cause::Refused:
        return policy.onConnection;
    case Outcome::Cause::Timeout:
        return policy.onTimeout;
    case Outcome::Cause::Status:
        return coversStatus(policy, outcome.statusCode);
    case Outcome::Cause::None:
    case Outcome::Cause::Other:
        return false;
    }
    return false;
}

Duration waitBeforeRetry(const flow::RetryPolicy &policy, const Draw &draw, const Outcome &outcome)
{
    Duration atLeast = outcome.retryAfter.value_or(Duration{});
    if (outcome.cause != Outcome::Cause::Refused)
        atLeast = std::min(atLeast, kLongestRetryAfter);
    return std::max(backoff(policy.backoff, draw), atLeast);
}

std::string notTriedAgain(const TotalLimit &limit, int attempts, const std::string &failure)
{
    return failure + "; not tried again: attempt " + std::to_string(attempts + 1) +
           " would begin after the total_timeout of " + durationText(limit.total);
}

std::string stoppedByTotal(const TotalLimit &limit, const std::string &where, const std::string &failure)
{
    return "Timeout of all attempts (total_timeout: " + durationText(limit.total) + ") " + where +
           (failure.empty() ? "" : "; the last failure: " + failure);
}

} // namespace batuta::plan
