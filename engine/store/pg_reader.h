// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/listing.h"
#include "engine/store/pg_session.h"
#include "engine/store/sides.h"

#include <set>
#include <string>

namespace batuta::store {

/// Questions to a history on a PostgreSQL server, over a connection of its own. A connection that is gone is
/// made again by the next question; one question asks at most twice.
class PgReader final : public ReadSide
{
public:
    explicit PgReader(std::string url, Duration textBudget = kTextBudget)
        : m_url(std::move(url))
        , m_textBudget(textBudget)
    {
    }

    Status connect();

    Result<std::optional<ExecutionRecord>> find(const std::string &id) override;
    Result<ExecutionPage> list(const ExecutionQuery &query) override;
    Result<std::vector<EventRecord>> events(const std::string &id, std::int64_t after, int limit) override;
    Result<std::optional<FlowText>> flowText(const std::string &flow, const std::string &version) override;
    Result<std::vector<std::pair<std::string, std::string>>> kept(const std::string &prefix) override;
    Result<AuditPage> auditTrail(std::int64_t below, int limit) override;
    Result<AuditVerdict> verifyAudit() override;

    Result<Found> lookUp(const FindQuery &query) override;
    Result<RunFigures> figures(const FiguresQuery &query) override;
    Result<FailureReport> failures(const FailureQuery &query) override;

    /// For who asks on its behalf. `sql` must live as long as the reader.
    Result<PgRows> run(const char *sql, const PgValues &values);

private:
    Result<PgRows> listRows(const ExecutionQuery &query, const Listing &listing, Cursor from,
                            std::size_t limit);
    Status addRow(const PgRows::Row &row, const ExecutionQuery &query, Listing &listing);
    Status searchRows(const ExecutionQuery &query, Listing &listing);
    Result<AuditVerdict> followChain();

    std::string m_url;
    Duration m_textBudget; ///< how long one page looks for a text
    PgSession m_session;
    std::set<std::string> m_statements; ///< of listings: they are prepared by their address
};

} // namespace batuta::store
