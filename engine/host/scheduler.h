// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/once.h"
#include "engine/host/schedules.h"

#include <deque>
#include <set>

namespace batuta::host {

/// Starts flows at the times of their schedules; kOnTime of engine/schedule says what counts as on time.
///
/// What is due is kept in the history before it is started, and its execution has the id of its schedule and
/// time: a crash in between neither loses nor repeats it. What cannot be started just now (the engine is
/// full, the history cannot be written) is tried again; what the flow refuses is logged and left.
///
/// Looks at the clock when the next time is due, and at least every kLookAgain, because wall clocks move. A
/// clock that went back by less than kFarBack starts nothing until it is where it was; one that went back
/// further was wrong before, so it goes on from now, and times that ran already are recognised by their ids.
///
/// Lives on the loop's thread.
class Scheduler
{
public:
    static constexpr Duration kLookAgain = std::chrono::seconds(30);
    static constexpr Duration kRetry = std::chrono::seconds(5);
    static constexpr Duration kFarBack = std::chrono::hours(24);
    static constexpr std::size_t kAtOnce = 100; ///< times of one schedule that are promised together

    Scheduler(TriggerPorts &ports, OnceStarter &once);
    ~Scheduler();

    /// Reads what was kept, and from then on starts what is due. A schedule that is new is not behind.
    void open();
    /// Starts nothing any more.
    void stop();
    /// Looks at the clock now: starts what is due and sets the timer anew.
    void look();

    const std::vector<Schedule> &schedules() const { return m_schedules; }
    bool isPaused(const std::string &flow) const { return m_paused.contains(flow); }
    /// Kept over restarts; replies once that is durable. Times that pass while a flow is paused are not run.
    void setPaused(const std::string &flow, bool isPaused, client::Reply<void> reply);
    /// Every schedule: {flow, cron, timezone, missed, paused, next, last, waiting, error}.
    json::Value list() const;

private:
    struct State
    {
        WallTime seen{};              ///< what is due comes after it
        std::deque<WallTime> pending; ///< promised, and not yet started
        WallTime ran{};
        std::string execution; ///< of `ran`
        std::string error;     ///< of the last start, or ""
        bool isBusy = false;   ///< waits for the history or a start
    };

    void load(const std::vector<std::pair<std::string, std::string>> &kept);
    void lookAt(std::size_t index, WallTime now);
    void keep(std::size_t index, store::History::Done done);
    void promise(std::size_t index, schedule::Times times);
    void startNext(std::size_t index);
    void started(std::size_t index, WallTime time, const Result<OnceStarted> &result);
    std::optional<WallTime> nextOf(std::size_t index, WallTime now) const;
    void arm(WallTime now);

    TriggerPorts &m_ports;
    OnceStarter &m_once;
    Postbox m_postbox;
    std::vector<Schedule> m_schedules;
    std::vector<State> m_states; ///< of the schedules
    std::set<std::string> m_paused;
    net::Loop::TimerId m_timer = 0;
    bool m_isOpen = false;
};

} // namespace batuta::host
