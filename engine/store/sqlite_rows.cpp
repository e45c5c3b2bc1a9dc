// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/sqlite_rows.h"

#include "engine/store/claim.h"
#include "engine/store/event_log.h"
#include "engine/store/packing.h"
#include "engine/store/record_row.h"

namespace batuta::store {
namespace {

constexpr const char *kInsert =
    "INSERT INTO executions(id, engine, status, started_at, ended_at, duration, flow, flow_version, error, "
    "trigger, "
    "route_rule, environment, user_id, session_id, correlation_id, identifier, parent, origin, seq, "
    "revision) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
// Indexed columns do not change after the start: SQLite would rewrite every index named here.
constexpr const char *kUpdate =
    "UPDATE executions SET status = ?, ended_at = ?, duration = ?, error = ?, "
    "flow_version = ?, route_rule = ?, environment = ?, revision = ? WHERE seq = ?";

} // namespace

SqliteRows::SqliteRows(Database &database, std::int64_t engine)
    : m_database(database)
    , m_engine(engine)
{
}

Result<std::unique_ptr<SqliteRows>> SqliteRows::make(Database &database, std::int64_t engine)
{
    std::unique_ptr<SqliteRows> rows(new SqliteRows(database, engine));
    const Status prepared = rows->prepare();
    if (!prepared)
        return prepared.error();
    return rows;
}

Status SqliteRows::prepare()
{
    const std::initializer_list<std::pair<Statement *, const char *>> statements{
        {&m_begin, "BEGIN IMMEDIATE"},
        {&m_commit, "COMMIT"},
        {&m_rollback, "ROLLBACK"},
        {&m_insert, kInsert},
        {&m_update, kUpdate},
        {&m_start, "INSERT INTO starts(seq, body) VALUES(?, ?)"},
        {&m_endStart, "DELETE FROM starts WHERE seq = ?"},
        {&m_payload, "INSERT OR REPLACE INTO payloads(seq, body) VALUES(?, ?)"},
        {&m_cells, "INSERT OR REPLACE INTO cells(seq, body) VALUES(?, ?)"},
        {&m_events, "INSERT OR REPLACE INTO event_logs(seq, body) VALUES(?, ?)"},
        {&m_find, "SELECT seq FROM executions INDEXED BY executions_by_id WHERE bucket = ? AND id = ?"},
        {&m_lastKey, "SELECT max(seq) FROM executions"},
        {&m_keep, "INSERT INTO kept(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = "
                  "excluded.value"},
        {&m_keepFlow, "INSERT OR IGNORE INTO flow_texts(flow, version, file, body) VALUES(coalesce(?, ''), "
                      "coalesce(?, ''), ?, ?)"},
        {&m_insertJournal, "INSERT INTO journal(engine, body) VALUES(?, ?)"},
        {&m_ended, "SELECT started_at, flow, flow_version, status, trigger, environment, revision FROM "
                   "executions WHERE seq = ? AND ended_at <> ?"},
        {&m_removeJournal, "DELETE FROM journal WHERE batch = ?"},
        {&m_applied, "UPDATE engines SET applied = ? WHERE engine = ?"},
    };
    for (const auto &[statement, sql] : statements) {
        Result<Statement> prepared = m_database.prepare(sql);
        if (!prepared)
            return prepared.error();
        *statement = std::move(*prepared);
    }
    Result<SqliteFigures> figures = SqliteFigures::make(m_database);
    if (!figures)
        return figures.error();
    m_figures = std::move(*figures);
    return m_ledger.prepare(m_database);
}

Status SqliteRows::begin()
{
    m_isFatal = false;
    m_book.clear();
    if (m_begin.run() != 0)
        return m_database.failure(ErrorCode::StoreWrite);
    const Result<std::int64_t> last = number(m_lastKey);
    if (last) {
        m_last = *last;
        return {};
    }
    rollBack();
    return last.error();
}

Status SqliteRows::commit()
{
    if (Status counted = m_figures->write(m_book); !counted)
        return counted;
    if (m_commit.run() != 0)
        return m_database.failure(ErrorCode::StoreWrite);
    m_figures->committed(m_book);
    return {};
}

void SqliteRows::rollBack()
{
    if (m_database.isInTransaction())
        m_rollback.run();
}

Result<std::int64_t> SqliteRows::insert(const RowOf &row)
{
    const ExecutionRecord &record = row.record;
    const std::optional<IdBytes> parent = idBytes(record.parent);
    const std::optional<IdBytes> origin = idBytes(record.origin);
    m_insert.blob(1, viewOf(row.id)).integer(2, m_engine).text(3, record.status);
    m_insert.integer(4, micros(record.startedAt))
        .integer(5, endOf(record))
        .integer(6, record.duration.count());
    m_insert.text(7, record.flow).text(8, record.flowVersion).text(9, record.error).text(10, record.trigger);
    m_insert.text(11, record.routeRule).text(12, record.environment).text(13, record.userId);
    m_insert.text(14, record.sessionId).text(15, record.correlationId).text(16, record.identifier);
    if (parent)
        m_insert.blob(17, viewOf(*parent));
    else
        m_insert.null(17);
    if (origin)
        m_insert.blob(18, viewOf(*origin));
    else
        m_insert.null(18);
    m_insert.integer(19, m_last + 1).text(20, record.revision);
    Status inserted = rowStatus(m_insert.run(), record.id);
    if (!inserted)
        return inserted.error();
    ++m_last;
    inserted = insertPayload(row, m_last);
    if (inserted)
        inserted = insertEvents(row, m_last);
    if (inserted && !isRunning(record))
        inserted = count(record, m_last);
    if (!inserted)
        return inserted.error();
    return m_last;
}

Status SqliteRows::replace(const RowOf &row)
{
    const Result<std::int64_t> seq = keyOf(row);
    if (!seq)
        return seq.error();
    if (*seq != 0) {
        const Status uncounted = row.key == 0 ? uncount(*seq) : Status();
        return uncounted ? update(row, *seq) : uncounted;
    }
    const Result<std::int64_t> inserted = insert(row);
    return inserted ? Status() : Status(inserted.error());
}

Status SqliteRows::import(const RowOf &row)
{
    const Result<std::int64_t> seq = keyOf(row);
    if (!seq)
        return seq.error();
    if (*seq != 0)
        return Error{ErrorCode::StoreWrite, row.record.id, "the history has this execution already", {}, ""};
    return replace(row);
}

Status SqliteRows::insertPayload(const RowOf &row, std::int64_t seq)
{
    const ExecutionRecord &record = row.record;
    m_buffer.clear();
    if (row.payload.empty())
        writePayload(record, m_buffer);
    Statement &statement = isRunning(record) ? m_start : m_payload;
    statement.integer(1, seq).blob(2, row.payload.empty() ? packed(m_buffer.view(), m_packed) : row.payload);
    const Status written = rowStatus(statement.run(), record.id);
    if (!written || isRunning(record) || record.steps.empty())
        return written;
    m_buffer.clear();
    writeCells(record, m_buffer);
    m_cells.integer(1, seq).blob(2, m_buffer.view());
    return rowStatus(m_cells.run(), record.id);
}

Status SqliteRows::update(const RowOf &row, std::int64_t seq)
{
    const ExecutionRecord &record = row.record;
    // The payload first: it is what may be refused (too big), and then nothing has changed.
    if (Status inserted = insertPayload(row, seq); !inserted)
        return inserted;
    m_update.text(1, record.status).integer(2, endOf(record)).integer(3, record.duration.count());
    m_update.text(4, record.error)
        .text(5, record.flowVersion)
        .text(6, record.routeRule)
        .text(7, record.environment)
        .text(8, record.revision);
    m_update.integer(9, seq);
    if (Status updated = rowStatus(m_update.run(), record.id); !updated)
        return updated;
    m_endStart.integer(1, seq);
    Status ended = rowStatus(m_endStart.run(), record.id);
    if (ended)
        ended = insertEvents(row, seq);
    return ended && !isRunning(record) ? count(record, seq) : ended;
}

Status SqliteRows::uncount(std::int64_t seq)
{
    const int row = m_ended.integer(1, seq).integer(2, kNotEnded).step();
    if (row == 1)
        m_book.add(readCohort(m_ended), m_ended.integerAt(0) / kMicrosecond, -1);
    m_ended.reset();
    const Status removed =
        row >= 0 ? m_figures->removeFailure(seq) : Status(m_database.failure(ErrorCode::StoreWrite));
    m_isFatal = !removed;
    return removed;
}

Status SqliteRows::count(const ExecutionRecord &record, std::int64_t seq)
{
    m_book.add(record, 1);
    const std::optional<Failure> failure = failureOf(record);
    if (!failure)
        return {};
    m_book.add(record, *failure);
    const Status added = m_figures->addFailure(seq, record, *failure);
    m_isFatal = !added;
    return added;
}

Status SqliteRows::insertEvents(const RowOf &row, std::int64_t seq)
{
    if (row.events.empty() && row.eventText.empty())
        return {};
    m_buffer.clear();
    if (row.eventText.empty())
        writeEvents(row.events, m_buffer);
    m_events.integer(1, seq).blob(2,
                                  row.eventText.empty() ? packed(m_buffer.view(), m_packed) : row.eventText);
    return rowStatus(m_events.run(), row.record.id);
}

Status SqliteRows::keep(const std::string &key, const std::string &value)
{
    return rowStatus(m_keep.text(1, key).text(2, value).run(), key);
}

Status SqliteRows::keepFlow(const FlowText &flow)
{
    m_keepFlow.text(1, flow.flow).text(2, flow.version).text(3, flow.file).text(4, flow.text);
    return rowStatus(m_keepFlow.run(), flow.flow);
}

Status SqliteRows::audit(const AuditEntry &entry)
{
    Status added = m_ledger.add(entry);
    m_isFatal = !added;
    return added;
}

Status SqliteRows::applied(std::int64_t number)
{
    return rowStatus(m_applied.integer(1, number).integer(2, m_engine).run(), "engines");
}

Result<std::int64_t> SqliteRows::insertJournal(const std::string &body)
{
    if (m_insertJournal.integer(1, m_engine).blob(2, packed(body, m_packed)).run() != 0)
        return m_database.failure(ErrorCode::StoreWrite);
    return m_database.lastRowId();
}

Status SqliteRows::removeJournal(std::int64_t key)
{
    if (m_removeJournal.integer(1, key).run() != 0)
        return m_database.failure(ErrorCode::StoreWrite);
    return {};
}

Result<std::vector<Claimed>> SqliteRows::claim()
{
    if (m_begin.run() != 0)
        return m_database.failure(ErrorCode::StoreWrite);
    Result<std::vector<Claimed>> claimed = claimDead(m_database, m_engine);
    if (claimed && m_commit.run() != 0)
        claimed = m_database.failure(ErrorCode::StoreWrite);
    rollBack();
    return claimed;
}

Result<std::int64_t> SqliteRows::keyOf(const RowOf &row)
{
    if (row.key != 0)
        return row.key;
    // Newest first: whoever asks for an execution that is no longer running asks soon after its end.
    for (std::int64_t bucket = m_last >> 12; bucket >= 0; --bucket) {
        m_find.integer(1, bucket).blob(2, viewOf(row.id));
        const Result<std::int64_t> seq = number(m_find);
        if (!seq || *seq != 0)
            return seq;
    }
    return std::int64_t{0};
}

Result<std::int64_t> SqliteRows::number(Statement &statement)
{
    const int row = statement.step();
    const std::int64_t value = row == 1 ? statement.integerAt(0) : 0;
    statement.reset();
    if (row >= 0)
        return value;
    m_isFatal = true;
    return m_database.failure(ErrorCode::StoreWrite);
}

Status SqliteRows::rowStatus(int code, std::string_view subject)
{
    if (code == 0)
        return {};
    m_isFatal = !isRowFault(code) || !m_database.isInTransaction();
    Error error = m_database.failure(ErrorCode::StoreWrite);
    if (!m_isFatal)
        error.subject = subject;
    return error;
}

} // namespace batuta::store
