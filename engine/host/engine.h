// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/env/environment.h"
#include "engine/flow/library.h"
#include "engine/host/event_hub.h"
#include "engine/host/execution.h"
#include "engine/host/metrics_book.h"
#include "engine/host/repeat_guard.h"
#include "engine/net/http_client.h"
#include "engine/store/history.h"
#include "engine/store/job_thread.h"
#include "engine/telemetry/log.h"
#include "engine/telemetry/metrics.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace batuta::host {

/// Everything an engine is started with.
struct EngineOptions
{
    std::string workspace;   ///< folder with flows/, .env and env-vars.yaml
    std::string environment; ///< "" for the default files, or `staging` …
    std::vector<std::pair<std::string, std::string>> overrides; ///< `--set KEY=value`
    const char *const *process = nullptr;                       ///< environ
    std::string historyFile;      ///< "" takes <workspace>/.batuta/history.db; ":memory:" keeps nothing
    std::string logFile;          ///< the file that the log goes to, for logLines(); "" when there is none
    bool correctedFilter = false; ///< filter steps by their domain label, whatever routes.yaml says
    std::size_t maxRunning = 20'000;
    net::HttpClientOptions http;
};

/// The flow engine: composes flows, environment, runners, history and telemetry, and runs executions. All of
/// it lives on its loop's thread; only the history, and the search of the log, have threads of their own.
/// Replies come on the loop's thread.
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
    void cancel(ExecutionId id, client::Reply<void> reply) override;
    void execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply) override;
    void executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply) override;
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override;
    void preview(client::StartExecution command, client::Reply<client::FlowPreview> reply) override;
    void info(client::Reply<client::EngineInfo> reply) override;
    void logLines(client::LogQuery query, client::Reply<std::vector<client::LogLineRecord>> reply) override;
    std::unique_ptr<client::Subscription> subscribe(Listener listener) override;

    /// The same as start(), at once.
    Result<client::Started> startNow(client::StartExecution command);
    /// The events of an execution after `sequence`: live ones from memory, ended ones from the history.
    void events(const ExecutionId &id, std::int64_t after,
                client::Reply<std::vector<client::EventRecord>> reply);
    bool isRunning(const ExecutionId &id) const { return m_live.contains(id.value); }

    /// Refuses new executions; calls `done` when the last one has been recorded. Those still running after
    /// `grace` are cancelled, and recorded so.
    void drain(Duration grace, std::function<void()> done);

    const flow::Library &library() const { return m_library; }
    const Errors &problems() const { return m_problems; }
    int running() const { return static_cast<int>(m_live.size()); }
    bool isStopping() const { return m_draining; }
    net::Loop &loop() { return m_ports.loop; }
    telemetry::Logger &log() { return m_ports.log; }
    const telemetry::Metrics &metrics() const { return m_ports.metrics; }

private:
    struct Live
    {
        std::unique_ptr<Execution> execution;
        std::vector<std::string> secrets;
        std::vector<client::Reply<client::ExecutionRecord>> waiting;
        std::function<void(steps::SubflowEnd)> parentTold;
    };
    /// Where an execution comes from when another one starts it.
    struct Parent
    {
        std::string id;
        int depth = 0;
        std::vector<std::string> secrets; ///< may reach the child under any name
        std::function<void(steps::SubflowEnd)> told;
    };

    Engine(EngineOptions options, Ports ports, std::unique_ptr<store::History> history,
           env::Loaded environment);

    Result<client::Started> launch(client::StartExecution command, Parent parent);
    Execution::Setup setupOf(Prepared prepared, const client::StartExecution &command, const Parent &parent);
    Execution::Ports portsOf(const std::string &id, int depth);
    Result<bool> checkRepeat(const Execution::Setup &setup, std::string &key);
    Result<steps::CancelSubflow> startChild(const std::string &parent, int depth, const FlowName &flow,
                                            json::Value input, std::function<void(steps::SubflowEnd)> told);
    void executionFinished(const std::string &id);
    void recorded(client::ExecutionRecord record, const Status &status);
    void checkDrained();

    EngineOptions m_options;
    Ports m_ports;
    flow::Library m_library;
    env::Environment m_environment;
    Errors m_problems;
    net::HttpClient m_http;
    EventHub m_events;
    MetricsBook m_metrics;
    RepeatGuard m_repeats;
    std::unordered_map<std::string, Live> m_live;
    bool m_draining = false;
    net::Loop::TimerId m_graceTimer = 0;
    std::function<void()> m_drained;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    std::unique_ptr<store::History> m_history;     ///< its threads end before anything they call goes away
    std::unique_ptr<store::JobThread> m_logReader; ///< started by the first question; ends first of all
};

/// Version of this program, `0.1.0`.
std::string_view version();

} // namespace batuta::host
