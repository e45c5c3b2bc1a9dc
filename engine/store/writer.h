// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/journal_book.h"
#include "engine/store/write_op.h"
#include "engine/store/write_rows.h"

#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace batuta::store {

/// Turns a batch of calls into one transaction. Lives on the writer thread. A begin whose finish is in the
/// same batch becomes a single insert, without a journal. A call whose row is refused fails alone; anything
/// else (a full disk) undoes the whole batch and fails all of it.
class Writer
{
public:
    /// `rows` must outlive it.
    Writer(WriteRows &rows, bool hasJournal)
        : m_rows(rows)
        , m_hasJournal(hasJournal)
        , m_journal(rows)
    {
    }

    /// Writes, commits, then answers every `done`.
    BatchResult commit(std::span<WriteOp> ops);
    /// Takes over what dead engines left unfinished.
    Result<std::vector<Unfinished>> claim();
    /// An execution of these rows' engine that has begun and not finished, found in the tables.
    void adopt(const IdBytes &id, std::int64_t key) { m_running.insert_or_assign(id, key); }

private:
    /// What is known about ops[i] while its batch is written.
    struct Plan
    {
        IdBytes id{};
        bool isMerged = false;            ///< a finish whose begin writes it, too
        std::ptrdiff_t mergedFinish = -1; ///< of a begin: the index of that finish
        bool wantsFrame = false;          ///< written, and belongs into the journal unless it ends here
        Status status;
    };

    void plan(std::span<WriteOp> ops);
    Status write(std::span<WriteOp> ops, BatchResult &result);
    Status writeOne(std::span<WriteOp> ops, std::size_t index, BatchResult &result);
    Status writeBegin(std::span<WriteOp> ops, std::size_t index);
    Status writeFinish(const WriteOp &op, const Plan &plan, BatchResult &result);
    Status writeEntry(const WriteOp &op, Plan &plan);
    Status writeFlow(const FlowText &flow);
    Status writeJournal(std::span<WriteOp> ops);
    void settle(bool isCommitted);
    void lose();

    WriteRows &m_rows;
    bool m_hasJournal;
    JournalBook m_journal;
    std::unordered_map<IdBytes, std::int64_t, IdHash> m_running; ///< begun or claimed here and not finished
    std::set<std::pair<std::string, std::string>> m_flows;       ///< versions whose text is kept

    // Of the batch at hand.
    std::unordered_map<IdBytes, std::size_t, IdHash> m_begun; ///< index of the begin
    std::vector<Plan> m_plans;
    std::vector<IdBytes> m_started;
    std::vector<std::pair<std::string, std::string>> m_newFlows;
    std::unordered_set<IdBytes, IdHash> m_ended;
    bool m_marksDamage = false; ///< entries of the journal are lost, nobody knows whose
    bool m_isFatal = false;     ///< the failure at hand concerns the whole batch
};

} // namespace batuta::store
