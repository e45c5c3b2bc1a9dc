// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/execution_setup.h"
#include "engine/host/foreach_attempt.h"
#include "engine/host/journal.h"
#include "engine/host/narrator.h"
#include "engine/json/redact.h"
#include "engine/plan/plan.h"
#include "engine/steps/runner.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace batuta::host {

/// One execution while it runs: tells the plan what happens, gives its decisions to the runners, and keeps
/// the record. What it is told goes to the journal first; what follows from it (calls, cancels, events, the
/// answer to whoever asked) happens once the journal has it. Lives on the loop's thread; owned by the Engine
/// until `finished` has been called and the record is stored.
class Execution
{
public:
    using Setup = ExecutionSetup;
    using Ports = ExecutionPorts;
    using ChildKey = host::ChildKey;

    Execution(Setup setup, Ports ports);
    ~Execution();

    /// Decides what comes first; it happens with the committed() that tells that the beginning is stored.
    void begin();
    /// Instead of begin(): brings back what the journal tells, without calling anything or telling anybody.
    /// What follows an entry that is missing is left out: nothing came of it.
    Status restore(const std::vector<std::string> &entries);
    /// After restore(): what was in flight is called again, with the same attempt.
    void goOn();
    /// The oldest thing that waits for the journal is stored, or cannot be.
    void committed(const Status &status);
    /// The record is stored, or cannot be: the last events go out, and whoever ended it hears of it.
    void stored(const Status &status);

    /// Tells it one thing from outside; `done` comes when it is durable. Refused when it does not fit.
    void tell(Input input, Acknowledge done);
    /// The answer of a person to a step that asks.
    void answer(const std::string &step, const steps::Delivery &delivery, Acknowledge done);
    void cancel() { tell({Input::Kind::Cancel}, nullptr); }

    const client::ExecutionRecord &record() const { return m_record; }
    client::ExecutionRecord takeRecord() { return std::move(m_record); }
    const std::vector<client::EventRecord> &events() const { return m_events; }
    /// How many of them have been told: the others wait for the journal.
    std::size_t published() const { return m_published; }
    /// Calls back once everything that it shows is stored: at once, or when the last of it is.
    void whenSettled(std::function<void()> then);
    /// The record as it would read now, durations included.
    client::ExecutionRecord snapshot() const;
    const json::Redactor &redactor() const { return m_redactor; }
    /// A text of the flow as this execution sees it; "" when it cannot be evaluated.
    std::string textOf(const expr::Template &text) const { return text.evaluateText(m_context).value_or(""); }
    const client::RoutingView &routing() const { return m_prepared.routing; }
    const flow::Flow &flow() const { return *m_prepared.flow; }
    /// The result of the flow's `output`, as it is: for a parent, never for a record.
    const json::Value &output() const { return m_output; }
    int depth() const { return m_depth; }
    /// It waits for a place among others of its flow.
    bool isQueued() const { return !m_plan.isStarted() && !m_over; }
    /// An entry of its journal could not be written: it stands still until an engine brings it back.
    bool isBroken() const { return m_isBroken; }
    /// Nothing of it is under way that could not wait for another engine: no call, no entry to be written.
    bool isAtRest() const;
    bool isOver() const { return m_over; }
    bool isPaused() const { return m_plan.isPaused(); }
    const Narrator &narrator() const { return m_narrator; }

private:
    struct Told
    {
        Input input;
        Acknowledge done;
    };
    /// What follows from one thing once it is in the journal.
    struct Turn
    {
        std::vector<plan::Decision> effects; ///< starts and cancels
        std::size_t events = 0;              ///< up to this many are public
        bool offersSignals = false;
        Acknowledge done;
        std::vector<std::function<void()>> settled;
    };

