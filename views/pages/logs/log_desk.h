// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/log_figures.h"
#include "engine/logs/log_query.h"
#include "engine/logs/log_source.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace batuta::views {

/// What is to be seen of a source.
struct LogWish
{
    logs::LogQuery query;
    logs::TimeSpan span;
    std::string find; ///< marked, and stepped through; "" for nothing
    bool isGrouped = false;
    int buckets = 120;

    bool isSameRows(const LogWish &other) const
    {
        return query == other.query && span.from == other.span.from && span.to == other.span.to;
    }
};

/// What is to be seen at one moment. Its parts are immutable and shared.
struct LogPicture
{
    quint64 wish = 0; ///< its number: that of LogDesk::wish() when nothing newer is on its way
    logs::LogRowsPtr rows;
    logs::LogRowsPtr found;
    std::shared_ptr<const logs::GroupedRows> groups; ///< null when nothing is grouped
    std::shared_ptr<const logs::Histogram> histogram;
    std::shared_ptr<const std::vector<logs::FieldUse>> fields;
    double milliseconds = 0; ///< of finding the rows
    Errors problems;
};

using LogFacets = std::shared_ptr<const std::vector<logs::Facet>>;

/// Indexes the files of a source and finds what is wished for, on a thread of its own (and one more for the
/// large ones). The newest wish counts: what is on its way for an older one is stopped. Lives on the window's
/// thread; the signals come there.
class LogDesk final : public QObject
{
    Q_OBJECT

public:
    explicit LogDesk(QObject *parent = nullptr);
    ~LogDesk() override;

    void setSource(std::vector<std::string> paths);
    void setWish(LogWish wish);
    /// Files may have grown.
    void look();
    quint64 wish() const { return m_number; }
    /// Writes the rows to a file, secrets masked; exported() tells.
    void exportTo(const QString &file, logs::LogRowsPtr rows);

signals:
    void pictureCame(const batuta::views::LogPicture &picture);
    /// Of the rows of the last picture; some time after it.
    void facetsCame(quint64 wish, const batuta::views::LogFacets &facets);
    /// Indexed, and there in all.
    void progressed(quint64 bytes, quint64 total);
    /// `problem` is "" when it went well.
    void exported(quint64 lines, const QString &problem);

private:
    struct Work;
    void run(const std::stop_token &quit);
    void draw(Work &work, const logs::LogSnapshotPtr &snapshot);
    void findIn(Work &work, const std::stop_token &stop, LogPicture &picture);
    void countFacets(Work &work);
    void beginWish();
    static void renew(std::stop_source &source);

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_waiting;
    std::vector<std::string> m_paths;
    quint64 m_sourceNumber = 0;
    LogWish m_wish;
    quint64 m_number = 0;
    bool m_mustLook = false;
    std::stop_source m_stop;       ///< of what is done for m_number
    std::stop_source m_stopSource; ///< of what is done for m_sourceNumber
    std::jthread m_export;
    std::jthread m_thread; ///< last: it uses the rest
};

} // namespace batuta::views
