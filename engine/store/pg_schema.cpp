// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/pg_schema.h"

#include "engine/store/pg_figures.h"

#include <array>

namespace batuta::store {
namespace {

// Row n brings the schema from version n to n + 1. Rows are only ever added: stores of every old version
// exist.
//
// An execution is one row: begin inserts it with the input as its body, finish writes the final body, what a
// list shows of the steps (`cells`) and the events over it. Large texts go out of the row by themselves. Ids
// and people are indexed by their first 200 characters at most, because a server refuses longer index rows.
//
// `journal` has a row for each transaction that wrote entries of executions, not one for each entry: see
// journal_book.h. `engines.batch` counts the transactions of an engine: after a lost connection it tells
// whether the last one was committed.
//
// Since version 2 ended executions are counted (cohort.h) and failures grouped (failure.h), as in a file;
// since version 3 those that ended are indexed by their duration.
constexpr std::array<const char *, 3> kPgMigrations{R"sql(
CREATE SEQUENCE keys AS bigint INCREMENT BY 4096 START WITH 4096;
CREATE TABLE engines(
    engine bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    instance text NOT NULL,
    place text,
    pid bigint NOT NULL,
    process_start bigint NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz,
    batch bigint NOT NULL DEFAULT 0
);
CREATE TABLE executions(
    seq bigint PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    engine bigint NOT NULL,
    status text NOT NULL,
    started_at bigint NOT NULL,
    ended_at bigint,
    duration bigint NOT NULL,
    flow text,
    flow_version text,
    error text,
    trigger text,
    route_rule text,
    environment text,
    user_id text,
    session_id text,
    correlation_id text,
    identifier text,
    parent uuid,
    origin uuid,
    body text NOT NULL,
    cells text,
    events text
);
CREATE INDEX executions_by_start ON executions(started_at, seq);
CREATE INDEX executions_by_flow ON executions(left(flow, 200), started_at, seq);
CREATE INDEX executions_by_status ON executions(status, started_at, seq) WHERE status <> 'success';
CREATE INDEX executions_by_user ON executions(left(user_id, 200), started_at, seq) WHERE user_id IS NOT NULL;
CREATE INDEX executions_by_session ON executions(left(session_id, 200), started_at, seq)
    WHERE session_id IS NOT NULL;
CREATE INDEX executions_by_correlation ON executions(left(correlation_id, 200), started_at, seq)
    WHERE correlation_id IS NOT NULL;
CREATE TABLE journal(
    batch bigint PRIMARY KEY,
    engine bigint NOT NULL,
    body bytea NOT NULL
);
ALTER TABLE journal ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE INDEX journal_by_engine ON journal(engine, batch);
CREATE TABLE flow_texts(
    flow text NOT NULL,
    version text NOT NULL,
    file text,
    body text,
    PRIMARY KEY(flow, version)
);
CREATE TABLE kept(
    key text COLLATE "C" NOT NULL PRIMARY KEY,
    value bytea
);
CREATE TABLE audit(
    number bigint PRIMARY KEY,
    at bigint NOT NULL,
    who text,
    verb text,
    subject text,
    why text,
    data text,
    hash text NOT NULL
);
CREATE TABLE version(number bigint NOT NULL);
INSERT INTO version VALUES(0);
)sql",
                                                    R"sql(
ALTER TABLE executions ADD COLUMN revision text;
CREATE TABLE cohorts(
    cohort bigint PRIMARY KEY,
    flow text,
    flow_version text,
    status text,
    trigger text,
    environment text,
    revision text
);
CREATE TABLE tallies(
    width bigint NOT NULL,
    slot bigint NOT NULL,
    cohort bigint NOT NULL,
    engine bigint NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY(width, slot, cohort, engine)
);
ALTER TABLE tallies SET (fillfactor = 70);
CREATE TABLE failure_groups(
    grp bigint PRIMARY KEY,
    flow text,
    flow_version text,
    revision text,
    step text,
    code text,
    pattern text,
    first_at bigint NOT NULL,
    last_at bigint NOT NULL
);
CREATE INDEX failure_groups_by_code ON failure_groups(code);
CREATE TABLE failures(
    seq bigint PRIMARY KEY,
    grp bigint NOT NULL,
    cohort bigint NOT NULL,
    at bigint NOT NULL
);
CREATE INDEX failures_by_time ON failures(at, grp, cohort);
CREATE INDEX failures_by_group ON failures(grp, at, seq);
)sql",
                                                    R"sql(
CREATE INDEX executions_by_duration ON executions(duration, seq)
    WHERE ended_at < 9223372036854775807;
)sql"};