    void take(Told told);
    void publishRest();
    Status refusal(const Input &input) const;
    void process(const Input &input);
    void apply(const Input &input);
    void perform(Turn turn);
    void drain();
    void apply(const std::vector<plan::Decision> &decisions);
    void noteStart(int step, int attempt);
    std::string placeOf(int step, int attempt) const;
    void startStep(int step);
    std::unique_ptr<steps::RunningAttempt> launchAttempt(int step, const steps::Attempt &attempt);
    void reported(int step, steps::AttemptReport &&report);
    void limitData(steps::AttemptReport &report) const;
    void settle(const Input &input);
    void release(const Input &input);
    void setBreakpoints(const json::Value &data);
    void offerSignals();
    void consumeSignals(int step, const json::Value &output);
    void showEnd(int step);
    void stepEnded(int step);
    void executionEnded();
    void sealForRepeat();
    void armWake();
    void event(std::string kind, const std::string &step, json::Value data);
    std::optional<Duration> timeoutOf(int step) const;
    void showUnended(int step, std::string name, json::Value value);
    void recordOutput(client::StepRecord &record, const json::Value &output) const;
    std::string firstFailure() const;
    Duration elapsed() const;
    WallTime wallAt(Duration at) const { return m_record.startedAt + at; }
    bool isReplaying() const { return m_isReplaying; }
    const expr::Context &contextOf(int step) const;
    client::StepRecord &stepRecord(int step);

    Prepared m_prepared;
    client::ExecutionRecord m_record;
    ExecutionContext m_context;
    json::Redactor m_redactor;
    Narrator m_narrator;
    telemetry::TraceContext m_trace;
    json::Value m_beginning;
    Ports m_ports;
    json::Value m_pinnedOutputs;
    Faults m_faults;
    json::Value m_firstBreakpoints;
    plan::Plan m_plan;
    ExecutionId m_id;
    int m_depth;
    SteadyTime m_startedAt;
    bool m_wantsOutput;
    std::vector<std::size_t> m_recordAt; ///< position of a step of the plan in the record
    std::vector<std::unique_ptr<steps::RunningAttempt>> m_running;
    std::vector<Duration> m_attemptBegan;
    std::vector<Duration> m_stepBegan;
    std::vector<json::Value> m_lastOutput;
    std::unordered_map<int, std::unique_ptr<LayeredContext>> m_edited; ///< what a held step sees instead
    std::unordered_map<int, std::map<int, ItemEnd>> m_items; ///< of a foreach that goes on after a crash
    json::Object m_secretOutputs; ///< what masking took away, for whoever repeats the execution
    std::deque<Told> m_inbox;
    std::deque<Turn> m_turns; ///< wait for the journal, oldest first
    Turn m_turn;              ///< being put together
    std::deque<steps::Delivery> m_signals;
    std::vector<std::function<void()>> m_settled; ///< wait for the last record
    Acknowledge m_lastDone;                       ///< of what ended the execution
    std::map<int, Duration> m_cancelAsked;        ///< when, by step
    std::set<int> m_unended;                      ///< steps whose record ends with an attempt under way
    std::map<int, Acknowledge> m_answered;        ///< of the report that an answer is about to cause, by step
    std::vector<client::EventRecord> m_events;
    std::size_t m_published = 0;
    json::Value m_output;
    std::optional<Duration> m_at; ///< the time of what is being processed: the same when it is told again
    bool m_isReplaying = false;
    std::int64_t m_entries = 0; ///< written to the journal
    std::uint64_t m_data = 0;   ///< bytes of the outputs so far
    bool m_isBroken = false;    ///< an entry could not be written: nothing more may happen
    bool m_isQueued;
    bool m_isGoingOn = false; ///< what starts now was in flight when the engine died
    bool m_busy = false;
    bool m_over = false;
    bool m_reportOffered = false;
    net::Loop::TimerId m_wake = 0;
    std::optional<plan::Instant> m_wakeAt;
};

/// An id made of a name: always the same for the same name, so that it is found again after a crash.
std::string idFrom(std::string_view name);

} // namespace batuta::host
