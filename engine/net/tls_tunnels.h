// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/http_server.h"
#include "engine/net/loop.h"
#include "engine/net/socket.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace batuta::net {

class TlsTunnel;

/// The tunnels of one server: TLS ends here, and what comes through goes to the server's own port on this
/// machine, never anywhere else. Lives on the loop's thread; its server has it.
class TlsTunnels : public std::enable_shared_from_this<TlsTunnels>
{
public:
    /// NetTls when certificate or key cannot be used.
    static Result<std::shared_ptr<TlsTunnels>> make(Loop &loop, TunnelOptions options, std::uint16_t port);
    TlsTunnels(Loop &loop, TunnelOptions options, std::uint16_t port);

    /// Whether `name:443` is for here.
    bool takes(std::string_view authority) const;
    bool isFull() const { return static_cast<int>(m_tunnels.size()) >= options.tunnels; }
    /// Says that the tunnel is there, and takes the socket.
    void open(Socket client);
    void close();
    /// Whether a connection to the server, by its peer's `address:port`, is the near end of a tunnel.
    bool isOwn(const std::string &remote) const { return m_ends.contains(remote); }

    Loop &loop;
    const TunnelOptions options;
    const std::uint16_t port; ///< of the server

private:
    friend class TlsTunnel;

    boost::asio::ssl::context m_context;
    std::set<std::shared_ptr<TlsTunnel>> m_tunnels;
    std::set<std::string> m_ends;
};

} // namespace batuta::net
