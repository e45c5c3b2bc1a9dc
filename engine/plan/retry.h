// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"
#include "engine/plan/state.h"

#include <cstdint>
#include <string>

namespace batuta::plan {

/// A server's `Retry-After` beyond this is not believed.
inline constexpr Duration kLongestRetryAfter = std::chrono::minutes(10);

/// Where the jitter of one wait comes from: equal draws give equal waits.
struct Draw
{
    std::uint64_t seed = 0;
    int of = 0; ///< the step, or the item
    int attempt = 1;
};

/// Whether there is another attempt after `attempts` and this failure. A refused call counts as a connection
/// that could not be made.
bool mayRetry(const flow::RetryPolicy &policy, int attempts, const Outcome &outcome);

/// The wait after attempt `draw.attempt`: the policy's backoff, and never less than the outcome's retryAfter.
/// What a server asks for counts up to kLongestRetryAfter; what our own breaker says (Refused) in full, for
/// an earlier attempt would only be refused again.
Duration waitBeforeRetry(const flow::RetryPolicy &policy, const Draw &draw, const Outcome &outcome);

/// A step's `total_timeout` once its first attempt has begun, on the clock of whoever keeps it.
struct TotalLimit
{
    Duration total{};
    Duration at{}; ///< when all attempts must be over
};

/// Why a failure is the last one: `HTTP 503; not tried again: attempt 3 would begin after …`.
std::string notTriedAgain(const TotalLimit &limit, int attempts, const std::string &failure);
/// Why a step was stopped in `where` (`in attempt 3`), with the failure before it, or "".
std::string stoppedByTotal(const TotalLimit &limit, const std::string &where, const std::string &failure);

} // namespace batuta::plan
