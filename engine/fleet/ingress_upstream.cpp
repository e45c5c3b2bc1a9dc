// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The instance's side of a connection: finding one, sending it the request, hearing from it.
#include "engine/fleet/ingress_connection.h"

#include "engine/net/http_text.h"

#include <boost/asio/ip/address_v4.hpp>

#include <utility>

namespace asio = boost::asio;

namespace batuta::fleet {
namespace {

constexpr std::size_t kBodyBuffer = 64u << 10;
constexpr int kMaxTries = 4;
constexpr Duration kTryPause = std::chrono::milliseconds(15);
constexpr std::string_view kBroken = "The request failed because either the HTTP response was malformed or "
                                     "connection to the instance had an error.";

} // namespace

void IngressConnection::seek()
{
    m_phase = Phase::Waiting;
    if (auto instance = m_revision->takeNow(m_exchange.wishedInstance)) {
        granted(std::move(instance));
        return;
    }
    if (const int status = m_revision->wait(shared_from_this()); status != 0)
        refused(status);
}

void IngressConnection::granted(std::shared_ptr<Instance> instance)
{
    m_instance = std::move(instance);
    m_phase = Phase::Relaying;
    connect();
}

void IngressConnection::refused(int status)
{
    if (status == 429)
        answer(429, "Rate exceeded.", "The request was aborted because there was no available instance.");
    else
        answer(503, "Service Unavailable",
               "The request failed because the instance could not start successfully.");
}

// A request whose body is still to come cannot be sent a second time, so it gets a connection that the
// instance cannot have closed meanwhile.
void IngressConnection::connect()
{
    ++m_serial;
    ++m_exchange.tries;
    m_outSent = 0;
    m_isSending = false;
    m_upstream = m_exchange.isReplayable && m_exchange.tries == 1 ? m_instance->idleConnection() : nullptr;
    if (m_upstream) {
        connected({});
        return;
    }
    m_upstream = std::make_unique<Upstream>(m_ingress->core().loop.context());
    boost::system::error_code error;
    m_upstream->socket.open(asio::ip::tcp::v4(), error);
    m_upstream->socket.non_blocking(true, error);
    m_upstream->socket.set_option(asio::ip::tcp::no_delay(true), error);
    const asio::ip::tcp::endpoint there(asio::ip::address_v4::loopback(), m_instance->port());
    m_upstream->socket.async_connect(there,
                                     [self = shared_from_this(), serial = m_serial](const auto &problem) {
                                         if (serial == self->m_serial)
                                             self->connected(problem);
                                     });
}

void IngressConnection::connected(const boost::system::error_code &error)
{
    if (error) {
        seekLater(); // nothing was sent: another may have it
        return;
    }
    const std::uint64_t serial = m_serial;
    send();
    if (serial == m_serial && m_upstream)
        readUpstream();
}

// The instance is about to be gone, or not yet back: whoever looks a moment later sees it. What an instance
// may have read is not given to another one: a request that ends instances would end them all.
void IngressConnection::seekLater()
{
    ++m_serial;
    m_upstream.reset();
    if (m_exchange.tries >= kMaxTries || m_exchange.wasSent) {
        letGo();
        answer(503, "Service Unavailable", std::string(kBroken));
        return;
    }
    if (auto instance = std::exchange(m_instance, nullptr))
        instance->release();
    m_phase = Phase::Waiting;
    m_ingress->core().loop.startTimer(std::chrono::steady_clock::now() + kTryPause * m_exchange.tries,
                                      [weak = weak_from_this(), serial = m_serial] {
                                          const auto self = weak.lock();
                                          if (self && serial == self->m_serial &&
                                              self->m_phase == Phase::Waiting)
                                              self->seek();
                                      });
}

// Takes what has come of the request's body; true when that is all of it.
bool IngressConnection::fillUpstream()
{
    const std::size_t count = m_requestBody.take(m_in.data());
    m_out.append(m_in.data().substr(0, count));
    m_in.consume(count);
    m_wantsBody = !m_requestBody.isDone();
    return !m_wantsBody;
}

int IngressConnection::bodyProblem() const
{
    if (m_requestBody.isBroken())
        return 400;
    return m_requestBody.payload() > m_ingress->core().options.maxRequestBytes ? 413 : 0;
}

void IngressConnection::send()
{
    m_isSending = false;
    while (m_upstream) {
        while (m_outSent < m_out.size()) {
            boost::system::error_code error;
            m_outSent += m_upstream->socket.write_some(asio::buffer(m_out) + m_outSent, error);
            m_exchange.wasSent = m_exchange.wasSent || m_outSent > 0;
            if (error == asio::error::would_block) {
                waitToSend();
                return;
            }
            if (error)
                return; // it may have answered before it closed: reading tells
        }
        if (!m_wantsBody)
            return;
        if (m_in.empty()) {
            readClient();
            return;
        }
        m_out.clear();
        m_outSent = 0;
        fillUpstream();
        if (const int problem = bodyProblem(); problem != 0 && !m_exchange.hasResponse) {
            ++m_serial;
            m_upstream.reset();
            letGo();
            answer(problem, net::reasonPhrase(problem), "The request's body was refused.");
            return;
        }
        if (m_requestBody.isBroken())
            return;
    }
}

void IngressConnection::waitToSend()
{
    m_isSending = true;
    m_upstream->socket.async_wait(net::Socket::wait_write,
                                  [self = shared_from_this(), serial = m_serial](const auto &error) {
                                      if (serial == self->m_serial && !error)
                                          self->send();
                                  });
}

void IngressConnection::readUpstream()
{
    const bool isLarge = m_responseBody.payload() > kBuffer;
    m_upstream->socket.async_read_some(
        m_upstream->in.prepare(isLarge ? kBodyBuffer : kBuffer),
        [self = shared_from_this(), serial = m_serial](const auto &error, std::size_t count) {
            if (serial == self->m_serial)
                self->upstreamRead(error, count);
        });
}

void IngressConnection::upstreamRead(const boost::system::error_code &error, std::size_t count)
{
    if (error == asio::error::eof && m_exchange.hasResponse &&
        m_responseBody.framing() == Framing::UntilClose) {
        endOfUpstream();
        return;
    }
    if (error) {
        upstreamBroke();
        return;
    }
    m_upstream->in.commit(count);
    if (!m_exchange.hasResponse && !takeHead())
        return;
    if (takeBody())
        flush();
}

void IngressConnection::upstreamBroke()
{
    const bool isStale = m_upstream && m_upstream->isReused && m_upstream->in.empty();
    ++m_serial;
    m_upstream.reset();
    if (m_exchange.hasResponse) {
        leave(m_exchange.status, std::string(kBroken));
    } else if (isStale && m_exchange.isReplayable && m_instance->isReady()) {
        connect(); // most likely it had closed the connection while that was idle
    } else {
        letGo();
        answer(503, "Service Unavailable", std::string(kBroken));
    }
}

void IngressConnection::letGo()
{
    if (auto instance = std::exchange(m_instance, nullptr))
        instance->release();
    if (std::exchange(m_isCounted, false))
        m_ingress->requestClosed();
}

} // namespace batuta::fleet
