// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/writer.h"

#include "engine/json/json.h"
#include "engine/store/schema.h"

namespace batuta::store {
namespace {

constexpr const char *kInsert =
    "INSERT INTO executions(id, engine, status, started_at, ended_at, duration, flow, flow_version, error, "
    "trigger, "
    "route_rule, environment, user_id, session_id, correlation_id, identifier, parent, seq) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
// Indexed columns do not change after the start: SQLite would rewrite every index named here.
constexpr const char *kUpdate = "UPDATE executions SET status = ?, ended_at = ?, duration = ?, error = ?, "
                                "flow_version = ?, route_rule = ?, environment = ? WHERE seq = ?";

std::int64_t micros(WallTime time)
{
    return time.time_since_epoch().count();
}

bool isRunning(const ExecutionRecord &record)
{
    return record.endedAt == WallTime{};
}

std::int64_t endOf(const ExecutionRecord &record)
{
    return isRunning(record) ? kNotEnded : micros(record.endedAt);
}

} // namespace

Writer::Writer(Database &database, std::int64_t engine)
    : m_database(database)
    , m_engine(engine)
{
}

Result<std::unique_ptr<Writer>> Writer::make(Database &database, std::int64_t engine)
{
    std::unique_ptr<Writer> writer(new Writer(database, engine));
    const Status prepared = writer->prepare();
    if (!prepared)
        return prepared.error();
    return writer;
}

Status Writer::prepare()
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
        {&m_event,
         "INSERT OR REPLACE INTO events(execution, sequence, at, kind, step, data) VALUES(?, ?, ?, ?, ?, ?)"},
        {&m_find, "SELECT seq FROM executions INDEXED BY executions_by_id WHERE bucket = ? AND id = ?"},
        {&m_lastKey, "SELECT max(seq) FROM executions"},
    };
    for (const auto &[statement, sql] : statements) {
        Result<Statement> prepared = m_database.prepare(sql);
        if (!prepared)
            return prepared.error();
        *statement = std::move(*prepared);
    }
    return {};
}

BatchResult Writer::commit(std::span<WriteOp> ops)
{
    BatchResult result;
    plan(ops);
    const Status written = write(ops, result);
    result.isCommitted = written.has_value();
    for (const IdBytes &id : written ? m_ended : m_started)
        m_running.erase(id);
    if (!written) {
        result = {};
        for (const WriteOp &op : ops)
            result.lostEvents += op.events.size();
    }
    for (std::size_t i = 0; i < ops.size(); ++i)
        if (ops[i].done)
            ops[i].done(written ? std::move(m_plans[i].status) : written);
    return result;
}

void Writer::plan(std::span<WriteOp> ops)
{
    m_plans.clear();
    m_plans.resize(ops.size());
    m_begun.clear();
    m_started.clear();
    m_ended.clear();
    for (std::size_t i = 0; i < ops.size(); ++i) {
        if (!ops[i].record)
            continue;
        Plan &plan = m_plans[i];
        const std::optional<IdBytes> id = idBytes(ops[i].record->id);
        plan.isValid = id.has_value();
        if (!id) {
            plan.status = Error{ErrorCode::StoreWrite, ops[i].record->id, "the id is not a UUID", {}, ""};
            continue;
        }
        plan.id = *id;
        if (ops[i].kind == WriteOp::Kind::Begin) {
            m_begun.try_emplace(*id, i);
        } else if (const auto begun = m_begun.find(*id); begun != m_begun.end()) {
            if (m_plans[begun->second].mergedFinish < 0) {
                m_plans[begun->second].mergedFinish = static_cast<std::ptrdiff_t>(i);
                plan.isMerged = true;
            }
        }
    }
}

Status Writer::write(std::span<WriteOp> ops, BatchResult &result)
{
    m_isFatal = false;
    if (m_begin.run() != 0)
        return m_database.failure(ErrorCode::StoreWrite);
    Status status;
    const Result<std::int64_t> last = number(m_lastKey);
    if (!last)
        status = last.error();
    m_last = last.value_or(0);
    for (std::size_t i = 0; i < ops.size() && !m_isFatal; ++i) {
        status = writeOne(ops, i, result);
        if (!status && !m_isFatal && m_plans[i].status)
            m_plans[i].status = status;
    }
    if (!m_isFatal) {
        if (m_commit.run() == 0)
            return {};
        status = m_database.failure(ErrorCode::StoreWrite);
    }
    if (m_database.isInTransaction())
        m_rollback.run();
    return status;
}

Status Writer::writeOne(std::span<WriteOp> ops, std::size_t index, BatchResult &result)
{
    WriteOp &op = ops[index];
    Plan &plan = m_plans[index];
    if (op.kind == WriteOp::Kind::Append)
        return insertEvents(op, result);
    if (!plan.isValid || !plan.status) {
        result.lostEvents += op.events.size();
        return {};
    }
    if (op.kind == WriteOp::Kind::Begin) {
        const bool isWhole = plan.mergedFinish >= 0;
        const std::size_t source = isWhole ? static_cast<std::size_t>(plan.mergedFinish) : index;
        Status inserted = insert(*ops[source].record, plan.id);
        if (!inserted && isWhole)
            m_plans[source].status = inserted;
        return inserted;
    }
    if (!plan.isMerged) {
        Status updated = update(*op.record, plan.id);
        if (!updated) {
            result.lostEvents += op.events.size();
            return updated;
        }
    }
    m_ended.push_back(plan.id);
    ++result.executions;
    return op.events.empty() ? Status() : insertEvents(op, result);
}

