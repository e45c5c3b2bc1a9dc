// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/engine.h"

namespace batuta::host {

/// The client of an engine in the same process. Any thread may call; replies and events come on the engine's
/// loop, so a window passes them on to its own thread. The engine must outlive it.
class LocalClient final : public client::EngineClient
{
public:
    explicit LocalClient(Engine &engine);

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
    void releasedService(const client::ServiceQuery &query,
                         client::Reply<client::ServiceBoard> reply) override;
    void checkRoute(const client::RouteQuery &query, client::Reply<client::RouteCheck> reply) override;
    void clouds(client::Reply<std::vector<client::CloudPlace>> reply) override;
    void cloudLogs(const client::CloudLogQuery &query, client::Reply<client::CloudLogPage> reply) override;
    void releaseMarks(const client::MarkQuery &query, client::Reply<client::ReleaseMarks> reply) override;
    void lookUpRelease(const client::ReleaseLookup &lookup, client::Reply<json::Value> reply) override;
    void capsule(std::vector<std::string> ids, client::Reply<std::string> reply) override;
    void audit(client::AuditQuery query, client::Reply<client::AuditPage> reply) override;
    std::unique_ptr<client::Subscription> subscribe(Listener listener) override;

private:
    Engine &m_engine;
};

} // namespace batuta::host
