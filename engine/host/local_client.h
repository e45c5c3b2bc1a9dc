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
    void cancel(ExecutionId id, client::Reply<void> reply) override;
    void execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply) override;
    void executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply) override;
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override;
    void preview(client::StartExecution command, client::Reply<client::FlowPreview> reply) override;
    void info(client::Reply<client::EngineInfo> reply) override;
    void logLines(client::LogQuery query, client::Reply<std::vector<client::LogLineRecord>> reply) override;
    std::unique_ptr<client::Subscription> subscribe(Listener listener) override;

private:
    Engine &m_engine;
};

} // namespace batuta::host
