// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/fan.h"

#include "engine/plan/retry.h"

#include <algorithm>

namespace batuta::plan {

Fan::Fan(FanSettings settings)
    : m_settings(std::move(settings))
    , m_states(static_cast<std::size_t>(m_settings.items))
{
    m_settings.maxParallel = std::max(1, m_settings.maxParallel);
    for (const auto &[item, attempts] : m_settings.attempts)
        if (item >= 0 && item < m_settings.items)
            at(item).attempts = attempts;
}

const std::vector<FanDecision> &Fan::start()
{
    m_decisions.clear();
    advance({});
    return m_decisions;
}

const std::vector<FanDecision> &Fan::reported(int item, const Outcome &outcome, Instant now)
{
    m_decisions.clear();
    if (m_running.erase(item) == 0)
        return m_decisions;
    const bool wasAsked = at(item).cancelAsked;
    switch (outcome.kind) {
    case Outcome::Kind::Done:
        end(item, StepStatus::Success);
        break;
    case Outcome::Kind::Cancelled:
    case Outcome::Kind::Failed:
    case Outcome::Kind::Critical:
        if (wasAsked)
            end(item, StepStatus::Cancelled);
        else
            failed(item, outcome, now);
        break;
    }
    advance(now);
    return m_decisions;
}

void Fan::failed(int item, const Outcome &outcome, Instant now)
{
    ItemState &state = at(item);
    std::string reason = outcome.kind == Outcome::Kind::Cancelled && outcome.reason.empty()
                             ? "Cancelled from outside"
                             : outcome.reason;
    const bool again = outcome.kind != Outcome::Kind::Critical && !m_stopping && m_settings.retry &&
                       mayRetry(*m_settings.retry, state.attempts, outcome);
    if (again) {
        const Draw draw{m_settings.seed, item, state.attempts};
        const Instant later = now + waitBeforeRetry(*m_settings.retry, draw, outcome);
        if (!m_settings.limit || later < m_settings.limit->at) {
            state.status = StepStatus::Backoff;
            m_retries.emplace(later, item);
            m_decisions.push_back({FanDecision::Kind::RetryLater, item, state.attempts, later});
            return;
        }
        reason = reasonText(
            {Reason::Code::TotalTimeout, notTriedAgain(*m_settings.limit, state.attempts, reason)});
    }
    ++m_failures;
    if (m_firstFailed < 0 || item < m_firstFailed) {
        m_firstFailed = item;
        m_firstCode = outcome.statusCode;
        m_firstReason = std::move(reason);
    }
    end(item, StepStatus::Failed);
    if (m_settings.stopsOnFailure)
        stop();
}

const std::vector<FanDecision> &Fan::timeReached(Instant now)
{
    m_decisions.clear();
    while (!m_retries.empty() && m_retries.begin()->first <= now) {
        const int item = m_retries.begin()->second;
        m_retries.erase(m_retries.begin());
        at(item).status = StepStatus::Pending;
        m_again.insert(item);
    }
    advance(now);
    return m_decisions;
}

const std::vector<FanDecision> &Fan::cancel()
{
    m_decisions.clear();
    if (m_isOver)
        return m_decisions;
    m_cancelled = true;
    stop();
    advance({}); // there is nothing left to begin
    return m_decisions;
}

std::optional<Instant> Fan::nextWake() const
{
    if (m_retries.empty())
        return std::nullopt;
    return m_retries.begin()->first;
}

void Fan::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    for (const int item : m_running) {
        at(item).cancelAsked = true;
        m_decisions.push_back({FanDecision::Kind::Cancel, item, at(item).attempts, {}});
    }
    for (const auto &[when, item] : m_retries)
        m_again.insert(item);
    m_retries.clear();
    for (const int item : m_again)
        end(item, StepStatus::Cancelled);
    m_again.clear();
    // No decisions for what never started: a list of 100,000 would only say so 100,000 times.
    for (; m_next < m_settings.items; ++m_next)
        at(m_next).status = StepStatus::NotRun;
}

void Fan::advance(Instant now)
{
    if (m_isOver)
        return;
    const bool isDone =
        m_running.empty() && m_again.empty() && m_retries.empty() && m_next == m_settings.items;
    if (m_settings.limit && now >= m_settings.limit->at && !m_stopping && !isDone) {
        m_isLate = true;
        stop();
    }
    while (running() < m_settings.maxParallel && !m_again.empty()) {
        const int item = *m_again.begin();
        m_again.erase(m_again.begin());
        begin(item);
    }
    while (running() < m_settings.maxParallel && m_next < m_settings.items)
        begin(m_next++);
    if (m_running.empty() && m_retries.empty()) { // and so nothing waits for room
        m_isOver = true;
        m_decisions.push_back({FanDecision::Kind::Finished, -1, 0, {}});
    }
}

void Fan::begin(int item)
{
    ItemState &state = at(item);
    m_running.insert(item);
    state.status = StepStatus::Running;
    ++state.attempts;
    m_decisions.push_back({FanDecision::Kind::Start, item, state.attempts, {}});
}

void Fan::end(int item, StepStatus status)
{
    at(item).status = status;
    m_decisions.push_back({FanDecision::Kind::Ended, item, at(item).attempts, {}});
}

Outcome Fan::outcome() const
{
    if (m_failures > 0) {
        std::string words = std::to_string(m_failures) + " of " + std::to_string(m_settings.items) +
                            " items failed; the first is item " + std::to_string(m_firstFailed);
        if (!m_firstReason.empty())
            words += ": " + m_firstReason;
        return {Outcome::Kind::Failed, Outcome::Cause::Other, m_firstCode, std::move(words)};
    }
    const auto isSuccess = [](const ItemState &item) { return item.status == StepStatus::Success; };
    if ((m_cancelled || m_isLate) && !std::all_of(m_states.begin(), m_states.end(), isSuccess))
        return {Outcome::Kind::Cancelled, Outcome::Cause::None, 0, {}};
    return {};
}

} // namespace batuta::plan
