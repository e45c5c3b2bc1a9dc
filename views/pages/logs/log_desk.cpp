// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/log_desk.h"

#include "views/pages/logs/log_lines.h"

#include <QElapsedTimer>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace batuta::views {
namespace {

using namespace batuta::logs;

constexpr std::size_t kFacets = 4;
constexpr std::uint64_t kQuickFacets = 300'000; // rows that are counted again whenever files have grown

/// Fields whose values are worth counting: few different ones, well-known names first.
std::vector<std::string> facetFields(const std::vector<FieldUse> &uses)
{
    constexpr std::array<std::string_view, 12> kFirst{"service",   "logger", "step",     "step_name",
                                                      "flow_name", "flow",   "revision", "environment",
                                                      "event",     "status", "host",     "trigger"};
    std::vector<std::string> fields;
    for (const std::string_view name : kFirst)
        for (const FieldUse &use : uses)
            if (use.name == name && !use.isNested && use.values <= 200 && fields.size() < kFacets)
                fields.push_back(use.name);
    return fields;
}

LogQuery narrowed(const LogWish &wish)
{
    QueryNode word{QueryNode::Kind::Compare, {}, "line", QueryOp::Like, std::string()};
    for (const char byte : wish.find) // as plain characters
        word.value +=
            std::string(std::string_view(R"(\^$.|?*+()[]{})").find(byte) == std::string_view::npos ? ""
                                                                                                   : "\\") +
            byte;
    if (std::none_of(wish.find.begin(), wish.find.end(),
                     [](char byte) { return byte >= 'A' && byte <= 'Z'; }))
        word.value = "(?i)" + word.value;
    return wish.query.with(std::move(word));
}

} // namespace

/// What the thread keeps from one round to the next.
struct LogDesk::Work
{
    std::unique_ptr<LogSource> source;
    quint64 sourceNumber = 0;
    LogWish wish;
    quint64 number = 0;
    std::stop_token stop;
    LogPicture drawn;
    quint64 facetsOf = 0;
    bool mustCount = false;
};

LogDesk::LogDesk(QObject *parent)
    : QObject(parent)
    , m_thread([this](const std::stop_token &quit) { run(quit); })
{
}

LogDesk::~LogDesk()
{
    m_thread.request_stop();
    {
        const std::lock_guard lock(m_mutex);
        m_stop.request_stop();
        m_stopSource.request_stop();
    }
    m_thread.join();
}

void LogDesk::setSource(std::vector<std::string> paths)
{
    const std::lock_guard lock(m_mutex);
    m_paths = std::move(paths);
    ++m_sourceNumber;
    renew(m_stopSource);
    beginWish();
}

void LogDesk::setWish(LogWish wish)
{
    const std::lock_guard lock(m_mutex);
    m_wish = std::move(wish);
    beginWish();
}

/// Ends what is done for the wish before, and nothing else: number and token change together under the lock,
/// so that a token which was asked to stop never belongs to the newest wish.
void LogDesk::beginWish()
{
    ++m_number;
    renew(m_stop);
    m_waiting.notify_all();
}

void LogDesk::renew(std::stop_source &source)
{
    source.request_stop();
    source = {};
}

void LogDesk::look()
{
    const std::lock_guard lock(m_mutex);
    m_mustLook = true;
    m_waiting.notify_all();
}

void LogDesk::run(const std::stop_token &quit)
{
    Work work;
    while (!quit.stop_requested()) {
        std::stop_token stopSource;
        {
            std::unique_lock lock(m_mutex);
            m_waiting.wait(lock, quit, [&] {
                return m_mustLook || m_number != work.number || m_sourceNumber != work.sourceNumber;
            });
            if (quit.stop_requested())
                return;
            m_mustLook = false;
            stopSource = m_stopSource.get_token();
            if (m_sourceNumber != work.sourceNumber) {
                work.sourceNumber = m_sourceNumber;
                work.source = std::make_unique<LogSource>(m_paths);
                work.drawn = {};
            }
        }
        if (!work.source)
            work.source = std::make_unique<LogSource>(std::vector<std::string>());
        work.source->update(stopSource, [&](const LogSnapshotPtr &snapshot) {
            emit progressed(snapshot->bytes, snapshot->total);
            draw(work, snapshot);
        });
        draw(work, work.source->snapshot());
        countFacets(work);
    }
}

