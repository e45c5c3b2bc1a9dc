// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/threaded_history.h"

#include <algorithm>
#include <future>

namespace batuta::store {
namespace {

constexpr std::size_t kMaxBatch = 2'000; // calls in one transaction: bounds the wait of the first of them
constexpr std::size_t kMaxQueuedEvents = 200'000;
constexpr auto kPatience = std::chrono::seconds(1); // of a reader with the writer

Error closedError(ErrorCode code, bool isReadOnly)
{
    return Error{code, "history", isReadOnly ? "it is open for reading only" : "it is closed", {}, ""};
}

} // namespace

ThreadedHistory::ThreadedHistory(Sides sides)
    : m_writing(std::move(sides.writing))
    , m_reading(std::move(sides.reading))
    , m_isReadOnly(!m_writing)
    , m_hasJournal(sides.hasJournal)
{
    if (!sides.isOneThread)
        m_readerThread = std::make_unique<JobThread>();
    if (m_writing)
        m_writerThread = std::make_unique<JobThread>([this] { return m_writing->restIn(); },
                                                     [this] {
                                                         m_writing->rest();
                                                         claimWhatIsDue();
                                                     });
}

void ThreadedHistory::begin(ExecutionRecord record, std::string resume, Done done)
{
    WriteOp op{.kind = WriteOp::Kind::Begin, .text = std::move(resume), .done = std::move(done)};
    op.record = std::make_unique<ExecutionRecord>(std::move(record));
    push(std::move(op));
}

void ThreadedHistory::journal(std::string execution, std::string entry, Done done)
{
    if (!m_hasJournal && !m_isReadOnly) {
        if (done)
            done({});
        return;
    }
    push({.kind = WriteOp::Kind::Journal,
          .id = std::move(execution),
          .text = std::move(entry),
          .done = std::move(done)});
}

void ThreadedHistory::finish(ExecutionRecord record, std::vector<EventRecord> events, Done done)
{
    WriteOp op{.kind = WriteOp::Kind::Finish, .events = std::move(events), .done = std::move(done)};
    op.record = std::make_unique<ExecutionRecord>(std::move(record));
    push(std::move(op));
}

void ThreadedHistory::import(ExecutionRecord record, std::vector<EventRecord> events, Done done)
{
    WriteOp op{.kind = WriteOp::Kind::Import, .events = std::move(events), .done = std::move(done)};
    op.record = std::make_unique<ExecutionRecord>(std::move(record));
    push(std::move(op));
}

void ThreadedHistory::keepFlow(FlowText flow)
{
    push({.kind = WriteOp::Kind::KeepFlow, .flow = std::make_unique<FlowText>(std::move(flow))});
}

void ThreadedHistory::keep(std::string key, std::string value, Done done)
{
    push({.kind = WriteOp::Kind::Keep,
          .id = std::move(key),
          .text = std::move(value),
          .done = std::move(done)});
}

void ThreadedHistory::audit(AuditEntry entry, Done done)
{
    push({.kind = WriteOp::Kind::Audit,
          .act = std::make_unique<AuditEntry>(std::move(entry)),
          .done = std::move(done)});
}

void ThreadedHistory::hold()
{
    const std::lock_guard lock(m_mutex);
    m_isHeld = true;
}

void ThreadedHistory::release()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isHeld = false;
        if (m_queue.empty() || m_isDrainDue)
            return;
        m_isDrainDue = true;
    }
    m_writerThread->post([this] { drain(); });
}

void ThreadedHistory::push(WriteOp op)
{
    bool isAccepted = false;
    bool wakes = false;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isClosed && !m_isReadOnly) {
            // Executions in flight are bounded by the host; events are not, and losing them costs least.
            if (m_queuedEvents + op.events.size() > kMaxQueuedEvents) {
                m_lostEvents += op.events.size();
                op.events.clear();
            }
            m_queuedEvents += op.events.size();
            m_queue.push_back(std::move(op));
            m_queued.store(m_queue.size(), std::memory_order_relaxed);
            isAccepted = true;
            wakes = !m_isHeld && !std::exchange(m_isDrainDue, true);
        } else {
            m_lostEvents += op.events.size();
        }
    }
    // Not under the lock: the writer would wake up only to wait for it.
    if (wakes)
        m_writerThread->post([this] { drain(); });
    if (!isAccepted && op.done)
        op.done(writeRefusal());
}

