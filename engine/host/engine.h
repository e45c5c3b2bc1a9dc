// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/env/environment.h"
#include "engine/exports/exports.h"
#include "engine/flow/library.h"
#include "engine/host/awake.h"
#include "engine/host/engine_figures.h"
#include "engine/host/engine_options.h"
#include "engine/host/engine_parts.h"
#include "engine/host/event_hub.h"
#include "engine/host/execution.h"
#include "engine/host/log_reader.h"
#include "engine/host/metrics_book.h"
#include "engine/host/postbox.h"
#include "engine/host/release_desk.h"
#include "engine/host/repeat_guard.h"
#include "engine/host/retention.h"
#include "engine/host/triggers.h"
#include "engine/series/station.h"
#include "engine/telemetry/log.h"

#include <memory>
#include <set>
#include <unordered_map>
#include <vector>

namespace batuta::host {

/// The flow engine: composes flows, environment, runners, history and telemetry, and runs executions. Lives
/// on its loop's thread, and replies there; the history and readers of files have threads of their own.
class Engine final : public client::EngineClient
{
public:
    struct Ports
    {
        net::Loop &loop;
        telemetry::Logger &log;
        telemetry::Metrics &metrics;
        const Clock &clock;
    };

    /// Fails when the history or the environment cannot be read; broken flows are only reported (problems()).
    static Result<std::unique_ptr<Engine>> create(EngineOptions options, Ports ports);
    ~Engine() override;

    void start(client::StartExecution command, client::Reply<client::Started> reply) override;
    void waitForEnd(ExecutionId id, client::Reply<client::ExecutionRecord> reply) override;
    void act(client::Act act, client::Reply<json::Value> reply) override;
    void execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply) override;
    void executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply) override;
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override;
    void preview(client::StartExecution command, client::Reply<client::FlowPreview> reply) override;
    void info(client::Reply<client::EngineInfo> reply) override;
    void logLines(client::LogQuery query, client::Reply<std::vector<client::LogLineRecord>> reply) override;
    void find(client::FindQuery query, client::Reply<client::Found> reply) override;
    void figures(client::FiguresQuery query, client::Reply<client::RunFigures> reply) override;
    void failures(client::FailureQuery query, client::Reply<client::FailureReport> reply) override;
    void waiting(client::Reply<std::vector<client::WaitingStep>> reply) override;
    void logChunk(client::LogChunkQuery query, client::Reply<client::LogChunk> reply) override;
    void series(series::Question question, client::Reply<series::Answer> reply) override;
    void alerts(client::Reply<series::AlertBook> reply) override;
    void boards(client::Reply<std::vector<series::BoardText>> reply) override;
    void releases(const client::ReleaseQuery &query, client::Reply<client::ReleaseBoard> reply) override;
    void releasedService(const client::ServiceQuery &, client::Reply<client::ServiceBoard>) override;
    void checkRoute(const client::RouteQuery &query, client::Reply<client::RouteCheck> reply) override;
    void clouds(client::Reply<std::vector<client::CloudPlace>> reply) override;
    void cloudLogs(const client::CloudLogQuery &, client::Reply<client::CloudLogPage>) override;
    void releaseMarks(const client::MarkQuery &, client::Reply<client::ReleaseMarks>) override;
    void lookUpRelease(const client::ReleaseLookup &lookup, client::Reply<json::Value> reply) override;
    void capsule(std::vector<std::string> ids, client::Reply<std::string> reply) override;
    void audit(client::AuditQuery query, client::Reply<client::AuditPage> reply) override;
    std::unique_ptr<client::Subscription> subscribe(Listener listener) override;

    /// Calls `ready` once this engine has back what others left: at once, mostly.
    void whenReady(std::function<void()> ready);
    /// The same as start(), at once and not yet durable: only for whoever waits for the end, when ready.
    Result<client::Started> startNow(client::StartExecution command);
    /// The events of an execution after `sequence`: live ones from memory, ended ones from the history.
    void events(const ExecutionId &id, std::int64_t after,
                client::Reply<std::vector<client::EventRecord>> reply);
    void verifyAudit(client::Reply<store::AuditVerdict> reply);
    bool isRunning(const ExecutionId &id) const { return m_live.contains(id.value); }
    using Visit = std::function<void(const Execution &)>;
    /// Everything that runs now, in no order.
    void eachRunning(const Visit &visit) const;

    /// Refuses new executions; calls `done` when nothing is under way any more. An engine that resumes leaves
    /// what waits, and after `grace` everything, to the next one; others cancel it then, and record it so.
    void drain(Duration grace, std::function<void()> done);

    const flow::Library &library() const { return m_library; }
    const Errors &problems() const { return m_problems; }
    int running() const { return static_cast<int>(m_live.size()); }
    bool isStopping() const { return m_draining; }
    Triggers &triggers() { return *m_triggers; }
    series::Station *station() { return m_station.get(); } ///< null in an engine that keeps no figures
    net::Loop &loop() { return m_ports.loop; }
    telemetry::Logger &log() { return m_ports.log; }
    const telemetry::Metrics &metrics(); ///< with the figures of this moment

