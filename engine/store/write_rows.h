// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/payload.h"
#include "engine/store/records.h"
#include "engine/store/takeover.h"

#include <span>
#include <string>
#include <vector>

namespace batuta::store {

/// An execution as it is written.
struct RowOf
{
    const ExecutionRecord &record;
    const IdBytes &id;
    std::int64_t key = 0; ///< 0 when this engine neither began nor claimed it
    std::span<const EventRecord> events{};
    std::string_view payload{};   ///< what writePayload() makes of the record, packed, or "" when nobody did
    std::string_view eventText{}; ///< what writeEvents() makes of the events, likewise
};

/// Port: the rows that a Writer writes, in one kind of database. Everything is called on the writer thread;
/// between begin() and commit() or rollBack() it belongs to one transaction. A call may only have queued its
/// row when it returns: then commit() reports the failure. What it was given lives until then.
class WriteRows
{
public:
    /// What to do after a transaction failed.
    enum class Retry {
        No,
        Again,     ///< the same calls once more
        Committed, ///< it had been committed, only the answer was lost
    };
    virtual ~WriteRows() = default;

    /// Once after another engine has claimed everything that ran here: this one was away for too long.
    virtual bool hasLost() { return false; }
    virtual Status begin() = 0;
    virtual Status commit() = 0;
    virtual void rollBack() = 0;
    virtual Retry afterFailure() { return Retry::No; }
    /// The last failure undoes the whole transaction; otherwise the call alone was refused.
    virtual bool isFatal() const = 0;

    /// A new execution; its key.
    virtual Result<std::int64_t> insert(const RowOf &row) = 0;
    /// The end of an execution, whoever began it. Inserts when nobody did.
    virtual Status replace(const RowOf &row) = 0;
    /// The same, but refused when it is there already.
    virtual Status import(const RowOf &row) = 0;
    virtual Status keep(const std::string &key, const std::string &value) = 0;
    virtual Status keepFlow(const FlowText &flow) = 0;
    virtual Status audit(const AuditEntry &entry) = 0;
    /// How far this engine's write log has come into the tables; where there is no log, nothing.
    virtual Status applied(std::int64_t) { return {}; }

    /// A row of the journal; its key, which is above those before.
    virtual Result<std::int64_t> insertJournal(const std::string &body) = 0;
    virtual Status removeJournal(std::int64_t key) = 0;

    /// Takes over what dead engines left, in a transaction of its own.
    virtual Result<std::vector<Claimed>> claim() = 0;
};

} // namespace batuta::store
