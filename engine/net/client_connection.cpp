// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/client_connection.h"

#include "engine/net/http_text.h"
#include "engine/net/inflate.h"

#include <array>
#include <utility>

namespace asio = boost::asio;
using Parse = boost::beast::http::error;

namespace batuta::net {
namespace {

constexpr std::size_t kHeaderBytes = 64u << 10;
constexpr std::size_t kReadBuffer = 16u << 10;
constexpr std::size_t kLargeReadBuffer = 64u << 10;

bool wantsLength(const HttpRequest &request)
{
    return !request.body.empty() || request.method == "POST" || request.method == "PUT" ||
           request.method == "PATCH";
}

/// Adds the header unless the caller gave one of that name.
void appendDefault(const Headers &given, std::string_view name, std::string_view value, std::string &out)
{
    if (!findHeader(given, name))
        appendHeader(name, value, out);
}

void appendRequestLine(const ClientCall &call, bool absolute, std::string &out)
{
    out.append(call.request.method).append(" ");
    if (absolute)
        out.append("http://").append(call.url.authority());
    out.append(call.url.target).append(" HTTP/1.1\r\n");
}

void appendRequestHead(const ClientCall &call, const std::string &userAgent, bool acceptGzip,
                       std::string &out)
{
    const HttpRequest &request = call.request;
    appendDefault(request.headers, "Host", call.url.authority(), out);
    appendDefault(request.headers, "User-Agent", userAgent, out);
    appendDefault(request.headers, "Accept", "*/*", out);
    if (acceptGzip)
        appendHeader("Accept-Encoding", "gzip", out);
    if (wantsLength(request))
        appendHeader("Content-Length", std::to_string(request.body.size()), out);
    for (const auto &[name, value] : request.headers) {
        if (!isFramingHeader(name))
            appendHeader(name, value, out);
    }
    out.append("\r\n");
}

/// Unpacks a compressed body that we asked for, and takes the headers that spoke of its packed form away.
Status unpack(HttpResponse &response, std::uint64_t limit)
{
    const std::string *coding = findHeader(response.headers, "Content-Encoding");
    if (!coding || response.body.empty() ||
        (!equalIgnoringCase(*coding, "gzip") && !equalIgnoringCase(*coding, "x-gzip") &&
         !equalIgnoringCase(*coding, "deflate")))
        return {};
    auto body = inflated(response.body, limit);
    if (!body)
        return body.error();
    response.body = std::move(*body);
    const auto isStale = [](const auto &header) {
        return equalIgnoringCase(header.first, "Content-Encoding") ||
               equalIgnoringCase(header.first, "Content-Length");
    };
    response.headers.erase(std::remove_if(response.headers.begin(), response.headers.end(), isStale),
                           response.headers.end());
    return {};
}

} // namespace

ClientConnection::ClientConnection(ClientCore &core, ClientHost &host)
    : m_core(core.shared_from_this())
    , m_host(&host)
    , m_socket(core.loop.context())
{
}

Duration ClientConnection::lap()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    return std::chrono::duration_cast<Duration>(now - std::exchange(m_mark, now));
}

void ClientConnection::run(const CallPtr &call)
{
    m_call = call;
    m_mark = call->started;
    call->timings.wait = lap();
    call->timings.reused = true;
    sendRequest();
}

void ClientConnection::sendRequest()
{
    if (!m_call->timings.reused)
        m_core->established(*m_call);
    const HttpRequest &request = m_call->request;
    m_parser.emplace(kHeaderBytes, request.maxResponseBytes);
    if (request.method == "HEAD")
        m_parser->skip(true);
    m_acceptsGzip = !findHeader(request.headers, "Accept-Encoding");
    m_gotBytes = false;
    m_requestSent = false;
    m_sent = 0;
    m_out.clear();
    const bool isForProxy = m_proxy && !m_tls;
    appendRequestLine(*m_call, isForProxy, m_out);
    if (isForProxy && !m_core->proxyLogin().empty())
        appendHeader("Proxy-Authorization", m_core->proxyLogin(), m_out);
    appendRequestHead(*m_call, m_core->options.userAgent, m_acceptsGzip, m_out);
    m_largeBody = request.body.size() > kSmallBody;
    if (!m_largeBody)
        m_out += request.body;
    readMore();
    m_isUnsent = true;
    m_core->writes.add(shared_from_this());
}

void ClientConnection::writeMore()
{
    if (m_closed || !m_call)
        return;
    m_isUnsent = false;
    const std::string_view body = m_largeBody ? std::string_view(m_call->request.body) : std::string_view();
    const std::size_t total = m_out.size() + body.size();
    while (m_sent < total) {
        const std::size_t inHead = std::min(m_sent, m_out.size());
        const std::array<asio::const_buffer, 2> buffers{
            asio::buffer(m_out) + inHead, asio::buffer(body.data(), body.size()) + (m_sent - inHead)};
        ErrorCodeOf error = asio::error::would_block;
        if (!m_tls && body.empty()) // the socket takes most requests at once, one buffer cheaper than two
            m_sent += m_socket.write_some(buffers.front(), error);
        else if (!m_tls)
            m_sent += m_socket.write_some(buffers, error);
        if (error == asio::error::would_block)
            writeLater(buffers);
        if (error)
            return;
    }
    requestSent();
}

