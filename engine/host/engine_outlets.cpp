// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Engine that tells others what happens: exporters, who asks for figures, and the processors.
#include "engine/host/engine.h"

#include <filesystem>

namespace batuta::host {

const telemetry::Metrics &Engine::metrics()
{
    EngineFigures::Executions executions;
    for (const auto &[id, live] : m_live) {
        int &count = live.execution->isPaused() ? executions.paused : executions.running;
        ++(live.execution->isQueued() ? executions.queued : count);
    }
    m_figures.refresh(executions, m_policies, m_history->stats());
    return m_ports.metrics;
}

/// Without the right to it executions run all the same, a little slower.
void Engine::stayAwake()
{
    Result<std::unique_ptr<Awake>> awake = Awake::open(m_ports.loop, m_ports.clock, m_options.wakeDevice);
    if (awake)
        m_awake = std::move(*awake);
    else
        m_ports.log.warning("main", "processors_sleep",
                            {{"message", errorText(awake.error())}, {"mend", awake.error().mend}});
}

Status Engine::openOutlets()
{
    if (!m_options.wakeDevice.empty())
        stayAwake();
    m_policies.called = [this](const net::HttpTimings &timings) { m_metrics.called(timings); };
    m_policies.waited = [this](const std::string &limit, Duration wait) { m_metrics.waited(limit, wait); };
    m_history->watchCommits({[post = m_postbox.slot()] { post.gather(); },
                             [post = m_postbox.slot(), &commits = m_figures.commits()](Duration took) {
                                 post.deliver();
                                 commits.observe(secondsOf(took));
                             }});
    Result<exports::Settings> settings = exports::readSettings(m_options.exports, m_environment);
    if (!settings)
        return settings.error();
    if (!settings->isOn())
        return {};
    m_exports = std::make_unique<exports::Exports>(
        std::move(*settings),
        exports::Ports{m_ports.loop, m_ports.log, m_ports.metrics, m_ports.clock, *m_history, m_options.http,
                       std::string(version()),
                       [this](const std::string &id) -> const store::ExecutionRecord * {
                           const auto live = m_live.find(id);
                           return live == m_live.end() ? nullptr : &live->second.execution->record();
                       }});
    if (!m_options.resumes)
        m_exports->recall();
    return {};
}

/// Its file stands beside the history's; figures of an engine whose history is on a server stay with the
/// engine.
void Engine::openStation(const std::string &store)
{
    std::filesystem::path file = store;
    if (store::isServer(store))
        file = std::filesystem::path(m_options.workspace) / ".batuta" / "series.db";
    else if (file.filename() == "history.db")
        file.replace_filename("series.db");
    else if (store != ":memory:")
        file += ".series";
    m_station = std::make_unique<series::Station>(
        series::Station::Ports{m_ports.loop, m_ports.log, m_ports.metrics, m_ports.clock, m_http,
                               m_environment, [this] { std::ignore = metrics(); }},
        m_options.workspace, file.string());
    m_station->askCloud = [this](const series::Question &question, auto reply) {
        m_releases->figures(question, std::move(reply));
    };
    m_station->begin();
}

namespace {

Error keepsNone()
{
    return {ErrorCode::HttpNotFound, "series", "this engine keeps no figures", {}, {}};
}

} // namespace

void Engine::series(series::Question question, client::Reply<series::Answer> reply)
{
    if (series::isCloudSource(question.source))
        return m_releases->figures(question, std::move(reply));
    if (!m_station)
        return reply(keepsNone());
    m_station->ask(std::move(question), std::move(reply));
}

void Engine::alerts(client::Reply<series::AlertBook> reply)
{
    if (!m_station)
        return reply(keepsNone());
    m_station->alerts(std::move(reply));
}

void Engine::boards(client::Reply<std::vector<series::BoardText>> reply)
{
    if (!m_station)
        return reply(keepsNone());
    m_station->boards(std::move(reply));
}

/// A caller who takes part in a trace decides whether it is recorded; of the others a share is.
void Engine::placeInTrace(Execution::Setup &setup, const std::string &caller) const
{
    if (const auto parent = telemetry::parseTraceparent(caller)) {
        setup.trace = telemetry::childOf(*parent);
        setup.callerSpan = parent->spanId;
        return;
    }
    setup.trace = telemetry::newTrace();
    if (m_exports && !m_exports->isChosen(setup.trace))
        setup.trace.flags = 0;
}

void Engine::tellExports(const client::EventRecord &event)
{
    if (const auto live = m_live.find(event.execution); live != m_live.end())
        m_exports->happened(event, live->second.execution->record());
}

} // namespace batuta::host
