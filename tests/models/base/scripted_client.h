// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace batuta::tests {

/// A client that answers when the test says so, on a thread of its own.
class ScriptedClient final : public client::EngineClient
{
public:
    /// Questions that wait for an answer: `info`, `flows`, `execution` …
    int unanswered(const std::string &question) const;
    /// Answers all of them, on another thread; returns when that thread has done it.
    void answer(const std::string &question);
    /// While true, `info` and `flows` are answered at once.
    bool isAlive = true;
    /// When set, `info` is answered with it.
    std::optional<Error> trouble;
    /// What the answers are made of.
    std::vector<client::FlowSummary> library;
    client::EngineInfo state;

    /// Sends events from another thread; returns when they have been handed over.
    void tell(client::EventBatch batch);
    bool isListenedTo() const { return m_listening && *m_listening; }

    void start(client::StartExecution command, client::Reply<client::Started> reply) override;
    void waitForEnd(ExecutionId id, client::Reply<client::ExecutionRecord> reply) override;
    void act(client::Act act, client::Reply<json::Value> reply) override;
    void execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply) override;
    void executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply) override;
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override;
    void preview(client::StartExecution command, client::Reply<client::FlowPreview> reply) override;
    void info(client::Reply<client::EngineInfo> reply) override;
    void logLines(client::LogQuery query, client::Reply<std::vector<client::LogLineRecord>> reply) override;
    std::unique_ptr<client::Subscription> subscribe(Listener listener) override;

private:
    std::map<std::string, std::vector<std::function<void()>>> m_waiting;
    Listener m_listener;
    std::shared_ptr<bool> m_listening;
};

} // namespace batuta::tests
