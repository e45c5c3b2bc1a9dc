// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"

#include <QTemporaryFile>
#include <QTimer>

namespace batuta::views {

/// The log of an engine in another process, brought over piece by piece into a temporary file that is read as
/// any other: from its newest lines on, up to kMost bytes. Lives on the window's thread.
class LogSpool final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kMost = 1'000'000'000;

    explicit LogSpool(EngineLink &engine, QObject *parent = nullptr);
    /// "" when there is no room for it.
    QString path() const { return m_file.fileName(); }
    /// Asks now and, while it runs, every second.
    void run(bool runs);
    /// Why no more comes; a default one when it does.
    const Error &problem() const { return m_problem; }
    bool hasProblem() const { return m_hasProblem; }

signals:
    void grown();
    void troubled();

private:
    void ask();
    void take(const Result<client::LogChunk> &chunk);

    EngineLink &m_engine;
    QTemporaryFile m_file;
    QTimer m_later;
    std::string m_after;
    Error m_problem;
    bool m_hasProblem = false;
    bool m_isAsking = false;
    bool m_runs = false;
};

} // namespace batuta::views
