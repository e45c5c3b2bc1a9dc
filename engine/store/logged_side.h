// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/job_thread.h"
#include "engine/store/sides.h"
#include "engine/store/takeover.h"
#include "engine/store/write_log.h"

#include <array>
#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <unordered_map>

namespace batuta::store {

/// A side that acknowledges once a call stands in a write log, which is one append and one sync. The tables
/// follow a tenth of a second later, many calls in one transaction and on a thread of their own, or when
/// somebody wants to read; so an execution that begins and ends meanwhile is one insert. There are two logs:
/// one is written while the tables take what stands in the other. What must be numbered or looked up (audit,
/// import) goes into the tables at once, and so does everything while a log or the tables fail: then the
/// answers are theirs. Everything on the writer thread, but isBehind(), isStuck()
/// and hurry().
class LoggedSide final : public WriteSide
{
public:
    using Logs = std::array<WriteLog, 2>;
    /// `recover` brings into the tables what dead engines left in their logs; false when some are still held.
    LoggedSide(std::unique_ptr<WriteSide> tables, Logs logs, std::function<Result<bool>()> recover);

    BatchResult commit(std::span<WriteOp> ops) override;
    Result<std::vector<Unfinished>> claim() override;
    Duration claimAgainIn() const override;
    std::unique_ptr<PruneJob> prune(Retention retention) override;
    void rest() override;
    Duration restIn() const override;
    bool isBehind() const override;
    bool isStuck() const override { return m_isStuck.load(std::memory_order_relaxed); }
    void catchUp() override;
    Result<std::optional<ExecutionRecord>> pending(const std::string &id) override;
    void hurry() override { m_tables->hurry(); }
    void leave() override;

private:
    /// What one of the logs holds.
    struct Turn
    {
        WriteLog log;
        std::vector<WriteOp> ops; ///< acknowledged, and not in the tables
        BatchResult counted;      ///< of them: they were counted when they were acknowledged
        SteadyTime since;         ///< the first of them
    };
    /// What of an execution that has not ended is among the calls of a turn.
    struct Traces
    {
        std::uint64_t turn = 0;
        std::vector<std::size_t> ops;
    };
    using Open = std::unordered_map<IdBytes, Traces, IdHash>;
    struct Judged
    {
        std::size_t accepted = 0;
        std::vector<Status> answers; ///< of each call
        std::vector<IdBytes> ids;    ///< likewise; zeros where there is none
    };
    class SettledPrune;

    Turn &current() { return m_turns[m_turn]; }
    const Turn &current() const { return m_turns[m_turn]; }
    Turn &other() { return m_turns[1 - m_turn]; }
    bool canLog(std::span<const WriteOp> ops) const;
    Judged judge(std::span<WriteOp> ops);
    Status judge(const WriteOp &op, IdBytes &id);
    Status log();
    BatchResult acknowledge(std::span<WriteOp> ops, Judged judged);
    void keep(WriteOp op, const IdBytes &id);
    void lightenEnded();
    void noteOpen(std::span<WriteOp> ops);
    BatchResult writeThrough(std::span<WriteOp> ops);
    void startTurn();
    void settle(bool waits);
    bool apply();
    static void empty(Turn &turn);
    bool isDue() const;

    std::unique_ptr<WriteSide> m_tables; ///< of the thread below while m_applied is valid
    std::array<Turn, 2> m_turns;
    std::size_t m_turn = 0;      ///< the one that is written
    std::int64_t m_last = 0;     ///< number of the last batch
    std::int64_t m_turnEnd = 0;  ///< of the last one in the turn that the tables take
    std::int64_t m_inTables = 0; ///< of the last one that they have
    bool m_isLogSound = true;
    std::function<Result<bool>()> m_recover;
    Open m_open;                         ///< executions that have begun or were claimed here
    std::uint64_t m_turnNumber = 1;      ///< of the calls in the current turn
    std::atomic<bool> m_isStuck = false; ///< the tables refused what the other turn holds
    int m_claimTries = 0;                ///< above 0: claim() is wanted again
    std::future<bool> m_applied;         ///< valid while the tables take the other turn
    std::atomic<bool> m_hasPending = false;
    std::atomic<SteadyTime> m_lookAgain;

    // Of the batch at hand.
    std::string m_bytes;
    std::vector<IdBytes> m_begun;
    std::vector<Open::node_type> m_ended;

    JobThread m_applier; ///< last: it ends before what it uses
};

} // namespace batuta::store
