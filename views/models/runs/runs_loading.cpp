// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of RunsModel that asks the engine for pages; runs_live.cpp applies what happens meanwhile.
#include "views/models/runs/runs_model.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kCountSlice = 20'000; // runs counted by one question: a few milliseconds of the engine's reader
constexpr int kAround = 100;        // rows loaded before and after those that are seen
constexpr int kLoadedPages = 12;
constexpr int kQuestions = 2; // at once
constexpr int kTies = 8;      // runs that may have started in the same microsecond as a page's first

} // namespace

void RunsModel::reload()
{
    ++m_generation;
    m_asked = 0;
    m_isFetching = false;
    m_isCatchingUp = false;
    m_fresh.clear();
    m_mustReload = false;
    m_since = m_filter.executions(SystemClock().wall()).since;
    m_state = State::Loading;
    emit stateChanged();
    RunPage first;
    first.count = RunPage::kRows;
    m_link.executions(queryOf(first), this, [this, generation = m_generation](auto page) {
        firstPageCame(generation, std::move(page));
    });
}

void RunsModel::retry()
{
    if (m_state != State::Failed)
        return;
    if (m_mustReload)
        return reload();
    m_state = State::Ready;
    emit stateChanged();
    loadNear();
}

void RunsModel::firstPageCame(int generation, Result<client::ExecutionPage> page)
{
    if (generation != m_generation)
        return;
    if (!page) {
        m_mustReload = true;
        return fail(page.error());
    }
    beginResetModel();
    m_window.clear();
    m_held.clear();
    m_heldPages.clear();
    if (!page->items.empty()) {
        RunPage first;
        first.count = static_cast<int>(page->items.size());
        if (m_filter.order == client::Order::Newest) { // newer ones will come before it
            first.place.firstId = page->items.front().id;
            first.place.until = page->items.front().startedAt + Duration(1);
        }
        std::vector<RunPage> pages;
        pages.push_back(std::move(first));
        m_window.append(std::move(pages));
        m_window.fill(0, rowsOf(page->items, {}));
    }
    endResetModel();
    m_state = State::Ready;
    m_freshAt = SystemClock().wall();
    setHeldCount(0);
    m_isCut = false;
    m_isCounting = !page->next.empty();
    emit stateChanged();
    if (m_isCounting)
        countOn(page->next);
}

void RunsModel::countOn(const std::string &cursor)
{
    client::ExecutionQuery query = m_filter.executions({});
    query.since = m_since;
    query.cursor = cursor;
    query.limit = isRanked() ? client::kMostRanked - m_window.size() : kCountSlice;
    query.markEvery = RunPage::kRows;
    m_link.executions(std::move(query), this, [this, generation = m_generation](auto page) {
        countCame(generation, std::move(page));
    });
}

namespace {

std::vector<RunPage> pagesOf(const client::ExecutionPage &counted)
{
    std::vector<RunPage> pages;
    auto left = static_cast<int>(counted.total);
    for (const std::string &mark : counted.marks) {
        RunPage &page = pages.emplace_back();
        page.place.cursor = mark;
        page.count = std::min(left, RunPage::kRows);
        left -= page.count;
    }
    return pages;
}

} // namespace

void RunsModel::countCame(int generation, Result<client::ExecutionPage> page)
{
    if (generation != m_generation)
        return;
    if (!page) {
        m_mustReload = true;
        return fail(page.error());
    }
    if (page->total > 0) {
        const int size = m_window.size();
        beginInsertRows({}, size, size + static_cast<int>(page->total) - 1);
        m_window.append(pagesOf(*page));
        endInsertRows();
    }
    m_isCut = isRanked() && !page->next.empty();
    m_isCounting = !page->next.empty() && !m_isCut;
    emit stateChanged();
    if (m_isCounting)
        countOn(page->next);
    else if (!isHolding() && m_heldCount > 0)
        release();
    loadNear();
}

void RunsModel::setVisible(int first, int last, int pinned)
{
    m_firstSeen = first;
    m_lastSeen = last;
    m_pinned = pinned;
    loadNear();
}

/// Asks for the missing page nearest to the middle of what is seen, as long as few questions are open: who
/// scrolls fast does not wait for pages that have gone by.
void RunsModel::loadNear()
{
    while (m_state == State::Ready && m_asked < kQuestions) {
        const int page = pageToLoad();
        if (page < 0)
            return;
        ask(page);
    }
}

