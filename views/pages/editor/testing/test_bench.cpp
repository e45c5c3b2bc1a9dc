// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/testing/test_bench.h"

#include "engine/json/json.h"
#include "engine/json/redact.h"
#include "views/models/status.h"
#include "views/models/text.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kBetweenSnapshots = 250; // ms
constexpr std::size_t kMostEarly = 10'000;

} // namespace

TestBench::TestBench(FlowDocument &document, EngineLink &engine, ViewState &state, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_engine(engine)
    , m_setup(state)
    , m_memory(state)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kBetweenSnapshots);
    connect(&m_again, &QTimer::timeout, this, &TestBench::ask);
    connect(&m_document, &FlowDocument::flowChanged, this, &TestBench::followDocument);
    connect(&m_document, &FlowDocument::textChanged, this, &TestBench::phaseChanged);
    connect(&m_engine, &EngineLink::eventsArrived, this, &TestBench::take);
    connect(&m_engine, &EngineLink::eventsLost, this, [this] {
        m_record.setGap();
        askSoon();
    });
    connect(&m_engine, &EngineLink::stateChanged, this, [this] {
        if (m_phase == Phase::Starting && !m_engine.isRunning())
            failed({ErrorCode::EngineUnreachable, "engine", m_engine.reason().detail, {}, {}});
        else if (m_phase == Phase::Running && m_engine.isRunning())
            askSoon();
        emit phaseChanged();
    });
    connect(&m_setup, &TestSetup::breakpointsChanged, this, &TestBench::sendBreakpoints);
    connect(&m_form, &InputForm::changed, this, [this] {
        m_memory.keepLastValues(m_form.input());
        emit inputChanged();
    });
    followDocument();
}

/// Another name takes other pins, breakpoints and inputs; another schema keeps the values that it knows.
void TestBench::followDocument()
{
    if (!m_document.flow())
        return;
    const client::FlowSummary &flow = *m_document.flow();
    const bool isOther = textOf(flow.name.value) != m_flow;
    if (isOther || flow.input != m_form.schema()) {
        m_flow = textOf(flow.name.value);
        if (isOther)
            m_outputs.clear();
        const json::Value kept = m_form.input();
        const QSignalBlocker quiet(m_form);
        m_memory.setFlow(m_flow, SecretRules(flow.input));
        m_form.setSchema(flow.input);
        if (isOther)
            fillForm();
        else
            m_form.fill(kept);
    }
    m_setup.setFlow(m_flow);
    emit inputChanged();
    emit phaseChanged();
}

void TestBench::fillForm()
{
    if (const auto last = m_memory.lastValues())
        m_form.fill(*last);
    else if (const auto recent = m_memory.recent(); !recent.empty())
        m_form.fill(recent.front().input);
    else if (const json::Value &sample = m_form.schema()["examples"].at(0); sample.isObject())
        m_form.fill(sample);
}

std::string TestBench::kindOf(const std::string &step) const
{
    if (m_document.flow())
        for (const client::StepPreview &one : m_document.flow()->steps)
            if (one.step == step)
                return one.kind;
    return {};
}

bool TestBench::isProduction() const
{
    return environmentKind(m_engine.info().environment) == EnvironmentKind::Production;
}

QString TestBench::whyNot(const TestRequest &request) const
{
    if (!m_engine.isRunning())
        return tr("The engine is not running");
    if (m_phase == Phase::Starting || m_phase == Phase::Running)
        return tr("A test is running");
    if (m_document.text().empty())
        return tr("There is no flow yet");
    if (request.part == TestRequest::Part::Whole)
        return {};
    if (request.step.empty())
        return tr("No step is selected");
    return kindOf(request.step).empty() ? tr("The flow on the screen has no such step yet") : QString();
}

bool TestBench::isOutdated() const
{
    return !m_record.isEmpty() && m_revision != m_document.revision();
}

const TestStep *TestBench::step(const std::string &id) const
{
    const auto found = m_steps.find(id);
    return found == m_steps.end() ? nullptr : &found->second;
}

std::set<std::string> TestBench::stepNames() const
{
    std::set<std::string> names;
    if (m_document.flow())
        for (const client::StepPreview &step : m_document.flow()->steps)
            names.insert(step.step);
    return names;
}

void TestBench::run(const TestRequest &request)
{
    if (const QString why = whyNot(request); !why.isEmpty())
        return emit told(why);
    if (!m_form.problems().empty())
        return emit inputWanted(request);
    if (isProduction())
        return emit confirmationWanted(request);
    runConfirmed(request);
}

