// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/cloud_values.h"
#include "engine/client/engine_client.h"
#include "engine/client/release_lookups.h"
#include "engine/client/release_values.h"

#include <functional>
#include <optional>
#include <vector>

namespace batuta::tests {

/// An engine that knows nothing but releases: those of a story. Acts move the traffic of the story. Answers
/// at once.
class ReleaseEngine final : public client::EngineClient
{
public:
    ReleaseEngine();

    void start(client::StartExecution, client::Reply<client::Started>) override {}
    void waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void act(client::Act done, client::Reply<json::Value> reply) override;
    void executions(client::ExecutionQuery, client::Reply<client::ExecutionPage>) override {}
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override { reply({}); }
    void preview(client::StartExecution, client::Reply<client::FlowPreview>) override {}
    void info(client::Reply<client::EngineInfo> reply) override { reply(client::EngineInfo()); }
    void logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>>) override {}
    void releases(const client::ReleaseQuery &query, client::Reply<client::ReleaseBoard> reply) override;
    void releasedService(const client::ServiceQuery &query,
                         client::Reply<client::ServiceBoard> reply) override;
    void lookUpRelease(const client::ReleaseLookup &lookup, client::Reply<json::Value> reply) override;
    void execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply) override;
    void cloudLogs(const client::CloudLogQuery &query, client::Reply<client::CloudLogPage> reply) override;
    void checkRoute(const client::RouteQuery &query, client::Reply<client::RouteCheck> reply) override;
    std::unique_ptr<client::Subscription> subscribe(Listener) override
    {
        return std::make_unique<client::Subscription>();
    }

    /// Somebody else moves the traffic.
    void moveBy(const std::string &who, const std::vector<cloud::TrafficTarget> &traffic);

    client::ServiceBoard board; ///< of ml-orchestrator in production
    std::vector<client::CloudPlace> places;
    bool isBare = false;          ///< no service anywhere yet
    std::optional<Error> trouble; ///< of every question
    std::optional<Error> refusal; ///< of acts
    client::RouteCheck check;
    bool isSlow = false; ///< what was accepted has not happened yet
    std::vector<client::Act> acts;
    std::vector<client::RouteQuery> checked;
    client::DeployCheck deployCheck;
    std::vector<client::ReleaseLookup> lookups;
    client::ExecutionRecord rollout; ///< of whatever was rolled out
    std::vector<client::CloudLogLine> log;
    client::Watching watching;
    client::BackupList backups;
    client::BackupSides sides;

private:
    void tellStory();
    void settle(const std::vector<cloud::TrafficTarget> &traffic);
};

/// 2026-11-21T14:32:00Z.
WallTime releaseNow();

} // namespace batuta::tests
