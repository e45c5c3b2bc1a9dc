// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/pg_write_rows.h"

#include "engine/store/audit_chain.h"
#include "engine/store/event_log.h"
#include "engine/store/pg_claim.h"
#include "engine/store/pg_figures.h"
#include "engine/store/pg_schema.h"
#include "engine/store/record_row.h"

namespace batuta::store {
namespace {

constexpr int kMaxTries = 5; // of one transaction, when others are in its way or connections break

constexpr const char *kBatch = "UPDATE engines SET batch = $2, seen_at = now() WHERE engine = $1";
const std::string kPgInsert =
    "INSERT INTO executions(seq, id, engine, status, started_at, ended_at, duration, flow, flow_version, "
    "error, trigger, route_rule, environment, user_id, session_id, correlation_id, identifier, parent, "
    "origin, body, cells, events, revision) VALUES($1, $2, $3, $4, $5, nullif($6, 9223372036854775807), $7, "
    "$8, $9, "
    "$10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)";
// What runs on another engine is that engine's to finish.
const std::string kReplace =
    kPgInsert + " ON CONFLICT (id) DO UPDATE SET status = excluded.status, ended_at = excluded.ended_at, "
                "duration = excluded.duration, error = excluded.error, flow_version = excluded.flow_version, "
                "route_rule = excluded.route_rule, environment = excluded.environment, body = excluded.body, "
                "cells = excluded.cells, revision = excluded.revision, events = coalesce(excluded.events, "
                "executions.events) "
                "WHERE executions.ended_at IS NOT NULL OR executions.engine = excluded.engine";
constexpr const char *kKeep = "INSERT INTO kept(key, value) VALUES(coalesce($1, ''), $2) "
                              "ON CONFLICT (key) DO UPDATE SET value = excluded.value";
constexpr const char *kKeepFlow =
    "INSERT INTO flow_texts(flow, version, file, body) VALUES(coalesce($1, ''), "
    "coalesce($2, ''), $3, $4) ON CONFLICT DO NOTHING";
constexpr const char *kPgAddJournal = "INSERT INTO journal(batch, engine, body) VALUES($1, $2, $3)";
constexpr const char *kUnjournal = "DELETE FROM journal WHERE batch = $1";
constexpr const char *kAudit = "INSERT INTO audit(number, at, who, verb, subject, why, data, hash) "
                               "VALUES($1, $2, $3, $4, $5, $6, $7, $8)";

} // namespace

Status PgWriteRows::fatal(Error error)
{
    m_isFatal = true;
    m_fault = session().isOpen() ? session().fault() : PgFault::Session;
    return error;
}

Status PgWriteRows::begin()
{
    m_isFatal = false;
    m_isCommitSent = false;
    m_book.clear();
    if (!session().isOpen())
        return fatal(
            {ErrorCode::StoreBusy, shownStore(m_seat.options().url), "the connection is gone", {}, ""});
    m_batch = m_seat.batches() + 1;
    Status begun = session().send("BEGIN", {});
    if (begun)
        begun = session().send(kBatch, PgValues().integer(m_seat.engine()).integer(m_batch));
    return begun ? begun : fatal(begun.error());
}

Status PgWriteRows::commit()
{
    // What was tried row by row has been seen to work: then only the answer of the last trip can get lost.
    if (Status counted = sendFigures(session(), m_seat.engine(), m_book); !counted)
        return fatal(counted.error());
    m_isCommitSent = true;
    if (Status sent = session().send("COMMIT", {}); !sent)
        return fatal(sent.error());
    const auto answers = session().flush();
    if (!answers)
        return fatal(answers.error());
    if (!answers->back().isCommit())
        return fatal(
            {ErrorCode::StoreWrite, shownStore(m_seat.options().url), "it was not committed", {}, ""});
    m_seat.setBatches(m_batch);
    m_isCareful = false;
    m_tries = 0;
    return {};
}

void PgWriteRows::rollBack()
{
    if (session().isOpen())
        std::ignore = session().script("ROLLBACK");
}

WriteRows::Retry PgWriteRows::afterFailure()
{
    const PgFault fault = session().isOpen() ? m_fault : PgFault::Session;
    if (fault == PgFault::Row && !m_isCareful) {
        m_isCareful = true;
        return Retry::Again;
    }
    Retry retry = Retry::No;
    if (++m_tries < kMaxTries) {
        if (fault == PgFault::Busy)
            retry = Retry::Again;
        else if (fault == PgFault::Session && m_seat.comeBack())
            retry = m_isCommitSent && m_seat.batches() >= m_batch ? Retry::Committed : Retry::Again;
    }
    if (retry != Retry::Again) {
        m_isCareful = false;
        m_tries = 0;
    }
    return retry;
}

Status PgWriteRows::queue(const char *sql, const PgValues &values, std::string_view subject)
{
    if (m_isCareful) {
        const Result<std::int64_t> written = tryNow(sql, values, subject);
        return written ? Status() : Status(written.error());
    }
    const Status sent = session().send(sql, values);
    return sent ? sent : fatal(sent.error());
}

Result<std::int64_t> PgWriteRows::tryNow(const char *sql, const PgValues &values, std::string_view subject)
{
    // What is queued before it goes out first: if that fails, it is not this row's fault.
    auto answers = session().flush();
    if (!answers)
        return fatal(answers.error()).error();
    Status sent = session().send("SAVEPOINT one", {});
    if (sent)
        sent = session().send(sql, values);
    if (sent)
        sent = session().send("RELEASE one", {});
    if (!sent)
        return fatal(sent.error()).error();
    answers = session().flush();
    if (answers)
        return answers->at(1).changed();
    Error error = answers.error();
    if (session().fault() != PgFault::Row || !session().script("ROLLBACK TO one"))
        return fatal(error).error();
    error.subject = subject;
    return error;
}

Result<std::int64_t> PgWriteRows::nextKey()
{
    if (m_nextKey > m_lastKey) {
        const auto before = session().flush();
        const Result<std::int64_t> last =
            before ? session().number("SELECT nextval('keys')") : Result<std::int64_t>(before.error());
        if (!last)
            return fatal(last.error()).error();
        m_lastKey = *last;
        m_nextKey = m_lastKey - kKeyBlock + 1;
    }
    return m_nextKey++;
}

Status PgWriteRows::writeExecution(const std::string &sql, const RowOf &row, std::int64_t key, bool isNow)
{
    const ExecutionRecord &record = row.record;
    const std::optional<IdBytes> parent = idBytes(record.parent);
    const std::optional<IdBytes> origin = idBytes(record.origin);
    m_body.clear();
    m_cells.clear();
    m_events.clear();
    writePayload(record, m_body);
    if (!isRunning(record) && !record.steps.empty())
        writeCells(record, m_cells);
    if (!row.events.empty())
        writeEvents(row.events, m_events);
    PgValues values;
    values.integer(key).uuid(viewOf(row.id)).integer(m_seat.engine()).text(record.status);
    values.integer(micros(record.startedAt)).integer(endOf(record)).integer(record.duration.count());
    for (const std::string *text :
         {&record.flow, &record.flowVersion, &record.error, &record.trigger, &record.routeRule,
          &record.environment, &record.userId, &record.sessionId, &record.correlationId, &record.identifier})
        values.text(*text);
    values.uuid(parent ? viewOf(*parent) : std::string_view());
    values.uuid(origin ? viewOf(*origin) : std::string_view());
    values.text(m_body.view()).text(m_cells.view()).text(m_events.view()).text(record.revision);
    if (!isNow)
        return queue(sql.c_str(), values, record.id);
    const Result<std::int64_t> written = tryNow(sql.c_str(), values, record.id);
    if (!written)
        return written.error();
    if (*written == 0)
        return Error{ErrorCode::StoreWrite, record.id, "another engine runs it", {}, ""};
    return {};
}

Result<std::int64_t> PgWriteRows::insert(const RowOf &row)
{
    const Result<std::int64_t> key = nextKey();
    if (!key)
        return key;
    Status written = writeExecution(kPgInsert, row, *key, false);
    if (written)
        written = count(row);
    return written ? key : Result<std::int64_t>(written.error());
}

Status PgWriteRows::replace(const RowOf &row)
{
    Status written;
    if (row.key != 0) {
        written = writeExecution(kReplace, row, row.key, false);
    } else {
        const Result<std::int64_t> key = nextKey();
        if (!key)
            return key.error();
        FigureBook before;
        if (Status uncounted = uncountOnServer(session(), row.id, before); !uncounted)
            return fatal(uncounted.error());
        written = writeExecution(kReplace, row, *key, true);
        if (written)
            m_book.add(before);
    }
    return written ? count(row) : written;
}

Status PgWriteRows::import(const RowOf &row)
{
    const Result<std::int64_t> key = nextKey();
    if (!key)
        return key.error();
    const Status written = writeExecution(kPgInsert, row, *key, true);
    return written ? count(row) : written;
}

Status PgWriteRows::count(const RowOf &row)
{
    if (isRunning(row.record))
        return {};
    m_book.add(row.record, 1);
    const std::optional<Failure> failure = failureOf(row.record);
    if (!failure)
        return {};
    m_book.add(row.record, *failure);
    const Status sent = sendFailure(session(), row.id, row.record, *failure);
    return sent ? sent : fatal(sent.error());
}

Status PgWriteRows::keep(const std::string &key, const std::string &value)
{
    return queue(kKeep, PgValues().text(key).bytes(value), key);
}

Status PgWriteRows::keepFlow(const FlowText &flow)
{
    return queue(kKeepFlow, PgValues().text(flow.flow).text(flow.version).text(flow.file).text(flow.text),
                 flow.flow);
}

Status PgWriteRows::audit(const AuditEntry &entry)
{
    // Two engines may write to one chain: the table is held from here to the commit.
    Status written = queue("LOCK TABLE audit IN SHARE ROW EXCLUSIVE MODE", {}, "audit");
    const auto before = written ? session().flush() : Result<std::vector<PgRows>>(written.error());
    if (!before)
        return fatal(before.error());
    const auto last = session().run("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1");
    if (!last)
        return fatal(last.error());
    AuditEntry act = entry;
    for (std::string *text : {&act.who, &act.verb, &act.subject, &act.why})
        *text = PgValues::cleaned(*text); // the hash is of what can be read again
    const Result<ChainedEntry> next = last->size() == 0
                                          ? chainedBehind(0, "", act)
                                          : chainedBehind((*last)[0].integerAt(0), (*last)[0].textAt(1), act);
    if (!next)
        return fatal(next.error());
    const AuditEntry &row = next->entry;
    PgValues values;
    values.integer(row.number).integer(micros(row.at)).text(row.who).text(row.verb).text(row.subject);
    values.text(row.why).text(next->data).text(row.hash);
    written = queue(kAudit, values, "audit");
    if (written)
        written = keep(kChainHead, next->head);
    return written ? written : fatal(written.error());
}

Result<std::int64_t> PgWriteRows::insertJournal(const std::string &body)
{
    const Result<std::int64_t> key = nextKey();
    if (!key)
        return key;
    const Status written =
        queue(kPgAddJournal, PgValues().integer(*key).integer(m_seat.engine()).bytes(body), "journal");
    return written ? key : Result<std::int64_t>(written.error());
}

Status PgWriteRows::removeJournal(std::int64_t key)
{
    return queue(kUnjournal, PgValues().integer(key), "journal");
}

Result<std::vector<Claimed>> PgWriteRows::claim()
{
    for (;;) {
        Status done = begin();
        Result<ServerClaim> claim = done ? claimDeadOnServer(m_seat) : Result<ServerClaim>(done.error());
        done = claim ? commit() : Status(claim.error());
        if (!done) {
            std::ignore = fatal(done.error());
            rollBack();
            const Retry retry = afterFailure();
            if (retry == Retry::No)
                return done.error();
            if (retry == Retry::Again)
                continue;
        }
        m_claimAgain = claim->again;
        m_lastKey = m_nextKey - 1; // keys from now on are above those in the rows that were claimed
        return std::move(claim->claimed);
    }
}

} // namespace batuta::store