constexpr const char *kSession =
    "SET search_path = batuta; SET client_min_messages = error; SET lock_timeout = "
    "'20s'; SET idle_in_transaction_session_timeout = '60s';";

bool hasTables(PgSession &session, Status &status)
{
    // Asked of the catalogue's rows: what a session remembers of names may be older than a lock it waited
    // for.
    const Result<std::int64_t> found =
        session.number("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
                       "n.nspname = 'batuta' AND c.relname = 'version'");
    if (!found)
        status = found.error();
    return found.value_or(0) != 0;
}

/// 0 when there are no tables yet.
Result<int> versionOf(PgSession &session)
{
    Status status;
    if (!hasTables(session, status))
        return status ? Result<int>(0) : Result<int>(status.error());
    const Result<std::int64_t> version = session.number("SELECT number FROM batuta.version");
    if (!version)
        return version.error();
    if (*version > pgSchemaVersion())
        return Error{ErrorCode::StoreVersion,
                     "store",
                     "version " + std::to_string(*version) + ", this program knows " +
                         std::to_string(pgSchemaVersion()),
                     {},
                     ""};
    return static_cast<int>(*version);
}

Status migrate(PgSession &session)
{
    // One at a time: engines that start together would make the tables twice.
    Status done = session.script("BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('batuta', 0))");
    if (!done)
        return done;
    Result<int> version = versionOf(session);
    if (!version)
        return version.error();
    // Only made when it is missing: whoever may not make one can be given it.
    const Result<std::int64_t> isMade =
        session.number("SELECT count(*) FROM pg_namespace WHERE nspname = 'batuta'");
    if (!isMade)
        return isMade.error();
    if (*isMade == 0)
        done = session.script("CREATE SCHEMA batuta");
    if (done)
        done = session.script("SET LOCAL search_path = batuta");
    for (int step = *version; done && step < pgSchemaVersion(); ++step)
        done = session.script(kPgMigrations[static_cast<std::size_t>(step)]);
    constexpr int kCounted = 2;
    if (done && *version < kCounted)
        done = countServer(session);
    if (done)
        done =
            session.script("UPDATE version SET number = " + std::to_string(pgSchemaVersion()) + "; COMMIT");
    return done;
}

} // namespace

int pgSchemaVersion()
{
    return static_cast<int>(kPgMigrations.size());
}

Status preparePgWriting(PgSession &session, bool isDurable)
{
    const Result<int> version = versionOf(session);
    if (!version)
        return version.error();
    if (*version < pgSchemaVersion())
        if (Status migrated = migrate(session); !migrated) {
            std::ignore = session.script("ROLLBACK");
            return migrated;
        }
    return session.script(std::string(kSession) + "SET synchronous_commit = " + (isDurable ? "on" : "off"));
}

Status preparePgReading(PgSession &session)
{
    const Result<int> version = versionOf(session);
    if (!version)
        return version.error();
    if (*version < pgSchemaVersion())
        return Error{ErrorCode::StoreOpen,
                     "store",
                     *version == 0 ? "there is no history yet" : "it is of an older version",
                     {},
                     "Start the engine on it once."};
    return session.script(std::string(kSession) +
                          "SET default_transaction_read_only = on; SET statement_timeout = '55s'");
}

} // namespace batuta::store
