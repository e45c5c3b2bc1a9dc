// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/server_core.h"

#include "engine/net/server_connection.h"
#include "engine/net/tls_tunnels.h"

#include <algorithm>
#include <utility>

namespace asio = boost::asio;

namespace batuta::net {
namespace {

/// Connections above the limit that may wait at a time for their 503 to be read; more are closed without a
/// word.
constexpr int kMaxRefused = 64;
constexpr auto kAcceptPause = std::chrono::milliseconds(50);

Duration sweepInterval(const HttpServerLimits &limits)
{
    const Duration shortest = std::min(
        {limits.headerTime, limits.bodyTime, limits.idleTime, limits.writeTime, Duration(2'000'000)});
    return std::clamp<Duration>(shortest / 8, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
}

Error listenError(const std::string &address, std::uint16_t port, std::string detail)
{
    return {ErrorCode::NetListen, address + ":" + std::to_string(port), std::move(detail), {}, {}};
}

} // namespace

struct ServerCore::Listener
{
    explicit Listener(asio::io_context &context)
        : acceptor(context)
    {
    }

    Acceptor acceptor;
};

ServerCore::ServerCore(Loop &theLoop, HttpServerLimits theLimits, HttpServer::Handler handler)
    : loop(theLoop)
    , limits(theLimits)
    , writes(theLoop)
    , m_handler(std::move(handler))
{
}

ServerCore::~ServerCore() = default;

Result<std::uint16_t> ServerCore::listen(const std::string &address, std::uint16_t port)
{
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(address == "localhost" ? "127.0.0.1" : address, error);
    if (error)
        return listenError(address, port, "not a numeric address");
    auto listener = std::make_unique<Listener>(loop.context());
    Acceptor &acceptor = listener->acceptor;
    const asio::ip::tcp::endpoint endpoint(ip, port);
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(Acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return listenError(address, port, error.message());
    const std::uint16_t bound = acceptor.local_endpoint(error).port();
    m_listeners.push_back(std::move(listener));
    accept(*m_listeners.back());
    return bound;
}

Status ServerCore::takeTunnels(TunnelOptions options)
{
    boost::system::error_code error;
    const std::uint16_t port =
        m_listeners.empty() ? std::uint16_t(0) : m_listeners.front()->acceptor.local_endpoint(error).port();
    auto made = TlsTunnels::make(loop, std::move(options), port);
    if (!made)
        return made.error();
    m_tunnels = std::move(*made);
    return {};
}

void ServerCore::accept(Listener &listener)
{
    listener.acceptor.async_accept([self = shared_from_this(), &listener](const auto &error, Socket peer) {
        if (self->m_stopping)
            return;
        if (error) {
            self->acceptLater(listener);
            return;
        }
        self->accepted(std::move(peer));
        self->accept(listener);
    });
}

// Out of file descriptors, mostly: trying again at once would burn the processor until one is free.
void ServerCore::acceptLater(Listener &listener)
{
    loop.startTimer(std::chrono::steady_clock::now() + kAcceptPause, [weak = weak_from_this(), &listener] {
        if (const auto self = weak.lock(); self && !self->m_stopping)
            self->accept(listener);
    });
}

void ServerCore::accepted(Socket socket)
{
    boost::system::error_code error;
    socket.non_blocking(true, error);
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    const bool busy = connections() >= limits.connections;
    if (busy && m_refused >= kMaxRefused)
        return;
    m_refused += busy ? 1 : 0;
    const auto connection = std::make_shared<ServerConnection>(*this, std::move(socket));
    connection->setIndex(m_connections.size());
    m_connections.push_back(connection);
    startSweep();
    if (busy)
        connection->refuseBusy();
    else
        connection->start();
}

void ServerCore::remove(ServerConnection &connection)
{
    const std::size_t index = connection.index();
    if (index >= m_connections.size() || m_connections[index].get() != &connection)
        return;
    m_refused -= connection.isRefused() ? 1 : 0;
    const auto keep = m_connections[index];
    m_connections.back()->setIndex(index);
    std::swap(m_connections[index], m_connections.back());
    m_connections.pop_back();
}

void ServerCore::requestClosed()
{
    --m_openRequests;
    if (m_stopping && m_openRequests == 0 && m_drained)
        loop.post(std::exchange(m_drained, nullptr));
}

void ServerCore::stopAccepting(std::function<void()> drained)
{
    m_stopping = true;
    boost::system::error_code ignored;
    for (const auto &listener : m_listeners)
        listener->acceptor.close(ignored);
    const auto connections = m_connections;
    for (const auto &connection : connections)
        connection->closeWhenIdle();
    m_drained = std::move(drained);
    if (m_openRequests == 0 && m_drained)
        loop.post(std::exchange(m_drained, nullptr));
}

void ServerCore::shutDown()
{
    m_shutDown = true;
    m_drained = nullptr;
    stopAccepting(nullptr);
    writes.finish();
    loop.cancelTimer(m_sweepTimer);
    if (m_tunnels)
        m_tunnels->close();
    const auto connections = m_connections;
    for (const auto &connection : connections)
        connection->close();
}

void ServerCore::startSweep()
{
    if (m_sweepTimer != 0)
        return;
    m_sweepTimer =
        loop.startTimer(std::chrono::steady_clock::now() + sweepInterval(limits), [weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->sweep();
        });
}

void ServerCore::sweep()
{
    m_sweepTimer = 0;
    const SteadyTime now = std::chrono::steady_clock::now();
    // Backwards: a connection that closes is replaced by the last one, which has been looked at.
    for (std::size_t i = m_connections.size(); i-- > 0;) {
        if (i < m_connections.size() && m_connections[i]->isOverdue(now)) {
            const auto keep = m_connections[i];
            keep->timedOut();
        }
    }
    if (!m_connections.empty() && !m_shutDown)
        startSweep();
}

} // namespace batuta::net
