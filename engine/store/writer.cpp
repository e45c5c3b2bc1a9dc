// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/writer.h"

namespace batuta::store {
namespace {

RowOf rowOf(const WriteOp &op, const IdBytes &id, std::int64_t key)
{
    return {*op.record, id, key, op.events, op.payload, op.eventText};
}

} // namespace

BatchResult Writer::commit(std::span<WriteOp> ops)
{
    BatchResult result;
    Status written;
    for (WriteRows::Retry retry = WriteRows::Retry::Again; retry != WriteRows::Retry::No;) {
        lose();
        plan(ops);
        result = {};
        written = write(ops, result);
        retry = written ? WriteRows::Retry::No : m_rows.afterFailure();
        if (retry == WriteRows::Retry::Committed) {
            written = {};
            retry = WriteRows::Retry::No;
        }
        settle(written.has_value());
    }
    result.isCommitted = written.has_value();
    if (!written) {
        result = {};
        for (const WriteOp &op : ops)
            result.lostEvents += op.eventCount();
    }
    for (std::size_t i = 0; i < ops.size(); ++i)
        if (ops[i].done)
            ops[i].done(written ? std::move(m_plans[i].status) : written);
    return result;
}

void Writer::lose()
{
    if (!m_rows.hasLost())
        return;
    m_running.clear();
    m_journal.lose();
}

/// The memory follows the file.
void Writer::settle(bool isCommitted)
{
    if (isCommitted) {
        for (const IdBytes &id : m_ended)
            m_running.erase(id);
        m_flows.insert(m_newFlows.begin(), m_newFlows.end());
        m_journal.committed();
    } else {
        for (const IdBytes &id : m_started)
            m_running.erase(id);
        m_journal.rolledBack();
    }
}

void Writer::plan(std::span<WriteOp> ops)
{
    m_plans.clear();
    m_plans.resize(ops.size());
    m_begun.clear();
    m_started.clear();
    m_newFlows.clear();
    m_ended.clear();
    for (std::size_t i = 0; i < ops.size(); ++i) {
        const bool isEntry = ops[i].kind == WriteOp::Kind::Journal;
        if (!ops[i].record && !isEntry)
            continue;
        Plan &plan = m_plans[i];
        const std::string &text = isEntry ? ops[i].id : ops[i].record->id;
        const std::optional<IdBytes> id = idBytes(text);
        if (!id) {
            plan.status = Error{ErrorCode::StoreWrite, text, "the id is not a UUID", {}, ""};
            continue;
        }
        plan.id = *id;
        if (ops[i].kind == WriteOp::Kind::Begin) {
            m_begun.try_emplace(*id, i);
        } else if (const auto begun = m_begun.find(*id);
                   begun != m_begun.end() && ops[i].kind == WriteOp::Kind::Finish) {
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
    m_marksDamage = false;
    Status status = m_rows.begin();
    if (!status)
        return status;
    for (std::size_t i = 0; i < ops.size() && !m_isFatal; ++i) {
        status = writeOne(ops, i, result);
        m_isFatal = !status && m_rows.isFatal();
        if (!status && !m_isFatal && m_plans[i].status)
            m_plans[i].status = status;
    }
    if (!m_isFatal) {
        status = writeJournal(ops);
        if (status)
            status = m_rows.commit();
        if (status)
            return status;
    }
    m_rows.rollBack();
    return status;
}

Status Writer::writeOne(std::span<WriteOp> ops, std::size_t index, BatchResult &result)
{
    WriteOp &op = ops[index];
    Plan &plan = m_plans[index];
    if (!plan.status) {
        result.lostEvents += op.eventCount();
        return {};
    }
    switch (op.kind) {
    case WriteOp::Kind::Begin:
        return writeBegin(ops, index);
    case WriteOp::Kind::Journal:
        return writeEntry(op, plan);
    case WriteOp::Kind::Finish:
    case WriteOp::Kind::Import:
        return writeFinish(op, plan, result);
    case WriteOp::Kind::Keep:
        return m_rows.keep(op.id, op.text);
    case WriteOp::Kind::KeepFlow:
        return writeFlow(*op.flow);
    case WriteOp::Kind::Applied:
        m_marksDamage = !op.text.empty();
        return m_rows.applied(op.number);
    case WriteOp::Kind::Audit:
        break;
    }
    return m_rows.audit(*op.act);
}

Status Writer::writeBegin(std::span<WriteOp> ops, std::size_t index)
{
    Plan &plan = m_plans[index];
    const bool isWhole = plan.mergedFinish >= 0;
    const std::size_t source = isWhole ? static_cast<std::size_t>(plan.mergedFinish) : index;
    const Result<std::int64_t> key = m_rows.insert(rowOf(ops[source], plan.id, 0));
    plan.wantsFrame = key.has_value();
    if (key) {
        m_running.insert_or_assign(plan.id, *key);
        m_started.push_back(plan.id);
        return {};
    }
    if (isWhole)
        m_plans[source].status = key.error();
    return key.error();
}

Status Writer::writeFlow(const FlowText &flow)
{
    std::pair key(flow.flow, flow.version);
    if (m_flows.contains(key))
        return {};
    Status kept = m_rows.keepFlow(flow);
    if (kept)
        m_newFlows.push_back(std::move(key));
    return kept;
}

Status Writer::writeEntry(const WriteOp &op, Plan &plan)
{
    plan.wantsFrame = m_running.contains(plan.id) && !m_ended.contains(plan.id);
    if (plan.wantsFrame)
        return {};
    return Error{ErrorCode::StoreWrite, op.id, "no such execution is running here", {}, ""};
}

Status Writer::writeFinish(const WriteOp &op, const Plan &plan, BatchResult &result)
{
    const auto running = m_running.find(plan.id);
    const bool isOurs = running != m_running.end() && !m_ended.contains(plan.id);
    const RowOf row = rowOf(op, plan.id, isOurs ? running->second : 0);
    Status written = op.kind == WriteOp::Kind::Import ? m_rows.import(row)
                     : plan.isMerged                  ? Status() // its begin has written it
                                                      : m_rows.replace(row);
    if (!written) {
        result.lostEvents += op.eventCount();
        return written;
    }
    m_ended.insert(plan.id);
    ++result.executions;
    result.events += op.eventCount();
    return {};
}

/// What still runs after this batch goes into the journal; what ended in it needs none.
Status Writer::writeJournal(std::span<WriteOp> ops)
{
    Status status;
    for (std::size_t i = 0; m_hasJournal && status && i < ops.size(); ++i)
        if (m_plans[i].wantsFrame && !m_ended.contains(m_plans[i].id))
            status = m_journal.add(m_plans[i].id,
                                   ops[i].kind == WriteOp::Kind::Begin ? FrameKind::Start : FrameKind::Entry,
                                   ops[i].text);
    if (status)
        status = m_journal.write(m_ended);
    if (status && m_marksDamage) { // a row that nobody can read stands for what was lost
        const Result<std::int64_t> mark = m_rows.insertJournal(std::string(1, '\0'));
        if (!mark)
            status = mark.error();
    }
    return status;
}

Result<std::vector<Unfinished>> Writer::claim()
{
    Result<std::vector<Claimed>> claimed = m_rows.claim();
    if (!claimed)
        return claimed.error();
    lose();
    std::vector<Unfinished> unfinished;
    for (Claimed &one : *claimed) {
        m_running.insert_or_assign(one.id, one.seq);
        m_journal.adopt(one.id, one.rows);
        unfinished.push_back(std::move(one.unfinished));
    }
    return unfinished;
}

} // namespace batuta::store
