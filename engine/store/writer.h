// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"
#include "engine/store/history.h"
#include "engine/store/payload.h"

#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace batuta::store {

/// One call of begin, append or finish, waiting to be written.
struct WriteOp
{
    enum class Kind { Begin, Append, Finish };
    Kind kind = Kind::Append;
    std::unique_ptr<ExecutionRecord> record; ///< null for Append
    std::vector<EventRecord> events;
    History::Done done;
};

/// What one commit() wrote.
struct BatchResult
{
    bool isCommitted = false;
    std::uint64_t executions = 0;
    std::uint64_t events = 0;
    std::uint64_t lostEvents = 0;
};

/// Turns a batch of calls into one transaction. Lives on the writer thread. A begin whose finish is in the
/// same batch becomes a single insert. A call whose row is refused fails alone; anything else (a full disk)
/// undoes the whole batch and fails all of it.
class Writer
{
public:
    static Result<std::unique_ptr<Writer>> make(Database &database, std::int64_t engine);

    /// Writes, commits, then answers every `done`.
    BatchResult commit(std::span<WriteOp> ops);

private:
    struct IdHash
    {
        std::size_t operator()(const IdBytes &id) const
        {
            std::size_t hash = 0;
            std::memcpy(&hash, id.data(), sizeof hash); // the bytes are random already
            return hash;
        }
    };
    /// What is known about ops[i] while its batch is written.
    struct Plan
    {
        IdBytes id{};
        bool isValid = false;
        bool isMerged = false;            ///< a finish whose begin writes it, too
        std::ptrdiff_t mergedFinish = -1; ///< of a begin: the index of that finish
        Status status;
    };

    explicit Writer(Database &database, std::int64_t engine);
    Status prepare();
    void plan(std::span<WriteOp> ops);
    Status write(std::span<WriteOp> ops, BatchResult &result);
    Status writeOne(std::span<WriteOp> ops, std::size_t index, BatchResult &result);
    Status insert(const ExecutionRecord &record, const IdBytes &id);
    Status insertPayload(const ExecutionRecord &record, std::int64_t seq);
    Result<std::int64_t> number(Statement &statement);
    Status update(const ExecutionRecord &record, const IdBytes &id);
    Status insertEvents(const WriteOp &op, BatchResult &result);
    /// The execution's key, or 0 when nobody began it.
    Result<std::int64_t> sequenceOf(const IdBytes &id);
    Status rowStatus(int code, std::string_view subject);

    Database &m_database;
    std::int64_t m_engine;
    Statement m_begin;
    Statement m_commit;
    Statement m_rollback;
    Statement m_insert;
    Statement m_update;
    Statement m_start;
    Statement m_endStart;
    Statement m_payload;
    Statement m_cells;
    Statement m_event;
    Statement m_find;
    Statement m_lastKey;
    std::int64_t m_last = 0; ///< the highest key; other processes write too, so asked in each transaction
    std::unordered_map<IdBytes, std::int64_t, IdHash> m_running; ///< begun here and not yet finished
    std::unordered_map<IdBytes, std::size_t, IdHash> m_begun;    ///< index of the begin in this batch
    std::vector<Plan> m_plans;
    std::vector<IdBytes> m_started;
    std::vector<IdBytes> m_ended;
    std::string m_buffer;
    bool m_isFatal = false; ///< the failure at hand concerns the whole batch
};

} // namespace batuta::store
