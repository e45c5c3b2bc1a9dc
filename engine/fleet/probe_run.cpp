// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/probe_run.h"

#include <boost/asio/ip/address_v4.hpp>

#include <algorithm>
#include <utility>

namespace asio = boost::asio;

namespace batuta::fleet {
namespace {

constexpr Duration kFirstPause = std::chrono::milliseconds(2);
constexpr Duration kLongestPause = std::chrono::milliseconds(100);

} // namespace

ProbeRun::ProbeRun(Core &core, Probe probe, std::uint16_t port, Purpose purpose)
    : m_core(core)
    , m_probe(std::move(probe))
    , m_port(m_probe.port == 0 ? port : static_cast<std::uint16_t>(m_probe.port))
    , m_purpose(purpose)
    , m_socket(core.loop.context())
{
}

ProbeRun::~ProbeRun()
{
    cancel();
}

void ProbeRun::start(Told told)
{
    m_told = std::move(told);
    later(m_probe.initialDelay, &ProbeRun::attempt);
}

void ProbeRun::cancel()
{
    m_isOver = true;
    m_core.loop.cancelTimer(std::exchange(m_timer, 0));
    m_core.loop.cancelTimer(std::exchange(m_deadline, 0));
    if (m_call != 0)
        m_core.probes.cancel(std::exchange(m_call, 0));
    boost::system::error_code ignored;
    m_socket.close(ignored);
}

void ProbeRun::later(Duration wait, void (ProbeRun::*what)())
{
    m_timer = m_core.loop.startTimer(now() + wait, [weak = weak_from_this(), what] {
        const auto self = weak.lock();
        if (!self || self->m_isOver)
            return;
        self->m_timer = 0;
        ((*self).*what)();
    });
}

void ProbeRun::attempt()
{
    ++m_attempts;
    m_begun = now();
    m_pause = kFirstPause;
    m_deadline = m_core.loop.startTimer(m_begun + m_probe.timeout, [weak = weak_from_this()] {
        if (const auto self = weak.lock(); self && !self->m_isOver) {
            self->m_deadline = 0;
            self->result(false, "DEADLINE_EXCEEDED");
        }
    });
    tryOnce();
}

void ProbeRun::tryOnce()
{
    if (m_probe.kind == Probe::Kind::Tcp)
        tryTcp();
    else
        tryHttp();
}

void ProbeRun::tryTcp()
{
    boost::system::error_code error;
    m_socket.close(error);
    m_socket.open(asio::ip::tcp::v4(), error);
    const asio::ip::tcp::endpoint peer(asio::ip::address_v4::loopback(), m_port);
    m_socket.async_connect(peer, [weak = weak_from_this(), attempt = m_attempts](const auto &problem) {
        const auto self = weak.lock();
        if (!self || self->m_isOver || attempt != self->m_attempts || self->m_deadline == 0)
            return;
        if (problem)
            self->refused("UNAVAILABLE");
        else
            self->result(true, {});
    });
}

void ProbeRun::tryHttp()
{
    net::HttpRequest request;
    request.url = "http://127.0.0.1:" + std::to_string(m_port) + m_probe.path;
    request.headers = m_probe.headers;
    request.timeout = m_probe.timeout;
    request.maxResponseBytes = 1u << 20;
    m_call =
        m_core.probes.send(std::move(request), [weak = weak_from_this(), attempt = m_attempts](auto outcome) {
            const auto self = weak.lock();
            if (!self || self->m_isOver || attempt != self->m_attempts || self->m_deadline == 0)
                return;
            self->m_call = 0;
            if (!outcome)
                self->refused(outcome.error().error.code == ErrorCode::NetTimeout ? "DEADLINE_EXCEEDED"
                                                                                  : "UNAVAILABLE");
            else if (outcome->status >= 200 && outcome->status < 400)
                self->result(true, {});
            else
                self->result(false, "HTTP status " + std::to_string(outcome->status));
        });
}

// A program that starts refuses connections until it listens: that is no failure before the time is over.
void ProbeRun::refused(const std::string &why)
{
    if (!isStartup() || now() + m_pause >= m_begun + m_probe.timeout) {
        if (!isStartup())
            result(false, why);
        return; // else the deadline ends the attempt
    }
    later(std::exchange(m_pause, std::min(m_pause * 2, kLongestPause)), &ProbeRun::tryOnce);
}

void ProbeRun::result(bool isHealthy, const std::string &why)
{
    const auto keep = shared_from_this();
    m_core.loop.cancelTimer(std::exchange(m_deadline, 0));
    m_core.loop.cancelTimer(std::exchange(m_timer, 0));
    if (m_call != 0)
        m_core.probes.cancel(std::exchange(m_call, 0));
    boost::system::error_code ignored;
    m_socket.close(ignored);
    m_told.attempt(isHealthy, std::chrono::duration_cast<Duration>(now() - m_begun));
    if (m_isOver)
        return;
    m_failures = isHealthy ? 0 : m_failures + 1;
    if (m_failures >= std::max(m_probe.failureThreshold, 1)) {
        m_isOver = true;
        m_told.failed(m_failures, why);
    } else if (isHealthy && isStartup()) {
        m_isOver = true;
        m_told.healthy(m_attempts);
    } else {
        const Duration used = std::chrono::duration_cast<Duration>(now() - m_begun);
        later(std::max(m_probe.period - used, Duration()), &ProbeRun::attempt);
    }
}

} // namespace batuta::fleet
