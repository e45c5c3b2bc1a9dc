// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/store/history.h"

#include <QtGlobal>

#include <atomic>
#include <map>
#include <mutex>
#include <string>

namespace batuta::tests {

/// An engine that runs nothing: a real history in memory, which answers on its own thread, and events that a
/// test sends.
class RunSource final : public client::EngineClient
{
public:
    RunSource();
    ~RunSource() override;

    /// Stores an ended run that started `second` seconds after a fixed moment, and gives its id.
    std::string add(int second, const std::string &flow = "update_profile",
                    const std::string &status = "success", const std::string &user = "ana");
    /// Any other record.
    void keep(const client::ExecutionRecord &record) { m_history->finish(record, {}, {}); }
    /// A run that starts now: stored, and told.
    std::string start(const std::string &flow = "update_profile", const std::string &user = "ana");
    void stepStarted(const std::string &id, const std::string &step, int attempt = 1);
    void stepRetries(const std::string &id, const std::string &step, int nextAttempt);
    void stepEnded(const std::string &id, const std::string &step, const std::string &status,
                   int attempts = 1);
    void end(const std::string &id, const std::string &status = "success");
    /// While true, nothing is told: what happens is only stored.
    std::atomic<bool> isSilent = false;
    /// While true, every question fails.
    std::atomic<bool> fails = false;
    /// While true, no question about runs is answered.
    std::atomic<bool> isStuck = false;
    std::atomic<int> questions = 0;

    void start(client::StartExecution command, client::Reply<client::Started> reply) override;
    void waitForEnd(ExecutionId id, client::Reply<client::ExecutionRecord> reply) override;
    void act(client::Act act, client::Reply<json::Value> reply) override;
    void execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply) override;
    void executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply) override;
    void figures(client::FiguresQuery query, client::Reply<client::RunFigures> reply) override;
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override;
    void preview(client::StartExecution command, client::Reply<client::FlowPreview> reply) override;
    void info(client::Reply<client::EngineInfo> reply) override;
    void logLines(client::LogQuery query, client::Reply<std::vector<client::LogLineRecord>> reply) override;
    std::unique_ptr<client::Subscription> subscribe(Listener listener) override;

private:
    void tell(const std::string &id, std::string kind, const std::string &step, json::Value data);

    std::unique_ptr<store::History> m_history;
    std::map<std::string, client::ExecutionRecord> m_running;
    Listener m_listener;
    int m_next = 0;
};

} // namespace batuta::tests
