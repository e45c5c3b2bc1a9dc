// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/sqlite_figures.h"

#include "engine/store/record_row.h"

namespace batuta::store {
namespace {

constexpr std::size_t kMaxKnown = 10'000; // cohorts remembered; they are written again when there are more

} // namespace

Result<SqliteFigures> SqliteFigures::make(Database &database)
{
    SqliteFigures figures(database);
    const std::initializer_list<std::pair<Statement *, const char *>> statements{
        {&figures.m_cohort,
         "INSERT OR IGNORE INTO cohorts(cohort, flow, flow_version, status, trigger, environment, revision) "
         "VALUES(?, ?, ?, ?, ?, ?, ?)"},
        {&figures.m_tally, "INSERT INTO tallies(width, slot, cohort, count) VALUES(?, ?, ?, ?) ON "
                           "CONFLICT(width, slot, cohort) DO UPDATE SET count = count + excluded.count"},
        {&figures.m_group,
         "INSERT INTO failure_groups(grp, flow, flow_version, revision, step, code, pattern, first_at, "
         "last_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(grp) DO UPDATE SET first_at = "
         "min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)"},
        {&figures.m_failure, "INSERT OR REPLACE INTO failures(seq, grp, cohort, at) VALUES(?, ?, ?, ?)"},
        {&figures.m_unfailure, "DELETE FROM failures WHERE seq = ?"},
    };
    for (const auto &[statement, sql] : statements) {
        Result<Statement> prepared = database.prepare(sql);
        if (!prepared)
            return prepared.error();
        *statement = std::move(*prepared);
    }
    return figures;
}

Cohort readCohort(const Statement &row)
{
    return {row.textAt(1), row.textAt(2), row.textAt(3), row.textAt(4), row.textAt(5), row.textAt(6)};
}

Status SqliteFigures::ran(int code)
{
    return code == 0 ? Status() : Status(m_database->failure(ErrorCode::StoreWrite));
}

Status SqliteFigures::addFailure(std::int64_t seq, const ExecutionRecord &record, const Failure &failure)
{
    m_failure.integer(1, seq).integer(2, failure.group).integer(3, cohortOf(record).number());
    return ran(m_failure.integer(4, micros(record.startedAt)).run());
}

Status SqliteFigures::removeFailure(std::int64_t seq)
{
    return ran(m_unfailure.integer(1, seq).run());
}

Status SqliteFigures::write(const FigureBook &book)
{
    Status done;
    for (const auto &[number, cohort] : book.cohorts()) {
        if (!done || m_known.contains(number))
            continue;
        m_cohort.integer(1, number).text(2, cohort.flow).text(3, cohort.flowVersion).text(4, cohort.status);
        m_cohort.text(5, cohort.trigger).text(6, cohort.environment).text(7, cohort.revision);
        done = ran(m_cohort.run());
    }
    for (const auto &[place, count] : book.tallies()) {
        if (!done || count == 0)
            continue;
        const auto &[width, slot, cohort] = place;
        done = ran(m_tally.integer(1, width).integer(2, slot).integer(3, cohort).integer(4, count).run());
    }
    for (const auto &[number, group] : book.groups()) {
        if (!done)
            break;
        m_group.integer(1, number).text(2, group.cohort.flow).text(3, group.cohort.flowVersion);
        m_group.text(4, group.cohort.revision).text(5, group.failure.step).text(6, group.failure.code);
        m_group.text(7, group.failure.pattern).integer(8, group.firstAt).integer(9, group.lastAt);
        done = ran(m_group.run());
    }
    return done;
}

void SqliteFigures::committed(const FigureBook &book)
{
    if (m_known.size() > kMaxKnown)
        m_known.clear();
    for (const auto &[number, cohort] : book.cohorts())
        m_known.insert(number);
}

Status tidyFigures(Database &database)
{
    return database.run("DELETE FROM tallies WHERE width = 60 AND slot < (SELECT coalesce(min(started_at), "
                        "9223372036854775807) "
                        "FROM executions) / 60000000;"
                        "DELETE FROM tallies WHERE width = 3600 AND slot < (SELECT coalesce(min(started_at), "
                        "9223372036854775807) FROM executions) / 3600000000;"
                        "DELETE FROM failure_groups WHERE NOT EXISTS(SELECT 1 FROM failures f WHERE f.grp = "
                        "failure_groups.grp);");
}

namespace {

constexpr const char *kAllEnded =
    "SELECT started_at, flow, flow_version, status, trigger, environment, revision FROM executions WHERE "
    "ended_at <> 9223372036854775807";
const std::string kAllFailed = std::string("SELECT ") + kColumns +
                               ", coalesce((SELECT body FROM cells WHERE seq = e.seq), '[]') FROM "
                               "executions e WHERE status <> 'success' AND status IN ('failed', "
                               "'interrupted')";

Status countEnded(Database &database, SqliteFigures &figures)
{
    constexpr std::size_t kMost = 100'000; // tallies in memory at once
    Result<Statement> row = database.prepare(kAllEnded);
    if (!row)
        return row.error();
    FigureBook book;
    Status done;
    int found = 0;
    while (done && (found = row->step()) == 1) {
        book.add(readCohort(*row), row->integerAt(0) / kMicrosecond, 1);
        if (book.tallies().size() < kMost)
            continue;
        done = figures.write(book);
        book.clear();
    }
    if (found < 0)
        return database.failure(ErrorCode::StoreRead);
    return done ? figures.write(book) : done;
}

Status countFailed(Database &database, SqliteFigures &figures)
{
    Result<Statement> row = database.prepare(kAllFailed);
    if (!row)
        return row.error();
    FigureBook book;
    Status done;
    int found = 0;
    while (done && (found = row->step()) == 1) {
        ExecutionRecord record = recordOf(*row);
        std::ignore = readCells(row->blobAt(kColumnCount), record); // without steps it has no failing one
        if (const std::optional<Failure> failure = failureOf(record)) {
            book.add(record, *failure);
            done = figures.addFailure(row->integerAt(0), record, *failure);
        }
    }
    if (found < 0)
        return database.failure(ErrorCode::StoreRead);
    return done ? figures.write(book) : done;
}

} // namespace

Status countThose(Database &database, const std::vector<std::int64_t> &keys)
{
    if (keys.empty())
        return {};
    Result<SqliteFigures> figures = SqliteFigures::make(database);
    Result<Statement> row =
        database.prepare(std::string("SELECT ") + kColumns + " FROM executions e WHERE e.seq = ?");
    if (!figures || !row)
        return figures ? row.error() : figures.error();
    FigureBook book;
    Status done;
    for (std::size_t i = 0; done && i < keys.size(); ++i) {
        const int found = row->integer(1, keys[i]).step();
        if (found < 0)
            return database.failure(ErrorCode::StoreRead);
        if (found == 1) {
            const ExecutionRecord record = recordOf(*row);
            book.add(record, 1);
            if (const std::optional<Failure> failure = failureOf(record)) {
                book.add(record, *failure);
                done = figures->addFailure(keys[i], record, *failure);
            }
        }
        row->reset();
    }
    return done ? figures->write(book) : done;
}

Status countAll(Database &database)
{
    Result<SqliteFigures> figures = SqliteFigures::make(database);
    if (!figures)
        return figures.error();
    const Status counted = countEnded(database, *figures);
    return counted ? countFailed(database, *figures) : counted;
}

} // namespace batuta::store
