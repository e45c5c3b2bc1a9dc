// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/log_spool.h"

#include "engine/client/questions.h"

#include <QDir>

namespace batuta::views {
namespace {

constexpr int kAgain = 1000;      // ms until new lines are asked for
constexpr int kBytes = 4'000'000; // of one piece

} // namespace

LogSpool::LogSpool(EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_file(QDir::tempPath() + "/batuta-engine-XXXXXX.log")
{
    m_file.open(); // readable by its owner only
    m_later.setSingleShot(true);
    m_later.setInterval(kAgain);
    connect(&m_later, &QTimer::timeout, this, &LogSpool::ask);
}

void LogSpool::run(bool runs)
{
    m_runs = runs;
    if (runs)
        ask();
    else
        m_later.stop();
}

void LogSpool::ask()
{
    if (m_isAsking || !m_runs)
        return;
    m_isAsking = true;
    m_engine.logChunk({m_after, kBytes}, this,
                      [this](const Result<client::LogChunk> &chunk) { take(chunk); });
}

void LogSpool::take(const Result<client::LogChunk> &chunk)
{
    m_isAsking = false;
    m_hasProblem = !chunk.has_value();
    if (!chunk) {
        m_problem = chunk.error();
        emit troubled();
        return m_later.start();
    }
    m_after = chunk->after;
    const auto bytes = static_cast<qint64>(chunk->lines.size());
    const bool isFull = m_file.size() + bytes > kMost;
    if (isFull || m_file.write(chunk->lines.data(), bytes) != bytes || !m_file.flush()) {
        m_hasProblem = true;
        m_problem = {ErrorCode::FileTooLarge,
                     "log",
                     "more is not brought over",
                     {},
                     "Open the page again, or filter where the log is."};
        return emit troubled();
    }
    if (bytes > 0)
        emit grown();
    if (chunk->isEnd)
        m_later.start();
    else
        ask();
}

} // namespace batuta::views
