// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The answer's way to the client, and what is kept of the request.
#include "engine/fleet/ingress_connection.h"

#include "engine/base/text.h"
#include "engine/net/http_text.h"

#include <array>
#include <charconv>
#include <utility>

namespace asio = boost::asio;

namespace batuta::fleet {
namespace {

constexpr std::size_t kKept = 64u << 10; ///< larger buffers are given back after use

void appendChunk(std::string_view data, std::string &out)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), data.size(), 16).ptr;
    out.append(digits.data(), end).append("\r\n").append(data).append("\r\n");
}

void clearLarge(std::string &text)
{
    if (text.capacity() > kKept)
        std::string().swap(text);
    else
        text.clear();
}

Severity severityOfStatus(int status)
{
    return status >= 500 ? Severity::Error : status >= 400 ? Severity::Warning : Severity::Info;
}

} // namespace

/// False when nothing more can be done now: more has to come, or the exchange is over.
bool IngressConnection::takeHead()
{
    net::ReadBuffer &in = m_upstream->in;
    MessageHead head;
    for (;;) {
        const std::size_t end = headEnd(in.data());
        if (end == 0 && in.size() < kHeadBytes) {
            readUpstream();
            return false;
        }
        if (end == 0 || !readResponseHead(in.data().substr(0, end), m_exchange.isHead, head) ||
            head.status == 101) {
            m_upstream->isReused = false; // it has answered, if badly: not again
            upstreamBroke();
            return false;
        }
        if (head.status >= 200) {
            makeClientHead(head, in.data().substr(0, in.data().find('\r')));
            in.consume(end);
            return true;
        }
        in.consume(end); // 100, 103: not for the client
    }
}

void IngressConnection::makeClientHead(const MessageHead &head, std::string_view statusLine)
{
    m_exchange.status = head.status;
    m_exchange.hasResponse = true;
    m_exchange.upstreamStays = head.keepAlive;
    m_exchange.encodes = head.framing == Framing::UntilClose && m_exchange.minor == 1;
    m_exchange.decodes = head.framing == Framing::Chunked && m_exchange.minor == 0;
    m_responseBody.begin(head.framing, head.length);
    m_keepAlive = m_keepAlive && !m_ingress->isStopping() && !m_exchange.decodes &&
                  (head.framing != Framing::UntilClose || m_exchange.encodes);
    m_reply.clear();
    m_replySent = 0;
    m_reply.append("HTTP/1.1 ").append(statusLine.substr(9)).append("\r\n");
    const std::string_view connection = head.field("Connection");
    bool hasTrace = false;
    for (const Field &field : head.fields) {
        if (isHopField(field.name, connection) ||
            (m_exchange.decodes && equalIgnoringCase(field.name, "Transfer-Encoding")))
            continue;
        hasTrace = hasTrace || equalIgnoringCase(field.name, "X-Cloud-Trace-Context");
        net::appendHeader(field.name, field.value, m_reply);
    }
    if (m_exchange.encodes)
        net::appendHeader("Transfer-Encoding", "chunked", m_reply);
    if (!hasTrace)
        m_reply.append("X-Cloud-Trace-Context: ")
            .append(m_exchange.trace)
            .append(m_exchange.isSampled ? ";o=1\r\n" : "\r\n");
    if (m_revision->spec().hasSessionAffinity && m_instance && m_instance->id() != m_exchange.wishedInstance)
        m_reply.append("Set-Cookie: GAESA=")
            .append(m_instance->id())
            .append("; Path=/; Max-Age=2592000; HttpOnly\r\n");
    if (!m_keepAlive)
        net::appendHeader("Connection", "close", m_reply);
    else if (m_exchange.minor == 0)
        net::appendHeader("Connection", "keep-alive", m_reply);
    m_reply.append("\r\n");
}

