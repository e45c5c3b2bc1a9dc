// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/plan/plan.h"
#include "tests/support/flow_text.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::test {

/// What the pretended runner of one attempt does.
struct Act
{
    plan::Outcome outcome;
    Duration takes = std::chrono::seconds(1);
    bool deaf = false; ///< reports its outcome at its own time although it was asked to stop
};

/// Chooses the act of an attempt.
using Script = std::function<Act(const std::string &step, int attempt)>;

/// A script from words: `a=ok`, `b=503/2s,ok` (one act per attempt, the last one repeats). Acts are ok, conn,
/// timeout, critical, fail, refused, cancelled or a status code, then `@duration` for its retryAfter, then
/// `/duration`, then `!` for a deaf runner. Others take 1 s and succeed.
Script scriptFromText(std::string_view text);

/// One decision as it was made, with what the plan said of its step at that moment.
struct Moment
{
    plan::Instant at{};
    plan::Decision decision;
    plan::StepStatus status = plan::StepStatus::Pending;
    plan::Reason reason;
};

/// What somebody does to the execution.
struct Command
{
    enum class Kind {
        Cancel,
        CancelAndUndo,
        Pause,
        Resume,
        Release,
        Step,   ///< stepping on
        Unstep, ///< stepping off
        Open,   ///< no stepping, no breakpoints, no pause, and every held step is released
    };
    plan::Instant at{};
    Kind kind = Kind::Cancel;
    std::string step; ///< of Release
};

/// Commands from text: `2s pause, 5s resume, 6s release b, 7s cancel, 8s cancel+undo, 0s step, 9s unstep,
/// 99s open`.
std::vector<Command> commandsFromText(std::string_view text);

/// One call of the plan, so that it can be made again.
struct Call
{
    std::function<const std::vector<plan::Decision> &(plan::Plan &)> make;
    std::string picture; ///< its decisions, and all states after it
};

/// Settings of a run besides flow and script.
struct RunSettings
{
    plan::PlanOptions options;
    json::Value roots = json::Object{}; ///< `input`, `env` …
    std::vector<plan::Instant> cancels;
    std::vector<Command> commands;
    std::map<std::string, std::string> breakpoints;    ///< by step; an empty condition holds always
    std::map<std::string, std::string> pins;           ///< where a step's output is from
    bool isStepping = false;                           ///< from the start
    std::function<void(const plan::Plan &)> afterEach; ///< called after each input to the plan
};

/// Runs a plan in virtual time against pretended runners, to its end. Reports come before timers of the same
/// instant, in the order in which the attempts started.
class VirtualRun
{
public:
    VirtualRun(flow::FlowPtr flow, Script script, RunSettings settings = {});

    const plan::Plan &plan() const { return m_plan; }
    const std::vector<Moment> &moments() const { return m_moments; }
    /// `0s start a`, `1s a success`, `1s retry b at 3s`, `4s cancel c`, `5s finished success`, one a line.
    std::string log() const;
    /// The lines of log() that say how steps and execution ended, without their times.
    std::string ends() const;
    /// Makes the same calls of a new plan, and names the first after which decisions or states differ.
    std::string replayed() const;
    bool startedWhilePaused() const { return m_startedWhilePaused; }

private:
    struct Event
    {
        int step = -1; ///< -1: the command
        int attempt = 0;
        plan::Outcome outcome;
        Command command{};
    };

    using Input = std::function<const std::vector<plan::Decision> &(plan::Plan &)>;

    void runToEnd();
    void prepare(plan::Plan &plan) const;
    void call(const Input &input);
    void obey(const Command &command);
    int positionOf(const std::string &name) const;
    void take(const std::vector<plan::Decision> &decisions);
    void startAttempt(int step, int attempt);
    void askToStop(int step, int attempt);
    const std::string &nameOf(int step) const { return m_plan.stepAt(step).id.value; }
    std::string line(const Moment &moment) const;

    Script m_script;
    RunSettings m_settings;
    expr::ObjectContext m_context;
    flow::FlowPtr m_flow;
    plan::Plan m_plan;
    std::vector<Call> m_calls;
    plan::Instant m_now{};
    std::multimap<plan::Instant, Event> m_events;
    std::map<std::pair<int, int>, bool> m_deaf;
    std::vector<Moment> m_moments;
    bool m_startedWhilePaused = false;
};

/// log() and ends() of a flow and a script written as text.
std::string logOf(std::string_view flow, std::string_view script = {}, RunSettings settings = {});
std::string endsOf(std::string_view flow, std::string_view script = {}, RunSettings settings = {});

} // namespace batuta::test
