// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/http_server.h"

#include "engine/net/server_core.h"

#include <utility>

namespace batuta::net {

struct HttpServer::State final : ServerCore
{
    using ServerCore::ServerCore;
};

HttpServer::HttpServer(Loop &loop, HttpServerLimits limits, Handler handler)
    : m_state(std::make_shared<State>(loop, limits, std::move(handler)))
{
}

HttpServer::~HttpServer()
{
    m_state->shutDown();
}

Result<std::uint16_t> HttpServer::listen(const std::string &address, std::uint16_t port)
{
    return m_state->listen(address, port);
}

Status HttpServer::takeTunnels(TunnelOptions options)
{
    return m_state->takeTunnels(std::move(options));
}

void HttpServer::stopAccepting(std::function<void()> drained)
{
    m_state->stopAccepting(std::move(drained));
}

int HttpServer::openRequests() const
{
    return m_state->openRequests();
}

int HttpServer::connections() const
{
    return m_state->connections();
}

} // namespace batuta::net
