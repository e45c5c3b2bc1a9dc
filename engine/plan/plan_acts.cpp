// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/plan.h"

// What people do to an execution, and what stops it.
namespace batuta::plan {

const std::vector<Decision> &Plan::cancel(Instant now, bool compensate, const std::string &why)
{
    m_decisions.clear();
    m_now = now;
    if (!m_isStarted && m_phase != Phase::Over) {
        stop(ExecutionStatus::Cancelled, {Reason::Code::CancelRequested, why});
        for (int step = 0; step < m_graph.firstUndo() && !m_empty; ++step)
            if (!m_graph.isDropped(step))
                end(step, StepStatus::NotRun, m_stopReason);
        finish();
        return m_decisions;
    }
    if (m_phase == Phase::Over || m_empty)
        return m_decisions;
    m_isPaused = false;
    m_isStepping = false;
    m_breakpoints.clear();
    m_ready.merge(m_postponed);
    if (m_phase == Phase::Main) {
        m_compensate = m_compensate || compensate;
        m_cancelled = true;
        stop(ExecutionStatus::Cancelled, {Reason::Code::CancelRequested, why});
    }
    while (!m_held.empty())
        letGo(*m_held.begin());
    advance();
    return m_decisions;
}

void Plan::stop(ExecutionStatus status, Reason reason)
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_status = status;
    m_stopReason = std::move(reason);
    m_retries.clear();
    m_ready.merge(m_postponed);
    std::vector<std::pair<int, StepStatus>> ending;
    for (int step = 0; step < m_graph.mainSize(); ++step) {
        StepState &state = mutableState(step);
        if (state.status == StepStatus::Running && !state.cancelAsked) {
            state.cancelAsked = true;
            m_decisions.push_back({Decision::Kind::Cancel, step, state.attempts, {}});
        } else if (state.status == StepStatus::Held && !stepAt(step).conditionHasStatus) {
            ending.emplace_back(step, StepStatus::NotRun);
        } else if (!isEnd(state.status) && state.status != StepStatus::Running && state.attempts > 0) {
            ending.emplace_back(step, StepStatus::Cancelled); // between two attempts
        }
    }
    for (const auto &[step, end] : ending) {
        m_ready.erase(step); // it may have been waiting for room
        m_held.erase(step);
        this->end(step, end, m_stopReason);
    }
}

const std::vector<Decision> &Plan::pause()
{
    m_decisions.clear();
    m_isPaused = m_phase != Phase::Over && !m_empty;
    return m_decisions;
}

const std::vector<Decision> &Plan::resume(Instant now)
{
    m_decisions.clear();
    m_now = now;
    if (!m_isPaused)
        return m_decisions;
    m_isPaused = false;
    m_ready.merge(m_postponed);
    advance();
    return m_decisions;
}

const std::vector<Decision> &Plan::release(int step, Instant now)
{
    m_decisions.clear();
    m_now = now;
    if (m_held.count(step) == 0)
        return m_decisions;
    letGo(step);
    advance();
    return m_decisions;
}

/// The step takes its turn again, with its gate: the execution may have been stopped meanwhile.
void Plan::letGo(int step)
{
    m_held.erase(step);
    m_released.insert(step);
    mutableState(step).status = StepStatus::Pending;
    mutableState(step).reason = {};
    m_ready.insert(step);
}

bool Plan::isHeldBack(int step) const
{
    if (m_released.count(step) > 0)
        return false;
    if (m_isStepping)
        return true;
    const auto breakpoint = m_breakpoints.find(step);
    if (breakpoint == m_breakpoints.end())
        return false;
    return !breakpoint->second || holds(*breakpoint->second, gateState(step), m_context);
}

} // namespace batuta::plan
