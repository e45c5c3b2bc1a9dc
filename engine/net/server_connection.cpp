// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/server_connection.h"

#include "engine/net/exchange.h"
#include "engine/net/server_request.h"
#include "engine/net/tls_tunnels.h"

#include <utility>

namespace asio = boost::asio;
using Parse = boost::beast::http::error;

namespace batuta::net {
namespace {

constexpr std::size_t kSmallBuffer = 4u << 10; // thousands of connections idle with this much
constexpr std::size_t kBodyBuffer = 64u << 10;
constexpr std::size_t kMaxDrained = 1u << 20;
constexpr auto kDrainTime = std::chrono::seconds(2);

std::string remoteOf(const Socket &socket)
{
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error)
        return {};
    std::string text = endpoint.address().to_string();
    if (endpoint.address().is_v6())
        text.insert(0, "[").append("]");
    return text.append(":").append(std::to_string(endpoint.port()));
}

} // namespace

ServerConnection::ServerConnection(ServerCore &core, Socket socket)
    : m_core(core.shared_from_this())
    , m_socket(std::move(socket))
    , m_remote(remoteOf(m_socket))
{
}

void ServerConnection::start()
{
    enter(Phase::Idle, m_core->limits.headerTime);
    readMore();
}

void ServerConnection::refuseBusy()
{
    m_refused = true;
    refuse(503, ErrorCode::HttpBusy, std::to_string(m_core->limits.connections) + " connections are open");
}

void ServerConnection::enter(Phase phase, Duration limit)
{
    m_phase = phase;
    m_deadline = std::chrono::steady_clock::now() + limit;
}

// Reads as many requests as are there and may be answered. A handler that answers at once comes back here
// through answerWritten(), hence the guard: the loop goes on instead of nesting.
void ServerConnection::process()
{
    if (m_processing)
        return;
    m_processing = true;
    while (parseSome()) {
    }
    m_processing = false;
    readMore();
}

bool ServerConnection::parseSome()
{
    if (m_phase == Phase::Idle) {
        while (m_in.data().substr(0, 2) == "\r\n") // RFC 9112 §2.2: empty lines before a request are skipped
            m_in.consume(2);
        if (m_in.empty() || m_in.data() == "\r")
            return false;
        m_parser.emplace(m_core->limits.headerBytes, m_core->limits.bodyBytes);
        enter(Phase::Header, m_core->limits.headerTime);
    }
    if (m_phase != Phase::Header && m_phase != Phase::Body)
        return false;
    ErrorCodeOf error;
    m_in.consume(m_parser->feed(m_in.data(), error));
    if (error) {
        refuseUnreadable(error);
        return false;
    }
    if (m_phase == Phase::Header && m_parser->is_header_done() && !headerRead())
        return false;
    if (!m_parser->is_done())
        return false;
    dispatch();
    return true;
}

bool ServerConnection::headerRead()
{
    m_version = m_parser->version;
    m_isHead = m_parser->method == "HEAD";
    m_keepAlive = m_parser->keep_alive() && !m_core->isStopping();
    if (m_parser->is_done())
        return true;
    enter(Phase::Body, m_core->limits.bodyTime);
    const std::string *expect = m_version >= 11 ? findHeader(m_parser->headers, "Expect") : nullptr;
    if (!expect)
        return true;
    if (!equalIgnoringCase(*expect, "100-continue")) {
        refuse(417, ErrorCode::HttpBadRequest, "only `Expect: 100-continue` is known");
        return false;
    }
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    ErrorCodeOf error;
    if (m_in.empty() && m_socket.write_some(asio::buffer(kContinue), error) != kContinue.size())
        close();
    return m_phase == Phase::Body;
}

void ServerConnection::dispatch()
{
    if (m_core->tunnels() && m_parser->method == "CONNECT")
        return becomeTunnel();
    ServerRequest request;
    request.method = std::move(m_parser->method);
    const Status host = checkHost(m_parser->headers, m_version);
    const Status target = readRequestTarget(m_parser->target, request);
    if (!host || !target) {
        const Error &error = host ? target.error() : host.error();
        refuse(400, error.code, error.detail);
        return;
    }
    request.headers = std::move(m_parser->headers);
    if (const std::string_view authority = targetAuthority(m_parser->target); !authority.empty())
        setHost(authority, request.headers);
    request.body = std::move(m_parser->body);
    request.remote = m_remote;
    request.isTls = m_core->tunnels() && m_core->tunnels()->isOwn(m_remote);
    m_parser.reset();
    handle(std::move(request));
}

void ServerConnection::becomeTunnel()
{
    TlsTunnels &tunnels = *m_core->tunnels();
    if (!tunnels.takes(m_parser->target))
        return refuse(403, ErrorCode::HttpBadRequest,
                      "this server is no way to " + m_parser->target + ": it forwards nothing");
    if (tunnels.isOwn(m_remote) || m_reading || !m_in.empty())
        return refuse(400, ErrorCode::HttpBadRequest, "a tunnel begins with a connection of its own");
    if (tunnels.isFull() || m_core->isStopping())
        return refuse(503, ErrorCode::HttpBusy,
                      std::to_string(tunnels.options.tunnels) + " tunnels are open");
    Socket socket = std::move(m_socket);
    close();
    tunnels.open(std::move(socket));
}

