// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/http_client.h"
#include "engine/net/url.h"

#include <memory>
#include <string>
#include <string_view>

namespace batuta::net {

/// A request as it came, already bounded. Header names keep their spelling; look-ups ignore case.
struct ServerRequest
{
    std::string method;
    std::string path; ///< decoded, without the query, always starting with /
    QueryItems query;
    Headers headers;
    std::string body;
    std::string remote; ///< address:port of the peer
    bool isTls = false; ///< it came through a tunnel

    std::string_view header(std::string_view name) const;
    std::string_view queryValue(std::string_view name) const;
};

struct ServerResponse
{
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    Headers headers;
};

/// A live `text/event-stream` answer. Copies share the stream. All calls on the loop's thread.
class EventStream
{
public:
    /// Sends `id`, `event` and `data` (any may be empty; data may have many lines). False when the peer is
    /// gone, or when it reads so slowly that more than the server's maxStreamBacklog waits (the stream is
    /// then closed).
    bool send(std::string_view id, std::string_view event, std::string_view data);
    bool comment(std::string_view text); ///< keeps proxies from closing an idle stream
    void close();
    bool isOpen() const;
    /// Bytes that the peer has not taken yet.
    std::size_t backlog() const;
    /// Called once when the peer leaves.
    void onClosed(std::function<void()> work);

    struct State;
    explicit EventStream(std::shared_ptr<State> state);

private:
    std::shared_ptr<State> m_state;
};

/// The way to answer one request, exactly once, now or later. Dropping it unanswered answers 500.
class Responder
{
public:
    void send(ServerResponse response);
    EventStream stream(Headers headers = {});
    /// Closes the connection without an answer: for stand-ins of servers that fail.
    void abort();
    /// Called once when the peer leaves before the answer was sent.
    void onClosed(std::function<void()> work);
    bool isOpen() const;

    struct State;
    explicit Responder(std::shared_ptr<State> state);

private:
    std::shared_ptr<State> m_state;
};

struct HttpServerLimits
{
    std::size_t headerBytes = 16u << 10;
    std::uint64_t bodyBytes = 16ULL << 20;
    int connections = 1024;                         ///< more are answered 503 and closed
    Duration headerTime = std::chrono::seconds(10); ///< to send a whole header
    Duration bodyTime = std::chrono::seconds(60);   ///< to send a whole body
    Duration idleTime = std::chrono::seconds(75);   ///< between two requests
    Duration writeTime = std::chrono::seconds(60);  ///< for the peer to take an answer
    std::size_t maxStreamBacklog = 4u << 20;        ///< bytes waiting for one slow event stream
};

/// `CONNECT name:443` to a server that is used as a proxy: TLS ends in it, and it answers what comes through
/// itself. Nothing is forwarded: other names are answered 403.
struct TunnelOptions
{
    std::string pemFile{}; ///< certificate and key
    std::function<bool(std::string_view name)> isOurs{};
    int tunnels = 256; ///< at a time; more are answered 503
    Duration handshakeTime = std::chrono::seconds(10);
    Duration idleTime = std::chrono::minutes(5); ///< without a byte in either direction
};

/// HTTP/1.1 server on one loop: keep-alive, pipelining answered in order, HEAD, `Expect: 100-continue`,
/// limits on everything that comes in. What is not HTTP is answered with a JSON error (see errorResponse) and
/// closed; requests with both Content-Length and Transfer-Encoding, or bad ones, are refused (RFC 9112 §6).
class HttpServer
{
public:
    using Handler = std::function<void(ServerRequest, Responder)>;

    HttpServer(Loop &loop, HttpServerLimits limits, Handler handler);
    ~HttpServer();

    /// Listens on `address` (numeric or `localhost`) and `port` (0 picks a free one); gives the port.
    Result<std::uint16_t> listen(const std::string &address, std::uint16_t port);
    /// Takes tunnels to the port that listen() gave first. NetTls when the certificate cannot be used.
    Status takeTunnels(TunnelOptions options);
    /// Stops accepting; open requests may finish. Idle connections are closed. `drained` is called once,
    /// later, when the last open answer has been written.
    void stopAccepting(std::function<void()> drained = {});
    /// Requests whose answer has not been written yet. Event streams do not count: whoever stops closes them.
    int openRequests() const;
    int connections() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// `{"error":{"code","message","detail","mend"}}` with the HTTP status.
ServerResponse errorResponse(int status, const Error &error);
/// Whether the address stays on this machine: 127.0.0.0/8, ::1, localhost.
bool isLoopback(const std::string &address);

} // namespace batuta::net
