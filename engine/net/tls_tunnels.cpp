// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/tls_tunnels.h"

#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <utility>

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;

namespace batuta::net {
namespace {

using TunnelError = boost::system::error_code;

constexpr std::size_t kTunnelBuffer = 16u << 10; // a record of TLS
constexpr auto kFarewell = std::chrono::seconds(2);
constexpr std::string_view kOpened = "HTTP/1.1 200 Connection established\r\n\r\n";

} // namespace

/// One tunnel: the client's TLS on one side, a connection to the server on the other. Owned by its tunnels
/// and its own operations.
class TlsTunnel : public std::enable_shared_from_this<TlsTunnel>
{
public:
    TlsTunnel(const std::shared_ptr<TlsTunnels> &tunnels, Socket client)
        : m_tunnels(tunnels)
        , m_client(std::move(client))
        , m_tls(m_client, tunnels->m_context)
        , m_server(tunnels->loop.context())
    {
    }

    void start();
    void close();

private:
    void allow(Duration time);
    void watch();
    void shakeHands();
    void reachServer();
    void fromClient();
    void fromServer();
    void clientEnded();
    void serverEnded();

    std::weak_ptr<TlsTunnels> m_tunnels;
    Socket m_client;
    ssl::stream<Socket &> m_tls;
    Socket m_server;
    std::array<char, kTunnelBuffer> m_up{}, m_down{};
    SteadyTime m_deadline{};
    SteadyTime m_watched = SteadyTime::max(); ///< when the timer looks at it
    Loop::TimerId m_timer = 0;
    std::string m_end; ///< how the server sees us
    bool m_isEnding = false;
    bool m_isClosed = false;
};

void TlsTunnel::start()
{
    allow(m_tunnels.lock()->options.handshakeTime);
    asio::async_write(m_client, asio::buffer(kOpened),
                      [self = shared_from_this()](const TunnelError &error, std::size_t) {
                          if (error)
                              self->close();
                          else
                              self->shakeHands();
                      });
}

// One timer that follows the deadline: setting it again for each read would cost more than the read.
void TlsTunnel::allow(Duration time)
{
    m_deadline = std::chrono::steady_clock::now() + time;
    if (m_deadline < m_watched)
        watch();
}

void TlsTunnel::watch()
{
    const auto tunnels = m_tunnels.lock();
    if (!tunnels || m_isClosed)
        return;
    tunnels->loop.cancelTimer(m_timer);
    m_watched = m_deadline;
    m_timer = tunnels->loop.startTimer(m_deadline, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self)
            return;
        if (std::chrono::steady_clock::now() >= self->m_deadline)
            self->close();
        else
            self->watch();
    });
}

void TlsTunnel::shakeHands()
{
    m_tls.async_handshake(ssl::stream_base::server, [self = shared_from_this()](const TunnelError &error) {
        if (error)
            self->close();
        else
            self->reachServer();
    });
}

void TlsTunnel::reachServer()
{
    const auto tunnels = m_tunnels.lock();
    if (!tunnels || m_isClosed)
        return;
    const asio::ip::tcp::endpoint own(asio::ip::address_v4::loopback(), tunnels->port);
    m_server.async_connect(own, [self = shared_from_this()](const TunnelError &error) {
        const auto all = self->m_tunnels.lock();
        if (error || !all || self->m_isClosed)
            return self->close();
        TunnelError ignored;
        self->m_server.set_option(asio::ip::tcp::no_delay(true), ignored);
        self->m_end = "127.0.0.1:" + std::to_string(self->m_server.local_endpoint(ignored).port());
        all->m_ends.insert(self->m_end);
        self->allow(all->options.idleTime);
        self->fromClient();
        self->fromServer();
    });
}

void TlsTunnel::fromClient()
{
    m_tls.async_read_some(asio::buffer(m_up),
                          [self = shared_from_this()](const TunnelError &error, std::size_t count) {
                              if (error)
                                  return self->clientEnded();
                              if (const auto tunnels = self->m_tunnels.lock())
                                  self->allow(tunnels->options.idleTime);
                              asio::async_write(self->m_server, asio::buffer(self->m_up.data(), count),
                                                [self](const TunnelError &failure, std::size_t) {
                                                    if (failure)
                                                        self->serverEnded();
                                                    else
                                                        self->fromClient();
                                                });
                          });
}

void TlsTunnel::fromServer()
{
    m_server.async_read_some(asio::buffer(m_down),
                             [self = shared_from_this()](const TunnelError &error, std::size_t count) {
                                 if (error)
                                     return self->serverEnded();
                                 if (const auto tunnels = self->m_tunnels.lock())
                                     self->allow(tunnels->options.idleTime);
                                 asio::async_write(self->m_tls, asio::buffer(self->m_down.data(), count),
                                                   [self](const TunnelError &failure, std::size_t) {
                                                       if (failure)
                                                           self->close();
                                                       else
                                                           self->fromServer();
                                                   });
                             });
}

// It may only have ended its sending side: what the server still says goes through.
void TlsTunnel::clientEnded()
{
    TunnelError ignored;
    m_server.shutdown(Socket::shutdown_send, ignored);
}

void TlsTunnel::serverEnded()
{
    if (m_isClosed || std::exchange(m_isEnding, true))
        return;
    allow(kFarewell);
    m_tls.async_shutdown([self = shared_from_this()](const TunnelError &) { self->close(); });
}

void TlsTunnel::close()
{
    if (std::exchange(m_isClosed, true))
        return;
    const auto keep = shared_from_this();
    TunnelError ignored;
    m_client.close(ignored);
    m_server.close(ignored);
    if (const auto tunnels = m_tunnels.lock()) {
        tunnels->loop.cancelTimer(m_timer);
        tunnels->m_ends.erase(m_end);
        tunnels->m_tunnels.erase(keep);
    }
}

Result<std::shared_ptr<TlsTunnels>> TlsTunnels::make(Loop &loop, TunnelOptions options, std::uint16_t port)
{
    auto made = std::make_shared<TlsTunnels>(loop, std::move(options), port);
    const std::string &file = made->options.pemFile;
    TunnelError error;
    made->m_context.use_certificate_chain_file(file, error);
    if (!error)
        made->m_context.use_private_key_file(file, ssl::context::pem, error);
    if (error)
        return Error{ErrorCode::NetTls, file, error.message(), {}, {}};
    SSL_CTX *context = made->m_context.native_handle();
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    return made;
}

TlsTunnels::TlsTunnels(Loop &theLoop, TunnelOptions theOptions, std::uint16_t thePort)
    : loop(theLoop)
    , options(std::move(theOptions))
    , port(thePort)
    , m_context(ssl::context::tls_server)
{
}

bool TlsTunnels::takes(std::string_view authority) const
{
    constexpr std::string_view kPort = ":443";
    return authority.ends_with(kPort) && options.isOurs(authority.substr(0, authority.size() - kPort.size()));
}

void TlsTunnels::open(Socket client)
{
    const auto tunnel = std::make_shared<TlsTunnel>(shared_from_this(), std::move(client));
    m_tunnels.insert(tunnel);
    tunnel->start();
}

void TlsTunnels::close()
{
    const auto tunnels = m_tunnels;
    for (const auto &tunnel : tunnels)
        tunnel->close();
}

} // namespace batuta::net
