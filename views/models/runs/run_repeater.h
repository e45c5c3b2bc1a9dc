// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"

#include <QObject>
#include <QStringList>

namespace batuta::views {

/// Repeats every run that fits a query, at most a thousand of them, one after the other, each from the steps
/// that failed. With a change, its members replace those of each run's input; a run whose input holds masked
/// secrets is refused then, since the mask is no value to run with. Goes by itself when it is through.
class RunRepeater final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMost = 1'000;

    RunRepeater(EngineLink &link, json::Value change, std::string why, QObject *parent);

    void start(client::ExecutionQuery query);
    /// What is under way is still counted; nothing more is begun.
    void stop() { m_ids.clear(); }

signals:
    void progressed(int done, int all);
    /// `why` says what the first refusal was about.
    void finished(int repeated, int refused, const QString &why);

private:
    void next();
    void repeatWith(const std::string &id, const Result<client::ExecutionRecord> &record);
    void repeat(const std::string &id, json::Value data);
    void refused(const Error &error);

    EngineLink &m_link;
    json::Value m_change; ///< an object, or null
    std::string m_why;
    QStringList m_ids;
    int m_all = 0;
    int m_repeated = 0;
    int m_refused = 0;
    Error m_firstRefusal;
};

} // namespace batuta::views
