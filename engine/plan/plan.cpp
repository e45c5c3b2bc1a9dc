// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/plan.h"

#include "engine/plan/retry.h"

#include <algorithm>

namespace batuta::plan {
namespace {

Reason nothingToUndo(const flow::Step &step)
{
    return {Reason::Code::NothingToUndo, step.id.value};
}

} // namespace

Plan::Plan(flow::FlowPtr flow, PlanOptions options, const expr::Context &context)
    : m_flow(std::move(flow))
    , m_options(std::move(options))
    , m_context(context)
    , m_graph(*m_flow, m_options.dropped)
    , m_states(static_cast<std::size_t>(m_graph.size()))
    , m_missing(static_cast<std::size_t>(m_graph.size()))
    , m_failureAbove(static_cast<std::size_t>(m_graph.size()), false)
    , m_limit(std::max(1, m_options.maxParallel.value_or(m_flow->maxParallel)))
{
    for (int step = 0; step < m_graph.size(); ++step)
        m_missing[static_cast<std::size_t>(step)] = m_graph.needs(step).size();
    for (int step = 0; step < m_graph.mainSize(); ++step)
        m_unfinished += m_graph.isDropped(step) ? 0 : 1;
    m_empty = m_unfinished == 0;
    for (int step = m_graph.firstUndo(); step < m_graph.size(); ++step)
        m_undoOf.emplace(m_graph.undone(step), step);
}

const flow::Step &Plan::stepAt(int step) const
{
    const auto i = static_cast<std::size_t>(step);
    if (m_graph.isUndo(step))
        return *m_flow->steps[static_cast<std::size_t>(m_graph.undone(step))].compensate;
    return m_graph.isFinally(step) ? m_flow->finallySteps[i - m_flow->steps.size()] : m_flow->steps[i];
}

const std::vector<Decision> &Plan::start(Instant now)
{
    m_decisions.clear();
    m_now = now;
    m_isStarted = true;
    if (m_flow->deadline)
        m_deadline = now + *m_flow->deadline;
    if (m_empty) {
        finish();
        return m_decisions;
    }
    for (int step = 0; step < m_graph.mainSize(); ++step)
        if (!m_graph.isDropped(step) && m_missing[static_cast<std::size_t>(step)] == 0)
            m_ready.insert(step);
    advance();
    return m_decisions;
}

const std::vector<Decision> &Plan::reported(int step, const Outcome &outcome, Instant now)
{
    m_decisions.clear();
    m_now = now;
    StepState &state = mutableState(step);
    if (state.status != StepStatus::Running)
        return m_decisions;
    --m_running;
    state.statusCode = outcome.statusCode;
    switch (outcome.kind) {
    case Outcome::Kind::Done:
        succeeded(step);
        break;
    case Outcome::Kind::Cancelled:
        cancelled(step, outcome);
        break;
    case Outcome::Kind::Critical:
        end(step, StepStatus::CriticalError, {Reason::Code::Reported, outcome.reason});
        break;
    case Outcome::Kind::Failed:
        failed(step, outcome);
        break;
    }
    advance();
    return m_decisions;
}

void Plan::cancelled(int step, const Outcome &outcome)
{
    if (isLate(step))
        return endLate(step, {});
    if (state(step).cancelAsked)
        return end(step, StepStatus::Cancelled, m_stopReason);
    // Somebody else stopped it (a subflow cancelled by hand): for this execution that is a failure.
    Outcome failure = outcome;
    if (failure.reason.empty())
        failure.reason = "Cancelled from outside";
    failed(step, failure);
}

void Plan::failed(int step, const Outcome &outcome)
{
    const StepState &state = this->state(step);
    const flow::Step &definition = stepAt(step);
    if (const auto limit = m_limits.find(step); limit != m_limits.end() && limit->second.isStopped)
        return endLate(step, outcome.reason);
    if (state.cancelAsked)
        return end(step, StepStatus::Cancelled, m_stopReason);
    const bool isStopped = m_stopping && m_phase == Phase::Main;
    if (isStopped || !definition.retry || !mayRetry(*definition.retry, state.attempts, outcome))
        return end(step, StepStatus::Failed, {Reason::Code::Reported, outcome.reason});
    waitForRetry(step, outcome);
}

void Plan::waitForRetry(int step, const Outcome &outcome)
{
    StepState &state = mutableState(step);
    const Instant at =
        m_now + waitBeforeRetry(*stepAt(step).retry, {m_options.seed, step, state.attempts}, outcome);
    if (const auto limit = m_limits.find(step); limit != m_limits.end()) {
        if (at >= limit->second.total.at)
            return end(step, StepStatus::Failed,
                       {Reason::Code::TotalTimeout,
                        notTriedAgain(limit->second.total, state.attempts, outcome.reason)});
        limit->second.lastFailure = outcome.reason;
    }
    state.status = StepStatus::Backoff;
    state.reason = {Reason::Code::WaitsForRetry, std::to_string(state.attempts + 1)};
    m_retries.emplace(at, step);
    m_decisions.push_back({Decision::Kind::RetryLater, step, state.attempts, at});
}

const std::vector<Decision> &Plan::timeReached(Instant now)
{
    m_decisions.clear();
    m_now = now;
    if (m_phase == Phase::Main && m_deadline && now >= *m_deadline && !m_stopping)
        stop(ExecutionStatus::Failed, {Reason::Code::DeadlineExceeded, durationText(*m_flow->deadline)});
    while (!m_retries.empty() && m_retries.begin()->first <= now) {
        const int step = m_retries.begin()->second;
        m_retries.erase(m_retries.begin());
        mutableState(step).status = StepStatus::Pending;
        m_ready.insert(step);
    }
    stopLate();
    advance();
    return m_decisions;
}

std::optional<Instant> Plan::nextWake() const
{
    std::optional<Instant> wake;
    if (!m_retries.empty())
        wake = m_retries.begin()->first;
    if (m_phase == Phase::Main && m_deadline && !m_stopping)
        wake = std::min(wake.value_or(*m_deadline), *m_deadline);
    if (!m_limitTimes.empty())
        wake = std::min(wake.value_or(Instant::max()), m_limitTimes.begin()->first);
    return wake;
}

void Plan::advance()
{
    startReady();
    if (m_phase == Phase::Main && m_unfinished == 0)
        enterUndo();
    if (m_phase == Phase::Undo && m_unfinished == 0)
        enterFinally();
    if (m_phase == Phase::Finally && m_unfinished == 0)
        finish();
}

void Plan::startReady()
{
    while (!m_ready.empty() && m_running < m_limit) {
        const int step = *m_ready.begin();
        m_ready.erase(m_ready.begin());
        consider(step);
    }
}

void Plan::consider(int step)
{
    StepState &state = mutableState(step);
    if (state.attempts == 0 && !passesGate(step))
        return;
    if (isLate(step))
        return endLate(step, {});
    if (m_isPaused) {
        m_postponed.insert(step);
        return;
    }
    if (state.attempts == 0 && isHeldBack(step)) {
        state.status = StepStatus::Held;
        state.reason = {Reason::Code::AtBreakpoint, {}};
        m_held.insert(step);
        m_decisions.push_back({Decision::Kind::Held, step, 0, {}});
        return;
    }
    ++m_running;
    ++state.attempts;
    beginLimit(step);
    state.status = StepStatus::Running;
    state.reason = {};
    m_decisions.push_back({Decision::Kind::Start, step, state.attempts, {}});
}

/// Ends the step when it does not have to run.
bool Plan::passesGate(int step)
{
    const auto pin = m_options.pinned.find(step);
    const GateState gate = gateState(step);
    if (pin != m_options.pinned.end() && (!gate.stopping || stepAt(step).conditionHasStatus)) {
        end(step, StepStatus::Success, {Reason::Code::Pinned, pin->second});
        return false;
    }
    Verdict verdict = judge(stepAt(step), gate, m_context);
    switch (verdict.kind) {
    case Verdict::Kind::Run:
        return true;
    case Verdict::Kind::Skip:
        end(step, StepStatus::Skipped, std::move(verdict.reason));
        return false;
    case Verdict::Kind::NotRun:
        end(step, StepStatus::NotRun, std::move(verdict.reason));
        return false;
    case Verdict::Kind::Critical:
        end(step, StepStatus::CriticalError, std::move(verdict.reason));
        return false;
    }
    return false;
}

void Plan::succeeded(int step)
{
    if (const auto undo = m_undoOf.find(step); undo != m_undoOf.end())
        m_toUndo.push_back(undo->second);
    end(step, StepStatus::Success, {});
}

void Plan::end(int step, StepStatus status, Reason reason)
{
    StepState &state = mutableState(step);
    state.status = status;
    state.reason = std::move(reason);
    forgetLimit(step);
    m_decisions.push_back({Decision::Kind::Ended, step, state.attempts, {}});
    if (m_options.ended)
        m_options.ended(step);
    --m_unfinished;
    const bool failedHere = status == StepStatus::Failed || status == StepStatus::CriticalError;
    const bool failureAbove = failedHere || m_failureAbove[static_cast<std::size_t>(step)];
    for (const int dependant : m_graph.dependants(step)) {
        const auto at = static_cast<std::size_t>(dependant);
        m_failureAbove[at] = m_failureAbove[at] || failureAbove;
        if (--m_missing[at] == 0)
            m_ready.insert(dependant);
    }
    const bool tolerated = step >= m_graph.mainSize() && stepAt(step).onFailure == flow::OnFailure::Continue;
    m_anyFailed = m_anyFailed || (failedHere && !tolerated);
    const bool aborts = status == StepStatus::CriticalError ||
                        (status == StepStatus::Failed && stepAt(step).onFailure == flow::OnFailure::Abort);
    if (aborts && m_phase == Phase::Main)
        stop(ExecutionStatus::Failed, {Reason::Code::Aborted, stepAt(step).id.value});
    undoNext(step);
}

void Plan::undoNext(int ended)
{
    if (m_phase != Phase::Undo || m_undoAt >= m_toUndo.size() || ended != m_toUndo[m_undoAt])
        return;
    if (++m_undoAt < m_toUndo.size())
        m_ready.insert(m_toUndo[m_undoAt]);
}

void Plan::enterUndo()
{
    const bool hasFailed =
        m_status == ExecutionStatus::Failed || (m_status == ExecutionStatus::Running && m_anyFailed);
    if (m_toUndo.empty() || !(hasFailed || m_compensate))
        return enterFinally();
    m_phase = Phase::Undo;
    m_unfinished = m_graph.size() - m_graph.firstUndo();
    std::vector<bool> hasNothing(static_cast<std::size_t>(m_unfinished), true);
    for (const int undo : m_toUndo)
        hasNothing[static_cast<std::size_t>(undo - m_graph.firstUndo())] = false;
    for (int undo = m_graph.firstUndo(); undo < m_graph.size(); ++undo)
        if (hasNothing[static_cast<std::size_t>(undo - m_graph.firstUndo())])
            end(undo, StepStatus::Skipped, nothingToUndo(stepAt(m_graph.undone(undo))));
    std::reverse(m_toUndo.begin(), m_toUndo.end());
    m_ready.insert(m_toUndo.front());
    startReady();
}

void Plan::enterFinally()
{
    m_phase = Phase::Finally;
    for (int step = m_graph.mainSize(); step < m_graph.firstUndo(); ++step) {
        ++m_unfinished;
        if (m_missing[static_cast<std::size_t>(step)] == 0)
            m_ready.insert(step);
    }
    startReady();
}

void Plan::finish()
{
    m_phase = Phase::Over;
    m_isPaused = false;
    for (int undo = m_graph.firstUndo(); undo < m_graph.size(); ++undo)
        if (!isEnd(state(undo).status)) {
            mutableState(undo).status = StepStatus::Skipped;
            mutableState(undo).reason = nothingToUndo(stepAt(m_graph.undone(undo)));
        }
    if (m_status == ExecutionStatus::Running)
        m_status = m_anyFailed ? ExecutionStatus::Failed : ExecutionStatus::Success;
    m_decisions.push_back({Decision::Kind::Finished, -1, 0, {}});
}

bool Plan::isMet(int step) const
{
    const StepStatus status = state(step).status;
    return status == StepStatus::Success ||
           ((status == StepStatus::Failed || status == StepStatus::Skipped) &&
            stepAt(step).onFailure == flow::OnFailure::Continue);
}

GateState Plan::gateState(int step) const
{
    GateState gate;
    gate.cancelled = m_cancelled;
    gate.stopping = m_stopping && m_phase == Phase::Main;
    gate.stopReason = m_stopReason;
    gate.needFailed = m_failureAbove[static_cast<std::size_t>(step)];
    for (const int need : m_graph.needs(step)) {
        if (!isMet(need)) {
            gate.needsMet = false;
            gate.unmetNeed = stepAt(need).id.value;
            break;
        }
    }
    if (step < m_graph.mainSize())
        return gate;
    // All that came before is above a step of `finally`, or an undo; its own needs alone decide when it asks
    // nothing.
    gate.needFailed = gate.needFailed || m_anyFailed || m_status == ExecutionStatus::Failed;
    if (stepAt(step).conditionHasStatus && (gate.needFailed || m_stopping))
        gate.needsMet = false;
    return gate;
}

Reason Plan::explain(int step) const
{
    const StepState &state = this->state(step);
    if (state.status != StepStatus::Pending)
        return state.reason;
    if (m_graph.isDropped(step) || m_empty)
        return {Reason::Code::Filtered, {}};
    std::string waitsFor;
    for (const int need : m_graph.needs(step))
        if (!isEnd(this->state(need).status))
            waitsFor += (waitsFor.empty() ? "" : ", ") + stepAt(need).id.value;
    if (!waitsFor.empty())
        return {Reason::Code::WaitsForNeeds, waitsFor};
    if ((m_graph.isFinally(step) && m_phase < Phase::Finally) ||
        (m_graph.isUndo(step) && m_phase == Phase::Main))
        return {Reason::Code::WaitsForNeeds, "the end of all steps"};
    if (m_graph.isUndo(step) && m_undoAt < m_toUndo.size() && m_toUndo[m_undoAt] != step)
        return {Reason::Code::WaitsForNeeds, stepAt(m_toUndo[m_undoAt]).id.value};
    if (m_isPaused)
        return {Reason::Code::Paused, {}};
    return {Reason::Code::WaitsForRoom, std::to_string(m_limit)};
}

} // namespace batuta::plan
