// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace batuta::policy {

/// Which executions of a flow (with the same key) run, and which wait for a place. Decides only: the caller
/// starts and cancels. Lives on the engine's thread.
class ConcurrencyBook
{
public:
    /// Waiting executions of one flow, whatever their keys; more are refused.
    static constexpr std::size_t kMostWaiting = 10'000;

    enum class Answer {
        Run,                ///< it has a place
        Queued,             ///< it waits; `left` names it when its turn has come
        Refused,            ///< it is not in the book
        RunAfterCancelling, ///< cancel those named; it waits until they have left, like Queued
    };
    struct Entry
    {
        Answer answer = Answer::Run;
        std::vector<ExecutionId> cancel; ///< the oldest first; they may be waiting ones
    };
    struct Status
    {
        FlowName flow;
        std::string key;
        int limit = 1;
        std::size_t running = 0;
        std::size_t waiting = 0;
    };

    using WhenFull = flow::Concurrency::WhenFull;

    /// Whoever is in the book already gets the same answer again. `limit` holds from now on for its key.
    Entry enter(const FlowName &flow, const std::string &key, int limit, WhenFull whenFull,
                const ExecutionId &id);
    /// An execution that ran before the engine was restarted: it keeps its place, however many there are.
    void resumed(const FlowName &flow, const std::string &key, int limit, const ExecutionId &id);
    /// It has ended, or does not want to wait any longer. Those that may run now, in order; unknown ids
    /// change nothing.
    std::vector<ExecutionId> left(const ExecutionId &id);

    /// By flow and key; only those with somebody in them.
    std::vector<Status> states() const;

private:
    using SlotKey = std::pair<FlowName, std::string>;
    struct Slot
    {
        int limit = 1;
        std::deque<ExecutionId> running;   ///< in the order of their start
        std::deque<ExecutionId> waiting;   ///< in the order of their coming
        std::deque<ExecutionId> cancelled; ///< those of `running` that were named to be cancelled
    };

    Entry cancelOldest(Slot &slot, const SlotKey &key, const ExecutionId &id);
    void wait(Slot &slot, const SlotKey &key, const ExecutionId &id);
    void forgetWaiting(Slot &slot, const SlotKey &key, const ExecutionId &id);

    std::map<SlotKey, Slot> m_slots;
    std::map<FlowName, std::size_t> m_waiting;
    std::unordered_map<ExecutionId, SlotKey> m_where;
};

} // namespace batuta::policy
