// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/cloud_spool.h"

#include <QDir>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kPage = 1'000;                         // entries of one answer
constexpr int kFirstPages = 3;                       // of all times
constexpr int kOlderPages = 5;                       // when somebody wants more
constexpr int kSpanPages = 20;                       // of a time that somebody chose
constexpr int kMostTurns = 40;                       // answers of one batch, when some of them are empty
constexpr int kMostTroubles = 4;                     // after so many a look begins anew
constexpr int kPagesOfLook = 50;                     // of what is new; the rest comes with the next look
constexpr int kPace = 2'000;                         // ms until new entries are asked for
constexpr int kSlowest = 30'000;                     // while that fails
constexpr Duration kLate = std::chrono::seconds(60); // entries may come so much later than their time says

} // namespace

CloudSpool::CloudSpool(EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_pace(kPace)
    , m_wait(kPace)
{
    m_later.setSingleShot(true);
    m_again.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &CloudSpool::look);
    connect(&m_again, &QTimer::timeout, this, &CloudSpool::askBatch);
}

CloudSpool::~CloudSpool() = default;

void CloudSpool::begin(const client::CloudLogQuery &query)
{
    ++m_generation;
    m_later.stop();
    m_again.stop();
    m_query = query;
    m_query.limit = kPage;
    m_new.reset();
    m_batches.clear();
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/batuta-cloud-XXXXXX"); // its owner's only
    m_memory.reset();
    m_batch.clear();
    m_edge.clear();
    m_fresh.clear();
    m_problem.reset();
    m_oldest = {};
    m_lines = 0;
    m_bytes = 0;
    m_tailTroubles = 0;
    m_wait = m_pace;
    m_hasOlder = m_isLooking = m_isBringing = m_isFull = m_wasEmpty = false;
    m_new = std::make_unique<QFile>(m_folder->filePath(nameOf("new")));
    if (!m_new->open(QIODevice::WriteOnly))
        return full(m_new->errorString());
    m_asked = m_query;
    m_asked.newestFirst = true;
    bring(query.from ? kSpanPages : kFirstPages);
}

template <class Take> void CloudSpool::ask(const client::CloudLogQuery &query, Take take)
{
    m_engine.cloudLogs(query, this,
                       [this, take, generation = m_generation](Result<client::CloudLogPage> page) {
                           if (generation == m_generation)
                               (this->*take)(std::move(page));
                       });
}

/// Why no more comes until it does.
void CloudSpool::failed(const Error &error)
{
    m_problem = error;
    m_wait = std::min(kSlowest, m_wait * 2);
    emit changed();
}

void CloudSpool::full(const QString &why)
{
    m_problem = Error{ErrorCode::FileTooLarge,
                      "log",
                      why.isEmpty() ? "more is not brought over" : why.toStdString(),
                      {},
                      "Write a query that is for fewer entries."};
    m_isFull = true;
    emit changed();
}

void CloudSpool::bringOlder()
{
    if (m_isBringing || !m_hasOlder)
        return;
    if (!m_wasEmpty) {         // else it goes on where it was
        m_asked.to = m_oldest; // with those of the same moment, which are known
        m_asked.pageToken.clear();
    }
    bring(kOlderPages);
}

void CloudSpool::bring(int pages)
{
    m_mostPages = pages;
    m_pages = m_turns = 0;
    m_isBringing = true;
    emit changed();
    askBatch();
}

void CloudSpool::askBatch()
{
    ask(m_asked, &CloudSpool::tookBatch);
}

void CloudSpool::tookBatch(Result<client::CloudLogPage> page)
{
    if (!page) {
        failed(page.error());
        return m_again.start(m_wait);
    }
    m_problem.reset();
    m_wait = m_pace;
    m_pages += page->lines.empty() ? 0 : 1; // an empty page with a token means: go on
    for (client::CloudLogLine &line : page->lines)
        m_batch.push_back(std::move(line));
    m_asked.pageToken = page->next;
    m_hasOlder = !page->next.empty();
    if (m_hasOlder && m_pages < m_mostPages && ++m_turns < kMostTurns)
        return askBatch();
    endBatch();
}

void CloudSpool::endBatch()
{
    std::vector<client::CloudLogLine> lines = std::exchange(m_batch, {});
    std::reverse(lines.begin(), lines.end());
    std::stable_sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    const bool isFirst = !m_memory;
    std::set<std::pair<WallTime, std::string>> known; // what came meanwhile may have moved the pages
    std::erase_if(lines, [&](const auto &line) {
        return (line.at == m_oldest && m_edge.contains(line.id)) || !known.emplace(line.at, line.id).second;
    });
    remember(lines);
    m_wasEmpty = lines.empty();
    if (!lines.empty()) {
        if (m_oldest != lines.front().at)
            m_edge.clear();
        m_oldest = lines.front().at;
        for (const client::CloudLogLine &line : lines)
            if (line.at == m_oldest)
                m_edge.insert(line.id);
        QFile file(m_folder->filePath(nameOf(QString::number(m_batches.size() + 1))));
        if (file.open(QIODevice::WriteOnly) && write(file, lines))
            m_batches.push_back(file.fileName().toStdString());
    }
    m_isBringing = false;
    emit batchCame();
    emit changed();
    if (isFirst && m_runs)
        m_later.start(m_pace);
}

