// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/series/alert_values.h"

#include <optional>

namespace batuta::tests {

/// One afternoon of a workspace, told the same each time: gap_analysis fails, two people act. Answers at
/// once.
class OverviewEngine final : public client::EngineClient
{
public:
    enum class State { Typical, Nothing, Loading, Error };

    /// When the story is told: 2026-11-21T14:32:00Z.
    static WallTime now();
    State state = State::Typical;
    bool isTakenOver = false; ///< the rollout has ended, a minute ago: somebody else moved the traffic

    void start(client::StartExecution, client::Reply<client::Started>) override {}
    void waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void act(client::Act, client::Reply<json::Value>) override {}
    void execution(ExecutionId, client::Reply<client::ExecutionRecord> reply) override;
    void executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply) override;
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override;
    void preview(client::StartExecution, client::Reply<client::FlowPreview>) override {}
    void info(client::Reply<client::EngineInfo> reply) override;
    void logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>>) override {}
    void figures(client::FiguresQuery query, client::Reply<client::RunFigures> reply) override;
    void failures(client::FailureQuery query, client::Reply<client::FailureReport> reply) override;
    void waiting(client::Reply<std::vector<client::WaitingStep>> reply) override;
    void series(series::Question question, client::Reply<series::Answer> reply) override;
    void alerts(client::Reply<series::AlertBook> reply) override;
    void boards(client::Reply<std::vector<series::BoardText>> reply) override { reply({}); }
    void audit(client::AuditQuery query, client::Reply<client::AuditPage> reply) override;
    void clouds(client::Reply<std::vector<client::CloudPlace>> reply) override;
    void releases(const client::ReleaseQuery &query, client::Reply<client::ReleaseBoard> reply) override;
    void releasedService(const client::ServiceQuery &query,
                         client::Reply<client::ServiceBoard> reply) override;
    std::unique_ptr<client::Subscription> subscribe(Listener) override
    {
        return std::make_unique<client::Subscription>();
    }

private:
    template <class T> void answer(T typical, const client::Reply<T> &reply) const;
};

} // namespace batuta::tests
