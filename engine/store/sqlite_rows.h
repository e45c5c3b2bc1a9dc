// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"
#include "engine/store/ledger.h"
#include "engine/store/sqlite_figures.h"
#include "engine/store/write_rows.h"

#include <memory>
#include <string>

namespace batuta::store {

/// Writes the rows of a history in a SQLite file, each at once. Lives on the writer thread.
class SqliteRows final : public WriteRows
{
public:
    /// `database` must outlive it.
    static Result<std::unique_ptr<SqliteRows>> make(Database &database, std::int64_t engine);

    Status begin() override;
    Status commit() override;
    void rollBack() override;
    bool isFatal() const override { return m_isFatal; }
    Result<std::int64_t> insert(const RowOf &row) override;
    Status replace(const RowOf &row) override;
    Status import(const RowOf &row) override;
    Status keep(const std::string &key, const std::string &value) override;
    Status keepFlow(const FlowText &flow) override;
    Status audit(const AuditEntry &entry) override;
    Status applied(std::int64_t number) override;
    Result<std::int64_t> insertJournal(const std::string &body) override;
    Status removeJournal(std::int64_t key) override;
    Result<std::vector<Claimed>> claim() override;

private:
    SqliteRows(Database &database, std::int64_t engine);
    Status prepare();
    Status insertPayload(const RowOf &row, std::int64_t seq);
    Status insertEvents(const RowOf &row, std::int64_t seq);
    Status update(const RowOf &row, std::int64_t seq);
    /// An execution that ended before ends again: what was counted of it goes.
    Status uncount(std::int64_t seq);
    Status count(const ExecutionRecord &record, std::int64_t seq);
    Result<std::int64_t> number(Statement &statement);
    /// The execution's key, or 0 when nobody began it.
    Result<std::int64_t> keyOf(const RowOf &row);
    Status rowStatus(int code, std::string_view subject);

    Database &m_database;
    std::int64_t m_engine;
    std::optional<SqliteFigures> m_figures;
    FigureBook m_book; ///< of the transaction at hand
    Statement m_ended;
    Statement m_begin;
    Statement m_commit;
    Statement m_rollback;
    Statement m_insert;
    Statement m_update;
    Statement m_start;
    Statement m_endStart;
    Statement m_payload;
    Statement m_cells;
    Statement m_events;
    Statement m_find;
    Statement m_lastKey;
    Statement m_keep;
    Statement m_keepFlow;
    Statement m_insertJournal;
    Statement m_removeJournal;
    Statement m_applied;
    Ledger m_ledger;
    std::int64_t m_last = 0; ///< the highest key; other processes write too, so asked in each transaction
    json::Text m_buffer;
    std::string m_packed;
    bool m_isFatal = false;
};

} // namespace batuta::store
