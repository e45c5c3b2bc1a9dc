// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/plan.h"

#include <algorithm>
#include <cmath>

namespace batuta::plan {
namespace {

/// A number in [0, 1) that depends on nothing but its arguments (splitmix64).
double unitNoise(std::uint64_t seed, int step, int attempt)
{
    std::uint64_t z = seed + 0x9E3779B97F4A7C15ULL * (static_cast<std::uint64_t>(step) * 131 +
                                                      static_cast<std::uint64_t>(attempt) + 1);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
}

bool coversStatus(const flow::RetryPolicy &policy, int code)
{
    return std::any_of(policy.onStatus.begin(), policy.onStatus.end(),
                       [&](const auto &range) { return code >= range.first && code <= range.second; });
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
}

const flow::Step &Plan::stepAt(int step) const
{
    const auto i = static_cast<std::size_t>(step);
    return m_graph.isFinally(step) ? m_flow->finallySteps[i - m_flow->steps.size()] : m_flow->steps[i];
}

const std::vector<Decision> &Plan::start()
{
    m_decisions.clear();
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
    StepState &state = mutableState(step);
    if (state.status != StepStatus::Running)
        return m_decisions;
    --m_running;
    state.statusCode = outcome.statusCode;
    switch (outcome.kind) {
    case Outcome::Kind::Done:
        end(step, StepStatus::Success, {});
        break;
    case Outcome::Kind::Cancelled:
        cancelled(step, outcome, now);
        break;
    case Outcome::Kind::Critical:
        end(step, StepStatus::CriticalError, {Reason::Code::Reported, outcome.reason});
        break;
    case Outcome::Kind::Failed:
        failed(step, outcome, now);
        break;
    }
    advance();
    return m_decisions;
}

void Plan::cancelled(int step, const Outcome &outcome, Instant now)
{
    if (state(step).cancelAsked)
        return end(step, StepStatus::Cancelled, m_stopReason);
    // Somebody else stopped it (a subflow cancelled by hand): for this execution that is a failure.
    Outcome failure = outcome;
    if (failure.reason.empty())
        failure.reason = "Cancelled from outside";
    failed(step, failure, now);
}

void Plan::failed(int step, const Outcome &outcome, Instant now)
{
    StepState &state = mutableState(step);
    const flow::Step &definition = stepAt(step);
    if (state.cancelAsked) {
        end(step, StepStatus::Cancelled, m_stopReason);
        return;
    }
    if (!mayRetry(state, definition, outcome)) {
        end(step, StepStatus::Failed, {Reason::Code::Reported, outcome.reason});
        return;
    }
    const Instant at = now + backoff(step, *definition.retry, state.attempts);
    state.status = StepStatus::Backoff;
    state.reason = {Reason::Code::WaitsForRetry, std::to_string(state.attempts + 1)};
    m_retries.emplace(at, step);
    m_decisions.push_back({Decision::Kind::RetryLater, step, state.attempts, at});
}

bool Plan::mayRetry(const StepState &state, const flow::Step &step, const Outcome &outcome) const
{
    if (!step.retry || state.attempts >= step.retry->attempts || (m_stopping && m_phase == Phase::Main))
        return false;
    switch (outcome.cause) {
    case Outcome::Cause::Connection:
        return step.retry->onConnection;
    case Outcome::Cause::Timeout:
        return step.retry->onTimeout;
    case Outcome::Cause::Status:
        return coversStatus(*step.retry, outcome.statusCode);
    case Outcome::Cause::None:
    case Outcome::Cause::Other:
        return false;
    }
    return false;
}

Duration Plan::backoff(int step, const flow::RetryPolicy &policy, int attempt) const
{
    const double first = static_cast<double>(policy.backoff.first.count());
    const double limit = static_cast<double>(policy.backoff.max.count());
    double wait = std::min(limit, first * std::pow(policy.backoff.factor, attempt - 1));
    if (policy.backoff.fullJitter)
        wait *= unitNoise(m_options.seed, step, attempt);
    return Duration(static_cast<std::int64_t>(wait));
}

const std::vector<Decision> &Plan::timeReached(Instant now)
{
    m_decisions.clear();
    if (m_phase == Phase::Main && m_flow->deadline && now >= *m_flow->deadline && !m_stopping)
        stop(ExecutionStatus::Failed, {Reason::Code::DeadlineExceeded, durationText(*m_flow->deadline)});
    while (!m_retries.empty() && m_retries.begin()->first <= now) {
        const int step = m_retries.begin()->second;
        m_retries.erase(m_retries.begin());
        mutableState(step).status = StepStatus::Pending;
        m_ready.insert(step);
    }
    advance();
    return m_decisions;
}

const std::vector<Decision> &Plan::cancel()
{
    m_decisions.clear();
    if (m_phase == Phase::Main && !m_cancelled) {
        m_cancelled = true;
        stop(ExecutionStatus::Cancelled, {Reason::Code::CancelRequested, {}});
        advance();
    }
    return m_decisions;
}

std::optional<Instant> Plan::nextWake() const
{
    std::optional<Instant> wake;
    if (!m_retries.empty())
        wake = m_retries.begin()->first;
    if (m_phase == Phase::Main && m_flow->deadline && !m_stopping)
        wake = std::min(wake.value_or(*m_flow->deadline), *m_flow->deadline);
    return wake;
}

void Plan::stop(ExecutionStatus status, Reason reason)
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_status = status;
    m_stopReason = std::move(reason);
    m_retries.clear();
    std::vector<int> betweenAttempts;
    for (int step = 0; step < m_graph.mainSize(); ++step) {
        StepState &state = mutableState(step);
        if (state.status == StepStatus::Running && !state.cancelAsked) {
            state.cancelAsked = true;
            m_decisions.push_back({Decision::Kind::Cancel, step, state.attempts, {}});
        } else if (!isEnd(state.status) && state.status != StepStatus::Running && state.attempts > 0) {
            betweenAttempts.push_back(step);
        }
    }
    for (const int step : betweenAttempts) {
        m_ready.erase(step); // it may have been waiting for room
        end(step, StepStatus::Cancelled, m_stopReason);
    }
}

void Plan::advance()
{
    startReady();
    if (m_phase == Phase::Main && m_unfinished == 0)
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
    if (state.attempts == 0) {
        Verdict verdict = judge(stepAt(step), gateState(step), m_context);
        switch (verdict.kind) {
        case Verdict::Kind::Run:
            break;
        case Verdict::Kind::Skip:
            return end(step, StepStatus::Skipped, std::move(verdict.reason));
        case Verdict::Kind::NotRun:
            return end(step, StepStatus::NotRun, std::move(verdict.reason));
        case Verdict::Kind::Critical:
            return end(step, StepStatus::CriticalError, std::move(verdict.reason));
        }
    }
    ++m_running;
    ++state.attempts;
    state.status = StepStatus::Running;
    state.reason = {};
    m_decisions.push_back({Decision::Kind::Start, step, state.attempts, {}});
}

void Plan::end(int step, StepStatus status, Reason reason)
{
    StepState &state = mutableState(step);
    state.status = status;
    state.reason = std::move(reason);
    m_decisions.push_back({Decision::Kind::Ended, step, state.attempts, {}});
    --m_unfinished;
    const bool failedHere = status == StepStatus::Failed || status == StepStatus::CriticalError;
    const bool failureAbove = failedHere || m_failureAbove[static_cast<std::size_t>(step)];
    for (const int dependant : m_graph.dependants(step)) {
        const auto at = static_cast<std::size_t>(dependant);
        m_failureAbove[at] = m_failureAbove[at] || failureAbove;
        if (--m_missing[at] == 0)
            m_ready.insert(dependant);
    }
    const bool tolerated = m_graph.isFinally(step) && stepAt(step).onFailure == flow::OnFailure::Continue;
    m_anyFailed = m_anyFailed || (failedHere && !tolerated);
    const bool aborts = status == StepStatus::CriticalError ||
                        (status == StepStatus::Failed && stepAt(step).onFailure == flow::OnFailure::Abort);
    if (aborts && m_phase == Phase::Main)
        stop(ExecutionStatus::Failed, {Reason::Code::Aborted, stepAt(step).id.value});
}

void Plan::enterFinally()
{
    m_phase = Phase::Finally;
    m_retries.clear();
    for (int step = m_graph.mainSize(); step < m_graph.size(); ++step) {
        ++m_unfinished;
        if (m_missing[static_cast<std::size_t>(step)] == 0)
            m_ready.insert(step);
    }
    startReady();
}

void Plan::finish()
{
    m_phase = Phase::Over;
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
    if (!m_graph.isFinally(step))
        return gate;
    // All that came before is above a step of `finally`; its own needs alone decide when it asks nothing.
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
    if (m_graph.isFinally(step) && m_phase == Phase::Main)
        return {Reason::Code::WaitsForNeeds, "the end of all steps"};
    return {Reason::Code::WaitsForRoom, std::to_string(m_limit)};
}

} // namespace batuta::plan
