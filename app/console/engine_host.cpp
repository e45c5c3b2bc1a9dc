// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/engine_host.h"

#include <QCoreApplication>

namespace batuta::console {
namespace {

struct Opened
{
    std::unique_ptr<telemetry::Logger> log;
    std::unique_ptr<app::EmbeddedCloud> cloud;
    Result<std::unique_ptr<host::EngineThread>> engine = Error{};
};

} // namespace

EngineHost::EngineHost(QObject *parent)
    : QObject(parent)
{
}

EngineHost::~EngineHost()
{
    if (m_worker.joinable())
        m_worker.join();
    QCoreApplication::removePostedEvents(
        this); // an engine that has just opened goes before what it works with
    if (m_engine)
        m_engine->stop(Duration{});
    m_engine.reset(); // before the log that it writes to
}

void EngineHost::open(host::EngineOptions options, const std::string &logFile)
{
    if (m_busy || m_engine)
        return;
    m_busy = true;
    if (m_worker.joinable())
        m_worker.join();
    m_worker = std::thread([this, options = std::move(options), logFile]() mutable {
        telemetry::Logger::Options logging;
        logging.file = options.logFile = logFile;
        auto opened = std::make_shared<Opened>();
        auto log = telemetry::Logger::open(logging);
        opened->log = log ? std::move(*log) : std::make_unique<telemetry::Logger>();
        // The engine opens without it; the Releases page says what is wrong.
        if (auto cloud = app::EmbeddedCloud::open(options.workspace); cloud)
            opened->cloud = std::move(*cloud);
        else
            opened->log->error("cloud", "cloud_local_failed", {{"error", errorText(cloud.error())}});
        opened->engine = log ? host::EngineThread::start(std::move(options), *opened->log, m_metrics)
                             : Result<std::unique_ptr<host::EngineThread>>(log.error());
        QMetaObject::invokeMethod(this, [this, opened] {
            m_busy = false;
            if (!opened->engine)
                return emit failed(opened->engine.error());
            m_log = std::move(opened->log);
            m_cloud = std::move(opened->cloud);
            m_engine = std::move(*opened->engine);
            emit this->opened();
        });
    });
}

void EngineHost::close(Duration grace)
{
    if (m_busy || !m_engine)
        return;
    m_busy = true;
    if (m_worker.joinable())
        m_worker.join();
    m_worker = std::thread([this, grace] {
        m_engine->stop(grace);
        m_cloud.reset();
        QMetaObject::invokeMethod(this, [this] {
            m_busy = false;
            m_engine.reset();
            m_log.reset();
            emit closed();
        });
    });
}

} // namespace batuta::console
