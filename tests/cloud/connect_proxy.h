// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/net/raw_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace batuta::tests {

/// A proxy as companies have one: CONNECT alone, a login, and bytes carried both ways unread. Where the
/// tunnel really leads is said by `portOf`; 0 answers 502.
class ConnectProxy
{
public:
    using PortOf = std::function<std::uint16_t(const std::string &place)>;

    ConnectProxy(PortOf portOf, std::string login)
        : m_portOf(std::move(portOf))
        , m_login(std::move(login))
        , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(place);
        ::bind(m_listener, reinterpret_cast<sockaddr *>(&place), size);
        ::listen(m_listener, 16);
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&place), &size);
        m_port = ntohs(place.sin_port);
        m_thread = std::thread([this] { acceptAll(); });
    }
    ~ConnectProxy()
    {
        m_isStopping = true;
        m_thread.join();
        for (std::thread &tunnel : m_tunnels)
            tunnel.join();
        ::close(m_listener);
    }
    ConnectProxy(const ConnectProxy &) = delete;
    ConnectProxy &operator=(const ConnectProxy &) = delete;

    std::string authority() const { return "127.0.0.1:" + std::to_string(m_port); }
    /// `host:port` of each tunnel that was asked for, and what was answered: `run.googleapis.com:443 200`.
    std::vector<std::string> asked()
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    /// Whether any of the bytes that were carried are these.
    bool carried(const std::string &text)
    {
        const std::lock_guard lock(m_mutex);
        return m_carried.find(text) != std::string::npos;
    }

private:
    bool isReadable(int descriptor) const
    {
        pollfd wanted{descriptor, POLLIN, 0};
        return ::poll(&wanted, 1, 20) > 0;
    }
    void acceptAll()
    {
        while (!m_isStopping)
            if (isReadable(m_listener))
                m_tunnels.emplace_back(
                    [this, socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC)] {
                        serve(RawSocket(socket));
                    });
    }
    void serve(RawSocket client)
    {
        const std::string head = client.readUntil("\r\n\r\n");
        const std::size_t from = head.find(' ') + 1;
        const std::string place = head.substr(from, head.find(' ', from) - from);
        const bool isKnown = head.find("\r\nProxy-Authorization: " + m_login + "\r\n") != std::string::npos;
        const std::uint16_t port = head.starts_with("CONNECT ") ? m_portOf(place) : 0;
        const std::string answer = !isKnown    ? "407 Proxy Authentication Required"
                                   : port == 0 ? "502 Bad Gateway"
                                               : "200 Connection established";
        {
            const std::lock_guard lock(m_mutex);
            m_asked.push_back(place + " " + answer.substr(0, 3));
        }
        client.send("HTTP/1.1 " + answer + "\r\n\r\n");
        if (isKnown && port != 0)
            carry(client, RawSocket::connectTo(port));
    }
    void carry(RawSocket &client, RawSocket server)
    {
        while (!m_isStopping) {
            pollfd both[]{{client.descriptor(), POLLIN, 0}, {server.descriptor(), POLLIN, 0}};
            if (::poll(both, 2, 20) <= 0)
                continue;
            for (int i = 0; i < 2; ++i)
                if (both[i].revents != 0 && !pass(both[i].fd, i == 0 ? server : client))
                    return;
        }
    }
    bool pass(int from, RawSocket &to)
    {
        std::string bytes(1 << 16, '\0');
        const ssize_t count = ::recv(from, bytes.data(), bytes.size(), 0);
        if (count <= 0)
            return false;
        bytes.resize(static_cast<std::size_t>(count));
        {
            const std::lock_guard lock(m_mutex);
            m_carried += bytes;
        }
        return to.send(bytes);
    }

    PortOf m_portOf;
    std::string m_login;
    int m_listener;
    std::uint16_t m_port = 0;
    std::atomic<bool> m_isStopping = false;
    std::mutex m_mutex;
    std::vector<std::string> m_asked;
    std::string m_carried;
    std::vector<std::thread> m_tunnels; ///< only of the thread that accepts, until it has ended
    std::thread m_thread;
};

} // namespace batuta::tests
