// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/core.h"
#include "engine/net/socket.h"

#include <functional>
#include <memory>
#include <string>

namespace batuta::fleet {

/// Asks one instance again and again, until it is well (startup) or not any more (liveness). A startup
/// attempt that is refused tries again within the attempt's timeout: the program has only not begun to
/// listen. Held by the instance; cancel() ends it without a word. On the loop's thread.
class ProbeRun : public std::enable_shared_from_this<ProbeRun>
{
public:
    enum class Purpose { Startup, Liveness };
    struct Told
    {
        std::function<void(bool isHealthy, Duration took)> attempt; ///< each of them
        std::function<void(int attempts)> healthy;                  ///< startup: once, and it is over
        std::function<void(int failures, std::string why)> failed;  ///< once, and it is over
    };

    ProbeRun(Core &core, Probe probe, std::uint16_t port, Purpose purpose);
    ~ProbeRun();

    void start(Told told);
    void cancel();
    const Probe &probe() const { return m_probe; }
    bool isStartup() const { return m_purpose == Purpose::Startup; }

private:
    void later(Duration wait, void (ProbeRun::*what)());
    void attempt();
    void tryOnce();
    void tryTcp();
    void tryHttp();
    void refused(const std::string &why);
    void result(bool isHealthy, const std::string &why);

    Core &m_core;
    const Probe m_probe;
    const std::uint16_t m_port;
    const Purpose m_purpose;
    Told m_told;
    net::Socket m_socket;
    net::Loop::TimerId m_timer = 0;    ///< the next attempt or try
    net::Loop::TimerId m_deadline = 0; ///< of this attempt
    net::HttpClient::CallId m_call = 0;
    SteadyTime m_begun{};
    Duration m_pause{};
    int m_attempts = 0;
    int m_failures = 0; ///< in a row
    bool m_isOver = false;
};

} // namespace batuta::fleet
