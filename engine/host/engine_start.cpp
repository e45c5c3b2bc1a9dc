// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Engine that lets executions begin.
#include "engine/host/engine.h"

#include "engine/base/uuid.h"
#include "engine/host/find_step.h"
#include "engine/host/test_run.h"
#include "engine/json/json.h"

#include <algorithm>

namespace batuta::host {
namespace {

client::ExecutionRecord beginningOf(const Prepared &prepared, const client::StartExecution &command,
                                    const json::Redactor &redactor)
{
    client::ExecutionRecord record;
    record.id = newUuid();
    record.flow = prepared.flow->name.value;
    record.flowVersion = prepared.flow->version;
    record.status = plan::statusName(plan::ExecutionStatus::Running);
    record.trigger = command.trigger;
    record.routeRule = prepared.routing.rule;
    record.correlationId = command.correlationId;
    record.userId = prepared.input["user_id"].asString();
    record.sessionId = prepared.input["session_id"].asString();
    record.identifier = prepared.input["identifier"].asString();
    record.input = redactor.value(prepared.input);
    for (const std::string &name : prepared.flow->input.secretProperties())
        if (!record.input[name].isNull())
            record.input.object().set(name, json::kMask);
    return record;
}

ExecutionContext::Roots rootsOf(const Prepared &prepared, const client::ExecutionRecord &record,
                                json::Value env)
{
    ExecutionContext::Roots roots;
    roots.startedAt = isoTime(record.startedAt);
    roots.input = prepared.input;
    roots.env = std::move(env);
    roots.execution = json::Object{{"id", record.id}, {"started_at", roots.startedAt}, {"flow", record.flow}};
    roots.flow = json::Object{{"name", record.flow}, {"version", record.flowVersion}};
    roots.trigger = json::Object{{"kind", record.trigger}, {"correlation_id", record.correlationId}};
    return roots;
}

/// Evaluates what the flow says about its executions among each other.
Result<std::string> keyOf(const expr::Template &key, const Execution::Setup &setup)
{
    return key.evaluateText(ExecutionContext(setup.roots));
}

json::Value listOf(const std::vector<std::string> &texts)
{
    return json::Array(texts.begin(), texts.end());
}

/// What a deployment calls itself: BATUTA_REVISION, or what Cloud Run says.
std::string revisionOf(const env::Environment &environment)
{
    constexpr std::size_t kMost = 200;
    for (const char *key : {"BATUTA_REVISION", "K_REVISION"})
        if (const env::Entry *entry = environment.find(key))
            return entry->value.substr(0, kMost);
    return "";
}

std::string repeatKey(const std::string &flow, const std::string &key)
{
    return flow + '\n' + key;
}

/// What the next engine must know of a start; "" when nothing follows from its repetition.
std::string keptRepeat(const Execution::Setup &setup, const std::string &key, const env::Seal &seal)
{
    const std::optional<flow::Idempotency> &policy = setup.prepared.flow->idempotency;
    if (key.empty() || policy->onRepeat == flow::OnRepeat::Warn)
        return {};
    return seal.seal(json::write(json::Object{{"key", repeatKey(setup.record.flow, key)},
                                              {"execution", setup.record.id},
                                              {"until", isoTime(setup.record.startedAt + policy->window)}}));
}

} // namespace

void Engine::start(client::StartExecution command, client::Reply<client::Started> reply)
{
    whenReady([this, command = std::move(command), reply = std::move(reply)]() mutable {
        if (command.id.empty() || m_live.contains(command.id))
            return startDurably(std::move(command), std::move(reply));
        const std::string id = command.id;
        m_history->find(id, [this, command = std::move(command), reply = std::move(reply),
                             put = m_postbox.slot()](auto found) {
            put([this, command, reply, found = std::move(found)] {
                if (!found)
                    return reply(found.error());
                if (const auto &known = *found)
                    return reply(client::Started{ExecutionId(known->id), FlowName(known->flow), {}, true});
                startDurably(command, reply);
            });
        });
    });
}

/// Told once it is durable: what was accepted is never lost.
void Engine::startDurably(client::StartExecution command, client::Reply<client::Started> reply)
{
    const Result<client::Started> started = startNow(std::move(command));
    if (!started)
        return reply(started.error());
    whenDurable(started->id.value, [started = *started, reply = std::move(reply)](const Status &status) {
        reply(status ? Result<client::Started>(started) : Result<client::Started>(status.error()));
    });
}

void Engine::whenDurable(const std::string &id, std::function<void(Status)> told)
{
    const auto live = m_live.find(id);
    if (live == m_live.end() || live->second.isDurable)
        return told({});
    live->second.begun.push_back(std::move(told));
}

void Engine::whenReady(std::function<void()> ready)
{
    if (m_isResuming)
        m_afterResume.push_back(std::move(ready));
    else
        ready();
}

Result<client::Started> Engine::startNow(client::StartExecution command)
{
    if (command.part.isNull() && command.text.empty())
        return launch(std::move(command), {});
    flow::FlowPtr flow = m_library.find(command.flow);
    if (!command.text.empty()) {
        Result<flow::FlowPtr> draft = readDraft(m_library, m_options.workspace, command);
        if (!draft)
            return draft.error();
        flow = std::move(*draft);
        command.flow = flow->name;
        command.trigger = kEditorTrigger;
    }
    if (!flow)
        return Error{ErrorCode::FlowUnknown, command.flow.value, {}, {}, {}};
    if (command.part.isNull())
        return launch(std::move(command), {}, Repeated{{}, flow, {}, json::Object{}, {}});
    const Result<Repeated> part = planRepeat({}, flow, command.part, m_seal);
    if (!part)
        return part.error();
    return launch(std::move(command), {}, *part);
}

Result<client::Started> Engine::launch(client::StartExecution command, Parent parent,
                                       const Repeated &repeated)
{
    if (m_draining && parent.id.empty()) // what runs may need its subflows to come to its end
        return Error{ErrorCode::EngineStopping, {}, {}, {}, {}};
    if (m_live.size() >= m_options.maxRunning)
        return Error{
            ErrorCode::HttpBusy, {}, std::to_string(m_live.size()) + " executions are running", {}, {}};
    if (m_live.contains(command.id))
        return client::Started{
            ExecutionId(command.id), FlowName(m_live.at(command.id).execution->record().flow), {}, true};
    Result<Prepared> prepared = prepare(m_library, command, repeated.flow);
    if (!prepared)
        return prepared.error();
    for (const std::string &name : repeated.left)
        if (const int at = findStep(*prepared->flow, name); at >= 0)
            prepared->dropped[static_cast<std::size_t>(at)] = true;
    Execution::Setup setup = setupOf(std::move(*prepared), command, parent, repeated);
    if (const Status added = addTests(command, setup); !added)
        return added.error();
    const bool remembers = setup.prepared.flow->idempotency && !isTest(setup.record);
    const Result<Repeat> repeat = remembers ? checkRepeat(setup) : Repeat{};
    if (!repeat)
        return repeat.error();
    const auto &policy = setup.prepared.flow->idempotency;
    if (remembers && policy->onRepeat == flow::OnRepeat::Reuse && !repeat->earlier.empty())
        return client::Started{ExecutionId(repeat->earlier), setup.prepared.flow->name,
                               setup.prepared.routing, true};
    if (const Status placed = takePlace(setup); !placed)
        return placed.error();
    if (remembers)
        remember(setup, repeat->key);
    return enter(std::move(setup), std::move(parent), *repeat);
}

/// Puts it among the living: its beginning is written, and what follows from it happens when it is.
client::Started Engine::enter(Execution::Setup setup, Parent parent, const Repeat &repeat)
{
    client::RoutingView routing = setup.prepared.routing;
    keepFlow(*setup.prepared.flow);
    const bool isJournaled = m_options.durability != store::Durability::Memory;
    std::string resume = isJournaled ? writeResume(resumeOf(setup, parent), m_seal) : std::string();
    std::string kept = keptRepeat(setup, repeat.key, m_seal);
    std::vector<std::string> secrets = std::move(setup.secrets);
    client::ExecutionRecord beginning = setup.record;
    auto execution = std::make_unique<Execution>(std::move(setup), portsOf(beginning.id, parent.depth));
    Execution &begun = *execution;
    const client::ExecutionRecord &record = begun.record();
    m_live.emplace(record.id, Live{std::move(execution),
                                   std::move(secrets),
                                   {},
                                   std::move(parent.told),
                                   repeat.key.empty() ? "" : repeatKey(record.flow, repeat.key),
                                   false,
                                   {}});
    m_metrics.started();
    if (m_exports)
        m_exports->begun(beginning);
    begun.narrator().requested(beginning, routing);
    const bool isRepeat = !repeat.earlier.empty();
    if (isRepeat)
        begun.narrator().repeated(record, begun.redactor().text(repeat.key));
    const auto told = [this, id = record.id, put = m_postbox.slot()](const Status &status) {
        put([this, id, status] { committed(id, true, status); });
    };
    if (kept.empty()) {
        together().begin(std::move(beginning), std::move(resume), told);
    } else { // never a key without its execution, nor an accepted execution without its key
        const auto hasBegun = std::make_shared<bool>(false);
        together().begin(std::move(beginning), std::move(resume), [told, hasBegun](const Status &status) {
            *hasBegun = status.has_value();
            if (!status)
                told(status);
        });
        const std::string key = std::string(kRepeats) + idFrom(repeatKey(record.flow, repeat.key));
        together().keep(key, std::move(kept),
                        [told, hasBegun, key, history = m_history.get()](const Status &status) {
                            if (*hasBegun)
                                told({});
                            else if (status)
                                history->keep(key, {}, nullptr);
                        });
    }
    begun.begin(); // may end it at once, never forgets it
    return client::Started{ExecutionId(record.id), FlowName(record.flow), std::move(routing), isRepeat};
}

Execution::Setup Engine::setupOf(Prepared prepared, const client::StartExecution &command,
                                 const Parent &parent, const Repeated &repeated)
{
    Execution::Setup setup;
    setup.secrets = secretsOf(prepared.input, *prepared.flow);
    setup.secrets.insert(setup.secrets.end(), parent.secrets.begin(), parent.secrets.end());
    std::sort(setup.secrets.begin(), setup.secrets.end());
    setup.secrets.erase(std::unique(setup.secrets.begin(), setup.secrets.end()), setup.secrets.end());
    setup.redactor = json::Redactor(setup.secrets);
    setup.record = beginningOf(prepared, command, setup.redactor);
    if (!command.id.empty())
        setup.record.id = command.id;
    setup.record.startedAt = m_ports.clock.wall();
    setup.record.environment = m_options.environment.empty() ? "default" : m_options.environment;
    setup.record.environmentFingerprint = m_environment.fingerprint();
    setup.record.revision = revisionOf(m_environment);
    setup.record.parent = parent.id;
    setup.record.origin = repeated.origin;
    setup.pinned = repeated.pinned;
    setup.outputs = repeated.outputs;
    placeInTrace(setup, command.traceparent);
    setup.maxParallel = command.maxParallel;
    setup.depth = parent.depth;
    setup.prepared = std::move(prepared);
    setup.triggerData = command.triggerData;
    setup.message = command.message;
    complete(setup, m_environment.asObject());
    return setup;
}

/// What must never be shown: values of secret environment keys, and of secret members of the input.
std::vector<std::string> Engine::secretsOf(const json::Value &input, const flow::Flow &flow) const
{
    std::vector<std::string> secrets = m_environment.secretValues();
    if (m_exports)
        secrets.insert(secrets.end(), m_exports->secrets().begin(), m_exports->secrets().end());
    for (const auto &[name, value] : input.asObject())
        if (value.isString() && json::isSecretName(name))
            secrets.push_back(value.asString());
    for (const std::string &name : flow.input.secretProperties())
        if (input[name].isString())
            secrets.push_back(input[name].asString());
    return secrets;
}

/// What follows from the rest of the setup.
void Engine::complete(Execution::Setup &setup, json::Value environment)
{
    setup.roots = rootsOf(setup.prepared, setup.record, std::move(environment));
    setup.roots.message = setup.message;
    for (const auto &[name, value] : setup.triggerData.asObject())
        setup.roots.trigger.object().set(name, value);
    setup.beginning = json::Object{{"flow", setup.record.flow}, {"version", setup.record.flowVersion}};
    if (m_exports)
        exports::addPlace(setup.trace, setup.callerSpan, setup.beginning.object());
    setup.log = telemetry::ExecutionLog(m_ports.log, {setup.record.id, setup.trace.traceId, setup.redactor});
}

Resume Engine::resumeOf(const Execution::Setup &setup, const Parent &parent) const
{
    Resume resume;
    resume.input = setup.prepared.input;
    resume.outputs = setup.outputs.asObject().empty() ? json::Value() : setup.outputs;
    resume.triggerData = setup.triggerData;
    resume.message = setup.message;
    const auto isMasked = [&](const json::Value &value) {
        return !value.isNull() && !(setup.redactor.value(value) == value);
    };
    resume.isSecret = !(setup.record.input == setup.prepared.input) || isMasked(resume.outputs) ||
                      isMasked(resume.triggerData) || isMasked(resume.message);
    resume.secrets = parent.secrets;
    resume.isQueued = setup.isQueued;
    resume.environment = m_environment.fingerprint();
    resume.traceparent = telemetry::traceparent(setup.trace);
    resume.callerSpan = setup.callerSpan;
    resume.maxParallel = setup.maxParallel;
    resume.depth = setup.depth;
    resume.dropped = setup.prepared.dropped;
    resume.routing = setup.prepared.routing;
    resume.pinned = setup.pinned;
    resume.faults = setup.faults.empty() ? json::Value() : toJson(setup.faults);
    resume.breakpoints = setup.breakpoints;
    return resume;
}

/// An execution may go on, or be repeated, long after its file has changed.
void Engine::keepFlow(const flow::Flow &flow)
{
    if (!m_keptFlows.emplace(flow.name.value, flow.version).second)
        return;
    m_history->keepFlow({flow.name.value, flow.version, flow.file, flow.source});
    if (m_keptFlows.size() == 1) // conditions must come out as they did: the environment is kept, too
        m_history->keep(
            "environment/" + m_environment.fingerprint(),
            m_seal.seal(json::write(json::Object{{"values", m_environment.asObject()},
                                                 {"secrets", listOf(m_environment.secretValues())}})),
            nullptr);
}

Result<Engine::Repeat> Engine::checkRepeat(const Execution::Setup &setup)
{
    const auto &policy = setup.prepared.flow->idempotency;
    if (!policy)
        return Repeat{};
    Result<std::string> key = keyOf(policy->key, setup);
    if (!key)
        return key.error();
    Repeat repeat{std::move(*key), {}};
    if (auto earlier = m_repeats.earlier(repeatKey(setup.record.flow, repeat.key), m_ports.clock.steady()))
        repeat.earlier = std::move(*earlier);
    if (!repeat.earlier.empty() && policy->onRepeat == flow::OnRepeat::Reject)
        return Error{ErrorCode::DuplicateRequest,
                     setup.redactor.text(repeat.key),
                     "within " + durationText(policy->window) + ", execution " + repeat.earlier,
                     {},
                     {}};
    return repeat;
}

/// The first of a window is the one that later ones are told of. Where that decides, it outlives the engine.
void Engine::remember(const Execution::Setup &setup, const std::string &key)
{
    const flow::Idempotency &policy = *setup.prepared.flow->idempotency;
    const std::string name = repeatKey(setup.record.flow, key);
    if (m_repeats.earlier(name, m_ports.clock.steady()))
        return;
    m_repeats.remember(name, setup.record.id, m_ports.clock.steady() + policy.window);
}

/// Among the executions of a flow that limits them: it runs, waits for its turn, or is refused.
Status Engine::takePlace(Execution::Setup &setup)
{
    const auto &limit = setup.prepared.flow->concurrency;
    if (!limit)
        return {};
    const Result<std::string> key = limit->key ? keyOf(*limit->key, setup) : Result<std::string>("");
    if (!key)
        return key.error();
    using Answer = policy::ConcurrencyBook::Answer;
    using WhenFull = flow::Concurrency::WhenFull;
    const bool wouldCancel = limit->whenFull == WhenFull::CancelOldest && isTest(setup.record);
    const auto entry = m_policies.places.enter(setup.prepared.flow->name, *key, limit->limit,
                                               wouldCancel ? WhenFull::Reject : limit->whenFull,
                                               ExecutionId(setup.record.id));
    if (entry.answer == Answer::Refused)
        return Error{ErrorCode::FlowFull,
                     setup.record.flow,
                     std::to_string(limit->limit) + " at a time" +
                         (key->empty() ? std::string() : " for " + setup.redactor.text(*key)),
                     {},
                     {}};
    setup.isQueued = entry.answer != Answer::Run;
    for (const ExecutionId &oldest : entry.cancel)
        if (const auto live = m_live.find(oldest.value); live != m_live.end())
            live->second.execution->tell(
                {.kind = Input::Kind::Cancel,
                 .data = json::Object{{"why", "it made room for " + setup.record.id}}},
                nullptr);
    return {};
}

/// Its place goes to who waits longest.
void Engine::leavePlace(const std::string &id)
{
    std::vector<ExecutionId> next = m_policies.places.left(ExecutionId(id));
    if (m_draining && leavesToOthers())
        return; // who waits goes on waiting, for the next engine
    for (std::size_t i = 0; i < next.size(); ++i) {
        if (const auto live = m_live.find(next[i].value); live != m_live.end()) {
            live->second.execution->tell({Input::Kind::Start}, nullptr);
            continue;
        }
        const std::vector<ExecutionId> others = m_policies.places.left(next[i]);
        next.insert(next.end(), others.begin(), others.end());
    }
}

/// After a restart: those that ran keep their places, the others wait in the order in which they came.
void Engine::takePlacesAgain(const std::vector<std::string> &ids)
{
    std::vector<const Execution *> known;
    for (const std::string &id : ids)
        known.push_back(m_live.at(id).execution.get());
    std::stable_sort(known.begin(), known.end(), [](const Execution *a, const Execution *b) {
        return std::make_tuple(a->isQueued(), a->record().startedAt) <
               std::make_tuple(b->isQueued(), b->record().startedAt);
    });
    std::vector<std::string> started;
    for (const Execution *execution : known) {
        const auto &limit = execution->flow().concurrency;
        if (!limit || execution->isOver())
            continue;
        const std::string key = limit->key ? execution->textOf(*limit->key) : std::string();
        const ExecutionId id(execution->record().id);
        if (!execution->isQueued())
            m_policies.places.resumed(execution->flow().name, key, limit->limit, id);
        else if (m_policies.places
                     .enter(execution->flow().name, key, limit->limit, flow::Concurrency::WhenFull::Queue, id)
                     .answer == policy::ConcurrencyBook::Answer::Run)
            started.push_back(id.value);
    }
    for (const std::string &id : started)
        m_live.at(id).execution->tell({Input::Kind::Start}, nullptr);
}

} // namespace batuta::host
