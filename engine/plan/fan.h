// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/plan/plan.h"
#include "engine/plan/retry.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace batuta::plan {

/// How one `foreach` step goes over its items.
struct FanSettings
{
    int items = 0;
    int maxParallel = 8;
    bool stopsOnFailure = false;              ///< `on_failure: stop`; else the others go on
    std::optional<flow::RetryPolicy> retry{}; ///< of each item
    std::uint64_t seed = 0;                   ///< of the jitter
    std::map<int, int> attempts{};            ///< that items have had before, in an execution that goes on
    std::optional<TotalLimit> limit{};        ///< from there on no attempt begins; nor is one waited for
};

/// What the host has to do now, in order.
struct FanDecision
{
    enum class Kind {
        Start,      ///< give attempt `attempt` of `item` to its runner
        Cancel,     ///< ask the runner of `item` to stop; it still reports
        RetryLater, ///< `item` failed and waits until `at`
        Ended,      ///< `item`, which had started, has its final status
        Finished,   ///< outcome() says what the step reports
    };
    Kind kind;
    int item = -1;
    int attempt = 0;
    Instant at{};
};

/// One `foreach` step as a pure state machine, in the manner of Plan: no clock, no I/O, no thread, and the
/// same calls always give the same decisions. Items start in order. Collecting, all of them run, and the step
/// fails at the end if one did; stopping, the first failure cancels those that run and starts no more. An
/// item that cannot even be attempted (Critical) counts as failed. It keeps a few bytes an item; a call costs
/// as much as it decides, whatever the number of items.
class Fan
{
public:
    explicit Fan(FanSettings settings);

    /// The decisions that follow; each list is valid until the next call. No item at all finishes at once.
    const std::vector<FanDecision> &start();
    const std::vector<FanDecision> &reported(int item, const Outcome &outcome, Instant now);
    /// To be called when the time nextWake() has come.
    const std::vector<FanDecision> &timeReached(Instant now);
    const std::vector<FanDecision> &cancel();
    std::optional<Instant> nextWake() const;

    bool isOver() const { return m_isOver; }
    /// Pending, Running, Backoff, Success, Failed, Cancelled or NotRun.
    StepStatus status(int item) const { return m_states[static_cast<std::size_t>(item)].status; }
    int attempts(int item) const { return m_states[static_cast<std::size_t>(item)].attempts; }
    int items() const { return m_settings.items; }
    int running() const { return static_cast<int>(m_running.size()); }
    int failures() const { return m_failures; }
    /// What the step as a whole reports once it is over. A failure has the cause Other, for each item was
    /// tried again already: `2 of 40 items failed; the first is item 7: HTTP 503`, counted from 0 as in the
    /// step's output. Cancelled, it is a success when all items succeeded all the same.
    Outcome outcome() const;

private:
    struct ItemState
    {
        StepStatus status = StepStatus::Pending;
        bool cancelAsked = false;
        int attempts = 0;
    };

    void advance(Instant now);
    void begin(int item);
    void failed(int item, const Outcome &outcome, Instant now);
    void end(int item, StepStatus status);
    void stop();
    ItemState &at(int item) { return m_states[static_cast<std::size_t>(item)]; }

    FanSettings m_settings;
    std::vector<ItemState> m_states;
    std::vector<FanDecision> m_decisions;
    std::set<int> m_running;
    std::set<int> m_again;                       ///< their time to be tried again has come
    std::set<std::pair<Instant, int>> m_retries; ///< in Backoff, by time
    int m_next = 0;                              ///< the first item that has not started
    int m_failures = 0;
    int m_firstFailed = -1; ///< by position, not by time: the same whatever the timing
    std::string m_firstReason;
    int m_firstCode = 0;
    bool m_stopping = false;
    bool m_cancelled = false;
    bool m_isLate = false; ///< stopped by the limit
    bool m_isOver = false;
};

} // namespace batuta::plan
