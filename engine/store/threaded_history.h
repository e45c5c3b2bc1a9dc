// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/job_thread.h"
#include "engine/store/sides.h"

#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace batuta::store {

/// A history over a writing and a reading side, each with a thread of its own: queues what is written, so
/// that one transaction takes all that came while the last one was committed. Owns both sides.
class ThreadedHistory final : public History
{
public:
    struct Sides
    {
        std::unique_ptr<WriteSide> writing; ///< null: everything that writes is refused
        std::unique_ptr<ReadSide> reading;
        bool isOneThread = false; ///< the reads share the writer's connection, so they run on its thread
        bool hasJournal = true;   ///< otherwise entries are acknowledged at once and dropped
    };

    explicit ThreadedHistory(Sides sides);
    ~ThreadedHistory() override { close(); }

    void hold() override;
    void release() override;
    void begin(ExecutionRecord record, std::string resume, Done done) override;
    void journal(std::string execution, std::string entry, Done done) override;
    void finish(ExecutionRecord record, std::vector<EventRecord> events, Done done) override;
    void claim(Answer<std::vector<Unfinished>> answer) override;
    void keepFlow(FlowText flow) override;
    void flowText(std::string flow, std::string version, Answer<std::optional<FlowText>> answer) override;
    void keep(std::string key, std::string value, Done done) override;
    void kept(std::string prefix, Answer<std::vector<std::pair<std::string, std::string>>> answer) override;
    void audit(AuditEntry entry, Done done) override;
    void auditTrail(std::int64_t below, int limit, Answer<AuditPage> answer) override;
    void verifyAudit(Answer<AuditVerdict> answer) override;
    void prune(Retention retention, Answer<Pruned> answer) override;
    void import(ExecutionRecord record, std::vector<EventRecord> events, Done done) override;
    void find(std::string id, Answer<std::optional<ExecutionRecord>> answer) override;
    void list(ExecutionQuery query, Answer<ExecutionPage> answer) override;
    void lookUp(FindQuery query, Answer<Found> answer) override;
    void figures(FiguresQuery query, Answer<RunFigures> answer) override;
    void failures(FailureQuery query, Answer<FailureReport> answer) override;
    void events(std::string id, std::int64_t after, int limit,
                Answer<std::vector<EventRecord>> answer) override;
    void close() override;
    HistoryStats stats() const override;
    void watchCommits(CommitWatch watch) override { m_watch = std::move(watch); }

private:
    void push(WriteOp op);
    void drain();
    void commit(std::span<WriteOp> ops);
    /// Goes on behind whatever was queued meanwhile.
    void pruneOn(std::shared_ptr<PruneJob> job, Answer<Pruned> answer);
    void catchUp();
    Result<std::optional<ExecutionRecord>> findBehind(const std::string &id,
                                                      Result<std::optional<ExecutionRecord>> found);
    template <class T, class Question> void ask(Question question, Answer<T> answer);
    Error writeRefusal() const;

    /// A claim that waits until it is certain that an engine is gone.
    struct Claim
    {
        std::vector<Unfinished> found;
        Answer<std::vector<Unfinished>> answer;
        SteadyTime due;
    };
    void claimOn(Claim claim);
    void claimWhatIsDue(bool isLast = false);

    std::unique_ptr<WriteSide> m_writing; ///< of the writer thread
    std::unique_ptr<ReadSide> m_reading;  ///< of the reader thread, if there is one, or of the writer's
    const bool m_isReadOnly;
    const bool m_hasJournal;

    std::mutex m_mutex;
    std::vector<WriteOp> m_queue;
    std::size_t m_queuedEvents = 0;
    bool m_isClosed = false;
    bool m_isHeld = false;
    bool m_isDrainDue = false;      ///< the writer thread has been told of what is queued
    std::future<void> m_catchingUp; ///< of the reader thread
    std::vector<Claim> m_claims;    ///< of the writer thread
    std::vector<WriteOp> m_batch;   ///< of the writer thread; kept for its memory

    CommitWatch m_watch;
    std::atomic<std::uint64_t> m_transactions{0};
    std::atomic<std::uint64_t> m_executions{0};
    std::atomic<std::uint64_t> m_events{0};
    std::atomic<std::uint64_t> m_lostEvents{0};
    std::atomic<std::uint64_t> m_failedBatches{0};
    std::atomic<std::size_t> m_queued{0};

    std::unique_ptr<JobThread> m_writerThread;
    std::unique_ptr<JobThread> m_readerThread;
};

} // namespace batuta::store
