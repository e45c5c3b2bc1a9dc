// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/prune.h"

#include "engine/store/record_row.h"
#include "engine/store/sqlite_figures.h"

#include <algorithm>
#include <limits>

namespace batuta::store {
namespace {

constexpr std::int64_t kPruneSlice = 500;  // executions in one transaction
constexpr std::int64_t kSlicePages = 2000; // pages given back in one
constexpr const char *kUsedSql =
    "SELECT (p.page_count - f.freelist_count) * s.page_size FROM pragma_page_count() p, "
    "pragma_freelist_count() f, pragma_page_size() s";

} // namespace

Pruner::Pruner(Database &database, Retention retention, WallTime now)
    : m_database(database)
    , m_retention(retention)
{
    m_cutoff = retention.age > Duration::zero() ? (now - retention.age).time_since_epoch().count()
                                                : std::numeric_limits<std::int64_t>::min();
    m_last = {0, std::numeric_limits<std::int64_t>::min(), 0};
}

Result<bool> Pruner::slice()
{
    if (m_stage == Stage::Start)
        if (Status started = start(); !started)
            return started.error();
    Result<bool> hasMore = m_stage == Stage::Removing ? remove() : shrink();
    if (hasMore && !*hasMore) {
        if (m_stage == Stage::Removing)
            if (Status tidied = tidyFigures(m_database); !tidied)
                return tidied.error();
        m_stage = m_stage == Stage::Removing ? Stage::Shrinking : Stage::Done;
        return m_stage == Stage::Shrinking;
    }
    return hasMore;
}

Status Pruner::start()
{
    const Result<std::int64_t> bytes = fileBytes();
    const Result<std::int64_t> ended =
        m_database.number(std::string("SELECT (SELECT count(*) FROM executions) - (SELECT count(*) FROM "
                                      "executions WHERE ") +
                          kUnfinished + ")");
    if (!bytes || !ended)
        return bytes ? ended.error() : bytes.error();
    m_result.bytesBefore = *bytes;
    m_ended = *ended;
    m_stage = Stage::Removing;
    return {};
}

/// How many of the oldest are to go because of number or size, in this slice.
Result<std::int64_t> Pruner::surplus()
{
    std::int64_t surplus = m_retention.count > 0 ? m_ended - m_retention.count : 0;
    if (m_retention.bytes > 0 && m_ended > 0) {
        // What is free inside the file counts as gone: it will be used again, or given back at the end.
        const Result<std::int64_t> used = m_database.number(kUsedSql);
        if (!used)
            return used;
        const std::int64_t each = std::max<std::int64_t>(1, *used / m_ended);
        if (*used > m_retention.bytes)
            surplus = std::max(surplus, (*used - m_retention.bytes) / each + 1);
    }
    return std::clamp<std::int64_t>(surplus, 0, kPruneSlice);
}

Result<std::vector<Pruner::Old>> Pruner::oldest()
{
    Result<Statement> rows = m_database.prepare(
        "SELECT seq, started_at, ended_at FROM executions INDEXED BY executions_by_start WHERE started_at "
        ">= ?1 AND (started_at > ?1 OR seq > ?2) AND status NOT IN ('running', 'queued', 'paused') ORDER BY "
        "started_at, seq LIMIT ?3");
    if (!rows)
        return rows.error();
    rows->integer(1, m_last.startedAt).integer(2, m_last.seq).integer(3, kPruneSlice);
    std::vector<Old> old;
    int row = 0;
    while ((row = rows->step()) == 1)
        old.push_back({rows->integerAt(0), rows->integerAt(1), rows->integerAt(2)});
    if (row < 0)
        return m_database.failure(ErrorCode::StoreRead);
    return old;
}

Result<bool> Pruner::remove()
{
    const Result<std::int64_t> wanted = surplus();
    Result<std::vector<Old>> old = oldest();
    if (!wanted || !old)
        return wanted ? old.error() : wanted.error();
    const bool isOver = old->empty() || (*wanted == 0 && old->front().startedAt >= m_cutoff);
    if (isOver)
        return false;
    m_last = old->back();
    std::vector<Old> gone;
    for (const Old &one : *old) {
        if (static_cast<std::int64_t>(gone.size()) < *wanted || one.endedAt < m_cutoff)
            gone.push_back(one);
        else if (*wanted > 0 && m_retention.bytes > 0) {
            m_last = gone.back(); // the size may ask for more of them: look again from here
            break;
        }
    }
    if (Status erased = erase(gone); !erased)
        return erased.error();
    m_ended -= static_cast<std::int64_t>(gone.size());
    m_result.executions += static_cast<std::int64_t>(gone.size());
    return true;
}

Status Pruner::erase(const std::vector<Old> &old)
{
    Status done = m_database.run("BEGIN IMMEDIATE");
    if (done)
        done = uncount(old);
    for (const char *sql : {"DELETE FROM payloads WHERE seq = ?", "DELETE FROM cells WHERE seq = ?",
                            "DELETE FROM starts WHERE seq = ?", "DELETE FROM event_logs WHERE seq = ?",
                            "DELETE FROM events WHERE execution = ?", "DELETE FROM failures WHERE seq = ?",
                            "DELETE FROM executions WHERE seq = ?"}) {
        Result<Statement> remove = m_database.prepare(sql);
        if (!remove)
            done = remove.error();
        for (std::size_t i = 0; done && i < old.size(); ++i)
            if (remove->integer(1, old[i].seq).run() != 0)
                done = m_database.failure(ErrorCode::StoreWrite);
    }
    if (done)
        done = m_database.run("COMMIT");
    if (m_database.isInTransaction())
        std::ignore = m_database.run("ROLLBACK");
    return done;
}

Status Pruner::uncount(const std::vector<Old> &old)
{
    Result<SqliteFigures> figures = SqliteFigures::make(m_database);
    Result<Statement> row = m_database.prepare("SELECT started_at, flow, flow_version, status, trigger, "
                                               "environment, revision FROM executions WHERE seq = ?");
    if (!figures || !row)
        return figures ? row.error() : figures.error();
    FigureBook book;
    for (const Old &one : old) {
        const int found = row->integer(1, one.seq).step();
        if (found < 0)
            return m_database.failure(ErrorCode::StoreRead);
        if (found == 1)
            book.add(readCohort(*row), row->integerAt(0) / kMicrosecond, -1);
        row->reset();
    }
    return figures->write(book);
}

Result<bool> Pruner::shrink()
{
    const Result<std::int64_t> before = m_database.number("PRAGMA freelist_count");
    if (!before)
        return before.error();
    if (Status freed = m_database.run("PRAGMA incremental_vacuum(" + std::to_string(kSlicePages) + ")");
        !freed)
        return freed.error();
    const Result<std::int64_t> after = m_database.number("PRAGMA freelist_count");
    if (!after)
        return after.error();
    if (*after > 0 && *after < *before)
        return true;
    // The file itself becomes shorter at a checkpoint; one that readers hold up comes later by itself.
    if (Status moved = m_database.run("PRAGMA wal_checkpoint(PASSIVE)"); !moved)
        return moved.error();
    const Result<std::int64_t> bytes = fileBytes();
    if (!bytes)
        return bytes.error();
    m_result.bytesAfter = *bytes;
    return false;
}

Result<std::int64_t> Pruner::fileBytes()
{
    return m_database.number(
        "SELECT p.page_count * s.page_size FROM pragma_page_count() p, pragma_page_size() s");
}

} // namespace batuta::store