/// What the steps gave last: a step that is run alone is given it. What is masked or long is not.
void TestBench::keepOutputs()
{
    for (const auto &[name, step] : m_record.steps())
        if (step.status == "success" && !step.output.empty() &&
            step.output.size() <= TestSetup::kLargestPin &&
            step.output.find(json::kMask) == std::string::npos)
            m_outputs.insert_or_assign(name, step.output);
}

/// {only, until, pins}.
json::Value TestBench::partOf(const TestRequest &request) const
{
    json::Value pins = m_setup.pinsJson(stepNames());
    if (request.part == TestRequest::Part::Only)
        for (const auto &[name, text] : m_outputs)
            if (name != request.step && !pins.asObject().contains(name))
                if (auto output = json::parse(text))
                    pins.object().set(name, std::move(*output));
    if (request.part == TestRequest::Part::Whole && pins.asObject().empty())
        return {};
    json::Object part;
    if (request.part != TestRequest::Part::Whole)
        part.append(request.part == TestRequest::Part::Only ? "only" : "until", request.step);
    part.append("pins", std::move(pins));
    return part;
}

client::StartExecution TestBench::command(const TestRequest &request)
{
    const std::set<std::string> names = stepNames();
    client::StartExecution command;
    if (m_document.flow()) {
        command.flow = m_document.flow()->name;
        command.system = m_document.flow()->system;
    }
    command.text = m_document.text();
    command.trigger = "manual"; // the text makes it a test
    command.input = m_form.input();
    command.part = partOf(request);
    command.faults = m_setup.faultsJson(names);
    command.breakpoints = m_setup.breakpointsJson(names, request.isStepping);
    return command;
}

void TestBench::runConfirmed(const TestRequest &request)
{
    if (const QString why = whyNot(request); !why.isEmpty())
        return emit told(why);
    client::StartExecution start = command(request);
    m_request = request;
    m_isStepping = request.isStepping;
    m_input = start.input;
    m_hadFaults = !start.faults.isNull();
    m_pinned.clear();
    for (const auto &[step, value] : start.part["pins"].asObject())
        if (step != request.step || request.part != TestRequest::Part::Only)
            m_pinned.insert(step);
    m_revision = m_document.revision();
    m_error.reset();
    m_early.clear();
    m_moment = -1;
    m_record = {};
    setPhase(Phase::Starting);
    refreshSteps();
    m_engine.start(std::move(start), this,
                   [this, generation = ++m_generation](const Result<client::Started> &started) {
                       if (generation != m_generation || m_phase != Phase::Starting)
                           return;
                       if (!started)
                           return failed(started.error());
                       began(*started);
                   });
}

void TestBench::began(const client::Started &started)
{
    m_record.begin(started.id.value, m_pinned);
    m_memory.remember(m_input, textOf(started.id.value), SystemClock().wall());
    m_isCancelling = false;
    setPhase(Phase::Running);
    take({std::exchange(m_early, {}), false});
    ask();
}

void TestBench::failed(const Error &error)
{
    m_error = error;
    if (const std::string &own = m_document.file(); m_error->place.file.ends_with(own))
        m_error->place.file = own; // as the workspace calls it
    setPhase(m_record.isEmpty() ? Phase::Idle : Phase::Ended);
}

void TestBench::setPhase(Phase phase)
{
    m_phase = phase;
    if (phase != Phase::Running)
        m_isCancelling = false;
    emit phaseChanged();
}

void TestBench::take(const client::EventBatch &batch)
{
    if (m_phase == Phase::Starting) { // they may be ours
        if (m_early.size() < kMostEarly)
            m_early.insert(m_early.end(), batch.events.begin(), batch.events.end());
        return;
    }
    // The last snapshot may overtake the events before it.
    if (m_record.isEmpty() || !m_record.apply(batch.events))
        return;
    refreshSteps();
    emit momentsChanged();
    askSoon();
}

/// A snapshot brings what events do not tell: outputs, requests and answers.
void TestBench::askSoon()
{
    m_isStale = true;
    if (m_phase == Phase::Running && !m_again.isActive() && !m_isAsking)
        m_again.start(m_record.isOver() ? 0 : kBetweenSnapshots);
}

