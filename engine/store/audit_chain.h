// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/store/records.h"

#include <string>
#include <string_view>

namespace batuta::store {

/// The key under which the chain's length and last hash are kept, apart from it: rows missing at its end
/// leave no gap.
inline constexpr const char *kChainHead = "audit.head";
inline constexpr int kMaxAuditPage = 1'000;

/// An entry as it is written, with its number and hash.
struct ChainedEntry
{
    AuditEntry entry;
    std::string data; ///< JSON text, or ""
    std::string head; ///< what to keep under kChainHead
};

/// `entry` behind the one with that number and hash; 0 and "" when it is the first.
Result<ChainedEntry> chainedBehind(std::int64_t number, const std::string &hash, AuditEntry entry);

/// Follows a chain, entry by entry from the first, and then its head.
class ChainCheck
{
public:
    void add(const AuditEntry &entry, std::string_view data);
    AuditVerdict end(const std::string &head);

private:
    void broken(std::int64_t number, const char *problem);

    AuditVerdict m_verdict;
    std::string m_previous;
};

/// Row of a database with number, at, who, verb, subject, why, data and hash; `data` is left out.
template <class Row> AuditEntry auditEntryOf(const Row &row)
{
    AuditEntry entry;
    entry.number = row.integerAt(0);
    entry.at = WallTime(Duration(row.integerAt(1)));
    entry.who = row.textAt(2);
    entry.verb = row.textAt(3);
    entry.subject = row.textAt(4);
    entry.why = row.textAt(5);
    entry.hash = row.textAt(7);
    return entry;
}

/// `data` of an entry as a value; what cannot be read is the text it is: the check of the chain tells what
/// happened.
json::Value auditData(const std::string &text);

} // namespace batuta::store
