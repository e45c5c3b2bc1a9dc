// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/local_client.h"

#include <memory>
#include <thread>

namespace batuta::host {

/// An engine on a thread of its own, for the console and for `batuta run`. Owns loop, engine and thread; only
/// its client is used from outside.
class EngineThread
{
public:
    /// `log` and `metrics` must outlive it.
    static Result<std::unique_ptr<EngineThread>> start(EngineOptions options, telemetry::Logger &log,
                                                       telemetry::Metrics &metrics);
    /// Lets running executions end within `grace`, cancels the rest, records everything, and joins the
    /// thread.
    void stop(Duration grace);
    ~EngineThread();

    client::EngineClient &client() { return *m_client; }

private:
    EngineThread() = default;

    SystemClock m_clock;
    net::Loop m_loop;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<LocalClient> m_client;
    std::thread m_thread;
};

} // namespace batuta::host