void ThreadedHistory::drain()
{
    {
        const std::lock_guard lock(m_mutex);
        m_batch.swap(m_queue);
        m_isDrainDue = false;
        m_queuedEvents = 0;
        m_queued.store(0, std::memory_order_relaxed);
    }
    const std::span<WriteOp> all(m_batch);
    for (std::size_t at = 0; at < all.size(); at += kMaxBatch)
        commit(all.subspan(at, std::min(kMaxBatch, all.size() - at)));
    m_batch.clear();
    claimWhatIsDue();
}

void ThreadedHistory::commit(std::span<WriteOp> ops)
{
    if (m_watch.begins)
        m_watch.begins();
    const SteadyTime began = std::chrono::steady_clock::now();
    const BatchResult result = m_writing->commit(ops);
    if (m_watch.answered)
        m_watch.answered(std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - began));
    ++(result.isCommitted ? m_transactions : m_failedBatches);
    m_executions += result.executions;
    m_events += result.events;
    m_lostEvents += result.lostEvents;
}

/// What was acknowledged is found: the reader waits until it can be read. Not for ever: while the tables
/// cannot be written, what is in them can still be read.
void ThreadedHistory::catchUp()
{
    if (!m_writing || !m_writing->isBehind() || m_writing->isStuck())
        return;
    const bool isUnderWay =
        m_catchingUp.valid() && m_catchingUp.wait_for(std::chrono::seconds(0)) != std::future_status::ready;
    if (!isUnderWay) {
        const auto done = std::make_shared<std::promise<void>>();
        m_catchingUp = done->get_future();
        if (!m_writerThread->post([this, done] {
                m_writing->catchUp();
                done->set_value();
            }))
            return;
    }
    m_catchingUp.wait_for(kPatience);
}

/// What the tables did not take, they do not show as it is.
Result<std::optional<ExecutionRecord>>
ThreadedHistory::findBehind(const std::string &id, Result<std::optional<ExecutionRecord>> found)
{
    const bool isWhole = !found || (*found && (*found)->endedAt != WallTime{});
    if (isWhole || !m_writing || !m_writing->isBehind())
        return found;
    using Pending = Result<std::optional<ExecutionRecord>>;
    const auto answer = std::make_shared<std::promise<Pending>>();
    std::future<Pending> pending = answer->get_future();
    const bool isPosted =
        m_writerThread->post([this, id, answer] { answer->set_value(m_writing->pending(id)); });
    if (!isPosted || pending.wait_for(kPatience) != std::future_status::ready)
        return Error{ErrorCode::StoreBusy, id, "what was written last cannot be read yet", {}, ""};
    Pending known = pending.get();
    return !known || *known ? std::move(known) : std::move(found);
}

template <class T, class Question> void ThreadedHistory::ask(Question question, Answer<T> answer)
{
    JobThread *thread = m_readerThread ? m_readerThread.get() : m_writerThread.get();
    const bool isPosted = thread && thread->post([this, question = std::move(question), answer] {
        catchUp();
        answer(question(*m_reading));
    });
    if (!isPosted)
        answer(closedError(ErrorCode::StoreRead, false));
}

void ThreadedHistory::claim(Answer<std::vector<Unfinished>> answer)
{
    const bool isPosted = m_writerThread && m_writerThread->post([this, answer] {
        claimOn({{}, answer, {}});
    });
    if (!isPosted)
        answer(writeRefusal());
}

void ThreadedHistory::claimOn(Claim claim)
{
    Result<std::vector<Unfinished>> more = m_writing->claim();
    if (!more && claim.found.empty())
        return claim.answer(more.error());
    if (more)
        std::move(more->begin(), more->end(), std::back_inserter(claim.found));
    const Duration later = m_writing->claimAgainIn();
    if (!more || later == Duration::zero())
        return claim.answer(std::move(claim.found));
    claim.due = std::chrono::steady_clock::now() + later;
    m_claims.push_back(std::move(claim));
}

void ThreadedHistory::claimWhatIsDue(bool isLast)
{
    for (Claim &claim : std::exchange(m_claims, {}))
        if (isLast)
            claim.answer(std::move(claim.found));
        else if (claim.due <= std::chrono::steady_clock::now())
            claimOn(std::move(claim));
        else
            m_claims.push_back(std::move(claim));
}

