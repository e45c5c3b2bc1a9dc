// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/cloud/values.h"
#include "engine/net/http_client.h"

#include <memory>
#include <random>
#include <string>

namespace batuta::cloud {

/// How often a call is tried, and how long it waits between two tries.
struct Pauses
{
    int tries = 5;
    Duration first = std::chrono::milliseconds(500);
    Duration longest = std::chrono::seconds(8);
    Duration longestAsked = std::chrono::seconds(60); ///< by the server's Retry-After
};

/// What an HTTP call to Google stands on. All of it lives on the loop's thread, and outlives who is given it.
struct Ground
{
    net::Loop &loop;
    net::HttpClient &http;
    const Clock &clock;
    Pauses pauses{};
    bool isLocal = false; ///< the HTTP client's proxy is a stand-in: Google's hosts are asked without TLS
};

struct Call
{
    net::HttpRequest request;
    /// A second try does no harm. Without it only what the server has surely not begun is tried again:
    /// connections that failed, 429 and 503.
    bool repeats = true;
    int tries = 0; ///< at most; 0 is what the pauses say
};

/// Sends calls, and sends them again when that may help: exponential pauses with jitter, or what Retry-After
/// says. The answer is the last response, whatever its status, or the last failure of the network.
class Caller
{
public:
    explicit Caller(Ground ground);
    ~Caller();
    Caller(const Caller &) = delete;
    Caller &operator=(const Caller &) = delete;

    void send(Call call, Reply<net::HttpResponse> reply);
    /// Answers with an error, later, as everything does.
    template <class T> void refuse(Reply<T> reply, Error error)
    {
        m_ground.loop.post([reply = std::move(reply), error = std::move(error)] { reply(error); });
    }
    const Ground &ground() const { return m_ground; }

private:
    struct Flight;

    void start(const std::shared_ptr<Flight> &flight);
    void ended(const std::shared_ptr<Flight> &flight, tl::expected<net::HttpResponse, net::HttpFailure> got);
    bool isWorthAnother(const Flight &flight,
                        const tl::expected<net::HttpResponse, net::HttpFailure> &got) const;
    Duration pauseAfter(const Flight &flight, const tl::expected<net::HttpResponse, net::HttpFailure> &got);

    Ground m_ground;
    std::minstd_rand m_random;
    std::shared_ptr<int> m_life; ///< timers look whether it is still there
};

/// `host` of a URL, for errors: the rest may be long, and may be a secret.
std::string hostOf(const std::string &url);

} // namespace batuta::cloud
