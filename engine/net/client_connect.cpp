// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The first half of ClientConnection: from a name to a connection that is ready for its request.
#include "engine/net/client_connection.h"

#include "engine/net/http_text.h"

#include <openssl/x509v3.h>

#include <utility>

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;

namespace batuta::net {
namespace {

constexpr std::size_t kMaxEndpoints = 16;
constexpr std::size_t kTunnelHeaderBytes = 16u << 10;

bool setServerName(SSL *session, std::string name)
{
    return SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data()) == 1;
}

std::string tlsErrorText(SSL *session, const ErrorCodeOf &error)
{
    const long verdict = SSL_get_verify_result(session);
    return verdict == X509_V_OK ? error.message() : X509_verify_cert_error_string(verdict);
}

} // namespace

void ClientConnection::open(const CallPtr &call)
{
    m_call = call;
    m_mark = call->started;
    call->timings.wait = lap();
    m_proxy = m_core->proxyFor(call->url);
    resolve(m_proxy ? *m_proxy : call->url);
}

// Numbers and localhost need no resolver: it costs a thread, and the sandbox and most sidecars live there.
void ClientConnection::resolve(const Url &url)
{
    ErrorCodeOf error;
    const auto ip = asio::ip::make_address(url.host, error);
    if (!error) {
        resolved({{ip, url.port}});
        return;
    }
    if (url.host == "localhost") {
        resolved(
            {{asio::ip::address_v4::loopback(), url.port}, {asio::ip::address_v6::loopback(), url.port}});
        return;
    }
    m_resolver = std::make_unique<Resolver>(m_core->loop.context());
    m_resolver->async_resolve(url.host, std::to_string(url.port), Resolver::numeric_service,
                              [self = shared_from_this()](const ErrorCodeOf &failure, const auto &results) {
                                  if (self->m_closed)
                                      return;
                                  self->m_call->timings.dns = self->lap();
                                  if (failure) {
                                      self->fail(ErrorCode::NetResolve, failure.message());
                                      return;
                                  }
                                  Endpoints endpoints;
                                  for (const auto &entry : results)
                                      endpoints.push_back(entry.endpoint());
                                  self->resolved(std::move(endpoints));
                              });
}

void ClientConnection::resolved(Endpoints endpoints)
{
    m_resolver.reset();
    m_endpoints = std::move(endpoints);
    m_endpoints.resize(std::min(m_endpoints.size(), kMaxEndpoints));
    m_endpoint = 0;
    connectNext();
}

void ClientConnection::connectNext()
{
    ErrorCodeOf ignored;
    m_socket.close(ignored);
    m_socket.async_connect(m_endpoints[m_endpoint], [self = shared_from_this()](const ErrorCodeOf &error) {
        if (self->m_closed)
            return;
        if (!error) {
            self->connected();
        } else if (++self->m_endpoint < self->m_endpoints.size()) {
            self->connectNext();
        } else {
            self->m_call->timings.connect = self->lap();
            self->fail(ErrorCode::NetConnect, error.message());
        }
    });
}

void ClientConnection::connected()
{
    m_call->timings.connect = lap();
    m_endpoints.clear();
    ErrorCodeOf ignored;
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    m_socket.non_blocking(true, ignored);
    if (!m_call->url.tls)
        sendRequest();
    else if (m_proxy)
        openTunnel();
    else
        shakeHands();
}

void ClientConnection::openTunnel()
{
    const Url &url = m_call->url;
    const std::string place = (url.host.find(':') == std::string::npos ? url.host : "[" + url.host + "]") +
                              ":" + std::to_string(url.port);
    m_out = "CONNECT " + place + " HTTP/1.1\r\n";
    appendHeader("Host", place, m_out);
    appendHeader("User-Agent", m_core->options.userAgent, m_out);
    if (!m_core->proxyLogin().empty())
        appendHeader("Proxy-Authorization", m_core->proxyLogin(), m_out);
    m_out += "\r\n";
    m_parser.emplace(kTunnelHeaderBytes, kTunnelHeaderBytes);
    m_parser->skip(true);
    ErrorCodeOf error;
    if (m_socket.write_some(asio::buffer(m_out), error) != m_out.size())
        fail(ErrorCode::NetConnect, error ? error.message() : "the proxy takes no request");
    else
        readTunnel();
}

void ClientConnection::readTunnel()
{
    const auto room = m_in.prepare(kTunnelHeaderBytes);
    m_socket.async_read_some(room, [self = shared_from_this()](const ErrorCodeOf &error, std::size_t count) {
        if (self->m_closed)
            return;
        self->m_in.commit(count);
        self->tunnelRead(error);
    });
}

void ClientConnection::tunnelRead(ErrorCodeOf error)
{
    if (error) {
        fail(ErrorCode::NetConnect,
             error == asio::error::eof ? "the proxy closed the connection" : error.message());
        return;
    }
    m_in.consume(m_parser->feed(m_in.data(), error));
    if (error) {
        fail(ErrorCode::NetProtocol, "the proxy's answer: " + error.message());
    } else if (!m_parser->is_done()) {
        readTunnel();
    } else if (m_parser->status / 100 != 2 || !m_in.empty()) {
        fail(ErrorCode::NetConnect, "the proxy answered " + std::to_string(m_parser->status));
    } else {
        m_call->timings.connect += lap();
        shakeHands();
    }
}

void ClientConnection::shakeHands()
{
    const auto context = m_core->tlsContext();
    if (!context) {
        fail(context.error().code, context.error().detail);
        return;
    }
    m_tls = std::make_unique<TlsStream>(m_socket, **context);
    SSL *session = m_tls->native_handle();
    const std::string &host = m_call->url.host;
    ErrorCodeOf notNumeric;
    asio::ip::make_address(host, notNumeric);
    const bool named = notNumeric ? SSL_set1_host(session, host.c_str()) == 1 && setServerName(session, host)
                                  : X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), host.c_str()) == 1;
    if (!named) {
        fail(ErrorCode::NetTls, "the host cannot be verified");
        return;
    }
    m_tls->async_handshake(ssl::stream_base::client, [self = shared_from_this()](const ErrorCodeOf &error) {
        if (!self->m_closed)
            self->handshakeDone(error);
    });
}

void ClientConnection::handshakeDone(const ErrorCodeOf &error)
{
    m_call->timings.tls = lap();
    if (error)
        fail(ErrorCode::NetTls, tlsErrorText(m_tls->native_handle(), error));
    else
        sendRequest();
}

} // namespace batuta::net
