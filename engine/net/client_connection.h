// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/client_core.h"
#include "engine/net/message_parser.h"

#include <boost/asio/ssl/stream.hpp>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace batuta::net {

/// One connection to a host. It is opened for a call, carries calls one after the other, and idles in the
/// pool between them with a read under way, so that it notices when the server closes. Errors of writing are
/// left to that read: a server may answer before it has taken the whole request. Lives on the loop's thread.
class ClientConnection : public std::enable_shared_from_this<ClientConnection>
{
public:
    ClientConnection(ClientCore &core, ClientHost &host);

    /// Resolves, connects and shakes hands, then runs the call.
    void open(const CallPtr &call);
    void run(const CallPtr &call);
    /// Writes as much of the request as the socket takes, and the rest when it takes more.
    void writeMore();
    void close();

    ClientHost *host() const { return m_host; }
    ClientHost *leaveHost() { return std::exchange(m_host, nullptr); }
    SteadyTime idleSince() const { return m_idleSince; }

private:
    using TlsStream = boost::asio::ssl::stream<Socket &>;
    using Endpoints = std::vector<boost::asio::ip::tcp::endpoint>;

    void resolve(const Url &url);
    void resolved(Endpoints endpoints);
    void connectNext();
    void connected();
    void openTunnel();
    void readTunnel();
    void tunnelRead(ErrorCodeOf error);
    void shakeHands();
    void handshakeDone(const ErrorCodeOf &error);
    void sendRequest();
    void writeLater(const std::array<boost::asio::const_buffer, 2> &buffers);
    void requestSent();
    void readMore();
    void readDone(const ErrorCodeOf &error, std::size_t count);
    void readFailed(const ErrorCodeOf &error);
    void parse();
    void complete();
    void fail(ErrorCode code, std::string detail);
    Duration lap();

    std::shared_ptr<ClientCore> m_core;
    ClientHost *m_host;
    Socket m_socket;
    std::unique_ptr<Resolver> m_resolver;
    std::unique_ptr<TlsStream> m_tls;
    const Url *m_proxy = nullptr; ///< of the core; null for a direct connection
    Endpoints m_endpoints;
    std::size_t m_endpoint = 0;
    CallPtr m_call;
    std::optional<ResponseParser> m_parser;
    ReadBuffer m_in;
    std::string m_out;      ///< head of the request, and its body when it is small
    std::size_t m_sent = 0; ///< of m_out and, behind it, a large body
    bool m_largeBody = false;
    SteadyTime m_mark; ///< when the present phase of the call began
    SteadyTime m_idleSince;
    bool m_reading = false;
    bool m_isUnsent = false; ///< the request waits for its first write
    bool m_gotBytes = false;
    bool m_requestSent = false;
    bool m_acceptsGzip = false;
    bool m_closed = false;
};

} // namespace batuta::net
