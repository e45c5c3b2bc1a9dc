// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The writing half of ServerConnection: answers and event streams.
#include "engine/net/exchange.h"
#include "engine/net/server_connection.h"

#include <array>
#include <charconv>
#include <utility>

namespace asio = boost::asio;

namespace batuta::net {
namespace {

constexpr std::size_t kKeptBuffer = 64u << 10; // a larger one is given back after use

void appendNumber(std::uint64_t number, std::string &out, int base = 10)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, base).ptr;
    out.append(digits.data(), end);
}

bool hasBody(int status)
{
    return status != 204 && status != 304;
}

void dropLarge(std::string &text)
{
    if (text.capacity() > kKeptBuffer)
        std::string().swap(text);
    else
        text.clear();
}

} // namespace

void ServerConnection::appendHead(const ServerResponse &response, std::string_view framing)
{
    m_head.append("HTTP/1.1 ");
    appendNumber(static_cast<std::uint64_t>(response.status), m_head);
    m_head.append(" ").append(reasonPhrase(response.status)).append("\r\n");
    appendHeader("Date", m_core->date.text(), m_head);
    if (!response.contentType.empty() && hasBody(response.status))
        appendHeader("Content-Type", response.contentType, m_head);
    m_head.append(framing);
    if (!m_keepAlive)
        m_head.append("Connection: close\r\n");
    else if (m_version < 11)
        m_head.append("Connection: keep-alive\r\n");
    for (const auto &[name, value] : response.headers) {
        if (!isFramingHeader(name))
            appendHeader(name, value, m_head);
    }
    m_head.append("\r\n");
}

void ServerConnection::answer(ServerResponse response)
{
    if (m_phase != Phase::Handling)
        return;
    if (!headerProblem(response.headers).empty() || !isFieldValue(response.contentType) ||
        response.status < 200 || response.status > 599)
        response =
            errorResponse(500, {ErrorCode::Internal, {}, "the answer's head is not valid HTTP", {}, {}});
    const std::string *connection = findHeader(response.headers, "Connection");
    if (m_core->isStopping() || (connection && equalIgnoringCase(*connection, "close")))
        m_keepAlive = false;
    m_head.clear();
    m_body.clear();
    m_sent = 0;
    std::string framing;
    if (hasBody(response.status)) {
        framing = "Content-Length: ";
        appendNumber(response.body.size(), framing);
        framing += "\r\n";
    }
    appendHead(response, framing);
    if (hasBody(response.status) && !m_isHead) {
        if (response.body.size() <= kSmallBody)
            m_head += response.body;
        else
            m_body = std::move(response.body);
    }
    enter(Phase::Writing, m_core->limits.writeTime);
    m_core->writes.add(shared_from_this());
}

// The socket takes most answers at once.
void ServerConnection::writeMore()
{
    if (m_phase == Phase::Closed)
        return;
    while (unwritten() > 0) {
        ErrorCodeOf error;
        if (m_body.empty()) { // one buffer goes by a cheaper system call than two
            m_sent += m_socket.write_some(asio::buffer(m_head) + m_sent, error);
        } else {
            const std::size_t inHead = std::min(m_sent, m_head.size());
            const std::array buffers{asio::buffer(m_head) + inHead, asio::buffer(m_body) + (m_sent - inHead)};
            m_sent += m_socket.write_some(buffers, error);
        }
        if (error == asio::error::would_block) {
            waitWritable();
            return;
        }
        if (error) {
            close();
            return;
        }
    }
    writeDone();
}

void ServerConnection::waitWritable()
{
    if (!m_writing || m_phase == Phase::Streaming)
        m_deadline = std::chrono::steady_clock::now() + m_core->limits.writeTime;
    m_writing = true;
    m_socket.async_wait(Socket::wait_write, [self = shared_from_this()](const ErrorCodeOf &error) {
        if (self->m_phase == Phase::Closed)
            return;
        if (error)
            self->close();
        else
            self->writeMore();
    });
}

void ServerConnection::writeDone()
{
    m_writing = false;
    if (m_phase != Phase::Streaming) {
        answerWritten();
        return;
    }
    m_deadline = SteadyTime::max();
    m_sent = 0;
    dropLarge(m_head);
    std::swap(m_head, m_queue);
    if (!m_head.empty())
        writeMore();
    else if (m_streamEnded)
        drain();
}

void ServerConnection::answerWritten()
{
    closeRequest();
    dropLarge(m_head);
    dropLarge(m_body);
    m_sent = 0;
    if (!m_keepAlive || m_core->isStopping()) {
        drain();
        return;
    }
    if (m_peerLeft && m_in.empty()) {
        close();
        return;
    }
    enter(Phase::Idle, m_core->limits.idleTime);
    process();
    if (m_peerLeft && m_phase == Phase::Idle)
        close();
}

bool ServerConnection::startStream(const std::shared_ptr<EventStream::State> &stream, const Headers &headers)
{
    if (m_phase != Phase::Handling)
        return false;
    if (m_peerLeft) {
        close();
        return false;
    }
    m_keepAlive = false;
    m_chunked = m_version >= 11;
    m_head.clear();
    m_sent = 0;
    ServerResponse head{200, "text/event-stream", {}, {{"Cache-Control", "no-cache"}}};
    if (headerProblem(headers).empty())
        head.headers.insert(head.headers.end(), headers.begin(), headers.end());
    appendHead(head, m_chunked ? "Transfer-Encoding: chunked\r\n" : "");
    if (m_isHead) {
        m_phase = Phase::Writing;
        writeMore();
        return false;
    }
    m_phase = Phase::Streaming;
    m_stream = stream;
    closeRequest();
    writeMore();
    return m_phase == Phase::Streaming;
}

void ServerConnection::appendEvent(std::string_view text, std::string &out) const
{
    if (!m_chunked) {
        out += text;
        return;
    }
    appendNumber(text.size(), out, 16);
    out.append("\r\n").append(text).append("\r\n");
}

bool ServerConnection::sendEvent(std::string_view text)
{
    if (m_phase != Phase::Streaming || m_streamEnded)
        return false;
    if (m_writing) {
        if (unwritten() + m_queue.size() + text.size() > m_core->limits.maxStreamBacklog) {
            close();
            return false;
        }
        appendEvent(text, m_queue);
        return true;
    }
    appendEvent(text, m_head);
    writeMore();
    return m_phase == Phase::Streaming;
}

void ServerConnection::endStream()
{
    if (m_phase != Phase::Streaming || m_streamEnded)
        return;
    m_streamEnded = true;
    m_stream.reset();
    if (m_chunked)
        (m_writing ? m_queue : m_head).append("0\r\n\r\n");
    if (!m_writing)
        writeMore();
}

} // namespace batuta::net
