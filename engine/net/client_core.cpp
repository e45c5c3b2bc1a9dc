// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/client_core.h"

#include "engine/base/text.h"
#include "engine/net/client_connection.h"
#include "engine/net/http_server.h"
#include "engine/net/http_text.h"
#include "engine/net/url.h"

#include <openssl/evp.h>

#include <algorithm>
#include <utility>

namespace ssl = boost::asio::ssl;

namespace batuta::net {
namespace {

constexpr std::size_t kTogether = 16; ///< the first request waits for no more than these

SteadyTime steadyNow()
{
    return std::chrono::steady_clock::now();
}

Error netError(ErrorCode code, std::string subject, std::string detail)
{
    return {code, std::move(subject), std::move(detail), {}, {}};
}

/// Why the request cannot be sent, or "". A line break here would let one request become two.
std::string requestProblem(const HttpRequest &request)
{
    if (!isToken(request.method) || request.method == "CONNECT")
        return "the method is not one that can be sent";
    return headerProblem(request.headers);
}

/// Of `http://user:password@host:port`, which is how proxies are written in the environment.
struct ProxyWords
{
    std::string url;
    std::string login; ///< user and password, still escaped
};

ProxyWords proxyWords(const std::string &text)
{
    const std::size_t scheme = text.find("://");
    const std::size_t from = scheme == std::string::npos ? 0 : scheme + 3;
    const std::size_t end = std::min(text.find('/', from), text.size());
    const std::size_t sign = text.rfind('@', end);
    const std::string start = scheme == std::string::npos && !text.empty() ? "http://" : text.substr(0, from);
    if (sign == std::string::npos || sign < from)
        return {start + text.substr(from), {}};
    return {start + text.substr(sign + 1), text.substr(from, sign - from)};
}

/// The value of Proxy-Authorization (RFC 7617).
std::string proxyLoginOf(const std::string &text)
{
    const std::string escaped = proxyWords(text).login;
    if (escaped.empty())
        return {};
    std::string login = percentDecoded(escaped).value_or(escaped);
    if (login.find(':') == std::string::npos)
        login += ':';
    std::string coded(4 * ((login.size() + 2) / 3) + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char *>(coded.data()),
                                     reinterpret_cast<const unsigned char *>(login.data()),
                                     static_cast<int>(login.size()));
    coded.resize(static_cast<std::size_t>(size));
    return "Basic " + coded;
}

Result<Url> readProxy(const std::string &given)
{
    const std::string text = proxyWords(given).url;
    auto url = text.empty() ? Result<Url>(Url{}) : parseUrl(text);
    if (url && url->tls)
        return netError(ErrorCode::NetUrl, "proxy", "the proxy is spoken to in plain HTTP: write http://");
    return url;
}

/// Whether `host` is `name` or stands below it; `*` means every host. `*.name`, `.name` and `name:port` are
/// written, too.
bool isBelow(std::string_view host, std::string_view name)
{
    if (const std::size_t colon = name.rfind(':'); colon != std::string_view::npos && name.find(':') == colon)
        name = name.substr(0, colon);
    if (name.starts_with("*."))
        name.remove_prefix(2);
    while (!name.empty() && name.front() == '.')
        name.remove_prefix(1);
    if (name == "*" || equalIgnoringCase(host, name))
        return true;
    return !name.empty() && host.size() > name.size() && host[host.size() - name.size() - 1] == '.' &&
           equalIgnoringCase(host.substr(host.size() - name.size()), name);
}

std::string timeoutDetail(const ClientCall &call)
{
    const HttpRequest &request = call.request;
    switch (call.phase) {
    case ClientCall::Phase::Waiting:
        return "no free connection within " + durationText(request.timeout);
    case ClientCall::Phase::Connecting:
        return "no connection within " + durationText(std::min(request.connectTimeout, request.timeout));
    case ClientCall::Phase::Sent:
        return "no answer within " + durationText(request.timeout);
    case ClientCall::Phase::Receiving:
        return "the answer was not complete within " + durationText(request.timeout);
    }
    return {};
}

} // namespace

ClientCore::ClientCore(Loop &theLoop, HttpClientOptions theOptions)
    : loop(theLoop)
    , options(std::move(theOptions))
    , writes(theLoop, kTogether)
    , m_proxy(readProxy(options.proxy))
    , m_proxyLogin(proxyLoginOf(options.proxy))
{
}

ClientCore::~ClientCore() = default;

HttpClient::CallId ClientCore::send(HttpRequest &&request, HttpClient::Done done)
{
    const auto call = std::make_shared<ClientCall>();
    call->id = ++m_lastId;
    call->request = std::move(request);
    call->done = std::move(done);
    call->started = steadyNow();
    call->deadline = call->started + call->request.timeout;
    m_calls.emplace(call->id, call);
    begin(call);
    return call->id;
}

/// The parts of a URL; most are called again and again.
Result<Url> ClientCore::partsOf(const std::string &text)
{
    ParsedUrl &parsed = m_parsed[std::hash<std::string>()(text) % m_parsed.size()];
    if (parsed.text != text || text.empty()) {
        Result<Url> url = parseUrl(text);
        if (!url || text.size() > kLongestKeptUrl)
            return url;
        parsed = {text, std::move(*url)};
    }
    return parsed.url;
}

void ClientCore::begin(const CallPtr &call)
{
    auto url = partsOf(call->request.url);
    if (!url) {
        failLater(call, url.error());
        return;
    }
    call->url = std::move(*url);
    std::string problem = requestProblem(call->request);
    if (!problem.empty()) {
        failLater(call, netError(ErrorCode::NetProtocol, call->url.authority(), std::move(problem)));
        return;
    }
    if (!m_proxy && wantsProxy(call->url)) {
        failLater(call, m_proxy.error());
        return;
    }
    call->host = &hostOf(call->url);
    armTimer(call, call->deadline);
    assign(call);
}

ClientHost &ClientCore::hostOf(const Url &url)
{
    m_key.assign(url.tls ? "s " : "p ").append(url.host).append(" ").append(std::to_string(url.port));
    auto &host = m_hosts[m_key];
    if (!host) {
        host = std::make_unique<ClientHost>();
        host->key = m_key;
    }
    return *host;
}

void ClientCore::assign(const CallPtr &call)
{
    ClientHost &host = *call->host;
    if (!host.idle.empty()) {
        const auto connection = std::move(host.idle.back());
        host.idle.pop_back();
        call->connection = connection;
        call->phase = ClientCall::Phase::Sent;
        connection->run(call);
    } else if (host.open < std::max(options.connectionsPerHost, 1)) {
        openConnection(call);
    } else {
        call->isWaiting = true;
        call->place = host.waiting.insert(host.waiting.end(), call);
    }
}

void ClientCore::openConnection(const CallPtr &call)
{
    ++call->host->open;
    call->phase = ClientCall::Phase::Connecting;
    call->connection = std::make_shared<ClientConnection>(*this, *call->host);
    const SteadyTime limit = steadyNow() + call->request.connectTimeout;
    if (limit < call->deadline)
        armTimer(call, limit);
    call->connection->open(call);
}

void ClientCore::established(ClientCall &call)
{
    call.phase = ClientCall::Phase::Sent;
    const auto found = m_calls.find(call.id);
    if (found != m_calls.end())
        armTimer(found->second, call.deadline);
}

void ClientCore::startWaiting(ClientHost &host)
{
    while (!host.waiting.empty() &&
           (!host.idle.empty() || host.open < std::max(options.connectionsPerHost, 1))) {
        const CallPtr call = host.waiting.front();
        host.waiting.pop_front();
        call->isWaiting = false;
        assign(call);
    }
    if (host.open == 0 && host.waiting.empty()) {
        const std::string key = host.key;
        m_hosts.erase(key);
    }
}

/// Closes a connection that has left its host's pool, and gives its place to the next call.
void ClientCore::drop(const std::shared_ptr<ClientConnection> &connection)
{
    ClientHost *host = connection->leaveHost();
    connection->close();
    if (!host || m_shutDown)
        return;
    --host->open;
    startWaiting(*host);
}

void ClientCore::completed(const std::shared_ptr<ClientConnection> &connection, const CallPtr &call,
                           HttpResponse response, bool reusable)
{
    call->connection.reset();
    call->host = nullptr;
    if (reusable) {
        ClientHost &host = *connection->host();
        host.idle.push_back(connection);
        startSweep();
        startWaiting(host);
    } else {
        drop(connection);
    }
    response.timings = call->timings;
    end(call, std::move(response));
}

void ClientCore::failed(const std::shared_ptr<ClientConnection> &connection, const CallPtr &call, Error error)
{
    call->connection.reset();
    call->host = nullptr;
    drop(connection);
    end(call, tl::make_unexpected(HttpFailure{std::move(error), call->timings, call->status}));
}

void ClientCore::retry(const std::shared_ptr<ClientConnection> &connection, const CallPtr &call)
{
    call->retried = true;
    call->timings = {};
    call->timings.wait = std::chrono::duration_cast<Duration>(steadyNow() - call->started);
    ClientHost *host = connection->leaveHost();
    connection->close();
    --host->open;
    call->host = host;
    openConnection(call);
}

void ClientCore::idleClosed(const std::shared_ptr<ClientConnection> &connection)
{
    if (ClientHost *host = connection->host()) {
        auto &idle = host->idle;
        idle.erase(std::remove(idle.begin(), idle.end(), connection), idle.end());
    }
    drop(connection);
}

/// Takes the call out of everything that could still come back to it.
void ClientCore::detach(ClientCall &call)
{
    if (call.isWaiting)
        call.host->waiting.erase(call.place);
    call.isWaiting = false;
    loop.cancelTimer(std::exchange(call.timer, 0));
    if (const auto connection = std::exchange(call.connection, nullptr))
        drop(connection);
    call.host = nullptr;
}

void ClientCore::cancel(HttpClient::CallId id)
{
    const auto found = m_calls.find(id);
    if (found == m_calls.end())
        return;
    const CallPtr call = found->second;
    const std::string subject = call->url.host.empty() ? std::string() : call->url.authority();
    detach(*call);
    failLater(call, netError(ErrorCode::NetCancelled, subject, {}));
}

void ClientCore::failLater(const CallPtr &call, Error error)
{
    m_calls.erase(call->id);
    loop.cancelTimer(std::exchange(call->timer, 0));
    loop.post([weak = weak_from_this(), call, error = std::move(error)]() mutable {
        const auto self = weak.lock();
        if (self && !self->m_shutDown)
            self->end(call, tl::make_unexpected(HttpFailure{std::move(error), call->timings, call->status}));
    });
}

void ClientCore::end(const CallPtr &call, tl::expected<HttpResponse, HttpFailure> &&result)
{
    loop.cancelTimer(std::exchange(call->timer, 0));
    m_calls.erase(call->id);
    const auto done = std::exchange(call->done, nullptr);
    if (!done || m_shutDown)
        return;
    (result ? result->request : result.error().request) = std::move(call->request);
    done(std::move(result));
}

void ClientCore::armTimer(const CallPtr &call, SteadyTime when)
{
    loop.cancelTimer(call->timer);
    // Plain pointers, as a call that ends takes its timer with it: std::function allocates nothing for them.
    call->timer = loop.startTimer(when, [this, late = call.get()] { timedOut(late->shared_from_this()); });
}

void ClientCore::timedOut(const CallPtr &call)
{
    const auto keep = shared_from_this();
    Error error = netError(ErrorCode::NetTimeout, call->url.authority(), timeoutDetail(*call));
    detach(*call);
    end(call, tl::make_unexpected(HttpFailure{std::move(error), call->timings, call->status}));
}

void ClientCore::shutDown()
{
    m_shutDown = true;
    writes.finish();
    loop.cancelTimer(m_sweepTimer);
    const auto calls = std::exchange(m_calls, {});
    for (const auto &[id, call] : calls) {
        loop.cancelTimer(call->timer);
        if (const auto connection = std::exchange(call->connection, nullptr))
            connection->close();
    }
    const auto hosts = std::exchange(m_hosts, {});
    for (const auto &[key, host] : hosts) {
        for (const auto &connection : host->idle)
            connection->close();
    }
}

Result<ssl::context *> ClientCore::tlsContext()
{
    if (m_tls)
        return m_tls.get();
    auto context = std::make_unique<ssl::context>(ssl::context::tls_client);
    boost::system::error_code error;
    context->set_verify_mode(ssl::verify_peer, error);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    context->set_default_verify_paths(error);
    if (error)
        return netError(ErrorCode::NetTls, {}, "the system's roots: " + error.message());
    if (!options.caFile.empty())
        context->load_verify_file(options.caFile, error);
    if (error)
        return netError(ErrorCode::NetTls, {}, options.caFile + ": " + error.message());
    m_tls = std::move(context);
    return m_tls.get();
}

bool ClientCore::wantsProxy(const Url &url) const
{
    const auto excepted = [&url](const std::string &name) { return isBelow(url.host, name); };
    return !options.proxy.empty() && !isLoopback(url.host) &&
           std::none_of(options.noProxy.begin(), options.noProxy.end(), excepted);
}

const Url *ClientCore::proxyFor(const Url &url) const
{
    return m_proxy && wantsProxy(url) ? &*m_proxy : nullptr;
}

void ClientCore::startSweep()
{
    if (m_sweepTimer != 0)
        return;
    const auto pause =
        std::clamp<Duration>(options.idleTimeout / 4, std::chrono::milliseconds(10), std::chrono::seconds(5));
    m_sweepTimer = loop.startTimer(steadyNow() + pause, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->sweep();
    });
}

void ClientCore::sweep()
{
    m_sweepTimer = 0;
    const SteadyTime oldest = steadyNow() - options.idleTimeout;
    std::vector<std::shared_ptr<ClientConnection>> expired;
    bool anyIdle = false;
    for (const auto &[key, host] : m_hosts) {
        for (const auto &connection : host->idle) {
            if (connection->idleSince() <= oldest)
                expired.push_back(connection);
            else
                anyIdle = true;
        }
    }
    for (const auto &connection : expired)
        idleClosed(connection);
    if (anyIdle)
        startSweep();
}

} // namespace batuta::net
