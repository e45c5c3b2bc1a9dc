// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/cohort.h"
#include "engine/store/pg_seat.h"
#include "engine/store/write_rows.h"

#include <string>

namespace batuta::store {

/// Writes the rows of a history on a PostgreSQL server. A transaction goes out in one piece with one round
/// trip, and every row of it is believed to be accepted. When one was not, the same calls come again, each
/// under a savepoint, so that only the refused one fails. When the connection broke, the same calls come
/// again on the next one, unless the server has the transaction already. Lives on the writer thread.
class PgWriteRows final : public WriteRows
{
public:
    /// `seat` must outlive it.
    explicit PgWriteRows(PgSeat &seat)
        : m_seat(seat)
    {
    }

    bool hasLost() override { return m_seat.hasLost(); }
    Status begin() override;
    Status commit() override;
    void rollBack() override;
    Retry afterFailure() override;
    bool isFatal() const override { return m_isFatal; }
    Result<std::int64_t> insert(const RowOf &row) override;
    Status replace(const RowOf &row) override;
    Status import(const RowOf &row) override;
    Status keep(const std::string &key, const std::string &value) override;
    Status keepFlow(const FlowText &flow) override;
    Status audit(const AuditEntry &entry) override;
    Result<std::int64_t> insertJournal(const std::string &body) override;
    Status removeJournal(std::int64_t key) override;
    Result<std::vector<Claimed>> claim() override;
    Duration claimAgainIn() const { return m_claimAgain; }

private:
    PgSession &session() { return m_seat.session(); }
    Status queue(const char *sql, const PgValues &values, std::string_view subject);
    /// Writes under a savepoint, now; how many rows that were.
    Result<std::int64_t> tryNow(const char *sql, const PgValues &values, std::string_view subject);
    Status writeExecution(const std::string &sql, const RowOf &row, std::int64_t key, bool isNow);
    Status count(const RowOf &row);
    Result<std::int64_t> nextKey();
    Status fatal(Error error);

    PgSeat &m_seat;
    std::int64_t m_batch = 0;    ///< the number of the transaction at hand
    std::int64_t m_nextKey = 0;  ///< in the block at hand
    std::int64_t m_lastKey = -1; ///< of the block at hand
    bool m_isCareful = false;    ///< one row after the other
    bool m_isCommitSent = false;
    bool m_isFatal = false;
    PgFault m_fault = PgFault::None; ///< of the failure at hand
    int m_tries = 0;
    Duration m_claimAgain{};
    FigureBook m_book; ///< of the transaction at hand
    json::Text m_body; ///< of the row at hand
    json::Text m_cells;
    json::Text m_events;
};

} // namespace batuta::store
