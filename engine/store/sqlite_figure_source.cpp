// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/sqlite_figure_source.h"

#include "engine/store/reader.h"
#include "engine/store/record_row.h"
#include "engine/store/schema.h"
#include "engine/store/shelf.h"
#include "engine/store/sqlite_figures.h"

#include <algorithm>

namespace batuta::store {
namespace {

constexpr const char *kCohorts =
    "SELECT cohort, flow, flow_version, status, trigger, environment, revision FROM cohorts";
constexpr const char *kTallies =
    "SELECT slot, cohort, count FROM tallies WHERE width = ?1 AND slot >= ?2 AND slot < ?3";
const std::string kRunning =
    std::string("SELECT started_at, flow, flow_version, 'running', trigger, environment, revision FROM "
                "executions INDEXED BY executions_by_status WHERE ") +
    kUnfinished + " AND started_at >= ?1 AND started_at < ?2";
constexpr const char *kFailures = "SELECT at, grp, cohort FROM failures INDEXED BY failures_by_time WHERE at "
                                  ">= ?1 AND at < ?2";
constexpr const char *kFailuresOf = "SELECT at, grp, cohort FROM failures INDEXED BY failures_by_group WHERE "
                                    "grp = ?3 AND at >= ?1 AND at < ?2";
constexpr const char *kGroups = "SELECT grp, flow, flow_version, revision, step, code, pattern, first_at, "
                                "last_at FROM failure_groups";
constexpr const char *kSamples =
    "SELECT e.id, e.error FROM failures f INDEXED BY failures_by_group CROSS JOIN executions e ON e.seq = "
    "f.seq WHERE f.grp = ?3 AND f.at >= ?1 AND f.at < ?2 ORDER BY f.at DESC LIMIT ?4";
const std::string kIds = std::string("SELECT ") + kColumns +
                         " FROM executions e INDEXED BY executions_by_id WHERE e.bucket = ?1 AND e.id >= ?2 "
                         "AND e.id <= ?3 LIMIT ?4";

} // namespace

template <class Row> Status SqliteFigureSource::each(Result<Statement> &statement, Row row)
{
    if (!statement)
        return statement.error();
    int found = 0;
    while ((found = statement->step()) == 1)
        row(*statement);
    statement->reset();
    return found < 0 ? Status(m_database.failure(ErrorCode::StoreRead)) : Status();
}

Result<std::pair<std::int64_t, std::int64_t>> SqliteFigureSource::extent()
{
    const Result<std::int64_t> first = m_database.number("SELECT min(started_at) FROM executions");
    const Result<std::int64_t> last = m_database.number("SELECT max(started_at) FROM executions");
    if (!first || !last)
        return first ? last.error() : first.error();
    return std::pair(*first / kMicrosecond, *last / kMicrosecond);
}

Status SqliteFigureSource::cohorts(const std::function<void(std::int64_t, Cohort)> &row)
{
    Result<Statement> rows = m_database.prepare(kCohorts);
    return each(rows, [&](const Statement &at) { row(at.integerAt(0), readCohort(at)); });
}

Result<std::optional<std::pair<std::int64_t, std::int64_t>>>
SqliteFigureSource::hoursOf(const std::vector<std::int64_t> &cohorts)
{
    std::string numbers;
    for (const std::int64_t cohort : cohorts)
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(cohort);
    std::optional<std::pair<std::int64_t, std::int64_t>> hours;
    Result<Statement> rows = m_database.prepare(
        "SELECT min(slot), max(slot) FROM tallies WHERE width = 3600 AND count > 0 AND cohort IN (" +
        numbers + ")");
    const Status read = each(rows, [&](const Statement &at) {
        if (!at.isNullAt(0))
            hours = std::pair(at.integerAt(0), at.integerAt(1));
    });
    if (!read)
        return read.error();
    return hours;
}

Status SqliteFigureSource::tallies(const Stretch &stretch, const TimeGrid &grid, const Counted &row)
{
    Result<Statement> rows = m_database.prepare(kTallies);
    if (rows)
        rows->integer(1, stretch.width).integer(2, stretch.from).integer(3, stretch.to);
    return each(rows, [&](const Statement &at) {
        row(at.integerAt(1), grid.bucketOf(at.integerAt(0) * stretch.width), at.integerAt(2));
    });
}

Status SqliteFigureSource::running(const TimeGrid &grid, const std::function<void(Cohort, std::int64_t)> &row)
{
    Result<Statement> rows = m_database.prepare(kRunning);
    if (rows)
        rows->integer(1, grid.since * kMicrosecond).integer(2, grid.until * kMicrosecond);
    return each(rows, [&](const Statement &at) { row(readCohort(at), at.integerAt(0) / kMicrosecond); });
}

Status SqliteFigureSource::failures(const TimeGrid &grid, std::optional<std::int64_t> group,
                                    const Failed &row)
{
    Result<Statement> rows = m_database.prepare(group ? kFailuresOf : kFailures);
    if (rows)
        rows->integer(1, grid.since * kMicrosecond).integer(2, grid.until * kMicrosecond);
    if (rows && group)
        rows->integer(3, *group);
    return each(rows, [&](const Statement &at) {
        row(at.integerAt(1), at.integerAt(2), grid.bucketOf(at.integerAt(0) / kMicrosecond), 1);
    });
}

Status SqliteFigureSource::groups(const std::function<void(std::int64_t, FigureBook::Group)> &row)
{
    Result<Statement> rows = m_database.prepare(kGroups);
    return each(rows, [&](const Statement &at) {
        FigureBook::Group group;
        group.cohort.flow = at.textAt(1);
        group.cohort.flowVersion = at.textAt(2);
        group.cohort.revision = at.textAt(3);
        group.failure = {at.integerAt(0), at.textAt(4), at.textAt(5), at.textAt(6)};
        group.firstAt = at.integerAt(7);
        group.lastAt = at.integerAt(8);
        row(at.integerAt(0), std::move(group));
    });
}

Status SqliteFigureSource::samples(std::int64_t group, const TimeGrid &grid, int most,
                                   const std::function<void(std::string, std::string)> &row)
{
    Result<Statement> rows = m_database.prepare(kSamples);
    if (rows)
        rows->integer(1, grid.since * kMicrosecond)
            .integer(2, grid.until * kMicrosecond)
            .integer(3, group)
            .integer(4, most);
    return each(rows, [&](const Statement &at) { row(idText(at.blobAt(0)), at.textAt(1)); });
}

/// Buckets are in the order of keys, which is nearly that of starts: the newest are looked into first.
Result<std::vector<ExecutionRecord>> SqliteFigureSource::idsBetween(const IdBytes &first, const IdBytes &last,
                                                                    int most)
{
    std::vector<ExecutionRecord> records;
    const Result<std::int64_t> lastBucket = m_database.number(kLastBucketSql);
    Result<Statement> rows = m_database.prepare(kIds);
    if (!rows || !lastBucket)
        return rows ? lastBucket.error() : rows.error();
    rows->blob(2, viewOf(first)).blob(3, viewOf(last));
    for (std::int64_t bucket = *lastBucket; bucket >= 0 && static_cast<int>(records.size()) < most;
         --bucket) {
        rows->integer(1, bucket).integer(4, most - static_cast<int>(records.size()));
        const Status read = each(rows, [&](const Statement &at) { records.push_back(recordOf(at)); });
        if (!read)
            return read.error();
    }
    std::stable_sort(records.begin(), records.end(),
                     [](const auto &a, const auto &b) { return a.startedAt > b.startedAt; });
    return records;
}

Result<ExecutionPage> SqliteFigureSource::page(const ExecutionQuery &query)
{
    const Result<ExecutionQuery> narrow = narrowed(*this, query);
    return narrow ? Reader(m_database).list(*narrow) : narrow.error();
}

Result<std::vector<std::pair<std::string, std::string>>>
SqliteFigureSource::keptUnder(const std::string &prefix)
{
    return readKept(m_database, prefix);
}

} // namespace batuta::store
