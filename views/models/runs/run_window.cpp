// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/runs/run_window.h"

#include <algorithm>

namespace batuta::views {

void RunWindow::clear()
{
    m_pages.clear();
    m_byId.clear();
    m_size = 0;
}

int RunWindow::pageAt(int row) const
{
    if (row < 0 || row >= m_size)
        return -1;
    const auto after = std::upper_bound(m_pages.begin(), m_pages.end(), row,
                                        [](int wanted, const RunPage &page) { return wanted < page.first; });
    return static_cast<int>(after - m_pages.begin()) - 1;
}

const RunRow *RunWindow::row(int row) const
{
    const int at = pageAt(row);
    if (at < 0 || !page(at).isLoaded())
        return nullptr;
    return page(at).rows[static_cast<std::size_t>(row - page(at).first)].get();
}

int RunWindow::pageWithSerial(int serial) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [serial](const RunPage &page) { return page.serial == serial; });
    return found == m_pages.end() ? -1 : static_cast<int>(found - m_pages.begin());
}

void RunWindow::append(std::vector<RunPage> pages)
{
    for (RunPage &page : pages) {
        page.serial = m_nextSerial++;
        m_pages.push_back(std::move(page));
    }
    number();
}

void RunWindow::prepend(std::vector<RunPage> pages)
{
    for (RunPage &page : pages)
        page.serial = m_nextSerial++;
    m_pages.insert(m_pages.begin(), std::make_move_iterator(pages.begin()),
                   std::make_move_iterator(pages.end()));
    number();
}

void RunWindow::insert(int row, std::shared_ptr<RunRow> run, bool isOldestFirst)
{
    m_byId[run->id] = run;
    // At the end of the list the page before it grows; anywhere else the page that is there.
    const int at = row == m_size ? pageCount() - 1 : pageAt(row);
    const bool isEdge = at >= 0 && (row == page(at).first || row == m_size);
    const bool fits = at >= 0 && page(at).isLoaded() && (!isEdge || page(at).count < RunPage::kRows);
    if (!fits) {
        RunPage own;
        own.count = 1;
        own.serial = m_nextSerial++;
        own.rows.push_back(std::move(run));
        const auto before = m_pages.begin() + (row == m_size ? pageCount() : at);
        m_pages.insert(before, std::move(own));
    } else {
        RunPage &page = m_pages[static_cast<std::size_t>(at)];
        page.rows.insert(page.rows.begin() + (row - page.first), std::move(run));
        ++page.count;
    }
    number();
    RunPage &page = m_pages[static_cast<std::size_t>(pageAt(row))];
    if (page.first != row)
        return;
    const RunRow &first = *page.rows.front();
    page.place = {};
    page.place.firstId = first.id;
    if (isOldestFirst)
        page.place.since = first.startedAt;
    else
        page.place.until = first.startedAt + Duration(1);
}

int RunWindow::missing(const RunPage &page, const RunRows &rows)
{
    return std::max(0, page.count - static_cast<int>(rows.size()));
}

void RunWindow::fill(int at, RunRows rows)
{
    unload(at);
    RunPage &page = m_pages[static_cast<std::size_t>(at)];
    if (rows.size() > static_cast<std::size_t>(page.count))
        rows.resize(static_cast<std::size_t>(page.count));
    page.count = static_cast<int>(rows.size());
    page.rows = std::move(rows);
    for (const std::shared_ptr<RunRow> &row : page.rows)
        m_byId[row->id] = row;
    if (page.count == 0)
        m_pages.erase(m_pages.begin() + at);
    number();
}

void RunWindow::unload(int at)
{
    RunPage &page = m_pages[static_cast<std::size_t>(at)];
    page.isAsked = false;
    for (const std::shared_ptr<RunRow> &row : page.rows)
        if (const auto known = m_byId.find(row->id); known != m_byId.end() && known->second == row)
            m_byId.erase(known);
    page.rows = {};
}

int RunWindow::loadedPages() const
{
    return static_cast<int>(
        std::count_if(m_pages.begin(), m_pages.end(), [](const RunPage &page) { return page.isLoaded(); }));
}

RunRow *RunWindow::running(const std::string &id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() || found->second->isEnded() ? nullptr : found->second.get();
}

bool RunWindow::contains(const std::string &id) const
{
    return m_byId.contains(id);
}

void RunWindow::number()
{
    m_size = 0;
    for (RunPage &page : m_pages) {
        page.first = m_size;
        m_size += page.count;
    }
}

} // namespace batuta::views
