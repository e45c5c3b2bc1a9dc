// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/engine_thread.h"

namespace batuta::host {

Result<std::unique_ptr<EngineThread>> EngineThread::start(EngineOptions options, telemetry::Logger &log,
                                                          telemetry::Metrics &metrics)
{
    std::unique_ptr<EngineThread> host(new EngineThread);
    Result<std::unique_ptr<Engine>> engine =
        Engine::create(std::move(options), {host->m_loop, log, metrics, host->m_clock});
    if (!engine)
        return engine.error();
    host->m_engine = std::move(*engine);
    host->m_client = std::make_unique<LocalClient>(*host->m_engine);
    host->m_thread = std::thread([&loop = host->m_loop] { loop.run(); });
    return host;
}

void EngineThread::stop(Duration grace)
{
    if (!m_thread.joinable())
        return;
    m_loop.post([this, grace] { m_engine->drain(grace, [this] { m_loop.stop(); }); });
    m_thread.join();
    m_client.reset();
    m_engine.reset();
}

EngineThread::~EngineThread()
{
    stop(std::chrono::seconds(0));
}

} // namespace batuta::host
