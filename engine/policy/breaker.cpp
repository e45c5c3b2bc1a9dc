// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/policy/breaker.h"

#include <algorithm>

namespace batuta::policy {
namespace {

/// Rounded up, so that who waits that long is not early.
Duration until(SteadyTime time, SteadyTime now)
{
    return std::max(Duration(0), std::chrono::ceil<Duration>(time - now));
}

void forgetOld(std::deque<SteadyTime> &failures, const flow::BreakerPolicy &policy, SteadyTime now)
{
    while (!failures.empty() && now - failures.front() > policy.forgetAfter)
        failures.pop_front();
}

} // namespace

std::string_view stateName(BreakerState state)
{
    switch (state) {
    case BreakerState::Closed:
        return "closed";
    case BreakerState::Open:
        return "open";
    case BreakerState::HalfOpen:
        break;
    }
    return "half_open";
}

Breakers::Breaker &Breakers::breaker(const flow::BreakerPolicy &policy)
{
    return m_breakers.use(policy.name,
                          [](const Breaker &other) { return other.state == BreakerState::Closed; });
}

void Breakers::open(Breaker &breaker, const flow::BreakerPolicy &policy, SteadyTime now)
{
    breaker.state = BreakerState::Open;
    breaker.until = now + policy.open;
    ++breaker.opens;
}

Breakers::Verdict Breakers::probe(Breaker &breaker, const flow::BreakerPolicy &policy, SteadyTime now)
{
    const SteadyTime givenUp = breaker.lastProbe + policy.open;
    if (breaker.inFlight > 0 && now >= givenUp)
        breaker.inFlight = 0;
    if (breaker.inFlight >= std::max(1, policy.probes))
        return {false, false, until(givenUp, now)};
    ++breaker.inFlight;
    breaker.lastProbe = now;
    return {true, true, Duration(0)};
}

Breakers::Verdict Breakers::admit(const flow::BreakerPolicy &policy, SteadyTime now)
{
    Breaker &known = breaker(policy);
    if (known.state == BreakerState::Closed)
        return {};
    if (known.state == BreakerState::Open) {
        if (now < known.until)
            return {false, false, until(known.until, now)};
        known.state = BreakerState::HalfOpen;
        known.inFlight = 0;
        known.successes = 0;
    }
    return probe(known, policy, now);
}

void Breakers::succeeded(const flow::BreakerPolicy &policy, SteadyTime now)
{
    Breaker &known = breaker(policy);
    if (known.state == BreakerState::Closed) {
        known.failures.clear();
        return;
    }
    // Open: a call from before says nothing about now. Only a half-open breaker asked for news.
    if (known.state == BreakerState::Open)
        return;
    known.inFlight = std::max(0, known.inFlight - 1);
    if (++known.successes < policy.probes)
        return;
    known.state = BreakerState::Closed;
    known.failures.clear();
    known.until = now;
}

void Breakers::failed(const flow::BreakerPolicy &policy, SteadyTime now)
{
    Breaker &known = breaker(policy);
    if (known.state == BreakerState::Open)
        return;
    forgetOld(known.failures, policy, now);
    known.failures.push_back(now);
    const auto most = static_cast<std::size_t>(std::max(1, policy.failures));
    while (known.failures.size() > most)
        known.failures.pop_front();
    if (known.state == BreakerState::HalfOpen || known.failures.size() >= most)
        open(known, policy, now);
}

void Breakers::released(const flow::BreakerPolicy &policy)
{
    Breaker *known = m_breakers.find(policy.name);
    if (known != nullptr && known->state == BreakerState::HalfOpen)
        known->inFlight = std::max(0, known->inFlight - 1);
}

std::vector<Breakers::Status> Breakers::states() const
{
    std::vector<Status> all;
    for (const auto &[name, breaker] : m_breakers.all())
        all.push_back(
            {name, breaker.state, static_cast<int>(breaker.failures.size()), breaker.opens, breaker.until});
    std::sort(all.begin(), all.end(), [](const Status &a, const Status &b) { return a.name < b.name; });
    return all;
}

} // namespace batuta::policy
