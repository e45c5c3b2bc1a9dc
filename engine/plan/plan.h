// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/plan/gate.h"
#include "engine/plan/graph.h"
#include "engine/plan/retry.h"

#include <cstdint>
#include <functional>
#include <map>
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
        Held,       ///< `step` would start, and waits at a breakpoint for release()
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
    /// Steps that have their output already: they end as successes with Reason::Pinned, and nothing is
    /// called. With each, where the output is from.
    std::map<int, std::string> pinned{};
    /// Called when a step has its end, before the conditions of those that need it are asked: the owner of
    /// the Context brings the step's values there.
    std::function<void(int step)> ended{};
};

/// Where an execution is to hold: always, or when the condition is true there.
using Breakpoints = std::map<int, std::optional<expr::Template>>;

/// One execution as a pure state machine: told what happened and when, it says what follows. No clock, no
/// I/O, no thread. The same calls with the same arguments always give the same decisions: whoever has written
/// them down can bring a plan back by calling them again. It owns the state of each step; the values of steps
/// belong to the host, who lends them through the Context.
///
/// Three phases follow one another: the steps, their undo, `finally`. Undo comes only when the execution has
/// failed by then, or was cancelled with compensation, and a step with `compensate` succeeded. The undo of
/// the steps that did runs one at a time, last ended first undone, outside the deadline, whatever fails among
/// them; the others end as skipped with NothingToUndo. Without that phase the undo steps get the same end
/// silently when the execution finishes: there is no decision about them.
///
/// The clock of a step's total_timeout starts with the decision to start its first attempt, and nothing stops
/// it: no pause, no wait for a rate limit, for room or the next attempt, no dead engine. Then what runs is
/// asked to stop and the step fails, unless it succeeds all the same; a retry beyond it is not waited for.
class Plan
{
public:
    /// `context` is asked when a step may start; it must outlive the plan.
    Plan(flow::FlowPtr flow, PlanOptions options, const expr::Context &context);

    /// The decisions that follow; each list is valid until the next call.
    /// `now` is when it starts after having waited for a place among others: the deadline counts from there.
    const std::vector<Decision> &start(Instant now = {});
    const std::vector<Decision> &reported(int step, const Outcome &outcome, Instant now);
    /// To be called when the time nextWake() has come.
    const std::vector<Decision> &timeReached(Instant now);
    /// With `compensate` the steps that have succeeded are undone once all others have stopped. It ends
    /// pause, stepping and breakpoints, so that the execution comes to its end by itself: held steps do not
    /// run, but those with a status function of their own are asked again. Undo and `finally` it does not
    /// stop. Before start() it ends everything: where nothing began there is nothing to clean up. `why` is
    /// for people.
    const std::vector<Decision> &cancel(Instant now, bool compensate = false, const std::string &why = {});
    /// No step starts any more until resume(); what runs goes on to its end. The deadline goes on, too. Steps
    /// that would not start anyway (skipped, pinned, after the deadline) end all the same.
    const std::vector<Decision> &pause();
    const std::vector<Decision> &resume(Instant now);
    /// From now on; a step that has started is not held, one that was released is not held again.
    void setBreakpoints(Breakpoints breakpoints) { m_breakpoints = std::move(breakpoints); }
    /// Every step is held before it starts, until this is taken back; those held then still want release().
    void setStepping(bool isStepping) { m_isStepping = isStepping; }
    /// Lets a held step start.
    const std::vector<Decision> &release(int step, Instant now);

    /// When timeReached wants to be called next: a retry, the deadline or a step's total_timeout.
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
    bool isPaused() const { return m_isPaused; }
    bool isStarted() const { return m_isStarted; }
    /// When the whole execution must be over; nothing before start().
    const std::optional<Instant> &deadline() const { return m_deadline; }
    /// Of a step with total_timeout that has begun and not ended.
    std::optional<TotalLimit> limitOf(int step) const;

private:
    enum class Phase { Main, Undo, Finally, Over };
    struct Limit
    {
        TotalLimit total;
        std::string lastFailure;
        bool isStopped = false; ///< it ran then, and was asked to stop
    };

    void advance();
    void startReady();
    void consider(int step);
    bool passesGate(int step);
    bool isHeldBack(int step) const;
    void end(int step, StepStatus status, Reason reason);
    void cancelled(int step, const Outcome &outcome);
    void failed(int step, const Outcome &outcome);
    void waitForRetry(int step, const Outcome &outcome);
    void beginLimit(int step);
    void forgetLimit(int step);
    bool isLate(int step) const;
    void stopLate();
    void endLate(int step, const std::string &failure);
    void stop(ExecutionStatus status, Reason reason);
    void letGo(int step);
    void succeeded(int step);
    void undoNext(int ended);
    void enterUndo();
    void enterFinally();
    void finish();
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
    std::set<int> m_postponed;                   ///< would have started, had the execution not been paused
    std::set<int> m_held;                        ///< at a breakpoint
    std::set<int> m_released;                    ///< were held once
    std::map<int, int> m_undoOf;                 ///< undo step by the step that it compensates
    std::vector<int> m_toUndo;                   ///< undo steps: as their steps succeeded, later as they run
    std::size_t m_undoAt = 0;                    ///< the one of m_toUndo whose turn it is
    std::set<std::pair<Instant, int>> m_retries; ///< steps in Backoff, by time
    std::map<int, Limit> m_limits;
    std::set<std::pair<Instant, int>> m_limitTimes; ///< of m_limits that are to come
    std::vector<Decision> m_decisions;
    Instant m_now{}; ///< of the call that is being answered
    Phase m_phase = Phase::Main;
    ExecutionStatus m_status = ExecutionStatus::Running;
    Reason m_stopReason;
    bool m_stopping = false;
    bool m_cancelled = false;
    bool m_compensate = false;
    bool m_anyFailed = false;
    bool m_empty = false;
    bool m_isStarted = false;
    bool m_isPaused = false;
    bool m_isStepping = false;
    Breakpoints m_breakpoints;
    std::optional<Instant> m_deadline;
    int m_running = 0;
    int m_limit = 1;
    int m_unfinished = 0; ///< steps of the current phase that have not ended
};

} // namespace batuta::plan
