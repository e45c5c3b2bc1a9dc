// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/pg_figure_source.h"

#include "engine/store/pg_figures.h"
#include "engine/store/pg_schema.h"
#include "engine/store/record_row.h"

namespace batuta::store {
namespace {

constexpr const char *kPgCohorts =
    "SELECT cohort, flow, flow_version, status, trigger, environment, revision FROM cohorts";
constexpr const char *kPgHours =
    "SELECT min(slot), max(slot) FROM tallies WHERE width = 3600 AND count > 0 AND cohort = "
    "ANY($1::text::bigint[])";
// $4 seconds a slot, $5 where the first bucket begins, $6 how wide buckets are.
constexpr const char *kPgTallies = "SELECT cohort, (slot * $4 - $5) / $6, sum(count)::bigint FROM tallies "
                                   "WHERE width = $1 AND slot >= $2 AND "
                                   "slot < $3 GROUP BY 1, 2";
const std::string kPgRunning =
    std::string("SELECT started_at, flow, flow_version, 'running'::text, trigger, environment, revision "
                "FROM executions WHERE ") +
    kUnfinished + " AND started_at >= $1 AND started_at < $2";
constexpr const char *kPgFailures =
    "SELECT grp, cohort, (at / 1000000 - $3) / $4, count(*) FROM failures WHERE at >= $1 AND at < $2 GROUP "
    "BY 1, 2, 3";
constexpr const char *kPgFailuresOf =
    "SELECT grp, cohort, (at / 1000000 - $3) / $4, count(*) FROM failures WHERE at >= $1 AND at < $2 AND grp "
    "= $5 GROUP BY 1, 2, 3";
constexpr const char *kPgGroups = "SELECT grp, flow, flow_version, revision, step, code, pattern, first_at, "
                                  "last_at FROM failure_groups";
constexpr const char *kPgSamples =
    "SELECT e.id, e.error FROM failures f JOIN executions e ON e.seq = f.seq WHERE f.grp = $3 AND f.at >= $1 "
    "AND f.at < $2 ORDER BY f.at DESC LIMIT $4";
const std::string kPgIds = std::string("SELECT ") + kPgColumns +
                           " FROM executions e WHERE e.id >= $1 AND e.id <= $2 ORDER BY e.started_at DESC "
                           "LIMIT $3";

} // namespace

template <class Row> Status PgFigureSource::each(const char *sql, const PgValues &values, Row row)
{
    const Result<PgRows> rows = m_reader.run(sql, values);
    if (!rows)
        return rows.error();
    for (int i = 0; i < rows->size(); ++i)
        row((*rows)[i]);
    return {};
}

Result<std::pair<std::int64_t, std::int64_t>> PgFigureSource::extent()
{
    const Result<PgRows> rows =
        m_reader.run("SELECT coalesce(min(started_at), 0), coalesce(max(started_at), 0) FROM executions", {});
    if (!rows)
        return rows.error();
    return std::pair((*rows)[0].integerAt(0) / kMicrosecond, (*rows)[0].integerAt(1) / kMicrosecond);
}

Status PgFigureSource::cohorts(const std::function<void(std::int64_t, Cohort)> &row)
{
    return each(kPgCohorts, {}, [&](const PgRows::Row &at) { row(at.integerAt(0), readCohort(at)); });
}

Result<std::optional<std::pair<std::int64_t, std::int64_t>>>
PgFigureSource::hoursOf(const std::vector<std::int64_t> &cohorts)
{
    std::string numbers = "{";
    for (const std::int64_t cohort : cohorts)
        numbers += (numbers.size() > 1 ? "," : "") + std::to_string(cohort);
    numbers += '}';
    std::optional<std::pair<std::int64_t, std::int64_t>> hours;
    const Status read = each(kPgHours, PgValues().text(numbers), [&](const PgRows::Row &at) {
        if (!at.isNullAt(0))
            hours = std::pair(at.integerAt(0), at.integerAt(1));
    });
    if (!read)
        return read.error();
    return hours;
}

Status PgFigureSource::tallies(const Stretch &stretch, const TimeGrid &grid, const Counted &row)
{
    PgValues values;
    values.integer(stretch.width).integer(stretch.from).integer(stretch.to);
    values.integer(stretch.width).integer(grid.begin).integer(grid.width);
    return each(kPgTallies, values, [&](const PgRows::Row &at) {
        row(at.integerAt(0), static_cast<std::size_t>(at.integerAt(1)), at.integerAt(2));
    });
}

Status PgFigureSource::running(const TimeGrid &grid, const std::function<void(Cohort, std::int64_t)> &row)
{
    PgValues values;
    values.integer(grid.since * kMicrosecond).integer(grid.until * kMicrosecond);
    return each(kPgRunning.c_str(), values,
                [&](const PgRows::Row &at) { row(readCohort(at), at.integerAt(0) / kMicrosecond); });
}

Status PgFigureSource::failures(const TimeGrid &grid, std::optional<std::int64_t> group, const Failed &row)
{
    PgValues values;
    values.integer(grid.since * kMicrosecond).integer(grid.until * kMicrosecond);
    values.integer(grid.begin).integer(grid.width);
    if (group)
        values.integer(*group);
    return each(group ? kPgFailuresOf : kPgFailures, values, [&](const PgRows::Row &at) {
        row(at.integerAt(0), at.integerAt(1), static_cast<std::size_t>(at.integerAt(2)), at.integerAt(3));
    });
}

Status PgFigureSource::groups(const std::function<void(std::int64_t, FigureBook::Group)> &row)
{
    return each(kPgGroups, {}, [&](const PgRows::Row &at) {
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

Status PgFigureSource::samples(std::int64_t group, const TimeGrid &grid, int most,
                               const std::function<void(std::string, std::string)> &row)
{
    PgValues values;
    values.integer(grid.since * kMicrosecond).integer(grid.until * kMicrosecond).integer(group).integer(most);
    return each(kPgSamples, values, [&](const PgRows::Row &at) { row(idText(at.blobAt(0)), at.textAt(1)); });
}

Result<std::vector<ExecutionRecord>> PgFigureSource::idsBetween(const IdBytes &first, const IdBytes &last,
                                                                int most)
{
    std::vector<ExecutionRecord> records;
    const Status read = each(kPgIds.c_str(), PgValues().uuid(viewOf(first)).uuid(viewOf(last)).integer(most),
                             [&](const PgRows::Row &at) { records.push_back(recordOf(at)); });
    if (!read)
        return read.error();
    return records;
}

} // namespace batuta::store
