// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/base/units.h"
#include "engine/net/loop.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace batuta::net {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// How long each phase of a call took, in microseconds. A reused connection has 0 for dns, connect and tls.
struct HttpTimings
{
    Duration wait{}; ///< for a free connection to the host
    Duration dns{};
    Duration connect{};
    Duration tls{};
    Duration firstByte{}; ///< from the request being sent to the first byte of the answer
    Duration transfer{};  ///< from the first to the last byte of the answer
    bool reused = false;
};

struct HttpRequest
{
    std::string method = "GET";
    std::string url;
    Headers headers;
    std::string body;
    Duration timeout = std::chrono::seconds(120);       ///< of the whole call, waiting included
    Duration connectTimeout = std::chrono::seconds(10); ///< dns, connect and tls together
    std::uint64_t maxResponseBytes = 16ULL << 20;       ///< of the body, after any decompression
};

struct HttpResponse
{
    int status = 0;
    Headers headers;
    std::string body;
    HttpTimings timings;
    HttpRequest request{}; ///< as it was given: whoever records the call need not copy it first
};

/// A call that got no complete answer. `error.code` is one of the Net… codes; `error.detail` is the system's
/// text
/// (`Connection refused`). `status` is set when the head of the answer had already come.
struct HttpFailure
{
    Error error;
    HttpTimings timings;
    int status = 0;
    HttpRequest request{};
};

struct HttpClientOptions
{
    int connectionsPerHost = 64;
    Duration idleTimeout = std::chrono::seconds(30); ///< after which a pooled connection is closed
    std::string caFile; ///< extra trusted roots, PEM; the system's are always trusted
    std::string userAgent = "batuta";
    /// `http://host:port` of a proxy: https goes through it by CONNECT. This machine is always reached
    /// directly, and so are the hosts of noProxy with all below them (`*` for every host).
    std::string proxy{};
    std::vector<std::string> noProxy{};
};

/// HTTP/1.1 client over pooled keep-alive connections; TLS with host verification. Lives on its loop's
/// thread. A request on a pooled connection that the server had closed meanwhile is sent again once on a new
/// one when nothing of the answer had come, whatever its method: a call that must not happen twice carries an
/// idempotency key. Redirects are answers like any other. Framing headers (Content-Length, Transfer-Encoding,
/// Connection, Keep-Alive) are the client's own; given ones are left out. A packed body is unpacked unless
/// the caller sent Accept-Encoding.
class HttpClient
{
public:
    using CallId = std::uint64_t;
    using Done = std::function<void(tl::expected<HttpResponse, HttpFailure> &&)>;

    HttpClient(Loop &loop, HttpClientOptions options);
    ~HttpClient(); ///< cancels what is in flight; its callbacks are not called any more

    /// Calls `done` exactly once, later, on the loop's thread.
    CallId send(HttpRequest request, Done done);
    /// The call ends at once with NetCancelled (through `done`); unknown ids do nothing.
    void cancel(CallId id);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace batuta::net
