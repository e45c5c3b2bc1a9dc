// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The client's side of a connection: requests, and the answers that need no instance.
#include "engine/fleet/ingress_connection.h"

#include "engine/base/text.h"
#include "engine/fleet/log_lines.h"
#include "engine/net/http_text.h"
#include "engine/telemetry/trace_context.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace asio = boost::asio;

namespace batuta::fleet {
namespace {

constexpr std::size_t kMaxDrained = 1u << 20;
constexpr std::string_view kCookie = "GAESA=";
constexpr std::string_view kDigits = "0123456789abcdef";

void appendHex(std::uint64_t word, std::string &out)
{
    for (int shift = 60; shift >= 0; shift -= 4)
        out.push_back(kDigits[(word >> shift) & 15]);
}

std::uint64_t fromHex(std::string_view digits)
{
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return number;
}

/// `105445aa7843bc8bf206b12000100000/1;o=1`
bool readCloudTrace(std::string_view text, Exchange &exchange)
{
    if (text.size() < 32 || text.substr(0, 32).find_first_not_of(kDigits) != std::string_view::npos)
        return false;
    exchange.trace = text.substr(0, 32);
    std::uint64_t span = 0;
    if (text.size() > 33 && text[32] == '/')
        std::from_chars(text.data() + 33, text.data() + text.size(), span);
    exchange.span.clear();
    appendHex(span, exchange.span);
    exchange.isSampled = text.find(";o=1") != std::string_view::npos;
    return true;
}

std::string_view cookieOf(std::string_view cookies)
{
    for (const std::string_view part : split(cookies, ';'))
        if (const std::string_view one = trimmed(part); one.starts_with(kCookie))
            return one.substr(kCookie.size());
    return {};
}

/// What is said anew, behind the client's own headers.
bool isRewritten(std::string_view name)
{
    return equalIgnoringCase(name, "X-Forwarded-For") || equalIgnoringCase(name, "X-Forwarded-Proto") ||
           equalIgnoringCase(name, "Forwarded") || equalIgnoringCase(name, "Expect") ||
           equalIgnoringCase(name, "traceparent") || equalIgnoringCase(name, "X-Cloud-Trace-Context") ||
           equalIgnoringCase(name, "X-Serverless-Authorization");
}

} // namespace

void IngressConnection::readClient()
{
    if (m_isReading || m_phase == Phase::Closed)
        return;
    // While a request is handled only so much of what follows it is read; TCP makes the client wait.
    if (m_phase != Phase::Idle && m_phase != Phase::Head && m_in.size() >= kBuffer)
        return;
    m_isReading = true;
    m_client.async_read_some(m_in.prepare(m_wantsBody ? 4 * kBuffer : kBuffer),
                             [self = shared_from_this()](const auto &error, std::size_t count) {
                                 self->m_isReading = false;
                                 self->clientRead(error, count);
                             });
}

void IngressConnection::clientRead(const boost::system::error_code &error, std::size_t count)
{
    if (m_phase == Phase::Closed)
        return;
    if (error) {
        // Whoever leaves does not want the answer: the instance's connection is closed too, so that it knows.
        if (m_phase == Phase::Waiting || m_phase == Phase::Relaying)
            leave(499, "The client closed the connection before it had the whole answer.");
        else
            close();
        return;
    }
    m_in.commit(count);
    if (m_phase == Phase::Draining) {
        m_in.clear();
        m_drained += count;
        if (m_drained > kMaxDrained)
            close();
        else
            readClient();
    } else if (m_phase == Phase::Relaying && m_wantsBody) {
        if (!m_isSending)
            send();
    } else {
        process();
    }
}

// A request that is answered at once comes back here through nextRequest(), hence the guard.
void IngressConnection::process()
{
    if (m_isProcessing)
        return;
    m_isProcessing = true;
    while (parseSome()) {
    }
    m_isProcessing = false;
    readClient();
}

bool IngressConnection::parseSome()
{
    if (m_phase == Phase::Idle) {
        while (m_in.data().starts_with("\r\n")) // RFC 9112 §2.2: skipped before a request
            m_in.consume(2);
        if (m_in.empty())
            return false;
        m_phase = Phase::Head;
        m_deadline = now() + kHeadTime;
        m_searched = 0;
    }
    if (m_phase != Phase::Head)
        return false;
    const std::size_t end = headEnd(m_in.data(), m_searched);
    m_searched = m_in.size();
    if (end == 0 && m_in.size() < kHeadBytes)
        return false;
    m_exchange = {};
    m_exchange.begun = now();
    m_exchange.time = m_ingress->core().clock.wall();
    m_keepAlive = false;
    MessageHead head;
    const int problem = end == 0 ? 431 : readRequestHead(m_in.data().substr(0, end), head);
    if (problem != 0) {
        answer(problem, net::reasonPhrase(problem));
        return false;
    }
    m_keepAlive = head.keepAlive && !m_ingress->isStopping();
    begin(head);
    return true;
}

/// The views of `head` are into m_in, which stays as it is until the head was copied.
void IngressConnection::begin(const MessageHead &head)
{
    m_exchange.method = head.method;
    m_exchange.minor = head.minor;
    m_exchange.isHead = head.method == "HEAD";
    m_requestBody.begin(head.framing, head.length);
    const std::size_t headBytes = headEnd(m_in.data());
    std::string tag;
    if (!findService(head, tag)) {
        m_in.consume(headBytes);
        answer(404, "There is no service at this address.");
        return;
    }
    chooseRevision(head, tag);
    if (!m_revision) {
        m_in.consume(headBytes);
        answer(tag.empty() ? 503 : 404,
               tag.empty() ? "No revision has the traffic." : "The service has no such tag.");
        return;
    }
    m_exchange.userAgent = readableText(head.field("User-Agent"));
    m_exchange.referer = readableText(head.field("Referer"));
    m_revision->requestCame(m_exchange.time);
    readTracing(head);
    const bool tooLarge =
        head.framing == Framing::Length && head.length > m_ingress->core().options.maxRequestBytes;
    if (tooLarge || !isAdmitted(head)) {
        m_in.consume(headBytes);
        if (tooLarge)
            answer(413, "The request is larger than 32 MiB.", "The request was larger than may be sent.");
        return;
    }
    makeUpstreamHead(head);
    const bool expects = equalIgnoringCase(head.field("Expect"), "100-continue");
    m_in.consume(headBytes);
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    boost::system::error_code ignored; // a client that is gone is found out when it is read
    if (expects && m_in.empty())
        m_client.write_some(asio::buffer(kContinue), ignored);
    m_wantsBody = !m_requestBody.isDone();
    m_exchange.isReplayable = !m_wantsBody || fillUpstream();
    if (const int problem = bodyProblem(); problem != 0) {
        answer(problem, net::reasonPhrase(problem), "The request's body was refused.");
        return;
    }
    m_ingress->requestOpened();
    m_isCounted = true;
    m_deadline = m_exchange.begun + m_revision->spec().timeout;
    seek();
}

bool IngressConnection::findService(const MessageHead &head, std::string &tag)
{
    std::string_view host = head.field("Host");
    std::string_view target = head.target;
    if (target.starts_with("http://")) {
        target.remove_prefix(7);
        host = target.substr(0, target.find_first_of("/?"));
        target.remove_prefix(host.size());
        target = target.empty() ? "/" : target;
    }
    m_exchange.url.append("http://").append(readableText(host)).append(readableText(target));
    if (m_door->isShared) {
        m_route = m_ingress->routeOfHost(host, tag);
        return m_route != nullptr;
    }
    m_route = m_door->route;
    tag = m_door->tag;
    if (const std::size_t mark = host.find("---"); m_route && tag.empty() && mark != std::string_view::npos)
        if (m_route->hasTag(host.substr(0, mark)))
            tag = host.substr(0, mark);
    return m_route != nullptr;
}

void IngressConnection::chooseRevision(const MessageHead &head, const std::string &tag)
{
    Revision *chosen = nullptr;
    const std::string_view wished = tag.empty() ? cookieOf(head.field("Cookie")) : std::string_view();
    if (!wished.empty())
        for (const LiveRoute::Target &target : m_route->targets)
            if (target.percent > 0 && target.revision->spec().hasSessionAffinity &&
                target.revision->instance(wished)) {
                chosen = target.revision.get();
                m_exchange.wishedInstance = wished;
            }
    if (!chosen)
        chosen = m_route->choose(tag, static_cast<unsigned>(m_ingress->random() >> 33));
    m_revision = chosen ? chosen->shared_from_this() : nullptr;
}

bool IngressConnection::isAdmitted(const MessageHead &head)
{
    const auto &admit = m_ingress->core().hooks.admit;
    if (!admit)
        return true;
    std::string_view token = head.field("X-Serverless-Authorization");
    if (token.empty())
        token = head.field("Authorization");
    const int status = admit({m_route->key, std::string(head.field("Host")), std::string(token), m_remoteIp});
    if (status == 0)
        return true;
    answer(status, net::reasonPhrase(status),
           "The request was not authenticated or is not allowed to invoke this service.");
    return false;
}

void IngressConnection::readTracing(const MessageHead &head)
{
    if (const auto context = telemetry::parseTraceparent(head.field("traceparent"))) {
        m_exchange.trace = context->traceId;
        m_exchange.span = context->spanId;
        m_exchange.isSampled = context->isSampled();
    } else if (!readCloudTrace(head.field("X-Cloud-Trace-Context"), m_exchange)) {
        appendHex(m_ingress->random() | 1, m_exchange.trace);
        appendHex(m_ingress->random(), m_exchange.trace);
        appendHex(m_ingress->random() | 1, m_exchange.span);
        m_exchange.isSampled = true;
    }
}

void IngressConnection::makeUpstreamHead(const MessageHead &head)
{
    std::string_view target = head.target;
    std::string_view host = head.field("Host");
    if (target.starts_with("http://")) { // a proxy's spelling: the host in it counts (RFC 9112 §3.2.2)
        target.remove_prefix(7);
        host = target.substr(0, target.find_first_of("/?"));
        target.remove_prefix(host.size());
    }
    m_out.clear();
    m_outSent = 0;
    m_out.append(head.method).append(target.starts_with('/') || target == "*" ? " " : " /").append(target);
    m_out.append(" HTTP/1.1\r\n");
    net::appendHeader("Host", host, m_out);
    const std::string_view connection = head.field("Connection");
    std::string forwardedFor;
    std::string forwarded;
    const auto add = [](std::string &list, std::string_view item) {
        list.append(list.empty() ? "" : ", ").append(item);
    };
    for (const Field &field : head.fields) {
        if (equalIgnoringCase(field.name, "X-Forwarded-For"))
            add(forwardedFor, field.value);
        else if (equalIgnoringCase(field.name, "Forwarded"))
            add(forwarded, field.value);
        else if (!equalIgnoringCase(field.name, "Host") && !isRewritten(field.name) &&
                 !isHopField(field.name, connection))
            net::appendHeader(field.name, field.value, m_out);
    }
    add(forwardedFor, m_remoteIp);
    add(forwarded, "for=" + m_remoteIp + ";proto=http");
    net::appendHeader("X-Forwarded-For", forwardedFor, m_out);
    net::appendHeader("X-Forwarded-Proto", "http", m_out);
    net::appendHeader("Forwarded", forwarded, m_out);
    const std::string_view cloud = head.field("X-Cloud-Trace-Context");
    m_out.append("X-Cloud-Trace-Context: ");
    if (cloud.empty())
        m_out.append(m_exchange.trace)
            .append("/")
            .append(std::to_string(fromHex(m_exchange.span)))
            .append(m_exchange.isSampled ? ";o=1" : "");
    else
        m_out.append(cloud);
    const std::string_view parent = head.field("traceparent");
    m_out.append("\r\ntraceparent: ");
    if (parent.empty())
        m_out.append("00-")
            .append(m_exchange.trace)
            .append("-")
            .append(m_exchange.span)
            .append(m_exchange.isSampled ? "-01" : "-00");
    else
        m_out.append(parent);
    m_out.append("\r\n\r\n");
}

/// An answer of our own. What is left of the request is not read: the connection then ends.
void IngressConnection::answer(int status, std::string_view text, std::string problem)
{
    m_exchange.status = status;
    m_exchange.problem = std::move(problem);
    m_keepAlive = m_keepAlive && m_requestBody.isDone();
    m_out.clear();
    m_outSent = 0;
    m_reply.clear();
    m_replySent = 0;
    m_reply.append("HTTP/1.1 ")
        .append(std::to_string(status))
        .append(" ")
        .append(net::reasonPhrase(status))
        .append("\r\n");
    net::appendHeader("Content-Type", "text/plain; charset=utf-8", m_reply);
    net::appendHeader("Content-Length", std::to_string(text.size()), m_reply);
    if (status == 401)
        net::appendHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"", m_reply);
    if (!m_keepAlive)
        net::appendHeader("Connection", "close", m_reply);
    else if (m_exchange.minor == 0)
        net::appendHeader("Connection", "keep-alive", m_reply);
    m_reply.append("\r\n");
    m_exchange.responseBytes = m_exchange.isHead ? 0 : text.size();
    if (!m_exchange.isHead)
        m_reply.append(text);
    m_phase = Phase::Answering;
    m_exchange.responseDone = true;
    m_deadline = now() + kHeadTime;
    flush();
}

} // namespace batuta::fleet
