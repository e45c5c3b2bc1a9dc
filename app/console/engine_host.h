// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/shared/embedded_cloud.h"
#include "engine/host/engine_thread.h"
#include "engine/telemetry/log.h"
#include "engine/telemetry/metrics.h"

#include <QObject>

#include <memory>
#include <thread>

namespace batuta::console {

/// The engine inside the console, and the local Cloud Run where the workspace wants it inside: opens and
/// closes it without making the window wait. Lives on the window's thread; opening and closing happen on a
/// thread of their own.
class EngineHost final : public QObject
{
    Q_OBJECT

public:
    explicit EngineHost(QObject *parent = nullptr);
    /// Waits for the engine: what runs is recorded as cancelled.
    ~EngineHost() override;

    /// Ends with opened() or failed(). Nothing happens while it is opening, open or closing.
    void open(host::EngineOptions options, const std::string &logFile);
    /// Ends with closed(). Whatever still runs is cancelled and recorded after `grace`.
    void close(Duration grace);

    /// Only between opened() and close().
    client::EngineClient &client() { return m_engine->client(); }
    bool isOpen() const { return m_engine != nullptr; }

signals:
    void opened();
    void failed(const batuta::Error &error);
    void closed();

private:
    telemetry::Metrics m_metrics;
    std::unique_ptr<telemetry::Logger> m_log;
    std::unique_ptr<app::EmbeddedCloud> m_cloud; ///< null where the workspace has none in here
    std::unique_ptr<host::EngineThread> m_engine;
    std::thread m_worker;
    bool m_busy = false;
};

} // namespace batuta::console
