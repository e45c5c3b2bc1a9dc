// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/api.h"
#include "engine/json/json.h"
#include "tests/support/net/client_run.h"
#include "tests/support/net/servers.h"

#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace batuta::tests {

/// A loopback server that answers for Google's hosts what it was told to, and remembers what it was asked;
/// and a client's loop that asks it as a stand-in. Answers are taken in order, and the last one stays.
class GoogleHouse
{
public:
    struct Reply
    {
        int status = 200;
        std::string body = "{}";
        net::Headers headers{};
    };

    GoogleHouse()
        : server([this](net::ServerRequest request, net::Responder responder) {
            answer(std::move(request), std::move(responder));
        })
        , run(options())
    {
    }

    /// `route` is `METHOD host/path`, decoded and without the query.
    void on(const std::string &route, Reply reply)
    {
        const std::lock_guard lock(m_mutex);
        m_replies[route].push_back(std::move(reply));
    }
    /// `METHOD host/path` of everything that came.
    std::vector<std::string> asked()
    {
        const std::lock_guard lock(m_mutex);
        std::vector<std::string> routes;
        for (const net::ServerRequest &request : m_requests)
            routes.push_back(routeOf(request));
        return routes;
    }
    net::ServerRequest request(std::size_t index)
    {
        const std::lock_guard lock(m_mutex);
        return index < m_requests.size() ? m_requests[index] : net::ServerRequest{};
    }
    json::Value body(std::size_t index) { return json::parse(request(index).body).value_or(json::Value()); }

    cloud::Ground ground()
    {
        cloud::Pauses pauses;
        pauses.first = pauses.longest = std::chrono::milliseconds(1);
        return {run.loop, *run.http, clock, pauses, true};
    }
    /// The answer to one call, which is made on the loop.
    template <class T> Result<T> ask(const std::function<void(cloud::Reply<T>)> &call)
    {
        std::optional<Result<T>> got;
        run.loop.post([&] { call([&](Result<T> result) { got = std::move(result); }); });
        run.runUntil([&] { return got.has_value(); });
        return got ? std::move(*got) : Result<T>(Error{ErrorCode::Internal, {}, "no answer", {}, {}});
    }

    /// Stands until it is pushed.
    class PushedClock final : public Clock
    {
    public:
        WallTime wall() const override { return now; }
        SteadyTime steady() const override { return std::chrono::steady_clock::now(); }
        WallTime now = WallTime(std::chrono::seconds(1'790'000'000));
    };

    PushedClock clock;
    TestServer server;
    ClientRun run;

private:
    net::HttpClientOptions options() const
    {
        net::HttpClientOptions options;
        options.proxy = server.url("");
        return options;
    }
    static std::string routeOf(const net::ServerRequest &request)
    {
        return request.method + " " + std::string(request.header("Host")) + request.path;
    }
    void answer(net::ServerRequest request, net::Responder responder)
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Reply> &replies = m_replies[routeOf(request)];
        Reply reply{404, R"({"error":{"code":404,"message":"nothing here","status":"NOT_FOUND"}})", {}};
        if (!replies.empty()) {
            reply = replies.front();
            if (replies.size() > 1)
                replies.erase(replies.begin());
        }
        m_requests.push_back(std::move(request));
        net::ServerResponse response;
        response.status = reply.status;
        response.body = std::move(reply.body);
        response.headers = std::move(reply.headers);
        responder.send(std::move(response));
    }

    std::mutex m_mutex;
    std::map<std::string, std::vector<Reply>> m_replies;
    std::vector<net::ServerRequest> m_requests;
};

/// A fixed identity: most tests are about something else.
inline cloud::Credentials anybody()
{
    return {cloud::FixedToken{"token-of-anybody"}, {}, {}, {}, "anybody"};
}

} // namespace batuta::tests
