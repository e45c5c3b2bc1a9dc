// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/releases/log_tail.h"

#include "engine/json/json.h"

#include <QDateTime>

namespace batuta::views {
namespace {

constexpr int kTailPace = 2'000;
constexpr int kMostTailLines = 500;
constexpr Duration kLate = std::chrono::seconds(60); ///< entries may come so much later than their time says

QString timeOfLine(WallTime at, bool utc)
{
    const qint64 ms = std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(ms, utc ? Qt::UTC : Qt::LocalTime)
        .toString(QStringLiteral("HH:mm:ss"));
}

bool isFailure(const std::string &severity)
{
    return severity == "ERROR" || severity == "CRITICAL" || severity == "ALERT" || severity == "EMERGENCY";
}

} // namespace

LogTail::LogTail(EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kTailPace);
    connect(&m_again, &QTimer::timeout, this, &LogTail::ask);
}

void LogTail::start(const std::string &environment, const std::string &service, const std::string &filter,
                    WallTime from)
{
    stop();
    m_query = {};
    m_query.environment = environment;
    m_query.service = service;
    m_query.filter = filter;
    m_query.from = from;
    m_lines.clear();
    m_known.clear();
    m_failures = 0;
    m_problem.reset();
    ask();
}

void LogTail::stop()
{
    ++m_generation;
    m_isAsking = false;
    m_again.stop();
}

void LogTail::ask()
{
    m_isAsking = true;
    m_engine.cloudLogs(m_query, this,
                       [this, generation = m_generation](const Result<client::CloudLogPage> &page) {
                           if (generation != m_generation)
                               return;
                           m_isAsking = false;
                           if (page)
                               take(*page);
                           else
                               m_problem = page.error();
                           m_again.start();
                           emit changed();
                       });
}

void LogTail::take(const client::CloudLogPage &page)
{
    m_problem.reset();
    WallTime newest = *m_query.from;
    for (const client::CloudLogLine &line : page.lines) {
        newest = std::max(newest, line.at);
        if (!m_known.emplace(line.at, line.id).second)
            continue;
        const json::Value entry = json::parse(line.text).value_or(json::Value());
        const std::string &severity = entry["severity"].asString();
        m_failures += isFailure(severity) ? 1 : 0;
        m_lines << QStringLiteral("%1  %2  %3")
                       .arg(timeOfLine(line.at, m_utc), QString::fromStdString(severity).leftJustified(7),
                            QString::fromStdString(entry["message"].asString()).simplified().left(400));
    }
    m_query.pageToken = page.next;
    if (page.next.empty())
        m_query.from = std::max(*m_query.from, newest - kLate);
    std::erase_if(m_known, [&](const auto &one) { return one.first < *m_query.from; });
    while (m_lines.size() > kMostTailLines)
        m_lines.removeFirst();
}

} // namespace batuta::views