// The request's own body is written from where it is; the handler keeps the call alive for that.
void ClientConnection::writeLater(const std::array<asio::const_buffer, 2> &buffers)
{
    auto handler = [self = shared_from_this(), call = m_call](const ErrorCodeOf &error, std::size_t count) {
        if (self->m_closed || self->m_call != call || error)
            return;
        self->m_sent += count;
        self->writeMore();
    };
    if (m_tls)
        m_tls->async_write_some(buffers, std::move(handler));
    else
        m_socket.async_write_some(buffers, std::move(handler));
}

void ClientConnection::requestSent()
{
    m_requestSent = true;
    if (!m_gotBytes)
        m_mark = std::chrono::steady_clock::now();
}

void ClientConnection::readMore()
{
    if (m_reading || m_closed)
        return;
    m_reading = true;
    const bool large = m_parser && m_parser->is_header_done();
    const auto room = m_in.prepare(large ? kLargeReadBuffer : kReadBuffer);
    auto handler = [self = shared_from_this()](const ErrorCodeOf &error, std::size_t count) {
        self->readDone(error, count);
    };
    if (m_tls)
        m_tls->async_read_some(room, std::move(handler));
    else
        m_socket.async_read_some(room, std::move(handler));
}

void ClientConnection::readDone(const ErrorCodeOf &error, std::size_t count)
{
    m_reading = false;
    if (m_closed)
        return;
    if (error) {
        readFailed(error);
        return;
    }
    m_in.commit(count);
    if (!m_call) {
        m_core->idleClosed(shared_from_this()); // an answer that nobody asked for
        return;
    }
    if (m_isUnsent && m_call->timings.reused && !m_call->retried) { // likewise, and it is closing
        m_core->retry(shared_from_this(), std::exchange(m_call, nullptr));
        return;
    }
    if (!m_gotBytes) {
        m_gotBytes = true;
        m_call->phase = ClientCall::Phase::Receiving;
        const Duration waited = lap();
        m_call->timings.firstByte = m_requestSent ? waited : Duration{};
    }
    parse();
}

void ClientConnection::parse()
{
    for (;;) {
        ErrorCodeOf error;
        m_in.consume(m_parser->feed(m_in.data(), error));
        if (m_parser->status >= 200)
            m_call->status = m_parser->status;
        if (error == Parse::body_limit) {
            fail(ErrorCode::NetTooLarge,
                 "the body is larger than " + std::to_string(m_call->request.maxResponseBytes) + " bytes");
            return;
        }
        if (error) {
            fail(ErrorCode::NetProtocol, error.message());
            return;
        }
        if (!m_parser->is_done()) {
            readMore();
            return;
        }
        if (m_parser->status >= 200)
            break;
        if (m_parser->status == 101) {
            fail(ErrorCode::NetProtocol, "the server switched to another protocol");
            return;
        }
        m_parser.emplace(kHeaderBytes, m_call->request.maxResponseBytes);
        if (m_call->request.method == "HEAD")
            m_parser->skip(true);
    }
    complete();
}

void ClientConnection::complete()
{
    const bool reusable = m_parser->keep_alive() && m_requestSent && m_in.empty();
    HttpResponse response;
    response.status = m_parser->status;
    response.headers = std::move(m_parser->headers);
    response.body = std::move(m_parser->body);
    m_call->timings.transfer = lap();
    const Status unpacked = m_acceptsGzip ? unpack(response, m_call->request.maxResponseBytes) : Status();
    if (!unpacked) {
        fail(unpacked.error().code, unpacked.error().detail);
        return;
    }
    m_parser.reset();
    if (reusable)
        readMore();
    m_idleSince = m_mark;
    const CallPtr call = std::exchange(m_call, nullptr);
    m_core->completed(shared_from_this(), call, std::move(response), reusable);
}

void ClientConnection::readFailed(const ErrorCodeOf &error)
{
    if (!m_call) {
        m_core->idleClosed(shared_from_this());
        return;
    }
    const bool ended = error == asio::error::eof;
    if (ended && m_parser->is_header_done() && m_parser->need_eof()) {
        ErrorCodeOf incomplete;
        m_parser->put_eof(incomplete);
        if (!incomplete && m_parser->is_done()) {
            complete();
            return;
        }
    }
    if (m_call->timings.reused && !m_gotBytes && !m_call->retried) {
        m_core->retry(shared_from_this(), std::exchange(m_call, nullptr));
        return;
    }
    const char *const text = m_gotBytes ? "the connection was closed inside the answer"
                                        : "the connection was closed without an answer";
    fail(ErrorCode::NetConnect, ended ? text : error.message());
}

void ClientConnection::fail(ErrorCode code, std::string detail)
{
    const CallPtr call = std::exchange(m_call, nullptr);
    m_core->failed(shared_from_this(), call, {code, call->url.authority(), std::move(detail), {}, {}});
}

void ClientConnection::close()
{
    if (std::exchange(m_closed, true))
        return;
    m_call.reset();
    if (m_resolver)
        m_resolver->cancel();
    ErrorCodeOf ignored;
    m_socket.close(ignored);
}

} // namespace batuta::net