void TestBench::ask()
{
    if (m_phase != Phase::Running || m_isAsking)
        return;
    m_isAsking = true;
    m_isStale = false;
    const QString id = textOf(m_record.execution());
    m_engine.execution(id, this, [this, id](Result<client::ExecutionRecord> record) {
        m_isAsking = false;
        if (textOf(m_record.execution()) != id || m_phase != Phase::Running)
            return ask(); // another test has begun meanwhile
        if (record)
            m_record.setRecord(std::move(*record));
        refreshSteps();
        if (!record && record.error().code == ErrorCode::ExecutionUnknown)
            return failed(record.error()); // it is another engine's now
        if (m_record.hasEnded())
            end();
        else if (m_isStale || m_record.isOver())
            askSoon();
    });
}

void TestBench::end()
{
    keepOutputs();
    setPhase(Phase::Ended);
}

void TestBench::refreshSteps()
{
    TestSteps now = m_record.steps();
    std::vector<std::string> held;
    for (const auto &[name, step] : now)
        if (step.status == "held" && m_phase == Phase::Running)
            held.push_back(name);
    m_steps = m_moment < 0 ? std::move(now) : m_record.stepsAfter(std::min(m_moment, moments()));
    emit stepsChanged();
    if (held == m_held)
        return;
    m_held = std::move(held);
    emit heldChanged();
}

void TestBench::cancel()
{
    if (m_phase != Phase::Running)
        return;
    m_isCancelling = true;
    emit phaseChanged();
    m_engine.cancel(textOf(m_record.execution()), this, [this](const Result<void> &asked) {
        if (asked)
            return;
        m_isCancelling = false;
        m_error = asked.error();
        emit phaseChanged();
    });
}

void TestBench::act(client::Act act)
{
    act.subject = m_record.execution();
    m_engine.act(std::move(act), this, [this](const Result<json::Value> &done) {
        if (done || done.error().code == ErrorCode::ExecutionEnded)
            return;
        m_error = done.error();
        emit phaseChanged();
    });
}

void TestBench::sendBreakpoints()
{
    if (m_phase == Phase::Running)
        act({"breakpoints", {}, {}, m_setup.breakpointsJson(stepNames(), m_isStepping), {}, {}});
}

void TestBench::release(const std::string &step, bool isStepping)
{
    if (m_held.empty())
        return emit told(tr("No step is held"));
    m_isStepping = isStepping;
    const std::string wanted = step.empty() ? m_held.front() : step;
    act({"release", {}, wanted, json::Object{{"stepping", isStepping}}, {}, {}});
}

QString TestBench::payload() const
{
    return textOf(json::writePretty(m_form.secrets().masked(m_input)));
}

Result<void> TestBench::releaseWith(const std::string &step, const QString &payload)
{
    const Result<json::Value> edited = json::parse(payload.toStdString());
    if (!edited)
        return edited.error();
    if (!edited->isObject())
        return Error{ErrorCode::InputInvalid, "input", "the input must be a JSON object", {}, {}};
    const json::Value input = m_form.secrets().restored(*edited, m_input);
    if (const auto schema = json::Schema::compile(m_form.schema()))
        if (const auto broken = schema->validate(input); !broken.empty())
            return Error{ErrorCode::InputInvalid,
                         broken.front().pointer.empty() ? "input" : broken.front().pointer.substr(1),
                         broken.front().message,
                         {},
                         {}};
    act({"release", {}, step, json::Object{{"stepping", m_isStepping}, {"input", input}}, {}, {}});
    return {};
}

void TestBench::stepOn()
{
    if (m_phase == Phase::Running)
        return release({}, true);
    run({TestRequest::Part::Whole, {}, true});
}

void TestBench::setMoment(int moment)
{
    const int wanted = moment < 0 || moment >= moments() ? -1 : moment;
    if (wanted == m_moment)
        return;
    m_moment = wanted;
    refreshSteps();
    emit momentsChanged();
}

void TestBench::pinOutput(const std::string &step)
{
    const TestSteps now = m_record.steps();
    const auto found = now.find(step);
    const Result<json::Value> output =
        found == now.end() || found->second.status != "success"
            ? Result<json::Value>(Error{})
            : json::parse(found->second.output.empty() ? "null" : found->second.output);
    if (!output || output->isNull())
        return emit told(tr("It has given no output that could be pinned"));
    if (const Result<void> pinned = m_setup.pin(step, *output); !pinned)
        return emit told(tr("Too long to be pinned: at most 256 KiB a step and 1 MiB a flow"));
    emit told(tr("Pinned: the step answers with this from now on"));
}

} // namespace batuta::views