void ThreadedHistory::prune(Retention retention, Answer<Pruned> answer)
{
    const bool isPosted = m_writerThread && m_writerThread->post([this, retention, answer] {
        pruneOn(m_writing->prune(retention), answer);
    });
    if (!isPosted)
        answer(writeRefusal());
}

void ThreadedHistory::pruneOn(std::shared_ptr<PruneJob> job, Answer<Pruned> answer)
{
    const Result<bool> hasMore = job->slice();
    if (!hasMore)
        answer(hasMore.error());
    else if (!*hasMore)
        answer(job->result());
    else if (!m_writerThread->post([this, job, answer] { pruneOn(job, answer); }))
        answer(writeRefusal());
}

void ThreadedHistory::flowText(std::string flow, std::string version, Answer<std::optional<FlowText>> answer)
{
    ask<std::optional<FlowText>>([flow = std::move(flow), version = std::move(version)](
                                     ReadSide &side) { return side.flowText(flow, version); },
                                 std::move(answer));
}

void ThreadedHistory::kept(std::string prefix,
                           Answer<std::vector<std::pair<std::string, std::string>>> answer)
{
    ask<std::vector<std::pair<std::string, std::string>>>(
        [prefix = std::move(prefix)](ReadSide &side) { return side.kept(prefix); }, std::move(answer));
}

void ThreadedHistory::auditTrail(std::int64_t below, int limit, Answer<AuditPage> answer)
{
    ask<AuditPage>([below, limit](ReadSide &side) { return side.auditTrail(below, limit); },
                   std::move(answer));
}

void ThreadedHistory::verifyAudit(Answer<AuditVerdict> answer)
{
    ask<AuditVerdict>([](ReadSide &side) { return side.verifyAudit(); }, std::move(answer));
}

void ThreadedHistory::find(std::string id, Answer<std::optional<ExecutionRecord>> answer)
{
    ask<std::optional<ExecutionRecord>>(
        [this, id = std::move(id)](ReadSide &side) { return findBehind(id, side.find(id)); },
        std::move(answer));
}

void ThreadedHistory::list(ExecutionQuery query, Answer<ExecutionPage> answer)
{
    ask<ExecutionPage>([query = std::move(query)](ReadSide &side) { return side.list(query); },
                       std::move(answer));
}

void ThreadedHistory::lookUp(FindQuery query, Answer<Found> answer)
{
    ask<Found>([query = std::move(query)](ReadSide &side) { return side.lookUp(query); }, std::move(answer));
}

void ThreadedHistory::figures(FiguresQuery query, Answer<RunFigures> answer)
{
    ask<RunFigures>([query = std::move(query)](ReadSide &side) { return side.figures(query); },
                    std::move(answer));
}

void ThreadedHistory::failures(FailureQuery query, Answer<FailureReport> answer)
{
    ask<FailureReport>([query = std::move(query)](ReadSide &side) { return side.failures(query); },
                       std::move(answer));
}

void ThreadedHistory::events(std::string id, std::int64_t after, int limit,
                             Answer<std::vector<EventRecord>> answer)
{
    ask<std::vector<EventRecord>>(
        [id = std::move(id), after, limit](ReadSide &side) { return side.events(id, after, limit); },
        std::move(answer));
}

void ThreadedHistory::close()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed)
            return;
        m_isClosed = true;
    }
    if (m_writing)
        m_writing->hurry();
    if (m_readerThread)
        m_readerThread->close();
    // The reader leaves first, so that the writer is the last one on a file and can tidy up its journal.
    if (m_readerThread)
        m_reading.reset();
    if (m_writerThread)
        m_writerThread->close();
    if (m_writing && !m_queue.empty())
        drain(); // what was held, or came in the last moment
    claimWhatIsDue(true);
    m_reading.reset();
    if (m_writing)
        m_writing->leave();
    m_writing.reset();
}

HistoryStats ThreadedHistory::stats() const
{
    return {m_transactions.load(), m_executions.load(),    m_events.load(),
            m_lostEvents.load(),   m_failedBatches.load(), m_queued.load(std::memory_order_relaxed)};
}

Error ThreadedHistory::writeRefusal() const
{
    return closedError(ErrorCode::StoreWrite, m_isReadOnly);
}

} // namespace batuta::store