int RunsModel::pageToLoad() const
{
    const int middle = (m_firstSeen + m_lastSeen) / 2;
    int nearest = -1, distance = 0;
    const int first = m_window.pageAt(std::clamp(m_firstSeen - kAround, 0, std::max(0, m_window.size() - 1)));
    for (int at = first; at >= 0 && at < m_window.pageCount(); ++at) {
        const RunPage &page = m_window.page(at);
        if (page.first > m_lastSeen + kAround)
            break;
        if (page.isLoaded() || page.isAsked)
            continue;
        const int away = std::abs(page.first + page.count / 2 - middle);
        if (nearest < 0 || away < distance) {
            nearest = at;
            distance = away;
        }
    }
    return nearest;
}

client::ExecutionQuery RunsModel::queryOf(const RunPage &page) const
{
    client::ExecutionQuery query = m_filter.executions({});
    query.since = page.place.since ? page.place.since : m_since;
    if (page.place.until)
        query.until = page.place.until;
    query.cursor = page.place.cursor;
    query.limit = page.count + (page.place.firstId.empty() ? 0 : kTies);
    query.withSteps = true;
    return query;
}

void RunsModel::ask(int at)
{
    m_window.setAsked(at, true);
    ++m_asked;
    const RunPage &page = m_window.page(at);
    const PageShape shape(page.count, page.place.firstId);
    m_link.executions(queryOf(page), this,
                      [this, shape, generation = m_generation, serial = page.serial](auto answer) {
                          if (generation == m_generation)
                              pageCame(serial, shape, std::move(answer));
                      });
}

void RunsModel::pageCame(int serial, const PageShape &shape, Result<client::ExecutionPage> answer)
{
    --m_asked;
    const int at = m_window.pageWithSerial(serial);
    if (at >= 0)
        m_window.setAsked(at, false);
    if (!answer)
        return fail(answer.error());
    if (at >= 0) {
        const RunPage &page = m_window.page(at);
        if (PageShape(page.count, page.place.firstId) != shape) // it has grown meanwhile
            return ask(at);
        replaceRows(at, rowsOf(answer->items, page.place.firstId));
    }
    m_freshAt = SystemClock().wall();
    forgetFar();
    loadNear();
}

void RunsModel::replaceRows(int at, RunRows rows)
{
    const RunPage &page = m_window.page(at);
    const int first = page.first;
    const int gone = RunWindow::missing(page, rows);
    const int kept = page.count - gone;
    if (gone > 0)
        beginRemoveRows({}, first + kept, first + kept + gone - 1);
    m_window.fill(at, std::move(rows));
    if (gone > 0)
        endRemoveRows();
    if (kept > 0)
        emit dataChanged(index(first, 0), index(first + kept - 1, ColumnCount - 1));
}

RunRows RunsModel::rowsOf(const std::vector<client::ExecutionRecord> &records,
                          const std::string &firstId) const
{
    auto from = std::find_if(records.begin(), records.end(),
                             [&](const client::ExecutionRecord &record) { return record.id == firstId; });
    if (from == records.end())
        from = records.begin();
    RunRows rows;
    for (auto record = from; record != records.end(); ++record)
        rows.push_back(rowFrom(*record));
    return rows;
}

/// An answer may be older than the last events: they are applied to it again.
std::shared_ptr<RunRow> RunsModel::rowFrom(const client::ExecutionRecord &record) const
{
    auto row = std::make_shared<RunRow>(rowOf(record));
    if (!row->isEnded())
        for (const client::EventRecord &event : m_recent)
            applyEvent(*row, event);
    return row;
}

void RunsModel::forgetFar()
{
    const int pinned = m_window.pageAt(m_pinned);
    const int middle = (m_firstSeen + m_lastSeen) / 2;
    while (m_window.loadedPages() > kLoadedPages) {
        int farthest = -1, distance = 0;
        for (int at = 0; at < m_window.pageCount(); ++at) {
            const RunPage &page = m_window.page(at);
            const int away = std::abs(page.first + page.count / 2 - middle);
            if (page.isLoaded() && at != pinned && away > distance) {
                farthest = at;
                distance = away;
            }
        }
        if (farthest < 0)
            return;
        m_window.unload(farthest);
    }
}

/// Rows on screen stay until the answers replace them.
void RunsModel::refreshLoaded()
{
    for (int at = 0; at < m_window.pageCount(); ++at)
        if (m_window.page(at).isLoaded() && !m_window.page(at).isAsked)
            ask(at);
}

void RunsModel::fail(const Error &error)
{
    m_state = State::Failed;
    m_isCounting = false;
    m_error = error;
    emit stateChanged();
}

} // namespace batuta::views
