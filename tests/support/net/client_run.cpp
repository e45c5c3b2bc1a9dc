// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/client_run.h"

#include <utility>

namespace batuta::tests {
namespace {

constexpr auto kPatience = std::chrono::seconds(10);
constexpr auto kLook = std::chrono::milliseconds(1);

} // namespace

ClientRun::ClientRun(net::HttpClientOptions options)
{
    http.emplace(loop, std::move(options));
}

bool ClientRun::runUntil(const std::function<bool()> &isDone)
{
    const SteadyTime end = std::chrono::steady_clock::now() + kPatience;
    net::Loop::TimerId timer = 0;
    const std::function<void()> look = [&] {
        const SteadyTime now = std::chrono::steady_clock::now();
        if (isDone() || now >= end)
            loop.stop();
        else
            timer = loop.startTimer(now + kLook, look);
    };
    look();
    loop.run();
    loop.cancelTimer(timer);
    return isDone();
}

ClientRun::Outcome ClientRun::fetch(net::HttpRequest request)
{
    std::optional<Outcome> result;
    http->send(std::move(request), [&](Outcome outcome) {
        result = std::move(outcome);
        loop.stop();
    });
    const auto guard = loop.startTimer(std::chrono::steady_clock::now() + kPatience, [this] { loop.stop(); });
    loop.run();
    loop.cancelTimer(guard);
    if (!result)
        return tl::make_unexpected(
            net::HttpFailure{{ErrorCode::Internal, {}, "the call never ended", {}, {}}, {}, 0});
    return std::move(*result);
}

ClientRun::Outcome ClientRun::get(const std::string &url)
{
    net::HttpRequest request;
    request.url = url;
    return fetch(std::move(request));
}

std::string outcomeText(const ClientRun::Outcome &outcome)
{
    if (outcome)
        return std::to_string(outcome->status) + " " + outcome->body;
    return std::string(codeName(outcome.error().error.code)) + ": " + outcome.error().error.detail;
}

} // namespace batuta::tests
