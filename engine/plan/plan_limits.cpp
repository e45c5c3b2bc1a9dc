// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/plan.h"

// What `total_timeout` means for a step that has begun.
namespace batuta::plan {

std::optional<TotalLimit> Plan::limitOf(int step) const
{
    const auto limit = m_limits.find(step);
    return limit == m_limits.end() ? std::nullopt : std::optional(limit->second.total);
}

/// With the first attempt; later ones find it there.
void Plan::beginLimit(int step)
{
    const std::optional<Duration> &total = stepAt(step).totalTimeout;
    if (!total || !m_limits.emplace(step, Limit{{*total, m_now + *total}, {}}).second)
        return;
    m_limitTimes.emplace(m_now + *total, step);
}

void Plan::forgetLimit(int step)
{
    const auto limit = m_limits.find(step);
    if (limit == m_limits.end())
        return;
    m_limitTimes.erase({limit->second.total.at, step});
    m_limits.erase(limit);
}

/// It has begun, and its time is over; nobody else has asked it to stop.
bool Plan::isLate(int step) const
{
    const auto limit = m_limits.find(step);
    return limit != m_limits.end() && m_now >= limit->second.total.at &&
           (limit->second.isStopped || !state(step).cancelAsked);
}

void Plan::stopLate()
{
    while (!m_limitTimes.empty() && m_limitTimes.begin()->first <= m_now) {
        const int step = m_limitTimes.begin()->second;
        m_limitTimes.erase(m_limitTimes.begin());
        StepState &state = mutableState(step);
        if (state.status != StepStatus::Running) {
            m_ready.erase(step);
            m_postponed.erase(step);
            endLate(step, {});
        } else if (!state.cancelAsked) {
            state.cancelAsked = true;
            m_limits.at(step).isStopped = true;
            m_decisions.push_back({Decision::Kind::Cancel, step, state.attempts, {}});
        }
    }
}

/// `failure` is what became of an attempt that was asked to stop, or "" when it did.
void Plan::endLate(int step, const std::string &failure)
{
    const Limit &limit = m_limits.at(step);
    const bool isBetween = state(step).status != StepStatus::Running;
    const std::string where = isBetween ? "before attempt " + std::to_string(state(step).attempts + 1)
                                        : "in attempt " + std::to_string(state(step).attempts);
    end(step, StepStatus::Failed,
        {Reason::Code::TotalTimeout,
         stoppedByTotal(limit.total, where, failure.empty() ? limit.lastFailure : failure)});
}

} // namespace batuta::plan
