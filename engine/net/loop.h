// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string_view>

namespace boost::asio {
class io_context;
}

namespace batuta::net {

/// The one event loop of an engine. Whoever calls run() is its thread; post() may come from any thread,
/// everything else stays on the loop's thread. Rooms above see only this class and never Asio.
class Loop final : public Executor
{
public:
    using TimerId = std::uint64_t;

    Loop();
    ~Loop() override;
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    /// Runs until stop(), also one that came before; posted work that is left then is destroyed with the
    /// loop, not run.
    void run();
    /// From any thread.
    void stop();
    void post(std::function<void()> work) override;
    bool isLoopThread() const;

    /// Runs `work` once at or after `when`. cancelTimer of an unknown or fired id does nothing.
    TimerId startTimer(SteadyTime when, std::function<void()> work);
    void cancelTimer(TimerId id);
    /// Runs `work` on the loop each time one of the signals comes (SIGTERM, SIGINT).
    void onSignals(std::initializer_list<int> numbers, std::function<void(int)> work);
    /// Called with the text of an exception that a piece of work let out; the loop goes on. Without it the
    /// text goes to the standard error stream.
    void onException(std::function<void(std::string_view)> report);

    boost::asio::io_context &context();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace batuta::net
