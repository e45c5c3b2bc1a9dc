// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/runs/run_row.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace batuta::views {

using RunRows = std::vector<std::shared_ptr<RunRow>>;

/// Up to kRows runs that follow each other in the list. Its place says how to ask for them again.
struct RunPage
{
    static constexpr int kRows = 200;

    struct Place
    {
        std::string cursor;            ///< of the engine
        std::optional<WallTime> since; ///< besides the filter's
        std::optional<WallTime> until;
        std::string firstId; ///< when set, what comes before it does not belong to the page
    };

    Place place;
    int count = 0;
    int first = 0; ///< row of its first run
    RunRows rows;  ///< empty when it is not loaded, otherwise `count` of them
    bool isAsked = false;
    int serial = 0; ///< so that an answer finds its page although others have come before it

    bool isLoaded() const { return !rows.empty(); }
};

/// The list of runs as pages, of which only a few are loaded: what a person does not see costs 100 bytes per
/// 200 runs. Keeps no order of its own; whoever inserts says where. No signals.
class RunWindow
{
public:
    void clear();
    int size() const { return m_size; }
    const RunRow *row(int row) const;
    int pageCount() const { return static_cast<int>(m_pages.size()); }
    const RunPage &page(int index) const { return m_pages[static_cast<std::size_t>(index)]; }
    /// The page with that row; -1 when there is no such row.
    int pageAt(int row) const;
    /// -1 when it is gone.
    int pageWithSerial(int serial) const;
    void setAsked(int page, bool asked) { m_pages[static_cast<std::size_t>(page)].isAsked = asked; }

    void append(std::vector<RunPage> pages);
    void prepend(std::vector<RunPage> pages);
    /// One new run at `row`, into the page that is loaded there or into a page of its own.
    void insert(int row, std::shared_ptr<RunRow> run, bool isOldestFirst);
    /// Loads a page. Fewer runs than it has rows: the rest is gone, and the page shrinks.
    void fill(int page, RunRows rows);
    /// Rows [from, to] of the page that an answer of so many runs leaves without a run.
    static int missing(const RunPage &page, const RunRows &rows);
    void unload(int page);
    int loadedPages() const;

    /// The loaded run that has not ended and has this id; null when there is none.
    RunRow *running(const std::string &id) const;
    bool contains(const std::string &id) const; ///< of the loaded ones

private:
    void number();

    std::vector<RunPage> m_pages;
    std::unordered_map<std::string, std::shared_ptr<RunRow>> m_byId; ///< of the loaded pages
    int m_size = 0;
    int m_nextSerial = 1;
};

} // namespace batuta::views
