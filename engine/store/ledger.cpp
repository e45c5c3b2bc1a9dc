// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/ledger.h"

#include "engine/store/audit_chain.h"

#include <algorithm>
#include <limits>

namespace batuta::store {
namespace {

constexpr const char *kAuditColumns = "SELECT number, at, who, verb, subject, why, data, hash FROM audit ";

} // namespace

Status Ledger::prepare(Database &database)
{
    m_database = &database;
    const std::initializer_list<std::pair<Statement *, std::string>> statements{
        {&m_last, "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1"},
        {&m_insert, "INSERT INTO audit(number, at, who, verb, subject, why, data, hash) "
                    "VALUES(?, ?, ?, ?, ?, ?, ?, ?)"},
        {&m_head, std::string("INSERT OR REPLACE INTO kept(key, value) VALUES('") + kChainHead + "', ?)"},
    };
    for (const auto &[statement, sql] : statements) {
        Result<Statement> prepared = database.prepare(sql);
        if (!prepared)
            return prepared.error();
        *statement = std::move(*prepared);
    }
    return {};
}

Status Ledger::add(const AuditEntry &entry)
{
    const int found = m_last.step();
    const std::int64_t number = found == 1 ? m_last.integerAt(0) : 0;
    const std::string hash = found == 1 ? m_last.textAt(1) : "";
    m_last.reset();
    if (found < 0)
        return m_database->failure(ErrorCode::StoreWrite);
    const Result<ChainedEntry> next = chainedBehind(number, hash, entry);
    if (!next)
        return next.error();
    const AuditEntry &row = next->entry;
    m_insert.integer(1, row.number).integer(2, row.at.time_since_epoch().count()).text(3, row.who);
    m_insert.text(4, row.verb).text(5, row.subject).text(6, row.why).text(7, next->data).text(8, row.hash);
    if (m_insert.run() != 0 || m_head.text(1, next->head).run() != 0)
        return m_database->failure(ErrorCode::StoreWrite);
    return {};
}

Result<AuditPage> readAudit(Database &database, std::int64_t below, int limit)
{
    const auto wanted = static_cast<std::size_t>(std::clamp(limit, 1, kMaxAuditPage));
    Result<Statement> rows = database.prepare(std::string(kAuditColumns) +
                                              "WHERE ?1 <= 0 OR number < ?1 ORDER BY number DESC LIMIT ?2");
    if (!rows)
        return rows.error();
    rows->integer(1, below).integer(2, static_cast<std::int64_t>(wanted) + 1);
    AuditPage page;
    int row = 0;
    while ((row = rows->step()) == 1) {
        if (page.items.size() == wanted) {
            page.next = page.items.back().number;
            break;
        }
        AuditEntry entry = auditEntryOf(*rows);
        entry.data = auditData(rows->textAt(6));
        page.items.push_back(std::move(entry));
    }
    if (row < 0)
        return database.failure(ErrorCode::StoreRead);
    return page;
}

Result<AuditVerdict> checkAudit(Database &database)
{
    // One statement for the head and the rows, so that they are of the same moment.
    Result<Statement> rows = database.prepare(
        std::string("SELECT * FROM (") + kAuditColumns + "ORDER BY number) UNION ALL SELECT " +
        std::to_string(std::numeric_limits<std::int64_t>::max()) +
        ", 0, NULL, NULL, NULL, NULL, NULL, (SELECT value FROM kept WHERE key = '" + kChainHead + "')");
    if (!rows)
        return rows.error();
    ChainCheck check;
    std::string head;
    int row = 0;
    while ((row = rows->step()) == 1) {
        const AuditEntry entry = auditEntryOf(*rows);
        if (entry.number == std::numeric_limits<std::int64_t>::max())
            head = entry.hash;
        else
            check.add(entry, rows->textAt(6));
    }
    if (row < 0)
        return database.failure(ErrorCode::StoreRead);
    return check.end(head);
}

} // namespace batuta::store
