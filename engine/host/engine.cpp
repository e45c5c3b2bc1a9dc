// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/engine.h"

#include "engine/host/engine_environment.h"
#include "engine/host/id_tokens.h"
#include "engine/host/test_run.h"

#include "engine/base/uuid.h"
#include "engine/json/json.h"

#include <algorithm>
#include <filesystem>

namespace batuta::host {
namespace {

constexpr int kMaxDepth = 8;
constexpr Duration kFlushTime = std::chrono::seconds(5); ///< for receivers of events and traces, at the end

std::string storeOf(const EngineOptions &options)
{
    if (!options.store.empty())
        return options.store;
    if (!options.historyFile.empty())
        return options.historyFile;
    return (std::filesystem::path(options.workspace) / ".batuta" / "history.db").string();
}

Result<env::Seal> openSeal(const EngineOptions &options, const std::string &store)
{
    if (store == ":memory:")
        return env::Seal::open("");
    if (!store::isServer(store))
        return env::Seal::open(store + ".key");
    const std::filesystem::path folder = std::filesystem::path(options.workspace) / ".batuta";
    std::error_code failure; // whoever opens the file reports it
    if (std::filesystem::create_directories(folder, failure))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failure);
    return env::Seal::open((folder / "history.key").string());
}

/// As the history takes them: it knows whose they are.
std::vector<client::EventRecord> withoutId(const std::vector<client::EventRecord> &events)
{
    std::vector<client::EventRecord> bare;
    bare.reserve(events.size());
    for (const client::EventRecord &event : events)
        bare.push_back({event.sequence, {}, event.at, event.kind, event.step, event.data});
    return bare;
}

/// The last one gets the record itself: mostly nobody else waits.
void answerAll(const std::vector<client::Reply<client::ExecutionRecord>> &waiting, const Status &status,
               client::ExecutionRecord record)
{
    for (std::size_t i = 0; i < waiting.size(); ++i)
        if (!status)
            waiting[i](status.error());
        else if (i + 1 < waiting.size())
            waiting[i](record);
    if (status && !waiting.empty())
        waiting.back()(std::move(record));
}

} // namespace

std::string_view version()
{
    return BATUTA_VERSION;
}

Result<std::unique_ptr<Engine>> Engine::create(EngineOptions options, Ports ports)
{
    env::Loaded environment = loadEnvironment(options);
    for (const Error &problem : environment.problems)
        // Whoever names an environment means it; without a secret the steps that need it are skipped.
        if (!options.environment.empty() && problem.code != ErrorCode::SecretMissing)
            return problem;
    const std::string store = storeOf(options);
    auto history = store::openHistory({store, false, options.durability});
    if (!history)
        return history.error();
    Result<env::Seal> seal = openSeal(options, store);
    if (!seal)
        return seal.error();
    const bool resumes = options.resumes;
    std::unique_ptr<Engine> engine(
        new Engine(std::move(options), ports, {std::move(*history), *seal}, std::move(environment)));
    if (const Status opened = engine->openOutlets(); !opened)
        return opened.error();
    if (resumes) { // who runs but one execution keeps no figures
        engine->openStation(store);
        engine->resumeLeft();
        engine->whenReady([triggers = engine->m_triggers.get()] { triggers->open(); });
    }
    return engine;
}

Engine::Engine(EngineOptions options, Ports ports, EngineParts::Stores stores, env::Loaded environment)
    : m_options(std::move(options))
    , m_ports(ports)
    , m_environment(std::move(environment.environment))
    , m_environmentProblems(std::move(environment.problems))
    , m_http(ports.loop, m_options.http)
    , m_events(ports.loop, ports.clock)
    , m_metrics(ports.metrics)
    , m_figures(ports.metrics, version())
    , m_seal(stores.seal)
    , m_postbox(ports.loop)
    , m_history(std::move(stores.history))
{
    m_retention = std::make_unique<Retention>(
        Retention::Ports{ports.loop, ports.log, ports.clock, *m_history}, m_options.retention);
    openReleases();
    if (!m_options.idToken)
        m_options.idToken = idTokens(ports.loop, ports.clock, m_options);
    useLibrary(flow::loadLibrary(m_options.workspace));
}

Engine::~Engine()
{
    *m_alive = false;
    m_ports.loop.cancelTimer(m_graceTimer);
    m_releases.reset();
    m_station.reset();
    m_live.clear();
    m_logReader.reset();
    m_fileReader.reset();
    m_retention.reset();
    m_triggers.reset();
    m_exports.reset();
    m_history->close();
}

