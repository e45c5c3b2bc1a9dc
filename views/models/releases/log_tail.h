// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/cloud_values.h"
#include "views/models/engine_link.h"

#include <QStringList>
#include <QTimer>

#include <set>

namespace batuta::views {

/// The last lines that a service, or one of its revisions, has logged since a moment: asked for again and
/// again while it runs, each line once. Lives on the window's thread.
class LogTail final : public QObject
{
    Q_OBJECT

public:
    explicit LogTail(EngineLink &engine, QObject *parent = nullptr);

    /// `filter` is of Cloud Logging, "" for everything. Lines of before are forgotten.
    void start(const std::string &environment, const std::string &service, const std::string &filter,
               WallTime from);
    void stop();
    bool isRunning() const { return m_again.isActive() || m_isAsking; }
    /// `14:21:07  ERROR  text`, the oldest first; at most 500.
    const QStringList &lines() const { return m_lines; }
    /// Of those lines: ERROR and above.
    int failures() const { return m_failures; }
    const std::optional<Error> &problem() const { return m_problem; }
    void setUtc(bool utc) { m_utc = utc; }

signals:
    void changed();

private:
    void ask();
    void take(const client::CloudLogPage &page);

    EngineLink &m_engine;
    client::CloudLogQuery m_query;
    QStringList m_lines;
    std::set<std::pair<WallTime, std::string>> m_known; ///< of the last minute
    std::optional<Error> m_problem;
    QTimer m_again;
    int m_failures = 0;
    int m_generation = 0;
    bool m_isAsking = false, m_utc = false;
};

} // namespace batuta::views