Status Writer::insert(const ExecutionRecord &record, const IdBytes &id)
{
    const std::optional<IdBytes> parent = idBytes(record.parent);
    m_insert.blob(1, viewOf(id)).integer(2, m_engine).text(3, record.status);
    m_insert.integer(4, micros(record.startedAt))
        .integer(5, micros(record.endedAt))
        .integer(6, record.duration.count());
    m_insert.text(7, record.flow).text(8, record.flowVersion).text(9, record.error).text(10, record.trigger);
    m_insert.text(11, record.routeRule).text(12, record.environment).text(13, record.userId);
    m_insert.text(14, record.sessionId).text(15, record.correlationId).text(16, record.identifier);
    if (parent)
        m_insert.blob(17, viewOf(*parent));
    else
        m_insert.null(17);
    m_insert.integer(18, m_last + 1);
    if (Status inserted = rowStatus(m_insert.run(), record.id); !inserted)
        return inserted;
    m_running.insert_or_assign(id, ++m_last);
    m_started.push_back(id);
    return insertPayload(record, m_last);
}

Status Writer::insertPayload(const ExecutionRecord &record, std::int64_t seq)
{
    m_buffer.clear();
    writePayload(record, m_buffer);
    Statement &statement = isRunning(record) ? m_start : m_payload;
    statement.integer(1, seq).blob(2, m_buffer);
    const Status written = rowStatus(statement.run(), record.id);
    if (!written || isRunning(record) || record.steps.empty())
        return written;
    m_buffer.clear();
    writeCells(record, m_buffer);
    m_cells.integer(1, seq).blob(2, m_buffer);
    return rowStatus(m_cells.run(), record.id);
}

Status Writer::update(const ExecutionRecord &record, const IdBytes &id)
{
    const Result<std::int64_t> seq = sequenceOf(id);
    if (!seq)
        return seq.error();
    if (*seq == 0)
        return insert(record, id);
    m_update.text(1, record.status).integer(2, endOf(record)).integer(3, record.duration.count());
    m_update.text(4, record.error)
        .text(5, record.flowVersion)
        .text(6, record.routeRule)
        .text(7, record.environment);
    m_update.integer(8, *seq);
    if (Status updated = rowStatus(m_update.run(), record.id); !updated)
        return updated;
    m_endStart.integer(1, *seq);
    if (Status deleted = rowStatus(m_endStart.run(), record.id); !deleted)
        return deleted;
    return insertPayload(record, *seq);
}

Status Writer::insertEvents(const WriteOp &op, BatchResult &result)
{
    std::string_view known;
    std::int64_t seq = 0;
    for (const EventRecord &event : op.events) {
        const std::string &execution = event.execution.empty() && op.record ? op.record->id : event.execution;
        if (execution != known || seq == 0) {
            const std::optional<IdBytes> id = idBytes(execution);
            const Result<std::int64_t> found = id ? sequenceOf(*id) : Result<std::int64_t>(0);
            if (!found)
                return found.error();
            known = execution;
            seq = *found;
        }
        if (seq == 0) {
            ++result.lostEvents;
            continue;
        }
        m_buffer.clear();
        if (!event.data.isNull())
            json::write(event.data, m_buffer);
        m_event.integer(1, seq).integer(2, event.sequence).integer(3, micros(event.at));
        m_event.text(4, event.kind).text(5, event.step);
        if (m_buffer.empty())
            m_event.null(6);
        else
            m_event.blob(6, m_buffer);
        if (Status inserted = rowStatus(m_event.run(), execution); !inserted)
            return inserted;
        ++result.events;
    }
    return {};
}

Result<std::int64_t> Writer::sequenceOf(const IdBytes &id)
{
    if (const auto running = m_running.find(id); running != m_running.end())
        return running->second;
    // Newest first: whoever asks for an execution that is no longer running asks soon after its end.
    for (std::int64_t bucket = m_last >> 12; bucket >= 0; --bucket) {
        m_find.integer(1, bucket).blob(2, viewOf(id));
        const Result<std::int64_t> seq = number(m_find);
        if (!seq || *seq != 0)
            return seq;
    }
    return std::int64_t{0};
}

Result<std::int64_t> Writer::number(Statement &statement)
{
    const int row = statement.step();
    const std::int64_t value = row == 1 ? statement.integerAt(0) : 0;
    statement.reset();
    if (row >= 0)
        return value;
    m_isFatal = true;
    return m_database.failure(ErrorCode::StoreWrite);
}

Status Writer::rowStatus(int code, std::string_view subject)
{
    if (code == 0)
        return {};
    m_isFatal = !isRowFault(code);
    Error error = m_database.failure(ErrorCode::StoreWrite);
    if (!m_isFatal)
        error.subject = subject;
    return error;
}

} // namespace batuta::store