TriggerPorts Engine::triggerPorts()
{
    return {m_ports.loop,
            m_ports.clock,
            m_ports.log,
            *m_history,
            m_library,
            m_environment,
            [this](client::StartExecution command, client::Reply<client::Started> reply) {
                start(std::move(command), std::move(reply));
            },
            [this](const std::string &id) { return m_live.contains(id); },
            [this](const Error &error) { m_metrics.hookRefused(error); },
            [this](const std::string &flow, std::size_t times) { m_metrics.timesMissed(flow, times); }};
}

Execution::Ports Engine::portsOf(const std::string &id, int depth)
{
    Execution::Ports ports{
        {m_ports.loop, m_http, m_ports.clock, m_options.workspace,
         [this](const std::string &execution, const std::string &step, const steps::Notice &notice) {
             m_events.publish(
                 {0, execution, m_ports.clock.wall(), "notice", step,
                  json::Object{{"level", notice.level}, {"title", notice.title}, {"text", notice.text}}});
         },
         m_options.idToken, m_releases->access()},
        m_seal,
        m_policies,
        [this, depth](const Execution::ChildKey &key, const FlowName &flow, json::Value input,
                      std::function<void(steps::SubflowEnd)> told) {
            return startChild(key, depth, flow, std::move(input), std::move(told));
        },
        [this](const client::EventRecord &event) {
            m_events.publish(event);
            if (m_awake)
                m_awake->stir(); // without a journal nothing else tells of a step
            if (m_exports)
                tellExports(event);
        },
        nullptr,
        [this, id] { executionFinished(id); },
        m_options.maxData};
    if (m_options.durability != store::Durability::Memory)
        ports.journal = [this, id](std::string entry) {
            together().journal(id, std::move(entry),
                               [this, id = std::string(id), put = m_postbox.slot()](Status status) mutable {
                                   put([this, id = std::move(id), status = std::move(status)] {
                                       committed(id, false, status);
                                   });
                               });
        };
    return ports;
}

/// The history, for what follows from what the loop has before it: results that came in together share a
/// transaction. Twice through the loop, as the first of them is half done when the next is there to be read.
store::History &Engine::together()
{
    if (m_awake)
        m_awake->stir();
    if (std::exchange(m_isHolding, true))
        return *m_history;
    m_history->hold();
    m_postbox.put([this] {
        m_postbox.put([this] {
            m_isHolding = false;
            m_history->release();
        });
    });
    return *m_history;
}

void Engine::committed(const std::string &id, bool isBegin, const Status &status)
{
    const auto entry = m_live.find(id);
    if (entry == m_live.end())
        return;
    if (!status)
        m_ports.log.error("store", "history_write_failed",
                          {{"message", errorText(status.error())}, {"execution_id", id}});
    if (isBegin && !status && !entry->second.execution->isOver())
        return neverBegun(id, status.error());
    Live &live = entry->second;
    live.isDurable = live.isDurable || isBegin;
    const auto begun = isBegin ? std::exchange(live.begun, {}) : decltype(live.begun)();
    // Who stands still from now on leaves nobody waiting for it.
    const auto waiting = !status && !isBegin ? std::exchange(live.waiting, {}) : decltype(live.waiting)();
    live.execution->committed(status); // may end it, never forgets it
    for (const auto &told : begun)
        told(status);
    for (const auto &reply : waiting)
        reply(status.error());
    checkDrained();
}

/// Its beginning could not be written: it is as if it had not been asked for.
void Engine::neverBegun(const std::string &id, const Error &error)
{
    const auto entry = m_live.find(id);
    const Live live = std::move(entry->second);
    m_live.erase(entry);
    if (!live.repeatKey.empty())
        m_repeats.forget(live.repeatKey);
    leavePlace(id);
    if (m_exports)
        m_exports->forget(id);
    for (const auto &told : live.begun)
        told(error);
    for (const auto &reply : live.waiting)
        reply(error);
    if (live.parentTold)
        live.parentTold({false, false, errorText(error), {}});
    checkDrained();
}

