// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/steps/runner.h"

#include <algorithm>
#include <utility>

namespace batuta::steps {

/// Calls once when the wall clock has reached a time. It looks at that clock again and again, so that a
/// machine that slept, or whose clock was set, is not late by that much. The end of a span comes no later
/// than the steady clock says, whatever the wall clock is set to; a date is the wall clock's alone. Lives on
/// the loop's thread; destroying it stops it.
class WallTimer
{
public:
    explicit WallTimer(const Services &services)
        : m_loop(services.loop)
        , m_clock(services.clock)
    {
    }
    WallTimer(const WallTimer &) = delete;
    WallTimer &operator=(const WallTimer &) = delete;
    ~WallTimer() { stop(); }

    void start(WallTime when, std::function<void()> work, bool isDate = false)
    {
        stop();
        m_when = when;
        m_latest = isDate ? SteadyTime::max()
                          : m_clock.steady() + std::min<Duration>(when - m_clock.wall(), kLongest);
        m_work = std::move(work);
        look();
    }
    void stop() { m_loop.cancelTimer(std::exchange(m_timer, 0)); }

private:
    static constexpr Duration kLongest = std::chrono::hours(24 * 365 * 100); ///< so that sums stay in range

    void look()
    {
        constexpr Duration hop = std::chrono::seconds(30);
        const Duration left = std::clamp(m_when - m_clock.wall(), Duration{}, hop);
        m_timer = m_loop.startTimer(std::min(m_latest, m_clock.steady() + left), [this] {
            m_timer = 0;
            if (m_clock.wall() < m_when && m_clock.steady() < m_latest) {
                look();
                return;
            }
            const std::function<void()> work = std::move(m_work);
            work(); // may destroy this
        });
    }

    net::Loop &m_loop;
    const Clock &m_clock;
    WallTime m_when{};
    SteadyTime m_latest{};
    std::function<void()> m_work;
    net::Loop::TimerId m_timer = 0;
};

/// When the attempt began: also for one that a crash interrupted. A clock that was set back meanwhile does
/// not put that into the future.
inline WallTime beginOf(const Attempt &attempt, const Clock &clock)
{
    return attempt.startedAt == WallTime{} ? clock.wall() : std::min(attempt.startedAt, clock.wall());
}

/// When the attempt has to be over, and the words for it. The step's own timeout counts from the beginning of
/// the attempt, what the deadline leaves of it from now.
struct AttemptLimit
{
    WallTime at = WallTime::max();
    std::string reason;
};
AttemptLimit limitOf(const Attempt &attempt, const Clock &clock);

} // namespace batuta::steps
