// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/loop.h"

#include "engine/net/timer_queue.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <exception>
#include <iostream>
#include <list>
#include <thread>
#include <utility>

namespace asio = boost::asio;

namespace batuta::net {

struct Loop::State
{
    TimerQueue timers;
    // Its sockets are used on its own thread alone; only post() comes from others.
    asio::io_context context{BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO};
    asio::executor_work_guard<asio::io_context::executor_type> guard{context.get_executor()};
    asio::steady_timer timer{context};
    SteadyTime armed = SteadyTime::max(); ///< what `timer` waits for; max when it waits for nothing
    std::list<asio::signal_set> signals;
    std::function<void(std::string_view)> report;
    std::atomic<std::thread::id> thread{};

    void arm();
    void fire();
    void waitSignal(asio::signal_set &set, std::shared_ptr<std::function<void(int)>> handler);
    void uncaught(std::string_view text) const;
    /// False when the work let an exception out.
    template <class Work> bool guarded(const Work &work) const;
};

template <class Work> bool Loop::State::guarded(const Work &work) const
{
    try {
        work();
        return true;
    } catch (const std::exception &error) {
        uncaught(error.what());
    } catch (...) {
        uncaught("of an unknown type");
    }
    return false;
}

// One Asio timer serves all: it is set again only when an earlier time comes in front. When the first timer
// is cancelled it stays armed and finds nothing to do, which is cheaper than a system call for each cancel.
void Loop::State::arm()
{
    const auto next = timers.next();
    if (!next || *next >= armed)
        return;
    armed = *next;
    timer.expires_at(*next);
    timer.async_wait([this](const boost::system::error_code &error) {
        if (!error)
            fire();
    });
}

void Loop::State::fire()
{
    armed = SteadyTime::max();
    const SteadyTime now = std::chrono::steady_clock::now();
    // Timers that are started meanwhile get their turn after the sockets.
    for (std::size_t left = timers.size(); left > 0; --left) {
        const auto work = timers.takeDue(now);
        if (!work)
            break;
        guarded(work);
    }
    arm();
}

void Loop::State::waitSignal(asio::signal_set &set, std::shared_ptr<std::function<void(int)>> handler)
{
    set.async_wait([this, &set, handler](const boost::system::error_code &error, int signal) {
        if (error)
            return;
        waitSignal(set, handler);
        (*handler)(signal);
    });
}

void Loop::State::uncaught(std::string_view text) const
{
    if (report)
        report(text);
    else
        std::cerr << "An exception reached the event loop: " << text << '\n';
}

Loop::Loop()
    : m_state(std::make_unique<State>())
{
}

Loop::~Loop()
{
    m_state->context.stop();
    m_state->timers.clear();
}

void Loop::run()
{
    m_state->thread = std::this_thread::get_id();
    while (!m_state->guarded([this] { m_state->context.run(); })) {
    }
    m_state->context.restart();
    m_state->thread = std::thread::id();
}

void Loop::stop()
{
    m_state->context.stop();
}

void Loop::post(std::function<void()> work)
{
    asio::post(m_state->context, std::move(work));
}

bool Loop::isLoopThread() const
{
    return m_state->thread == std::this_thread::get_id();
}

Loop::TimerId Loop::startTimer(SteadyTime when, std::function<void()> work)
{
    const TimerId id = m_state->timers.add(when, std::move(work));
    m_state->arm();
    return id;
}

void Loop::cancelTimer(TimerId id)
{
    m_state->timers.cancel(id);
}

void Loop::onSignals(std::initializer_list<int> signals, std::function<void(int)> work)
{
    asio::signal_set &set = m_state->signals.emplace_back(m_state->context);
    boost::system::error_code error;
    for (int signal : signals) {
        set.add(signal, error);
        if (error)
            m_state->uncaught("signal " + std::to_string(signal) + ": " + error.message());
    }
    m_state->waitSignal(set, std::make_shared<std::function<void(int)>>(std::move(work)));
}

void Loop::onException(std::function<void(std::string_view)> report)
{
    m_state->report = std::move(report);
}

boost::asio::io_context &Loop::context()
{
    return m_state->context;
}

} // namespace batuta::net