Result<steps::CancelSubflow> Engine::startChild(const Execution::ChildKey &key, int depth,
                                                const FlowName &flow, json::Value input,
                                                std::function<void(steps::SubflowEnd)> told)
{
    if (depth + 1 >= kMaxDepth)
        return Error{ErrorCode::FlowBadValue, flow.value, "subflows are nested more than 8 deep", {}, {}};
    client::StartExecution command;
    command.flow = flow;
    command.input = std::move(input);
    // A test stays one in the flows that it calls.
    const client::ExecutionRecord &caller = m_live.at(key.parent).execution->record();
    command.trigger = isTest(caller) ? caller.trigger : "subflow";
    command.traceparent = key.traceparent;
    const std::string id = idFrom(key.parent + '/' + key.step + '/' + std::to_string(key.attempt));
    command.id = id;
    const auto isUnwanted = std::make_shared<bool>(false);
    Parent parent{key.parent, depth + 1, m_live.at(key.parent).secrets, std::move(told), isUnwanted};
    if (const auto live = m_live.find(id); live != m_live.end())
        live->second.parentTold = std::move(parent.told); // it came back from the journal, too
    else if (key.mayExist)
        findChild(std::move(parent), std::move(command));
    else if (const auto child = launch(std::move(command), std::move(parent)); !child)
        return child.error();
    return steps::CancelSubflow([this, id, isUnwanted, alive = m_alive] {
        if (!*alive)
            return;
        *isUnwanted = true;
        if (const auto live = m_live.find(id); live != m_live.end())
            live->second.execution->cancel();
    });
}

void Engine::executionFinished(const std::string &id)
{
    const Execution &execution = *m_live.at(id).execution;
    m_metrics.ended(execution.record());
    // Recorded first, then answered: what a caller has been told is never lost.
    together().finish(
        execution.record(), withoutId(execution.events()),
        [this, id = std::string(id), put = m_postbox.slot()](Status status) mutable {
            put([this, id = std::move(id), status = std::move(status)] { recorded(id, status); });
        });
}

void Engine::recorded(const std::string &id, const Status &status)
{
    const auto entry = m_live.find(id);
    if (!status)
        m_ports.log.error("store", "history_write_failed",
                          {{"message", errorText(status.error())}, {"execution_id", id}});
    Live live = std::move(entry->second);
    m_live.erase(entry);
    live.execution->stored(status);
    leavePlace(id);
    client::ExecutionRecord record = live.execution->takeRecord();
    if (live.parentTold) {
        const bool succeeded = record.status == "success";
        live.parentTold({succeeded, record.status == "cancelled", record.error, live.execution->output()});
    }
    if (m_exports && status)
        m_exports->ended(record, live.execution->events());
    else if (m_exports)
        m_exports->forget(id);
    answerAll(live.waiting, status, std::move(record));
    checkDrained();
}

void Engine::drain(Duration grace, std::function<void()> done)
{
    m_draining = true;
    m_triggers->stop();
    m_drained = std::move(done);
    if (m_exports)
        m_exports->setPatience(std::min(grace, kFlushTime));
    m_ports.loop.cancelTimer(m_graceTimer);
    m_graceTimer = m_ports.loop.startTimer(m_ports.clock.steady() + grace, [this] {
        m_graceTimer = 0;
        if (leavesToOthers())
            return drained();
        std::vector<std::string> ids;
        for (const auto &[id, live] : m_live)
            ids.push_back(id);
        for (const std::string &id : ids)
            if (const auto live = m_live.find(id); live != m_live.end())
                live->second.execution->cancel();
    });
    checkDrained();
}

/// What is in the journal goes on with the next engine: nothing has to be cancelled to stop this one.
bool Engine::leavesToOthers() const
{
    return m_options.resumes && m_options.durability != store::Durability::Memory;
}

void Engine::checkDrained()
{
    if (!m_draining || !m_drained)
        return;
    const bool isDone = std::all_of(m_live.begin(), m_live.end(), [this](const auto &entry) {
        return leavesToOthers() && entry.second.isDurable && entry.second.execution->isAtRest();
    });
    if (isDone)
        drained();
}

void Engine::drained()
{
    m_ports.loop.cancelTimer(m_graceTimer);
    std::vector<client::Reply<client::ExecutionRecord>> waiting;
    for (auto &[id, live] : m_live)
        for (auto &reply : std::exchange(live.waiting, {}))
            waiting.push_back(std::move(reply));
    for (const auto &reply : waiting)
        reply(Error{ErrorCode::EngineStopping, {}, "it goes on when an engine starts again", {}, {}});
    m_events.flush();
    if (!m_drained)
        return;
    const auto leave = [&loop = m_ports.loop, done = std::exchange(m_drained, {})] { loop.post(done); };
    if (m_exports)
        m_exports->flush(leave);
    else
        leave();
}

} // namespace batuta::host
