// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of RunsModel that follows events: it changes rows in place, and finds, keeps back and inserts new
// ones.
#include "views/models/runs/runs_model.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr std::size_t kMostRecent = 5'000;
constexpr std::size_t kMostWaiting = 20'000;
constexpr std::size_t kMostHeld = 1'000; // beyond, only their number is kept
constexpr std::size_t kMostStarts = 20'000;
constexpr auto kRecent = std::chrono::seconds(2);
constexpr int kTries = 4; // a run that four answers do not have does not fit the filter
constexpr int kMostFresh = 1'000;
constexpr int kMostCaughtUp = 50'000;

bool isNewer(const std::shared_ptr<RunRow> &a, const std::shared_ptr<RunRow> &b)
{
    return a->startedAt > b->startedAt;
}

} // namespace

void RunsModel::eventsCame(const client::EventBatch &batch)
{
    for (const client::EventRecord &event : batch.events) {
        m_recent.push_back(event);
        m_events.push_back(event);
        if (event.kind == "execution_started")
            m_starts.push_back(m_clock.elapsed());
    }
    while (m_starts.size() > kMostStarts)
        m_starts.pop_front();
    if (!m_rateTimer.isActive() && !m_starts.empty())
        m_rateTimer.start();
    if (m_events.size() > kMostWaiting) {
        m_events.clear();
        catchUp();
    }
    if (!m_flushTimer.isActive())
        m_flushTimer.start();
}