/// From here on every entry is told once; older ones than those that are there are none of the tail's.
void CloudSpool::remember(const std::vector<client::CloudLogLine> &lines)
{
    const bool isFirst = !m_memory;
    const WallTime begin = m_query.from.value_or(WallTime{});
    const WallTime from = m_hasOlder && !lines.empty() ? lines.front().at
                          : !m_hasOlder && (!isFirst || !lines.empty())
                              ? begin
                              : std::max(begin, SystemClock().wall() - 10 * kLate); // clocks differ
    if (isFirst)
        m_memory = std::make_unique<cloud::TailMemory>(from, kLate);
    for (const client::CloudLogLine &line : lines)
        m_memory->isNew(line.at, line.id);
    if (isFirst)
        m_memory->looked(true);
    else if (!lines.empty() || !m_hasOlder)
        m_memory->reachBack(from);
}

void CloudSpool::run(bool runs)
{
    m_runs = runs;
    if (!runs)
        m_later.stop();
    else if (!m_later.isActive())
        look();
}

void CloudSpool::look()
{
    const bool isOver = m_query.to.has_value(); // nothing new can be of a time that has ended
    if (!m_runs || !m_memory || m_isLooking || isOver || m_isFull)
        return;
    m_isLooking = true;
    const bool goesOn = m_tailTroubles > 0 && m_tailTroubles < kMostTroubles;
    if (!goesOn) { // else where it failed: what was read is not read again
        m_tail = m_query;
        m_tail.from = m_memory->begin();
        m_tailPages = m_tailTroubles = 0;
    }
    ask(m_tail, &CloudSpool::tookNew);
}

void CloudSpool::tookNew(Result<client::CloudLogPage> page)
{
    if (!page) {
        m_isLooking = false;
        ++m_tailTroubles;
        failed(page.error());
        if (m_runs)
            m_later.start(m_wait);
        return;
    }
    m_tailTroubles = 0;
    m_wait = m_pace;
    for (client::CloudLogLine &line : page->lines)
        if (m_memory->isNew(line.at, line.id)) {
            if (line.at == m_oldest)
                m_edge.insert(line.id);
            m_fresh.push_back(std::move(line)); // also when the next page fails
        }
    m_tail.pageToken = page->next;
    if (!page->next.empty() && ++m_tailPages < kPagesOfLook)
        return ask(m_tail, &CloudSpool::tookNew);
    m_memory->looked(page->next.empty());
    endLook();
}

void CloudSpool::endLook()
{
    m_isLooking = false;
    const bool hadProblem = std::exchange(m_problem, std::nullopt).has_value();
    std::vector<client::CloudLogLine> lines = std::exchange(m_fresh, {});
    std::stable_sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    const bool isWritten = write(*m_new, lines);
    if (isWritten && !lines.empty())
        emit grown();
    if (hadProblem || !lines.empty())
        emit changed();
    if (m_runs)
        m_later.start(m_pace);
}

bool CloudSpool::write(QFile &file, const std::vector<client::CloudLogLine> &lines)
{
    QByteArray text;
    for (const client::CloudLogLine &line : lines)
        text += QByteArray::fromStdString(line.text) + '\n';
    if (m_bytes + text.size() > kMost) {
        full({});
        return false;
    }
    if (file.write(text) != text.size() || !file.flush()) {
        full(file.errorString());
        return false;
    }
    m_bytes += text.size();
    m_lines += lines.size();
    return true;
}

/// `production-shop-1.log`: it stands beside each line.
QString CloudSpool::nameOf(const QString &part) const
{
    QString name = QString::fromStdString(m_query.environment + "-" +
                                          (m_query.service.empty() ? "all" : m_query.service));
    for (QChar &letter : name)
        if (!letter.isLetterOrNumber() && letter != '-' && letter != '_')
            letter = '_';
    return name + '-' + part + QStringLiteral(".log");
}

std::vector<std::string> CloudSpool::files() const
{
    std::vector<std::string> files(m_batches.rbegin(), m_batches.rend());
    if (m_new)
        files.push_back(m_new->fileName().toStdString());
    return files;
}

} // namespace batuta::views
