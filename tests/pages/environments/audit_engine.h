// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/client/release_values.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::tests {

/// An engine that only keeps what people did, and can refuse it; and knows the services of a cloud when it is
/// given one.
class AuditEngine final : public client::EngineClient
{
public:
    std::vector<std::string> acts; ///< `reveal_secret dev/TOKEN`
    bool refuses = false;

    void act(client::Act act, client::Reply<json::Value> reply) override
    {
        acts.push_back(act.verb + " " + act.subject);
        if (refuses)
            return reply(Error{ErrorCode::ActForbidden, act.subject, "it wants another role", {}, {}});
        reply(json::Value(json::Object{{"audited", true}}));
    }
    std::vector<client::CloudPlace> places;
    client::ServiceBoard service;
    std::optional<Error> cloudTrouble;
    std::vector<std::string> asked; ///< `production/orchestrator`

    void releases(const client::ReleaseQuery &query, client::Reply<client::ReleaseBoard> reply) override
    {
        if (cloudTrouble)
            return reply(*cloudTrouble);
        client::ReleaseBoard board;
        board.places = places;
        board.environment = query.environment;
        reply(std::move(board));
    }
    void releasedService(const client::ServiceQuery &query,
                         client::Reply<client::ServiceBoard> reply) override
    {
        asked.push_back(query.environment + "/" + query.service);
        if (cloudTrouble)
            return reply(*cloudTrouble);
        reply(service);
    }
    void start(client::StartExecution, client::Reply<client::Started> reply) override { reply(none()); }
    void preview(client::StartExecution, client::Reply<client::FlowPreview> reply) override { reply(none()); }
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override { reply({}); }
    void info(client::Reply<client::EngineInfo> reply) override { reply(client::EngineInfo()); }
    void waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord> reply) override { reply(none()); }
    void execution(ExecutionId, client::Reply<client::ExecutionRecord> reply) override { reply(none()); }
    void executions(client::ExecutionQuery, client::Reply<client::ExecutionPage> reply) override
    {
        reply(none());
    }
    void logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>> reply) override
    {
        reply(none());
    }
    std::unique_ptr<client::Subscription> subscribe(Listener) override { return {}; }

private:
    static Error none() { return {ErrorCode::EngineUnreachable, "test", {}, {}, {}}; }
};

} // namespace batuta::tests