/// Finds and counts what has changed since the last picture.
void LogDesk::draw(Work &work, const LogSnapshotPtr &snapshot)
{
    LogWish wish;
    quint64 number = 0;
    std::stop_token stop;
    {
        const std::lock_guard lock(m_mutex);
        if (m_sourceNumber != work.sourceNumber)
            return; // what is wished for now is wished of other files
        wish = m_wish;
        number = m_number;
        stop = m_stop.get_token();
    }
    const bool isSameRows = work.drawn.rows && wish.isSameRows(work.wish);
    if (isSameRows && number == work.number && work.drawn.rows->snapshot() == snapshot)
        return;
    const bool isSameFind = isSameRows && wish.find == work.wish.find;
    LogPicture picture;
    picture.wish = number;
    picture.problems = work.source->problems();
    QElapsedTimer timer;
    timer.start();
    const bool isSame = isSameRows && work.drawn.rows->snapshot() == snapshot;
    picture.rows = isSame ? work.drawn.rows
                          : findRows(snapshot, LogMatcher(wish.query, wish.span),
                                     isSameRows ? work.drawn.rows : nullptr, stop);
    if (!picture.rows)
        return;
    picture.milliseconds = isSame ? work.drawn.milliseconds : static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (isSameFind)
        picture.found = work.drawn.found;
    work.wish = wish;
    work.number = number;
    work.stop = stop;
    work.mustCount = work.mustCount || !isSame;
    picture.fields =
        isSame ? work.drawn.fields : std::make_shared<const std::vector<FieldUse>>(fieldsOf(*picture.rows));
    findIn(work, stop, picture);
    work.drawn = picture;
    emit pictureCame(picture);
}

void LogDesk::findIn(Work &work, const std::stop_token &stop, LogPicture &picture)
{
    const LogWish &wish = work.wish;
    // All severities and times stay in the histogram, so that a brush shows what is beside it.
    const LogSnapshotPtr &snapshot = picture.rows->snapshot();
    LogRowsPtr around = picture.rows;
    if (wish.span.from != kNoTime || wish.span.to != kNoTime)
        around = findRows(snapshot, LogMatcher(wish.query), {}, stop);
    if (around)
        picture.histogram =
            std::make_shared<const Histogram>(histogramOf(*around, timeSpan(*snapshot), wish.buckets, stop));
    picture.found = wish.find.empty()
                        ? nullptr
                        : findRows(snapshot, LogMatcher(narrowed(wish), wish.span), picture.found, stop);
    if (wish.isGrouped)
        picture.groups = std::make_shared<const GroupedRows>(groupsOf(*picture.rows, stop));
}

void LogDesk::countFacets(Work &work)
{
    const LogRowsPtr rows = work.drawn.rows;
    const bool isNew = work.facetsOf != work.number;
    if (!rows || !work.mustCount || !work.drawn.fields || (!isNew && rows->count() > kQuickFacets))
        return;
    std::vector<Facet> facets = facetsOf(*rows, facetFields(*work.drawn.fields), work.stop);
    if (work.stop.stop_requested())
        return;
    work.facetsOf = work.number;
    work.mustCount = false;
    emit facetsCame(work.number, std::make_shared<const std::vector<Facet>>(std::move(facets)));
}

void LogDesk::exportTo(const QString &file, LogRowsPtr rows)
{
    m_export = std::jthread([this, file, rows = std::move(rows)](const std::stop_token &stop) {
        QSaveFile out(file);
        if (!out.open(QIODevice::WriteOnly))
            return emit exported(0, out.errorString());
        for (std::uint64_t row = 0; row < rows->count() && !stop.stop_requested(); ++row) {
            const std::string line = rows->snapshot()->text(rows->at(row), LogMatcher::kMostOfLine);
            out.write(LogLines::cleanText(QByteArray::fromStdString(line)).toUtf8() + '\n');
        }
        const bool isWhole = !stop.stop_requested() && out.commit();
        emit exported(rows->count(), isWhole ? QString() : out.errorString());
    });
}

} // namespace batuta::views
