// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Execution that is told things and makes them durable; execution_record.cpp keeps the record.
#include "engine/host/execution.h"

#include "engine/exports/otlp_spans.h"
#include "engine/host/answer.h"
#include "engine/host/find_step.h"
#include "engine/host/refusal.h"
#include "engine/host/trace_detail.h"
#include "engine/json/json.h"
#include "engine/json/weight.h"

#include <algorithm>

namespace batuta::host {
namespace {

constexpr std::size_t kNoRecord = static_cast<std::size_t>(-1);

plan::PlanOptions planOptions(const Execution::Setup &setup, const Prepared &prepared, const std::string &id,
                              std::function<void(int)> ended)
{
    plan::PlanOptions options;
    options.ended = std::move(ended);
    options.dropped = prepared.dropped;
    options.maxParallel = setup.maxParallel;
    options.seed = std::hash<std::string>()(id);
    for (const auto &[step, origin] : setup.pinned)
        if (const int at = findStep(*prepared.flow, step); at >= 0)
            options.pinned.emplace(at, origin);
    return options;
}

client::StepRecord emptyRecord(const flow::Step &step, bool isFinally, bool isUndo)
{
    client::StepRecord record;
    record.step = step.id.value;
    record.kind = flow::kindName(step.action);
    record.status = plan::statusName(plan::StepStatus::Pending);
    record.isFinally = isFinally;
    record.isUndo = isUndo;
    return record;
}

bool callsFlow(const flow::Step &step)
{
    return std::holds_alternative<flow::FlowStep>(step.action);
}

void tellSettled(const std::vector<std::function<void()>> &waiting)
{
    for (const auto &then : waiting)
        then();
}

} // namespace

Execution::Execution(Setup setup, Ports ports)
    : m_prepared(std::move(setup.prepared))
    , m_record(std::move(setup.record))
    , m_context(std::move(setup.roots))
    , m_redactor(std::move(setup.redactor))
    , m_narrator(std::move(setup.log))
    , m_trace(std::move(setup.trace))
    , m_beginning(std::move(setup.beginning))
    , m_ports(std::move(ports))
    , m_pinnedOutputs(std::move(setup.outputs))
    , m_faults(std::move(setup.faults))
    , m_firstBreakpoints(std::move(setup.breakpoints))
    , m_plan(m_prepared.flow,
             planOptions(setup, m_prepared, m_record.id, [this](int step) { showEnd(step); }), m_context)
    , m_id(m_record.id)
    , m_depth(setup.depth)
    , m_startedAt(m_ports.services.clock.steady())
    , m_wantsOutput(m_prepared.flow->usesStepValues)
    , m_recordAt(static_cast<std::size_t>(m_plan.graph().size()), kNoRecord)
    , m_running(m_recordAt.size())
    , m_attemptBegan(m_recordAt.size())
    , m_stepBegan(m_recordAt.size())
    , m_lastOutput(m_recordAt.size())
    , m_isQueued(setup.isQueued)
{
    constexpr std::size_t kUsualEvents = 2; // of a step, and of the whole
    m_events.reserve(kUsualEvents * (m_recordAt.size() + 1));
    m_record.steps.reserve(m_recordAt.size());
    if (m_isQueued) // the history has one word for all that have not ended
        m_record.status = "queued";
    for (int step = 0; step < m_plan.graph().firstUndo() && !m_plan.isEmpty(); ++step)
        if (!m_plan.graph().isDropped(step))
            stepRecord(step);
}

Execution::~Execution()
{
    m_ports.services.loop.cancelTimer(m_wake);
}

client::StepRecord &Execution::stepRecord(int step)
{
    std::size_t &at = m_recordAt[static_cast<std::size_t>(step)];
    if (at == kNoRecord) {
        at = m_record.steps.size();
        const plan::Graph &graph = m_plan.graph();
        m_record.steps.push_back(emptyRecord(m_plan.stepAt(step), graph.isFinally(step), graph.isUndo(step)));
    }
    return m_record.steps[at];
}

void Execution::begin()
{
    if (!isReplaying())
        m_narrator.started(m_record, m_plan.isEmpty() ? 0 : static_cast<int>(m_record.steps.size()));
    m_turn = {};
    m_at = Duration{};
    json::Value beginning = m_beginning;
    if (m_isQueued)
        beginning.object().set("queued", true);
    event("execution_started", {}, std::move(beginning));
    if (m_firstBreakpoints.isObject())
        setBreakpoints(m_firstBreakpoints);
    if (!m_isQueued)
        apply(m_plan.start());
    m_turn.events = m_events.size();
    m_at.reset();
    if (isReplaying())
        return;
    if (m_over)
        return m_ports.finished();
    m_turns.push_back(std::move(m_turn));
}

Status Execution::restore(const std::vector<std::string> &entries)
{
    m_isReplaying = true;
    begin();
    Duration last{};
    for (const std::string &entry : entries) {
        const Result<Input> input = readInput(entry, m_ports.seal);
        if (!input)
            return input.error();
        if (input->number != m_entries + 1)
            break;
        ++m_entries;
        if (input->step >= m_plan.graph().size() || m_over)
            return Error{ErrorCode::StoreCorrupt, m_id.value, "the journal does not fit the flow", {}, {}};
        m_turn = {};
        process(*input);
        last = input->at;
    }
    m_isReplaying = false;
    // The wall clock says how long nobody was there; it never takes the execution back.
    const Duration gone = std::max(
        last, std::chrono::duration_cast<Duration>(m_ports.services.clock.wall() - m_record.startedAt));
    m_startedAt = m_ports.services.clock.steady() - gone;
    m_published = m_events.size();
    m_busy = true; // what it is told from now on waits for goOn()
    return {};
}

void Execution::goOn()
{
    if (m_over) {
        m_busy = false;
        m_ports.finished(); // only its last record was missing
        return drain();
    }
    event("execution_resumed", {}, nullptr);
    publishRest();
    std::vector<int> inFlight;
    bool isLate = false;
    for (int step = 0; step < m_plan.graph().size(); ++step) {
        if (m_plan.state(step).status != plan::StepStatus::Running)
            continue;
        inFlight.push_back(step);
        const std::optional<plan::TotalLimit> limit = m_plan.limitOf(step);
        isLate = isLate || (limit && limit->at <= elapsed() && !m_plan.state(step).cancelAsked);
    }
    // What ran out of time meanwhile is not called again; nobody runs yet who could be asked to stop.
    if (isLate) {
        take({{Input::Kind::Time}, nullptr});
        for (Turn &turn : m_turns)
            std::erase_if(turn.effects, [](const plan::Decision &effect) {
                return effect.kind == plan::Decision::Kind::Cancel;
            });
    }
    m_isGoingOn = true;
    for (const int step : inFlight) {
        const flow::Step &definition = m_plan.stepAt(step);
        if (!m_plan.state(step).cancelAsked)
            startStep(step);
        else if (!callsFlow(definition)) // who was asked to stop has gone with the process
            reported(step, definition.forEach
                               ? stoppedForeach(definition, contextOf(step), std::exchange(m_items[step], {}))
                               : steps::AttemptReport{steps::cancelled(), {}, {}});
        else { // its children have come back, too
            startStep(step);
            if (m_running[static_cast<std::size_t>(step)])
                m_running[static_cast<std::size_t>(step)]->cancel();
        }
    }
    m_busy = false;
    m_isGoingOn = false;
    drain();
    armWake();
}

void Execution::tell(Input input, Acknowledge done)
{
    m_inbox.push_back({std::move(input), std::move(done)});
    drain();
}

void Execution::take(Told told)
{
    if (const Status refused = refusal(told.input); !refused) {
        if (told.done)
            told.done(refused);
        return;
    }
    told.input.at = elapsed();
    m_turn = {};
    process(told.input);
    m_turn.done = std::move(told.done);
    m_turn.events = m_events.size();
    // The last record holds everything: it is the journal's last word.
    if (m_over) {
        m_lastDone = std::move(m_turn.done);
        return;
    }
    if (!m_ports.journal)
        return perform(std::exchange(m_turn, {}));
    m_turns.push_back(std::exchange(m_turn, {}));
    told.input.number = ++m_entries;
    // What people hand over may hold a secret, too.
    if (!told.input.isSecret && !told.input.data.isNull())
        told.input.isSecret = !(m_redactor.value(told.input.data) == told.input.data);
    m_ports.journal(writeInput(told.input, m_ports.seal));
}

void Execution::process(const Input &input)
{
    m_at = input.at;
    apply(input);
    m_at.reset();
}

void Execution::apply(const Input &input)
{
    switch (input.kind) {
    case Input::Kind::Report:
        return settle(input);
    case Input::Kind::Time:
        return apply(m_plan.timeReached(input.at));
    case Input::Kind::Cancel:
        event("execution_cancel_requested", {}, m_redactor.value(input.data));
        return apply(m_plan.cancel(input.at, input.data["compensate"].asBoolean(),
                                   m_redactor.text(input.data["why"].asString())));
    case Input::Kind::Pause:
        event("execution_paused", {}, nullptr);
        return apply(m_plan.pause());
    case Input::Kind::Resume:
        event("execution_unpaused", {}, nullptr);
        return apply(m_plan.resume(input.at));
    case Input::Kind::Breakpoints:
        return setBreakpoints(input.data);
    case Input::Kind::Release:
        return release(input);
    case Input::Kind::Signal:
        event("execution_signalled", {}, json::Object{{"name", m_redactor.value(input.data["name"])}});
        m_signals.push_back(
            {steps::Delivery::Kind::Signal, input.data["name"].asString(), input.data["data"], {}, {}});
        m_turn.offersSignals = true;
        return;
    case Input::Kind::Item:
        m_data += json::weight(input.data["output"]);
        if (isReplaying())
            m_items[input.step].insert_or_assign(static_cast<int>(input.data["item"].asInteger()),
                                                 ItemEnd{static_cast<int>(input.data["attempt"].asInteger(1)),
                                                         input.outcome, input.data["output"]});
        return;
    case Input::Kind::Start:
        m_record.status = plan::statusName(plan::ExecutionStatus::Running);
        event("execution_placed", {}, nullptr);
        return apply(m_plan.start(input.at));
    }
}

void Execution::drain()
{
    if (m_busy)
        return;
    m_busy = true;
    const bool wasOver = m_over;
    while (!m_inbox.empty()) {
        Told told = std::move(m_inbox.front());
        m_inbox.pop_front();
        take(std::move(told));
    }
    m_busy = false;
    if (m_over && !wasOver)
        m_ports.finished();
    else if (!m_over)
        armWake();
}

void Execution::committed(const Status &status)
{
    if (m_turns.empty())
        return;
    Turn turn = std::move(m_turns.front());
    m_turns.pop_front();
    const auto settled = std::exchange(turn.settled, {});
    if (m_isBroken) {
        if (turn.done)
            turn.done(refused(m_id.value, m_record.error));
        return tellSettled(settled);
    }
    if (!status) {
        // Nothing may follow from what is not kept: the execution stands still until an engine brings it
        // back.
        m_isBroken = true;
        m_record.error = errorText(status.error());
        if (turn.done)
            turn.done(status);
        return tellSettled(settled);
    }
    m_busy = true;
    perform(std::move(turn));
    m_busy = false;
    tellSettled(settled);
    drain();
}

/// Of an attempt, in the trace that everybody knows.
std::string Execution::placeOf(int step, int attempt) const
{
    const std::string &name = m_plan.stepAt(step).id.value;
    return telemetry::traceparent(exports::attemptSpan(exports::stepSpan(m_trace, name), attempt));
}

void Execution::perform(Turn turn)
{
    for (; m_published < turn.events; ++m_published)
        m_ports.publish(m_events[m_published]);
    for (const plan::Decision &effect : turn.effects) {
        if (effect.kind == plan::Decision::Kind::Start)
            startStep(effect.step);
        else if (const auto &running = m_running[static_cast<std::size_t>(effect.step)])
            running->cancel();
    }
    if (turn.offersSignals)
        offerSignals();
    if (turn.done)
        turn.done({});
}

void Execution::whenSettled(std::function<void()> then)
{
    if (m_over)
        m_settled.push_back(std::move(then));
    else if (!m_turns.empty())
        m_turns.back().settled.push_back(std::move(then));
    else
        then();
}

void Execution::stored(const Status &status)
{
    publishRest();
    tellSettled(std::exchange(m_settled, {}));
    if (const Acknowledge done = std::exchange(m_lastDone, nullptr))
        done(status);
}

void Execution::publishRest()
{
    for (; m_published < m_events.size(); ++m_published)
        m_ports.publish(m_events[m_published]);
}

void Execution::apply(const std::vector<plan::Decision> &decisions)
{
    for (const plan::Decision &decision : decisions) {
        switch (decision.kind) {
        case plan::Decision::Kind::Start:
            noteStart(decision.step, decision.attempt);
            m_turn.effects.push_back(decision);
            break;
        case plan::Decision::Kind::Cancel:
            event("step_cancel_asked", m_plan.stepAt(decision.step).id.value, nullptr);
            m_cancelAsked[decision.step] = elapsed();
            showUnended(decision.step, "cancel",
                        json::Object{{"receipt", "asked"}, {"asked_at", isoTime(wallAt(elapsed()))}});
            m_turn.effects.push_back(decision);
            break;
        case plan::Decision::Kind::RetryLater: {
            const std::string &name = m_plan.stepAt(decision.step).id.value;
            stepRecord(decision.step).status = plan::statusName(plan::StepStatus::Backoff);
            if (!isReplaying())
                m_narrator.retryLater(name, decision.attempt + 1, decision.at - elapsed());
            event("step_retry", name,
                  json::Object{{"attempt", decision.attempt + 1},
                               {"wait_ms", (decision.at - elapsed()).count() / 1000}});
            break;
        }
        case plan::Decision::Kind::Held:
            stepRecord(decision.step).status = plan::statusName(plan::StepStatus::Held);
            event("step_held", m_plan.stepAt(decision.step).id.value, nullptr);
            break;
        case plan::Decision::Kind::Ended:
            stepEnded(decision.step);
            break;
        case plan::Decision::Kind::Finished:
            executionEnded();
            break;
        }
    }
}

void Execution::armWake()
{
    if (m_isBroken) // it refuses what the timer would tell
        return;
    const std::optional<plan::Instant> at = m_plan.nextWake();
    if (at == m_wakeAt)
        return;
    m_ports.services.loop.cancelTimer(m_wake);
    m_wakeAt = at;
    m_wake = 0;
    if (!at)
        return;
    m_wake = m_ports.services.loop.startTimer(m_startedAt + *at, [this] {
        m_wake = 0;
        m_wakeAt.reset();
        tell({Input::Kind::Time}, nullptr);
    });
}

} // namespace batuta::host
