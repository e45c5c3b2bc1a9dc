// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/plan/gate.h"
#include "engine/plan/graph.h"

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace batuta::plan {

/// Time of the plan: microseconds since the execution started. Given from outside, so that a plan runs as
/// well in virtual time as in real time.
using Instant = Duration;

/// What the host has to do now, in order.
struct Decision
{
    enum class Kind {
        Start,      ///< give attempt `attempt` of `step` to its runner
        Cancel,     ///< ask the runner of `step` to stop; it still reports
        RetryLater, ///< `step` failed and waits until `at`
        Ended,      ///< `step` has its final status
        Finished,   ///< the whole execution has ended
    };
    Kind kind;
    int step = -1;
    int attempt = 0;
    Instant at{};
};

struct StepState
{
    StepStatus status = StepStatus::Pending;
    int attempts = 0; ///< started so far
    Reason reason;
    int statusCode = 0;
    bool cancelAsked = false;
};

/// Settings of one execution that are not in the flow.
struct PlanOptions
{
    std::vector<bool> dropped;      ///< steps taken away by the routes' filters
    std::optional<int> maxParallel; ///< instead of the flow's
    std::uint64_t seed = 0;         ///< of the jitter: the same seed gives the same plan
};

/// One execution as a pure state machine: told what happened and when, it says what follows. No clock, no
/// I/O, no thread. It owns the state of each step; the values of steps belong to the host, who lends them
/// through the Context.
class Plan
{
public:
    /// `context` is asked when a step may start; it must outlive the plan.
    Plan(flow::FlowPtr flow, PlanOptions options, const expr::Context &context);

    /// The decisions that follow; each list is valid until the next call.
    const std::vector<Decision> &start();
    const std::vector<Decision> &reported(int step, const Outcome &outcome, Instant now);
    /// To be called when the time nextWake() has come.
    const std::vector<Decision> &timeReached(Instant now);
    const std::vector<Decision> &cancel();

    /// When timeReached wants to be called next: a retry or the deadline.
    std::optional<Instant> nextWake() const;

    ExecutionStatus status() const { return m_status; }
    const Reason &stopReason() const { return m_stopReason; }
    /// The filters took every step away: nothing runs, not even `finally`.
    bool isEmpty() const { return m_empty; }
    const Graph &graph() const { return m_graph; }
    const StepState &state(int step) const { return m_states[static_cast<std::size_t>(step)]; }
    const flow::Step &stepAt(int step) const;
    /// Why the step is where it is: what it waits for, what decided its end.
    Reason explain(int step) const;
    int running() const { return m_running; }

private:
    enum class Phase { Main, Finally, Over };

    void advance();
    void startReady();
    void consider(int step);
    void end(int step, StepStatus status, Reason reason);
    void cancelled(int step, const Outcome &outcome, Instant now);
    void failed(int step, const Outcome &outcome, Instant now);
    void stop(ExecutionStatus status, Reason reason);
    void enterFinally();
    void finish();
    bool mayRetry(const StepState &state, const flow::Step &step, const Outcome &outcome) const;
    Duration backoff(int step, const flow::RetryPolicy &policy, int attempt) const;
    GateState gateState(int step) const;
    bool isMet(int step) const;
    StepState &mutableState(int step) { return m_states[static_cast<std::size_t>(step)]; }

    flow::FlowPtr m_flow;
    PlanOptions m_options;
    const expr::Context &m_context;
    Graph m_graph;
    std::vector<StepState> m_states;
    std::vector<std::size_t> m_missing;          ///< needs that have not ended, per step
    std::vector<bool> m_failureAbove;            ///< a step that it needs, or one above, failed
    std::set<int> m_ready;                       ///< in file order: the tie-break
    std::set<std::pair<Instant, int>> m_retries; ///< steps in Backoff, by time
    std::vector<Decision> m_decisions;
    Phase m_phase = Phase::Main;
    ExecutionStatus m_status = ExecutionStatus::Running;
    Reason m_stopReason;
    bool m_stopping = false;
    bool m_cancelled = false;
    bool m_anyFailed = false;
    bool m_empty = false;
    int m_running = 0;
    int m_limit = 1;
    int m_unfinished = 0; ///< steps of the current phase that have not ended
};

} // namespace batuta::plan
