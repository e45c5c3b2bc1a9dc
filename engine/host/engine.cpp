// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/engine.h"

#include "engine/base/uuid.h"
#include "engine/json/json.h"

#include <algorithm>
#include <filesystem>

namespace batuta::host {
namespace {

constexpr int kMaxDepth = 8;

std::string historyFile(const EngineOptions &options)
{
    if (!options.historyFile.empty())
        return options.historyFile;
    return (std::filesystem::path(options.workspace) / ".batuta" / "history.db").string();
}

/// What must never be shown: values of secret environment keys, and of secret members of the input.
std::vector<std::string> secretsOf(const json::Value &input, const json::Schema &schema,
                                   const env::Environment &environment)
{
    std::vector<std::string> secrets = environment.secretValues();
    for (const auto &[name, value] : input.asObject())
        if (value.isString() && json::isSecretName(name))
            secrets.push_back(value.asString());
    for (const std::string &name : schema.secretProperties())
        if (input[name].isString())
            secrets.push_back(input[name].asString());
    return secrets;
}

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

} // namespace

std::string_view version()
{
    return BATUTA_VERSION;
}

Result<std::unique_ptr<Engine>> Engine::create(EngineOptions options, Ports ports)
{
    env::Loaded environment =
        env::load({options.workspace, options.environment, options.overrides, options.process});
    if (!options.environment.empty() && !environment.problems.empty())
        return environment.problems.front(); // whoever names an environment means it
    auto history = store::openSqlite({historyFile(options), false, "FULL"});
    if (!history)
        return history.error();
    return std::unique_ptr<Engine>(
        new Engine(std::move(options), ports, std::move(*history), std::move(environment)));
}

Engine::Engine(EngineOptions options, Ports ports, std::unique_ptr<store::History> history,
               env::Loaded environment)
    : m_options(std::move(options))
    , m_ports(ports)
    , m_library(flow::loadLibrary(m_options.workspace))
    , m_environment(std::move(environment.environment))
    , m_problems(std::move(environment.problems))
    , m_http(ports.loop, m_options.http)
    , m_events(ports.loop, ports.clock)
    , m_metrics(ports.metrics)
    , m_history(std::move(history))
{
    m_problems.insert(m_problems.end(), m_library.errors.begin(), m_library.errors.end());
    if (m_options.correctedFilter)
        for (auto &[system, routes] : m_library.routes)
            routes.correctedFilter = true;
    for (const Error &problem : m_problems)
        m_ports.log.warning("main", "workspace_problem",
                            {{"message", errorText(problem)}, {"mend", mendText(problem)}});
}

Engine::~Engine()
{
    *m_alive = false;
    m_ports.loop.cancelTimer(m_graceTimer);
    m_live.clear();
    m_logReader.reset();
    m_history->close();
}

Result<client::Started> Engine::startNow(client::StartExecution command)
{
    return launch(std::move(command), {});
}

Result<client::Started> Engine::launch(client::StartExecution command, Parent parent)
{
    if (m_draining)
        return Error{ErrorCode::EngineStopping, {}, {}, {}, {}};
    if (m_live.size() >= m_options.maxRunning)
        return Error{
            ErrorCode::HttpBusy, {}, std::to_string(m_live.size()) + " executions are running", {}, {}};
    Result<Prepared> prepared = prepare(m_library, command);
    if (!prepared)
        return prepared.error();
    Execution::Setup setup = setupOf(std::move(*prepared), command, parent);
    std::string key;
    const Result<bool> isRepeat = checkRepeat(setup, key);
    if (!isRepeat)
        return isRepeat.error();
    const client::ExecutionRecord record = setup.record;
    const client::RoutingView routing = setup.prepared.routing;
    std::vector<std::string> secrets = std::move(setup.secrets);
    auto execution = std::make_unique<Execution>(std::move(setup), portsOf(record.id, parent.depth));
    Execution &begun = *execution;
    m_live.emplace(record.id, Live{std::move(execution), std::move(secrets), {}, std::move(parent.told)});
    m_metrics.started();
    begun.narrator().requested(record, routing);
    if (*isRepeat)
        begun.narrator().repeated(record, key);
    m_history->begin(record, {});
    begun.begin(); // may end it at once
    return client::Started{ExecutionId(record.id), FlowName(record.flow), routing, *isRepeat};
}

Execution::Setup Engine::setupOf(Prepared prepared, const client::StartExecution &command,
                                 const Parent &parent)
{
    Execution::Setup setup;
    setup.secrets = secretsOf(prepared.input, prepared.flow->input, m_environment);
    setup.secrets.insert(setup.secrets.end(), parent.secrets.begin(), parent.secrets.end());
    std::sort(setup.secrets.begin(), setup.secrets.end());
    setup.secrets.erase(std::unique(setup.secrets.begin(), setup.secrets.end()), setup.secrets.end());
    setup.redactor = json::Redactor(setup.secrets);
    setup.record = beginningOf(prepared, command, setup.redactor);
    setup.record.startedAt = m_ports.clock.wall();
    setup.record.environment = m_options.environment.empty() ? "default" : m_options.environment;
    setup.record.parent = parent.id;
    setup.roots = rootsOf(prepared, setup.record, m_environment.asObject());
    const auto caller = telemetry::parseTraceparent(command.traceparent);
    setup.trace = caller ? telemetry::childOf(*caller) : telemetry::newTrace();
    setup.log = telemetry::ExecutionLog(m_ports.log, {setup.record.id, setup.trace.traceId, setup.redactor});
    setup.maxParallel = command.maxParallel;
    setup.depth = parent.depth;
    setup.prepared = std::move(prepared);
    return setup;
}

Execution::Ports Engine::portsOf(const std::string &id, int depth)
{
    return {{m_ports.loop, m_http, m_ports.clock},
            [this, id, depth](const FlowName &flow, json::Value input,
                              std::function<void(steps::SubflowEnd)> told) {
                return startChild(id, depth, flow, std::move(input), std::move(told));
            },
            [this](const client::EventRecord &event) { m_events.publish(event); },
            [this, id] { executionFinished(id); }};
}

Result<bool> Engine::checkRepeat(const Execution::Setup &setup, std::string &key)
{
    const auto &policy = setup.prepared.flow->idempotency;
    if (!policy)
        return false;
    const ExecutionContext context(setup.roots);
    Result<std::string> text = policy->key.evaluateText(context);
    if (!text)
        return text.error();
    key = std::move(*text);
    const bool isRepeat =
        m_repeats.isRepeat(setup.record.flow + '\n' + key, policy->window, m_ports.clock.steady());
    if (isRepeat && policy->onRepeat == flow::OnRepeat::Reject)
        return Error{ErrorCode::DuplicateRequest,
                     setup.redactor.text(key),
                     "within " + durationText(policy->window),
                     {},
                     {}};
    key = setup.redactor.text(key);
    return isRepeat;
}

Result<steps::CancelSubflow> Engine::startChild(const std::string &parent, int depth, const FlowName &flow,
                                                json::Value input,
                                                std::function<void(steps::SubflowEnd)> told)
{
    if (depth + 1 >= kMaxDepth)
        return Error{ErrorCode::FlowBadValue, flow.value, "subflows are nested more than 8 deep", {}, {}};
    client::StartExecution command;
    command.flow = flow;
    command.input = std::move(input);
    command.trigger = "subflow";
    const Result<client::Started> child =
        launch(std::move(command), {parent, depth + 1, m_live.at(parent).secrets, std::move(told)});
    if (!child)
        return child.error();
    return steps::CancelSubflow([this, id = child->id.value] {
        if (const auto live = m_live.find(id); live != m_live.end())
            live->second.execution->cancel();
    });
}

void Engine::executionFinished(const std::string &id)
{
    Live &live = m_live.at(id);
    const client::ExecutionRecord record = live.execution->record();
    m_metrics.ended(record);
    // Recorded first, then answered: what a caller has been told is never lost.
    m_history->finish(
        record, live.execution->takeEvents(),
        [this, alive = m_alive, record, &loop = m_ports.loop](Status status) mutable {
            loop.post([this, alive, record = std::move(record), status = std::move(status)]() mutable {
                if (*alive)
                    recorded(std::move(record), status);
            });
        });
}

void Engine::recorded(client::ExecutionRecord record, const Status &status)
{
    const std::string id = record.id;
    const auto entry = m_live.find(id);
    if (!status)
        m_ports.log.error("store", "history_write_failed",
                          {{"message", errorText(status.error())}, {"execution_id", id}});
    Live live = std::move(entry->second);
    m_live.erase(entry);
    if (live.parentTold) {
        const bool succeeded = record.status == "success";
        live.parentTold({succeeded, record.status == "cancelled", record.error, live.execution->output()});
    }
    for (const auto &reply : live.waiting)
        reply(status ? Result<client::ExecutionRecord>(record)
                     : Result<client::ExecutionRecord>(status.error()));
    checkDrained();
}

void Engine::drain(Duration grace, std::function<void()> done)
{
    m_draining = true;
    m_drained = std::move(done);
    m_ports.loop.cancelTimer(m_graceTimer);
    m_graceTimer = m_ports.loop.startTimer(m_ports.clock.steady() + grace, [this] {
        m_graceTimer = 0;
        std::vector<std::string> ids;
        for (const auto &[id, live] : m_live)
            ids.push_back(id);
        for (const std::string &id : ids)
            if (const auto live = m_live.find(id); live != m_live.end())
                live->second.execution->cancel();
    });
    checkDrained();
}

void Engine::checkDrained()
{
    if (!m_draining || !m_live.empty() || !m_drained)
        return;
    m_ports.loop.cancelTimer(m_graceTimer);
    m_events.flush();
    m_ports.loop.post(std::exchange(m_drained, {}));
}

} // namespace batuta::host
