// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/http_client.h"
#include "engine/net/socket.h"
#include "engine/net/url.h"
#include "engine/net/writes_together.h"

#include <boost/asio/ssl/context.hpp>

#include <array>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace batuta::net {

class ClientConnection;
struct ClientHost;

/// One call from send() to its end.
struct ClientCall : std::enable_shared_from_this<ClientCall>
{
    /// Where its time goes; what a timeout is blamed on.
    enum class Phase { Waiting, Connecting, Sent, Receiving };

    HttpClient::CallId id = 0;
    HttpRequest request;
    HttpClient::Done done;
    Url url;
    HttpTimings timings;
    SteadyTime started;
    SteadyTime deadline;
    Loop::TimerId timer = 0;
    ClientHost *host = nullptr;
    std::shared_ptr<ClientConnection> connection;
    std::list<std::shared_ptr<ClientCall>>::iterator place; ///< in host->waiting, in phase Waiting
    Phase phase = Phase::Waiting;
    bool isWaiting = false;
    bool retried = false;
    int status = 0;
};
using CallPtr = std::shared_ptr<ClientCall>;

/// The connections to one scheme, host and port, and the calls that wait for one, first come first served.
struct ClientHost
{
    std::string key;
    std::vector<std::shared_ptr<ClientConnection>> idle; ///< the last one was used last, and is used next
    std::list<CallPtr> waiting;
    int open = 0; ///< connections, idle ones included
};

/// The heart of HttpClient: calls by id, connections by host, timers. Connections report here. Lives on the
/// loop's thread.
class ClientCore : public std::enable_shared_from_this<ClientCore>
{
public:
    ClientCore(Loop &loop, HttpClientOptions options);
    ~ClientCore();

    HttpClient::CallId send(HttpRequest &&request, HttpClient::Done done);
    void cancel(HttpClient::CallId id);
    void shutDown();

    // Reports of connections. `call` is no longer theirs afterwards.
    void established(ClientCall &call);
    void completed(const std::shared_ptr<ClientConnection> &connection, const CallPtr &call,
                   HttpResponse response, bool reusable);
    void failed(const std::shared_ptr<ClientConnection> &connection, const CallPtr &call, Error error);
    /// A call on a pooled connection that turned out to be closed: once more, on a new one.
    void retry(const std::shared_ptr<ClientConnection> &connection, const CallPtr &call);
    void idleClosed(const std::shared_ptr<ClientConnection> &connection);
    Result<boost::asio::ssl::context *> tlsContext();
    /// The proxy to connect to instead; null for a direct connection.
    const Url *proxyFor(const Url &url) const;
    /// The value of Proxy-Authorization; "" when the proxy wants none.
    const std::string &proxyLogin() const { return m_proxyLogin; }

    Loop &loop;
    const HttpClientOptions options;
    WritesTogether<ClientConnection> writes;

private:
    void begin(const CallPtr &call);
    void assign(const CallPtr &call);
    void openConnection(const CallPtr &call);
    void startWaiting(ClientHost &host);
    void drop(const std::shared_ptr<ClientConnection> &connection);
    void detach(ClientCall &call);
    void armTimer(const CallPtr &call, SteadyTime when);
    void timedOut(const CallPtr &call);
    void failLater(const CallPtr &call, Error error);
    void end(const CallPtr &call, tl::expected<HttpResponse, HttpFailure> &&result);
    Result<Url> partsOf(const std::string &text);
    ClientHost &hostOf(const Url &url);
    bool wantsProxy(const Url &url) const;
    void startSweep();
    void sweep();

    struct ParsedUrl
    {
        std::string text;
        Url url;
    };
    static constexpr std::size_t kLongestKeptUrl = 1'024;
    std::array<ParsedUrl, 64> m_parsed; ///< each in the place of its hash

    std::unordered_map<HttpClient::CallId, CallPtr> m_calls;
    std::unordered_map<std::string, std::unique_ptr<ClientHost>> m_hosts;
    std::unique_ptr<boost::asio::ssl::context> m_tls;
    Result<Url> m_proxy;
    std::string m_proxyLogin;
    std::string m_key; ///< scratch of hostOf
    HttpClient::CallId m_lastId = 0;
    Loop::TimerId m_sweepTimer = 0;
    bool m_shutDown = false;
};

} // namespace batuta::net
