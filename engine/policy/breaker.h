// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"
#include "engine/flow/definition.h"
#include "engine/policy/named_book.h"

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace batuta::policy {

enum class BreakerState {
    Closed,   ///< calls are made
    Open,     ///< calls are not made
    HalfOpen, ///< a few are made, to see whether it works again
};

/// `closed`, `open`, `half_open`.
std::string_view stateName(BreakerState state);

/// The circuit breakers of an engine, by the name in the policy. Told the time, so that it has no clock;
/// lives on the engine's thread. At most 10,000 names: the least recently used closed ones are forgotten.
///
/// `failures` in a row, none older than `forgetAfter`, open it for `open`. Then at most `probes` calls are in
/// flight; that many successes close it, one failure opens it again. Whatever ends while it is half-open
/// counts, also a call from before: it is news of the same service. A probe of which nothing is heard for
/// `open` gives its place up.
class Breakers
{
public:
    struct Verdict
    {
        bool allowed = true;
        bool probe = false;     ///< let through to see: report succeeded, failed or released
        Duration retryAfter{0}; ///< when not allowed: ask again then, at the earliest
    };
    struct Status
    {
        std::string name;
        BreakerState state = BreakerState::Closed;
        int failures = 0;        ///< in a row, as far as they still count
        std::uint64_t opens = 0; ///< how often it has opened
        SteadyTime until{};      ///< when open: until then no call is made
    };

    Verdict admit(const flow::BreakerPolicy &policy, SteadyTime now);
    void succeeded(const flow::BreakerPolicy &policy, SteadyTime now);
    void failed(const flow::BreakerPolicy &policy, SteadyTime now);
    /// A probe ended neither way, because it was cancelled: its place is free again.
    void released(const flow::BreakerPolicy &policy);

    /// By name, for /metrics.
    std::vector<Status> states() const;

private:
    struct Breaker
    {
        BreakerState state = BreakerState::Closed;
        std::deque<SteadyTime> failures;
        std::uint64_t opens = 0;
        SteadyTime until{};
        SteadyTime lastProbe{};
        int inFlight = 0;
        int successes = 0;
    };

    Breaker &breaker(const flow::BreakerPolicy &policy);
    static void open(Breaker &breaker, const flow::BreakerPolicy &policy, SteadyTime now);
    static Verdict probe(Breaker &breaker, const flow::BreakerPolicy &policy, SteadyTime now);

    NamedBook<Breaker> m_breakers;
};

} // namespace batuta::policy
