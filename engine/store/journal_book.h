// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/write_rows.h"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace batuta::store {

/// The journal of what runs here: all entries of one transaction become one row (a few when they are large),
/// and a row goes when none of the executions in it runs any more. It remembers who stands in which row, and
/// believes only what was committed. Lives on the writer thread, in the writer's transactions.
class JournalBook
{
public:
    explicit JournalBook(WriteRows &rows)
        : m_rows(rows)
    {
    }

    /// One more frame for this transaction.
    Status add(const IdBytes &id, FrameKind kind, std::string_view bytes);
    /// Writes what was added, and deletes the rows that only `ended` needed.
    Status write(const std::unordered_set<IdBytes, IdHash> &ended);
    void committed();
    void rolledBack();
    /// Nothing runs here any more: another engine has claimed it.
    void lose();

    /// An execution that was claimed, with the rows it stands in; they are in the file already.
    void adopt(const IdBytes &id, const std::vector<std::int64_t> &rows);

private:
    struct Row
    {
        std::int64_t key = 0;
        std::unordered_set<IdBytes, IdHash> executions;
    };
    Status flush();
    Status release(const IdBytes &id);
    void forget();

    WriteRows &m_rows;
    std::unordered_map<IdBytes, std::vector<std::int64_t>, IdHash> m_rowsOf; ///< of each that runs
    std::unordered_map<std::int64_t, std::size_t> m_users; ///< of each row: how many of its executions run

    // Of the transaction at hand.
    std::string m_body;
    std::unordered_set<IdBytes, IdHash> m_framed; ///< who is in m_body
    std::vector<Row> m_written;
    std::vector<IdBytes> m_released;
    std::vector<std::int64_t> m_freed;
};

} // namespace batuta::store
