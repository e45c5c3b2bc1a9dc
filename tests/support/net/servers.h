// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/http_server.h"
#include "tests/support/net/raw_socket.h"

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace batuta::tests {

/// A Loop that runs on a thread of its own while this object lives.
class LoopThread
{
public:
    LoopThread();
    ~LoopThread();

    /// Runs `work` on the loop and waits for its end.
    void run(const std::function<void()> &work);

    net::Loop loop;

private:
    std::thread m_thread;
};

/// An HttpServer on a loop thread, listening on a free port of 127.0.0.1.
class TestServer
{
public:
    explicit TestServer(net::HttpServer::Handler handler, net::HttpServerLimits limits = {});
    ~TestServer();

    std::uint16_t port() const { return m_port; }
    std::string url(const std::string &target = "/") const;
    RawSocket connect() const { return RawSocket::connectTo(m_port); }
    net::HttpServer &server() { return *m_server; } ///< on the loop only
    LoopThread &thread() { return m_thread; }
    int openRequests();
    int connections();

private:
    LoopThread m_thread;
    std::unique_ptr<net::HttpServer> m_server;
    std::uint16_t m_port = 0;
};

/// A listening socket on a thread of its own whose script plays the server, one connection after the other
/// (`index` from 0). It ends with the object, once the script returns.
class RawServer
{
public:
    using Script = std::function<void(RawSocket &peer, int index)>;

    explicit RawServer(Script script);
    ~RawServer();

    std::uint16_t port() const { return m_port; }
    std::string url(const std::string &target = "/") const;
    int accepted() const { return m_accepted; }

private:
    void serve(const Script &script);

    int m_descriptor = -1;
    std::uint16_t m_port = 0;
    std::atomic<int> m_accepted = 0;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace batuta::tests