void RunsModel::flush()
{
    const WallTime old = SystemClock().wall() - kRecent;
    while (!m_recent.empty() && (m_recent.size() > kMostRecent || m_recent.front().at < old))
        m_recent.pop_front();
    while (!m_starts.empty() && m_clock.elapsed() - m_starts.front() > 10'000)
        m_starts.pop_front();
    bool changed = false;
    for (const client::EventRecord &event : std::exchange(m_events, {})) {
        noteFresh(event);
        RunRow *row = m_window.running(event.execution);
        if (!row)
            applyToHeld(event);
        else if (!m_isPaused && applyEvent(*row, event))
            changed = row->isChanged = true;
    }
    if (changed)
        tellChanged();
    fetchFresh();
    m_freshAt = m_link.isRunning() ? SystemClock().wall() : m_freshAt;
}

bool RunsModel::applyToHeld(const client::EventRecord &event)
{
    for (const std::shared_ptr<RunRow> &row : m_held)
        if (row->id == event.execution)
            return applyEvent(*row, event);
    return false;
}

/// A run enters the list when it starts; into one of ended runs, when it ends so.
void RunsModel::noteFresh(const client::EventRecord &event)
{
    const client::Choice status(m_filter.status.toStdString());
    const bool atStart = status.fits("running") && !isRanked();
    if (atStart ? event.kind != "execution_started"
                : event.kind != "execution_ended" || !status.fits(event.data["status"].asString()))
        return;
    if (atStart && !client::Choice(m_filter.flow.toStdString()).fits(event.data["flow"].asString()))
        return;
    if (m_state != State::Ready || m_window.contains(event.execution))
        return;
    m_fresh.emplace(event.execution, 0);
}

/// Tells the views about the changed rows, neighbours together.
void RunsModel::tellChanged()
{
    for (int at = 0; at < m_window.pageCount(); ++at) {
        const RunPage &page = m_window.page(at);
        int from = -1;
        for (int i = 0; i <= static_cast<int>(page.rows.size()); ++i) {
            const bool isChanged = i < static_cast<int>(page.rows.size()) &&
                                   std::exchange(page.rows[static_cast<std::size_t>(i)]->isChanged, false);
            if (isChanged && from < 0)
                from = i;
            if (!isChanged && from >= 0) {
                emit dataChanged(index(page.first + from, 0), index(page.first + i - 1, ColumnCount - 1));
                from = -1;
            }
        }
    }
}

/// Events say that a run started, not whose it is: one question brings all new ones.
void RunsModel::fetchFresh()
{
    if (m_fresh.empty() || m_isFetching || m_isCatchingUp || m_state != State::Ready)
        return;
    if (m_fresh.size() > static_cast<std::size_t>(kMostFresh))
        return catchUp();
    m_isFetching = true;
    client::ExecutionQuery query = m_filter.executions({});
    query.since = m_since;
    query.order = client::Order::Newest;
    query.withSteps = true;
    // Those that start have only each other before them; those that end may have started long ago.
    query.limit = std::clamp(static_cast<int>(m_fresh.size()) + 8,
                             m_filter.status.isEmpty() && !isRanked() ? 1 : RunPage::kRows, kMostFresh);
    m_link.executions(std::move(query), this, [this, generation = m_generation](auto page) {
        freshCame(generation, std::move(page));
    });
}

void RunsModel::freshCame(int generation, Result<client::ExecutionPage> page)
{
    if (generation != m_generation)
        return;
    m_isFetching = false;
    if (!page)
        return; // linkChanged() makes up for it
    RunRows runs;
    for (const client::ExecutionRecord &record : page->items)
        if (m_fresh.erase(record.id) > 0 && !m_window.contains(record.id))
            runs.push_back(rowFrom(record));
    for (auto fresh = m_fresh.begin(); fresh != m_fresh.end();)
        fresh = ++fresh->second >= kTries ? m_fresh.erase(fresh) : std::next(fresh);
    if (!m_fresh.empty() && !m_flushTimer.isActive())
        m_flushTimer.start();
    if (runs.empty())
        return;
    if (isHolding() || (isOldestFirst() && m_isCounting))
        hold(std::move(runs));
    else
        insertRuns(std::move(runs));
}

void RunsModel::hold(RunRows runs)
{
    const int count = m_heldCount + static_cast<int>(runs.size());
    if (isRanked()) // their places are the engine's to know
        return setHeldCount(count);
    m_held.insert(m_held.begin(), runs.begin(), runs.end());
    std::stable_sort(m_held.begin(), m_held.end(), isNewer);
    setHeldCount(count);
    if (m_held.size() > kMostHeld)
        catchUp();
}

/// The row at which a run belongs, by its start; new ones belong before the first or after the last.
int RunsModel::rowFor(const RunRow &run) const
{
    if (isOldestFirst())
        return m_window.size();
    int row = 0;
    for (const RunRow *there = m_window.row(0); there && there->startedAt > run.startedAt;)
        there = m_window.row(++row);
    return row;
}

void RunsModel::insertRuns(RunRows runs)
{
    std::stable_sort(runs.begin(), runs.end(), isNewer);
    std::reverse(runs.begin(), runs.end()); // the oldest first: each one then goes above it
    for (const std::shared_ptr<RunRow> &run : runs)
        run->enteredAt = SystemClock().wall();
    for (std::size_t at = 0; at < runs.size();) {
        const int row = rowFor(*runs[at]);
        std::size_t end = at + 1; // those that stand together are inserted as one
        while (end < runs.size() && rowFor(*runs[end]) == row)
            ++end;
        const auto count = static_cast<int>(end - at);
        beginInsertRows({}, row, row + count - 1);
        for (int i = 0; i < count; ++i, ++at)
            m_window.insert(isOldestFirst() ? row + i : row, runs[at], isOldestFirst());
        endInsertRows();
    }
    forgetFar();
    emit stateChanged();
}

void RunsModel::setHolding(bool holding)
{
    m_isHolding = holding;
}

void RunsModel::setPaused(bool paused)
{
    if (m_isPaused == paused)
        return;
    m_pausedAt = SystemClock().wall();
    m_isPaused = paused;
    emit stateChanged();
    if (paused)
        return;
    refreshLoaded();
    if (!isHolding())
        release();
}

void RunsModel::release()
{
    if (isRanked())
        return m_heldCount > 0 ? reload() : void();
    std::vector<RunPage> pages = std::exchange(m_heldPages, {});
    RunRows runs = std::exchange(m_held, {});
    setHeldCount(0);
    if (!pages.empty())
        insertPages(std::move(pages));
    if (!runs.empty())
        insertRuns(std::move(runs));
    loadNear();
}

void RunsModel::insertPages(std::vector<RunPage> pages)
{
    int count = 0;
    for (const RunPage &page : pages)
        count += page.count;
    const int row = isOldestFirst() ? m_window.size() : 0;
    beginInsertRows({}, row, row + count - 1);
    if (isOldestFirst())
        m_window.append(std::move(pages));
    else
        m_window.prepend(std::move(pages));
    endInsertRows();
    emit stateChanged();
}

/// Events were missed, or too many runs are kept back: asks again for what is loaded, and counts what is
/// newer than the newest row. It becomes pages that are loaded when they are seen.
void RunsModel::catchUp()
{
    if (m_generation == 0 || m_isCatchingUp || m_state == State::Failed)
        return;
    if (isRanked()) { // nothing is inserted: so many that nobody looks which of them fit are only counted
        const bool areMany = m_fresh.size() > static_cast<std::size_t>(kMostFresh);
        const auto many = areMany ? static_cast<int>(std::exchange(m_fresh, {}).size()) : 0;
        return setHeldCount(m_heldCount + many);
    }
    const int newest = isOldestFirst() ? m_window.size() - 1 : 0;
    const RunRow *top = m_window.row(newest);
    if (!top || m_isCounting || m_state == State::Loading)
        return reload();
    m_isCatchingUp = true;
    m_fresh.clear();
    if (!m_isPaused)
        refreshLoaded();
    RunPage::Place place;
    place.since = top->startedAt + Duration(1);
    place.until = SystemClock().wall();
    client::ExecutionQuery query = m_filter.executions({});
    query.since = place.since;
    query.until = m_filter.until ? std::min(*m_filter.until, *place.until) : place.until;
    query.limit = kMostCaughtUp;
    query.markEvery = RunPage::kRows;
    m_link.executions(std::move(query), this, [this, place, generation = m_generation](auto page) {
        if (generation == m_generation)
            caughtUp(place, std::move(page));
    });
}

void RunsModel::caughtUp(const RunPage::Place &place, Result<client::ExecutionPage> page)
{
    m_isCatchingUp = false;
    if (!page)
        return fail(page.error());
    if (!page->next.empty())
        return reload(); // so much that the old place means nothing
    m_held.clear();
    m_heldPages.clear();
    auto left = static_cast<int>(page->total);
    for (const std::string &mark : page->marks) {
        RunPage &held = m_heldPages.emplace_back();
        held.place = place;
        held.place.cursor = mark;
        held.count = std::min(left, RunPage::kRows);
        left -= held.count;
    }
    setHeldCount(static_cast<int>(page->total));
    if (!isHolding())
        release();
}

void RunsModel::setHeldCount(int count)
{
    if (m_heldCount == count)
        return;
    m_heldCount = count;
    emit heldChanged();
}

/// Back again after a time without events.
void RunsModel::linkChanged()
{
    if (!m_link.isRunning() || m_generation == 0)
        return;
    if (m_state == State::Failed || m_mustReload || isRanked())
        reload();
    else
        catchUp();
}

} // namespace batuta::views