private:
    using Live = EngineParts::Live;
    using Parent = EngineParts::Parent;
    using Repeat = EngineParts::Repeat;
    struct Left; ///< what a dead engine left, while its flow and environment are looked up
    Engine(EngineOptions options, Ports ports, EngineParts::Stores stores, env::Loaded environment);

    Result<client::Started> launch(client::StartExecution command, Parent parent,
                                   const Repeated &repeated = {});
    client::Started enter(Execution::Setup setup, Parent parent, const Repeat &repeat);
    void startDurably(client::StartExecution command, client::Reply<client::Started> reply);
    void whenDurable(const std::string &id, std::function<void(Status)> told);
    Status takePlace(Execution::Setup &setup);
    void leavePlace(const std::string &id);
    void takePlacesAgain(const std::vector<std::string> &ids);
    void complete(Execution::Setup &setup, json::Value environment);
    Execution::Setup setupOf(Prepared prepared, const client::StartExecution &command, const Parent &parent,
                             const Repeated &repeated);
    Execution::Ports portsOf(const std::string &id, int depth);
    Resume resumeOf(const Execution::Setup &setup, const Parent &parent) const;
    Result<Repeat> checkRepeat(const Execution::Setup &setup);
    void remember(const Execution::Setup &setup, const std::string &key);
    void rememberAgain(const std::string &sealed);
    void keepFlow(const flow::Flow &flow);
    Result<steps::CancelSubflow> startChild(const Execution::ChildKey &key, int depth, const FlowName &flow,
                                            json::Value input, std::function<void(steps::SubflowEnd)> told);
    std::vector<std::string> secretsOf(const json::Value &input, const flow::Flow &flow) const;
    void findChild(const Parent &parent, client::StartExecution command);
    void committed(const std::string &id, bool isBegin, const Status &status);
    store::History &together();
    void neverBegun(const std::string &id, const Error &error);
    void executionFinished(const std::string &id);
    void recorded(const std::string &id, const Status &status);
    TriggerPorts triggerPorts();
    void stayAwake();
    Status openOutlets();
    void openStation(const std::string &store);
    void openReleases();
    ReleaseKit::Ports kitPorts();
    std::shared_ptr<Rehearsals> makeRehearsals();
    void placeInTrace(Execution::Setup &setup, const std::string &caller) const;
    void tellExports(const client::EventRecord &event);
    void resumeLeft();
    void claimLeft(std::shared_ptr<Left> left);
    void resumed();
    void lookUp(std::shared_ptr<Left> left);
    void goOnWith(Left &left);
    Status bringBack(Left &left, const store::Unfinished &unfinished);
    void interrupt(const store::Unfinished &unfinished, const Error &error);
    void perform(const client::Act &act, client::Reply<json::Value> reply);
    static Status checkNote(const client::Act &act);
    void noteFailure(const client::Act &act, client::Reply<json::Value> reply);
    void prune(const json::Value &data, client::Reply<json::Value> reply);
    void reload(client::Reply<json::Value> reply);
    void useLibrary(flow::Library library);
    bool takeEnvironment(env::Loaded now);
    void performOn(Execution &execution, const client::Act &act, client::Reply<json::Value> reply);
    void rerun(const client::Act &act, client::Reply<json::Value> reply);
    void flowOf(const client::ExecutionRecord &record, client::Reply<flow::FlowPtr> reply);
    void rerunRecord(const client::Act &act, const client::ExecutionRecord &record, flow::FlowPtr flow,
                     client::Reply<json::Value> reply);
    bool leavesToOthers() const;
    void checkDrained();
    void drained();

    EngineOptions m_options;
    Ports m_ports;
    flow::Library m_library;
    env::Environment m_environment;
    Errors m_problems, m_environmentProblems;
    net::HttpClient m_http;
    EventHub m_events;
    MetricsBook m_metrics;
    EngineFigures m_figures;
    RepeatGuard m_repeats;
    std::unordered_map<std::string, Live> m_live;
    env::Seal m_seal;
    Policies m_policies;
    std::unique_ptr<Awake> m_awake; ///< null when processors may sleep
    std::set<std::pair<std::string, std::string>> m_keptFlows;
    Postbox m_postbox;
    bool m_isResuming = false, m_draining = false, m_isHolding = false;
    std::vector<std::function<void()>> m_afterResume; ///< questions about what may just be coming back
    net::Loop::TimerId m_graceTimer = 0;
    std::function<void()> m_drained;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    std::unique_ptr<store::History> m_history;   ///< its threads end before anything they call goes away
    std::unique_ptr<exports::Exports> m_exports; ///< null when nobody wants to hear
    std::unique_ptr<Retention> m_retention;
    std::unique_ptr<Triggers> m_triggers;
    std::unique_ptr<series::Station> m_station;
    std::unique_ptr<ReleaseDesk> m_releases;
    std::unique_ptr<LogReader> m_logReader; ///< both: started when needed; end first of all
    std::unique_ptr<store::JobThread> m_fileReader;
};

} // namespace batuta::host
