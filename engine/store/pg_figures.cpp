// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/pg_figures.h"

#include "engine/store/pg_schema.h"
#include "engine/store/record_row.h"

namespace batuta::store {
namespace {

constexpr const char *kPgCohort =
    "INSERT INTO cohorts(cohort, flow, flow_version, status, trigger, environment, revision) VALUES($1, $2, "
    "$3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
constexpr const char *kPgTally =
    "INSERT INTO tallies AS t (width, slot, cohort, engine, count) VALUES($1, $2, $3, $4, $5) ON CONFLICT "
    "(width, slot, cohort, engine) DO UPDATE SET count = t.count + excluded.count";
constexpr const char *kPgGroup =
    "INSERT INTO failure_groups AS g (grp, flow, flow_version, revision, step, code, pattern, first_at, "
    "last_at) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (grp) DO UPDATE SET first_at = "
    "least(g.first_at, excluded.first_at), last_at = greatest(g.last_at, excluded.last_at)";
constexpr const char *kPgFailure =
    "INSERT INTO failures(seq, grp, cohort, at) SELECT seq, $2, $3, $4 FROM executions WHERE id = $1 ON "
    "CONFLICT (seq) DO UPDATE SET grp = excluded.grp, cohort = excluded.cohort, at = excluded.at";
constexpr const char *kPgUnfailure =
    "DELETE FROM failures WHERE seq = (SELECT seq FROM executions WHERE id = $1)";
constexpr const char *kPgEnded =
    "SELECT started_at, flow, flow_version, status, trigger, environment, revision FROM executions WHERE id "
    "= $1 AND ended_at IS NOT NULL";
constexpr const char *kPgUnfailures = "DELETE FROM failures WHERE seq = ANY($1::text::bigint[])";
constexpr const char *kPgCounts =
    "SELECT started_at / 60000000 * 60, flow, flow_version, status, trigger, environment, revision, count(*) "
    "FROM executions WHERE seq = ANY($1::text::bigint[]) AND ended_at IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, "
    "7";
constexpr const char *kPgAllCounts =
    "SELECT started_at / 60000000 * 60, flow, flow_version, status, trigger, environment, revision, count(*) "
    "FROM executions WHERE ended_at IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7";
const std::string kPgAllFailed =
    std::string("SELECT ") + kPgColumns +
    ", coalesce(e.cells, '[]') FROM executions e WHERE e.status <> 'success' AND "
    "e.status IN ('failed', 'interrupted') AND e.seq > $1 ORDER BY e.seq LIMIT "
    "1000";

const std::string kPgThose =
    std::string("SELECT ") + kPgColumns + " FROM executions e WHERE e.seq = ANY($1::text::bigint[])";

void addCounts(const PgRows &rows, std::int64_t sign, FigureBook &book)
{
    for (int i = 0; i < rows.size(); ++i)
        book.add(readCohort(rows[i]), rows[i].integerAt(0), sign * rows[i].integerAt(7));
}

} // namespace

Cohort readCohort(const PgRows::Row &row)
{
    return {row.textAt(1), row.textAt(2), row.textAt(3), row.textAt(4), row.textAt(5), row.textAt(6)};
}

Status sendFigures(PgSession &session, std::int64_t engine, const FigureBook &book)
{
    Status sent;
    for (const auto &[number, cohort] : book.cohorts()) {
        PgValues values;
        values.integer(number).text(cohort.flow).text(cohort.flowVersion).text(cohort.status);
        values.text(cohort.trigger).text(cohort.environment).text(cohort.revision);
        if (sent)
            sent = session.send(kPgCohort, values);
    }
    for (const auto &[place, count] : book.tallies()) {
        const auto &[width, slot, cohort] = place;
        if (sent && count != 0)
            sent = session.send(
                kPgTally,
                PgValues().integer(width).integer(slot).integer(cohort).integer(engine).integer(count));
    }
    for (const auto &[number, group] : book.groups()) {
        PgValues values;
        values.integer(number).text(group.cohort.flow).text(group.cohort.flowVersion);
        values.text(group.cohort.revision).text(group.failure.step).text(group.failure.code);
        values.text(group.failure.pattern).integer(group.firstAt).integer(group.lastAt);
        if (sent)
            sent = session.send(kPgGroup, values);
    }
    return sent;
}

Status sendFailure(PgSession &session, const IdBytes &id, const ExecutionRecord &record,
                   const Failure &failure)
{
    PgValues values;
    values.uuid(viewOf(id)).integer(failure.group).integer(cohortOf(record).number());
    return session.send(kPgFailure, values.integer(micros(record.startedAt)));
}

Status uncountOnServer(PgSession &session, const IdBytes &id, FigureBook &book)
{
    const Result<PgRows> rows = session.run(kPgEnded, PgValues().uuid(viewOf(id)));
    if (!rows)
        return rows.error();
    if (rows->size() == 0)
        return {};
    book.add(readCohort((*rows)[0]), (*rows)[0].integerAt(0) / kMicrosecond, -1);
    return session.send(kPgUnfailure, PgValues().uuid(viewOf(id)));
}

Status uncountKeys(PgSession &session, const std::string &keys, FigureBook &book)
{
    const Result<PgRows> rows = session.run(kPgCounts, PgValues().text(keys));
    if (!rows)
        return rows.error();
    addCounts(*rows, -1, book);
    return session.send(kPgUnfailures, PgValues().text(keys));
}

Status tidyServerFigures(PgSession &session)
{
    return session.script(
        "DELETE FROM tallies WHERE width = 60 AND slot < (SELECT coalesce(min(started_at), "
        "9223372036854775807) FROM executions) / 60000000;"
        "DELETE FROM tallies WHERE width = 3600 AND slot < (SELECT coalesce(min(started_at), "
        "9223372036854775807) FROM executions) / 3600000000;"
        "DELETE FROM failure_groups g WHERE NOT EXISTS(SELECT 1 FROM failures f WHERE f.grp = g.grp)");
}

Status countKeys(PgSession &session, std::int64_t engine, const std::string &keys)
{
    const Result<PgRows> rows = session.run(kPgThose.c_str(), PgValues().text(keys));
    if (!rows)
        return rows.error();
    FigureBook book;
    for (int i = 0; i < rows->size(); ++i) {
        const ExecutionRecord record = recordOf((*rows)[i]);
        book.add(record, 1);
        const std::optional<Failure> failure = failureOf(record);
        const std::optional<IdBytes> id = idBytes(record.id);
        if (!failure || !id)
            continue;
        book.add(record, *failure);
        if (Status sent = sendFailure(session, *id, record, *failure); !sent)
            return sent;
    }
    const Status sent = sendFigures(session, engine, book);
    const auto answers = sent ? session.flush() : Result<std::vector<PgRows>>(sent.error());
    return answers ? Status() : Status(answers.error());
}

Status countServer(PgSession &session)
{
    FigureBook book;
    const Result<PgRows> ended = session.run(kPgAllCounts);
    if (!ended)
        return ended.error();
    addCounts(*ended, 1, book);
    for (std::int64_t last = -1, size = 1; size > 0;) {
        const Result<PgRows> failed = session.run(kPgAllFailed.c_str(), PgValues().integer(last));
        if (!failed)
            return failed.error();
        size = failed->size();
        for (int i = 0; i < failed->size(); ++i) {
            ExecutionRecord record = recordOf((*failed)[i]);
            last = (*failed)[i].integerAt(0);
            std::ignore = readCells((*failed)[i].blobAt(kColumnCount), record);
            const std::optional<Failure> failure = failureOf(record);
            const std::optional<IdBytes> id = idBytes(record.id);
            if (!failure || !id)
                continue;
            book.add(record, *failure);
            if (Status sent = sendFailure(session, *id, record, *failure); !sent)
                return sent;
        }
    }
    const Status sent = sendFigures(session, 0, book);
    const auto answers = sent ? session.flush() : Result<std::vector<PgRows>>(sent.error());
    return answers ? Status() : Status(answers.error());
}

} // namespace batuta::store
