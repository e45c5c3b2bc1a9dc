// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/http_server.h"
#include "engine/net/http_text.h"
#include "engine/net/loop.h"
#include "engine/net/socket.h"
#include "engine/net/writes_together.h"

#include <memory>
#include <vector>

namespace batuta::net {

class ServerConnection;
class TlsTunnels;

/// What the connections of one server share: limits, handler, counters, and one coarse timer that looks at
/// all their deadlines (setting a timer again for each operation would cost more than the requests). Lives on
/// the loop's thread.
class ServerCore : public std::enable_shared_from_this<ServerCore>
{
public:
    ServerCore(Loop &loop, HttpServerLimits limits, HttpServer::Handler handler);
    ~ServerCore();

    Result<std::uint16_t> listen(const std::string &address, std::uint16_t port);
    Status takeTunnels(TunnelOptions options);
    void stopAccepting(std::function<void()> drained);
    void shutDown();

    void handle(ServerRequest request, Responder responder)
    {
        m_handler(std::move(request), std::move(responder));
    }
    void requestOpened() { ++m_openRequests; }
    void requestClosed();
    void remove(ServerConnection &connection);
    TlsTunnels *tunnels() const { return m_tunnels.get(); }
    bool isShutDown() const { return m_shutDown; }
    bool isStopping() const { return m_stopping; }
    int openRequests() const { return m_openRequests; }
    int connections() const { return static_cast<int>(m_connections.size()) - m_refused; }

    Loop &loop;
    const HttpServerLimits limits;
    WritesTogether<ServerConnection> writes;
    HttpDate date;

private:
    struct Listener;

    void accept(Listener &listener);
    void accepted(Socket socket);
    void acceptLater(Listener &listener);
    void startSweep();
    void sweep();

    HttpServer::Handler m_handler;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    std::vector<std::shared_ptr<ServerConnection>> m_connections;
    std::function<void()> m_drained;
    std::shared_ptr<TlsTunnels> m_tunnels;
    Loop::TimerId m_sweepTimer = 0;
    int m_openRequests = 0;
    int m_refused = 0;
    bool m_stopping = false;
    bool m_shutDown = false;
};

} // namespace batuta::net
