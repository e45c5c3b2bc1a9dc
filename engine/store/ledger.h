// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"
#include "engine/store/records.h"

#include <string>

namespace batuta::store {

/// Writes the chained record of manual acts. Lives on the writer thread, in the writer's transactions: the
/// end of the chain is read inside the transaction, so that two processes may write to one chain.
class Ledger
{
public:
    Status prepare(Database &database);
    /// Numbers, chains and writes the entry. Every failure concerns the whole transaction.
    Status add(const AuditEntry &entry);

private:
    Database *m_database = nullptr;
    Statement m_last;
    Statement m_insert;
    Statement m_head;
};

/// Newest first, those with a number below `below` (0: from the newest on).
Result<AuditPage> readAudit(Database &database, std::int64_t below, int limit);
/// Follows the whole chain, one row at a time.
Result<AuditVerdict> checkAudit(Database &database);

} // namespace batuta::store
