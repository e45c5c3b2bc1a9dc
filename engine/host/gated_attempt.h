// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/policy/breaker.h"
#include "engine/policy/concurrency.h"
#include "engine/policy/rate_limit.h"
#include "engine/steps/runner.h"

namespace batuta::host {

/// What executions and their calls share by name in an engine. On the loop's thread.
struct Policies
{
    policy::Breakers breakers;
    policy::RateLimits rateLimits;
    policy::ConcurrencyBook places;
    // For the figures of an engine; may be null.
    std::function<void(const net::HttpTimings &)> called;
    std::function<void(const std::string &limit, Duration wait)> waited;
};

/// steps::start behind the step's rate limit and breaker: waits for its turn, and reports Cause::Refused
/// without calling anything while the breaker is open. `policies` outlives the attempt.
std::unique_ptr<steps::RunningAttempt> startGated(const steps::Attempt &attempt,
                                                  const steps::Services &services, Policies &policies,
                                                  steps::Report report);

} // namespace batuta::host