void ServerConnection::handle(ServerRequest request)
{
    m_phase = Phase::Handling;
    m_deadline = SteadyTime::max();
    m_requestOpen = true;
    m_core->requestOpened();
    const auto exchange = std::make_shared<Responder::State>(weak_from_this());
    m_exchange = exchange;
    try {
        m_core->handle(std::move(request), Responder(exchange));
    } catch (...) {
        // What the exception says is for the handler's own log, not for whoever asks.
        if (std::exchange(exchange->open, false))
            answer(errorResponse(500, {ErrorCode::Internal, {}, "the request's handler failed", {}, {}}));
    }
}

void ServerConnection::refuse(int status, ErrorCode code, std::string detail)
{
    m_parser.reset();
    m_keepAlive = false;
    m_phase = Phase::Handling;
    answer(errorResponse(status, {code, {}, std::move(detail), {}, {}}));
}

void ServerConnection::refuseUnreadable(const ErrorCodeOf &error)
{
    const HttpServerLimits &limits = m_core->limits;
    if (error == Parse::header_limit)
        refuse(431, ErrorCode::HttpTooLarge,
               "the header is larger than " + std::to_string(limits.headerBytes) + " bytes");
    else if (error == Parse::body_limit)
        refuse(413, ErrorCode::HttpTooLarge,
               "the body is larger than " + std::to_string(limits.bodyBytes) + " bytes");
    else if (m_parser->unknownCoding)
        refuse(501, ErrorCode::HttpBadRequest, "the only transfer coding known is chunked");
    else
        refuse(400, ErrorCode::HttpBadRequest, error.message());
}

void ServerConnection::readMore()
{
    if (m_reading || m_peerLeft || m_phase == Phase::Closed)
        return;
    // While an answer is on its way only so much of the next requests is read; TCP makes the peer wait.
    if ((m_phase == Phase::Handling || m_phase == Phase::Writing) && m_in.size() >= kSmallBuffer)
        return;
    m_reading = true;
    const auto room = m_in.prepare(m_phase == Phase::Body ? kBodyBuffer : kSmallBuffer);
    m_socket.async_read_some(room, [self = shared_from_this()](const ErrorCodeOf &error, std::size_t count) {
        self->readDone(error, count);
    });
}

void ServerConnection::readDone(const ErrorCodeOf &error, std::size_t count)
{
    m_reading = false;
    if (m_phase == Phase::Closed)
        return;
    if (error) {
        m_peerLeft = true;
        peerLeft(error != asio::error::eof);
        return;
    }
    m_in.commit(count);
    if (m_phase == Phase::Streaming || m_phase == Phase::Draining) {
        m_in.clear();
        m_drained += count;
        if (m_drained > kMaxDrained)
            close();
    }
    process();
}

// An end of file may be a peer that only closed its sending side: it still gets its answer.
void ServerConnection::peerLeft(bool broken)
{
    switch (m_phase) {
    case Phase::Header:
    case Phase::Body:
        if (broken)
            close();
        else
            refuse(400, ErrorCode::HttpBadRequest, "the connection ended inside the request");
        return;
    case Phase::Handling:
        if (broken)
            close();
        else
            notifyLeft(true);
        return;
    case Phase::Writing:
        if (broken)
            close();
        return;
    case Phase::Idle:
    case Phase::Streaming:
    case Phase::Draining:
    case Phase::Closed:
        close();
    }
}

void ServerConnection::timedOut()
{
    if (m_phase == Phase::Header)
        refuse(408, ErrorCode::NetTimeout,
               "the header did not come within " + durationText(m_core->limits.headerTime));
    else if (m_phase == Phase::Body)
        refuse(408, ErrorCode::NetTimeout,
               "the body did not come within " + durationText(m_core->limits.bodyTime));
    else
        close();
}

void ServerConnection::closeWhenIdle()
{
    m_keepAlive = false;
    if (m_phase == Phase::Idle)
        close();
}

void ServerConnection::drain()
{
    if (m_peerLeft) {
        close();
        return;
    }
    ErrorCodeOf error;
    m_socket.shutdown(Socket::shutdown_send, error);
    enter(Phase::Draining, kDrainTime);
    m_in.clear();
    m_drained = 0;
    readMore();
}

void ServerConnection::closeRequest()
{
    if (std::exchange(m_requestOpen, false))
        m_core->requestClosed();
}

void ServerConnection::close()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_deadline = SteadyTime::max();
    ErrorCodeOf error;
    m_socket.close(error);
    notifyLeft(false);
    closeRequest();
    m_core->remove(*this);
}

// Posted, never called from here: whoever just used the stream or the responder does not expect to be called
// back.
void ServerConnection::notifyLeft(bool open)
{
    const auto tell = [this, open](auto &state) {
        if (!state || !state->open)
            return;
        state->open = open;
        auto work = std::exchange(state->closed, nullptr);
        if (work && !m_core->isShutDown())
            m_core->loop.post(std::move(work));
    };
    const auto exchange = m_exchange.lock();
    const auto stream = m_stream.lock();
    tell(exchange);
    tell(stream);
}

} // namespace batuta::net
