// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/store/records.h"

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace batuta::store {

/// How long one page looks for a text.
inline constexpr Duration kTextBudget = std::chrono::milliseconds(200);
inline constexpr int kMaxEvents = 10'000; ///< of one read

/// A place between two rows of a listing: the row here comes just before it.
struct Cursor
{
    std::int64_t key = 0; ///< the start or the duration, microseconds
    std::int64_t seq = 0;
};

/// A page of a listing while its rows are gathered, whatever they are read from. Lives for one question.
class Listing
{
public:
    struct Row
    {
        Cursor place;
        std::unique_ptr<ExecutionRecord> record; ///< null in a count
    };

    /// Refuses foreign cursors and endless texts.
    static Result<Listing> of(const ExecutionQuery &query);

    Cursor from() const { return m_from; } ///< before the first row
    std::int64_t since() const;            ///< the earliest start of a row that can still get onto the page
    std::int64_t until() const;            ///< the earliest start of one that no longer can
    /// In an order by duration: the last one that can still get onto the page.
    std::int64_t lastDuration() const;
    /// How many rows to read: one more than asked for, which tells whether there is another page.
    std::size_t limit() const { return m_limit; }
    bool isFull() const { return m_rows.size() >= m_limit; }

    void add(Row row) { m_rows.push_back(std::move(row)); }
    /// Brings rows that were added in groups into the order of the listing, and drops what is too much.
    void sortAndCut();
    /// The search for a text ran out of time behind this row.
    void stopAt(Cursor place) { m_stopped = place; }
    ExecutionPage page() &&;

private:
    explicit Listing(const ExecutionQuery &query);

    const ExecutionQuery *m_query;
    std::size_t m_limit = 0;
    Cursor m_from;
    std::vector<Row> m_rows;
    std::size_t m_sorted = 0; ///< so many of them stand in order
    std::optional<Cursor> m_stopped;
};

/// A query for all statuses but some as one for each that is left: those have an index, and Listing brings
/// their rows together. Any other query is itself.
std::vector<ExecutionQuery> partsOf(const ExecutionQuery &query);

/// `text` as patterns for LIKE with the escape `!`: as it stands in JSON text (which is what it is looked for
/// in), in JSON text inside JSON text (outputs of steps), and plainly.
std::vector<std::string> patternsOf(const std::string &text);

} // namespace batuta::store
