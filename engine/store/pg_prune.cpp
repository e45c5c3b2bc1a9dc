// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/pg_prune.h"

#include "engine/store/pg_figures.h"
#include "engine/store/record_row.h"

#include <algorithm>
#include <limits>

namespace batuta::store {
namespace {

constexpr std::int64_t kPgPruneSlice = 500;
constexpr std::int64_t kSmall = 256LL << 20; // others wait while so much is rewritten
constexpr const char *kStoreBytes =
    "SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class WHERE relkind = 'r' AND "
    "relnamespace = 'batuta'::regnamespace";
constexpr const char *kOtherBytes =
    "SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class WHERE relkind = 'r' AND "
    "relname <> 'executions' AND relnamespace = 'batuta'::regnamespace";
// 700: the row's own columns and its entries in the indexes.
const std::string kBytesOfRow =
    "(700 + pg_column_size(body) + coalesce(pg_column_size(cells), 0) + coalesce(pg_column_size(events), 0))";
const std::string kPgRowBytes = "SELECT coalesce(sum(" + kBytesOfRow + "), 0)::bigint FROM executions";
const std::string kOldest = "SELECT seq, started_at, ended_at, " + kBytesOfRow +
                            "::bigint FROM executions WHERE (started_at, seq) > ($1, $2) AND ended_at IS NOT "
                            "NULL ORDER BY started_at, seq LIMIT $3";
constexpr const char *kEnded = "SELECT count(*) FROM executions WHERE ended_at IS NOT NULL";
constexpr const char *kErase = "DELETE FROM executions WHERE seq = ANY($1::text::bigint[])";

} // namespace

PgPruner::PgPruner(PgSession &session, Retention retention, WallTime now)
    : m_session(session)
    , m_retention(retention)
{
    m_cutoff = retention.age > Duration::zero() ? micros(now - retention.age)
                                                : std::numeric_limits<std::int64_t>::min();
    m_last.startedAt = std::numeric_limits<std::int64_t>::min();
}

Result<bool> PgPruner::slice()
{
    if (!m_isStarted)
        if (Status started = start(); !started)
            return started.error();
    if (!m_isRemoved) {
        const Result<bool> hasMore = remove();
        m_isRemoved = hasMore && !*hasMore;
        return hasMore ? Result<bool>(true) : hasMore;
    }
    return shrink();
}

Status PgPruner::start()
{
    const Result<std::int64_t> bytes = m_session.number(kStoreBytes);
    const Result<std::int64_t> ended = bytes ? m_session.number(kEnded) : bytes;
    if (!ended)
        return ended.error();
    m_result.bytesBefore = *bytes;
    m_ended = *ended;
    m_isStarted = true;
    if (m_retention.bytes <= 0 || *bytes <= m_retention.bytes)
        return {};
    const Result<std::int64_t> rows = m_session.number(kPgRowBytes.c_str());
    const Result<std::int64_t> other = rows ? m_session.number(kOtherBytes) : rows;
    m_bytes = rows.value_or(0);
    m_other = other.value_or(0);
    return other ? Status() : Status(other.error());
}

bool PgPruner::isSurplus() const
{
    return (m_retention.count > 0 && m_ended > m_retention.count) ||
           (m_retention.bytes > 0 && static_cast<double>(m_bytes) * m_factor + static_cast<double>(m_other) >
                                         static_cast<double>(m_retention.bytes));
}

Result<std::vector<PgPruner::Old>> PgPruner::oldest()
{
    const Result<PgRows> rows = m_session.run(
        kOldest.c_str(), PgValues().integer(m_last.startedAt).integer(m_last.seq).integer(kPgPruneSlice));
    if (!rows)
        return rows.error();
    std::vector<Old> old;
    for (int i = 0; i < rows->size(); ++i) {
        const PgRows::Row row = (*rows)[i];
        old.push_back({row.integerAt(0), row.integerAt(1), row.integerAt(2), row.integerAt(3)});
    }
    return old;
}

Result<bool> PgPruner::remove()
{
    const Result<std::vector<Old>> old = oldest();
    if (!old)
        return old.error();
    if (old->empty() || (!isSurplus() && old->front().startedAt >= m_cutoff))
        return false;
    m_last = old->back();
    std::vector<Old> gone;
    for (const Old &one : *old) {
        if (!isSurplus() && one.endedAt >= m_cutoff)
            continue;
        gone.push_back(one);
        --m_ended;
        m_bytes -= one.bytes;
    }
    if (Status erased = erase(gone); !erased)
        return erased.error();
    m_result.executions += static_cast<std::int64_t>(gone.size());
    return true;
}

Status PgPruner::erase(const std::vector<Old> &gone)
{
    std::string keys = "{";
    for (const Old &one : gone)
        keys += (keys.size() > 1 ? "," : "") + std::to_string(one.seq);
    keys += '}';
    FigureBook book;
    Status done = m_session.script("BEGIN");
    if (done)
        done = uncountKeys(m_session, keys, book);
    if (done)
        done = m_session.send(kErase, PgValues().text(keys));
    if (done)
        done = sendFigures(m_session, 0, book);
    const auto answers = done ? m_session.flush() : Result<std::vector<PgRows>>(done.error());
    done = answers ? m_session.script("COMMIT") : Status(answers.error());
    if (!done && m_session.isOpen())
        std::ignore = m_session.script("ROLLBACK");
    return done;
}

Result<bool> PgPruner::shrink()
{
    const std::int64_t left = m_result.bytesBefore /
                              std::max<std::int64_t>(1, m_result.executions + m_ended) *
                              std::max<std::int64_t>(0, m_ended);
    const bool isWorthIt = m_result.executions > m_ended / 2 && left < kSmall;
    if (m_result.executions > 0) {
        if (Status tidied = tidyServerFigures(m_session); !tidied)
            return tidied.error();
        // Who reads for long may be in the way of the rewriting: then the space is at least used again.
        Status shrunk;
        for (const char *table : {"executions", "tallies", "failures"}) {
            const std::string name = table;
            Status done = isWorthIt ? m_session.script("VACUUM (FULL) " + name) : Status();
            if (!isWorthIt || !done)
                done = m_session.script("VACUUM " + name);
            shrunk = shrunk ? done : shrunk;
        }
        if (!shrunk)
            return shrunk.error();
    }
    const Result<std::int64_t> bytes = m_session.number(kStoreBytes);
    if (!bytes)
        return bytes.error();
    m_result.bytesAfter = *bytes;
    // Now that nothing is free between the rows, it shows how much each of them really takes.
    const bool isTooLarge = m_retention.bytes > 0 && *bytes > m_retention.bytes && m_ended > 0;
    if (!isWorthIt || !isTooLarge || --m_corrections < 0)
        return false;
    const Result<std::int64_t> other = m_session.number(kOtherBytes);
    m_other = other.value_or(m_other);
    m_factor =
        static_cast<double>(*bytes - m_other) / static_cast<double>(std::max<std::int64_t>(1, m_bytes));
    m_last = {0, std::numeric_limits<std::int64_t>::min(), 0, 0};
    m_isRemoved = false;
    return true;
}

} // namespace batuta::store
