// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/schema.h"

#include "engine/store/sqlite_figures.h"

#include <array>

namespace batuta::store {
namespace {

// Row n brings a file from version n to n + 1. Rows are only ever added: files of every old version exist.
//
// Keys are integers that grow, so rows go to the end of their tables. An index on random keys (ids, users)
// would be written all over: three scattered pages an execution, the more so the longer the history. Those
// indexes are cut into buckets of 4,096 executions, so that only the few pages of the newest bucket change; a
// search looks into each bucket (250 of them at a million executions, about a millisecond). Indexes are
// partial where most rows would be noise: an empty field is NULL, and nobody searches the successes by
// status. `starts` holds the input of what is running; the final record goes to `payloads` in one piece, and
// what a list shows of its steps to `cells`, so that a page of a list need not read whole payloads.
//
// `journal` has a row for each transaction that wrote entries of executions, not one for each entry: see
// journal_book.h. `event_logs` has the events of an execution in one row; `events` is how files before
// version 3 kept them, and is only read. Since version 4 bodies may be packed (packing.h), since version 5
// those of `journal`, too: plain(body) reads both.
//
// Since version 6 ended executions are counted: `tallies` by their start, by the minute and the hour, for
// each cohort (cohort.h); `failures` has a row for each that failed or was interrupted, by its start, and
// `failure_groups` what is the same of them (failure.h).
//
// Since version 7 those that ended are indexed by their duration. What a list is mostly filtered by stands in
// that index, too, so that a rare value is looked for there and not in the rows. It asks for a number: for a
// list of words SQLite would build a table, twice for each execution.
constexpr std::array<const char *, 9> kMigrations{R"sql(
CREATE TABLE engines(
    engine INTEGER PRIMARY KEY,
    instance TEXT NOT NULL,
    boot TEXT,
    pid INTEGER NOT NULL,
    process_start INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER
) STRICT;
CREATE TABLE executions(
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    engine INTEGER NOT NULL,
    status TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    duration INTEGER NOT NULL,
    flow TEXT,
    flow_version TEXT,
    error TEXT,
    trigger TEXT,
    route_rule TEXT,
    environment TEXT,
    user_id TEXT,
    session_id TEXT,
    correlation_id TEXT,
    identifier TEXT,
    parent BLOB,
    bucket INTEGER GENERATED ALWAYS AS (seq >> 12) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX executions_by_id ON executions(bucket, id);
CREATE INDEX executions_by_start ON executions(started_at);
CREATE INDEX executions_by_flow ON executions(flow, started_at);
CREATE INDEX executions_by_status ON executions(status, started_at) WHERE status <> 'success';
CREATE INDEX executions_by_user ON executions(bucket, user_id, started_at) WHERE user_id IS NOT NULL;
CREATE INDEX executions_by_session ON executions(bucket, session_id, started_at) WHERE session_id IS NOT NULL;
CREATE INDEX executions_by_correlation ON executions(bucket, correlation_id, started_at) WHERE correlation_id IS NOT NULL;
CREATE TABLE starts(
    seq INTEGER PRIMARY KEY,
    body BLOB NOT NULL
) STRICT;
CREATE TABLE payloads(
    seq INTEGER PRIMARY KEY,
    body BLOB NOT NULL
) STRICT;
CREATE TABLE events(
    execution INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT,
    step TEXT,
    data BLOB,
    PRIMARY KEY(execution, sequence)
) STRICT, WITHOUT ROWID;
)sql",
                                                  R"sql(
CREATE TABLE cells(
    seq INTEGER PRIMARY KEY,
    body BLOB NOT NULL
) STRICT;
)sql",
                                                  R"sql(
ALTER TABLE executions ADD COLUMN origin BLOB;
CREATE TABLE journal(
    batch INTEGER PRIMARY KEY,
    engine INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE TABLE event_logs(
    seq INTEGER PRIMARY KEY,
    body BLOB NOT NULL
) STRICT;
CREATE TABLE flow_texts(
    flow TEXT NOT NULL,
    version TEXT NOT NULL,
    file TEXT,
    body TEXT,
    PRIMARY KEY(flow, version)
) STRICT;
CREATE TABLE kept(
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT
) STRICT;
CREATE TABLE audit(
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT,
    verb TEXT,
    subject TEXT,
    why TEXT,
    data TEXT,
    hash TEXT NOT NULL
) STRICT;
)sql", "", "",
                                                  R"sql(
ALTER TABLE executions ADD COLUMN revision TEXT;
CREATE TABLE cohorts(
    cohort INTEGER PRIMARY KEY,
    flow TEXT,
    flow_version TEXT,
    status TEXT,
    trigger TEXT,
    environment TEXT,
    revision TEXT
) STRICT;
CREATE TABLE tallies(
    width INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    cohort INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY(width, slot, cohort)
) STRICT, WITHOUT ROWID;
CREATE TABLE failure_groups(
    grp INTEGER PRIMARY KEY,
    flow TEXT,
    flow_version TEXT,
    revision TEXT,
    step TEXT,
    code TEXT,
    pattern TEXT,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;
CREATE TABLE failures(
    seq INTEGER PRIMARY KEY,
    grp INTEGER NOT NULL,
    cohort INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX failures_by_time ON failures(at, grp, cohort);
CREATE INDEX failures_by_group ON failures(grp, at);
)sql",
                                                  R"sql(
CREATE INDEX executions_by_duration ON executions(bucket, duration, seq, started_at, flow, status)
    WHERE ended_at < 9223372036854775807;
)sql",
                                                  R"sql(
ALTER TABLE engines ADD COLUMN applied INTEGER NOT NULL DEFAULT 0;
)sql",
                                                  R"sql(
-- Write logs of the second kind: programs that know the first alone would take them for empty.
)sql"};

} // namespace

int schemaVersion()
{
    return static_cast<int>(kMigrations.size());
}

Result<int> checkSchema(Database &database, const std::string &path)
{
    const Result<std::int64_t> version = database.number("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version > schemaVersion())
        return Error{ErrorCode::StoreVersion,
                     path,
                     "version " + std::to_string(*version) + ", this program knows " +
                         std::to_string(schemaVersion()),
                     {},
                     ""};
    const Result<std::int64_t> tables = database.number("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return tables.error();
    if (*version < 0 || (*version == 0 && *tables > 0))
        return Error{
            ErrorCode::StoreOpen, path, "it is the database of another program", {}, "Choose another file."};
    return static_cast<int>(*version);
}

Status migrate(Database &database, const std::string &path)
{
    Status begun = database.run("BEGIN IMMEDIATE");
    if (!begun)
        return begun;
    // Asked again under the lock: another process may have brought the file up to date meanwhile.
    const Result<int> version = checkSchema(database, path);
    Status done;
    if (!version)
        done = version.error();
    for (int step = version.value_or(schemaVersion()); done && step < schemaVersion(); ++step)
        done = database.run(kMigrations[static_cast<std::size_t>(step)]);
    constexpr int kCounted = 6;
    if (done && *version < kCounted)
        done = countAll(database);
    if (done && *version < schemaVersion())
        done = database.run("PRAGMA user_version = " + std::to_string(schemaVersion()));
    if (done)
        done = database.run("COMMIT");
    if (!done && database.isInTransaction())
        std::ignore = database.run("ROLLBACK");
    return done;
}

} // namespace batuta::store