/// False when the exchange is over.
bool IngressConnection::takeBody()
{
    net::ReadBuffer &in = m_upstream->in;
    const std::string_view data = in.data();
    const std::size_t count = m_responseBody.take(data, m_exchange.decodes ? &m_reply : nullptr);
    if (m_exchange.encodes && count > 0)
        appendChunk(data.substr(0, count), m_reply);
    else if (!m_exchange.decodes)
        m_reply.append(data.substr(0, count));
    in.consume(count);
    m_exchange.responseBytes = m_responseBody.payload();
    if (m_responseBody.isBroken()) {
        upstreamBroke();
        return false;
    }
    m_exchange.responseDone = m_responseBody.isDone();
    // Bytes behind the answer: whoever sends them cannot be trusted with another request.
    if (m_exchange.responseDone && !in.empty())
        m_exchange.upstreamStays = false;
    return true;
}

void IngressConnection::endOfUpstream()
{
    m_exchange.responseDone = true;
    m_exchange.upstreamStays = false;
    if (m_exchange.encodes)
        m_reply.append("0\r\n\r\n");
    flush();
}

void IngressConnection::flush()
{
    m_isWriting = false;
    while (m_replySent < m_reply.size()) {
        boost::system::error_code error;
        m_replySent += m_client.write_some(asio::buffer(m_reply) + m_replySent, error);
        if (error == asio::error::would_block) {
            m_isWriting = true;
            m_client.async_wait(net::Socket::wait_write, [self = shared_from_this()](const auto &problem) {
                if (self->m_phase != Phase::Closed && !problem && self->m_isWriting)
                    self->flush();
            });
            return;
        }
        if (error) {
            leave(m_exchange.status, "The client closed the connection before it had the whole answer.");
            return;
        }
    }
    clearLarge(m_reply);
    m_replySent = 0;
    flushed();
}

void IngressConnection::flushed()
{
    if (m_exchange.responseDone)
        finish();
    else if (m_upstream)
        readUpstream();
}

void IngressConnection::finish()
{
    writeLog();
    const bool isRequestDone = !m_wantsBody && m_outSent >= m_out.size();
    ++m_serial;
    if (m_upstream && m_exchange.upstreamStays && isRequestDone && m_upstream->in.empty())
        m_instance->keepConnection(std::move(m_upstream));
    m_upstream.reset();
    clearLarge(m_out);
    m_outSent = 0;
    const bool goesOn = m_keepAlive && isRequestDone && !m_ingress->isStopping();
    m_phase = goesOn ? Phase::Idle : Phase::Draining;
    letGo();
    m_revision.reset();
    m_route.reset();
    if (goesOn)
        nextRequest();
    else
        drain();
}

/// The end of an exchange that the client does not see the end of.
void IngressConnection::leave(int status, std::string problem)
{
    m_exchange.status = m_exchange.status != 0 ? m_exchange.status : status;
    m_exchange.problem = std::move(problem);
    writeLog();
    close();
}

void IngressConnection::writeLog()
{
    if (!m_revision)
        return;
    Core &core = m_ingress->core();
    const Duration latency =
        std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - m_exchange.begun);
    m_exchange.requestBytes = m_requestBody.payload();
    Minute &minute = core.figures.now(m_revision->key());
    ++minute.requests[m_exchange.status];
    minute.latencies[m_exchange.status].add(secondsOf(latency) * 1000);
    minute.receivedBytes += m_exchange.requestBytes;
    minute.sentBytes += m_exchange.responseBytes;
    Entry entry;
    entry.log = "requests";
    entry.key = m_revision->key();
    entry.instance = m_instance ? m_instance->id() : std::string();
    entry.time = m_exchange.time;
    entry.severity = severityOfStatus(m_exchange.status);
    entry.text = std::move(m_exchange.problem);
    entry.trace = std::move(m_exchange.trace);
    entry.span = std::move(m_exchange.span);
    entry.isSampled = m_exchange.isSampled;
    HttpLine line;
    line.method = std::move(m_exchange.method);
    line.url = std::move(m_exchange.url);
    line.userAgent = std::move(m_exchange.userAgent);
    line.referer = std::move(m_exchange.referer);
    line.remoteIp = m_remoteIp;
    line.serverIp = "127.0.0.1";
    line.protocol = m_exchange.minor == 1 ? "HTTP/1.1" : "HTTP/1.0";
    line.status = m_exchange.status;
    line.requestBytes = m_exchange.requestBytes;
    line.responseBytes = m_exchange.responseBytes;
    line.latency = latency;
    entry.request = std::move(line);
    core.book.append(std::move(entry));
}

} // namespace batuta::fleet
