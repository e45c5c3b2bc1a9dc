// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/servers.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>
#include <memory>
#include <utility>

namespace batuta::tests {
namespace {

std::string urlOf(std::uint16_t port, const std::string &target)
{
    return "http://127.0.0.1:" + std::to_string(port) + target;
}

} // namespace

LoopThread::LoopThread()
    : m_thread([this] { loop.run(); })
{
}

LoopThread::~LoopThread()
{
    loop.stop();
    m_thread.join();
}

void LoopThread::run(const std::function<void()> &work)
{
    // The promise may still be at work when its future is awake: it belongs to both.
    const auto done = std::make_shared<std::promise<void>>();
    loop.post([&work, done] {
        work();
        done->set_value();
    });
    done->get_future().wait();
}

TestServer::TestServer(net::HttpServer::Handler handler, net::HttpServerLimits limits)
{
    m_thread.run([&] {
        m_server = std::make_unique<net::HttpServer>(m_thread.loop, limits, std::move(handler));
        const auto port = m_server->listen("127.0.0.1", 0);
        m_port = port ? *port : std::uint16_t{0};
    });
}

TestServer::~TestServer()
{
    m_thread.run([&] { m_server.reset(); });
}

std::string TestServer::url(const std::string &target) const
{
    return urlOf(m_port, target);
}

int TestServer::openRequests()
{
    int count = 0;
    m_thread.run([&] { count = m_server->openRequests(); });
    return count;
}

int TestServer::connections()
{
    int count = 0;
    m_thread.run([&] { count = m_server->connections(); });
    return count;
}

RawServer::RawServer(Script script)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_descriptor, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
        ::listen(m_descriptor, 64) == 0 &&
        ::getsockname(m_descriptor, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        m_port = ntohs(address.sin_port);
    m_thread = std::thread([this, script = std::move(script)] { serve(script); });
}

RawServer::~RawServer()
{
    m_stopping = true;
    // A connection of our own ends the accept() that the thread waits in.
    const RawSocket wake = RawSocket::connectTo(m_port);
    m_thread.join();
    ::close(m_descriptor);
}

std::string RawServer::url(const std::string &target) const
{
    return urlOf(m_port, target);
}

void RawServer::serve(const Script &script)
{
    for (;;) {
        RawSocket peer(::accept(m_descriptor, nullptr, nullptr));
        if (m_stopping || !peer.isOpen())
            return;
        script(peer, m_accepted++);
    }
}

} // namespace batuta::tests
