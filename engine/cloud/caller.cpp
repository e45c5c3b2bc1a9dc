// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/caller.h"

#include "engine/net/http_text.h"
#include "engine/net/url.h"

#include <algorithm>
#include <charconv>

namespace batuta::cloud {
namespace {

constexpr std::string_view kGoogle = ".googleapis.com";

std::string localAddress(const std::string &url)
{
    constexpr std::string_view kTls = "https://";
    if (url.rfind(kTls, 0) != 0)
        return url;
    const std::string host = hostOf(url);
    return host.ends_with(kGoogle) ? "http://" + url.substr(kTls.size()) : url;
}

/// Seconds; dates, which Google does not send, are 0.
Duration askedPause(const net::HttpResponse &response)
{
    const std::string *text = net::findHeader(response.headers, "Retry-After");
    int seconds = 0;
    if (text != nullptr)
        std::from_chars(text->data(), text->data() + text->size(), seconds);
    return std::chrono::seconds(std::max(0, seconds));
}

} // namespace

std::string hostOf(const std::string &url)
{
    const Result<net::Url> parts = net::parseUrl(url);
    return parts ? parts->host : std::string();
}

struct Caller::Flight
{
    Call call;
    Reply<net::HttpResponse> reply;
    int tries = 0;
};

Caller::Caller(Ground ground)
    : m_ground(ground)
    , m_random(std::random_device{}())
    , m_life(std::make_shared<int>())
{
}

Caller::~Caller() = default;

void Caller::send(Call call, Reply<net::HttpResponse> reply)
{
    if (m_ground.isLocal)
        call.request.url = localAddress(call.request.url);
    start(std::make_shared<Flight>(Flight{std::move(call), std::move(reply)}));
}

void Caller::start(const std::shared_ptr<Flight> &flight)
{
    ++flight->tries;
    m_ground.http.send(flight->call.request,
                       [this, life = std::weak_ptr<int>(m_life), flight](auto got) mutable {
                           if (!life.expired())
                               ended(flight, std::move(got));
                       });
}

bool Caller::isWorthAnother(const Flight &flight,
                            const tl::expected<net::HttpResponse, net::HttpFailure> &got) const
{
    if (flight.tries >= (flight.call.tries > 0 ? flight.call.tries : m_ground.pauses.tries))
        return false;
    if (got) {
        if (got->status == 429 || got->status == 503)
            return askedPause(*got) <= m_ground.pauses.longestAsked;
        return flight.call.repeats && (got->status == 408 || got->status >= 500) && got->status != 501;
    }
    switch (got.error().error.code) {
    case ErrorCode::NetConnect:
    case ErrorCode::NetResolve:
        return true;
    case ErrorCode::NetTimeout:
    case ErrorCode::NetProtocol:
        return flight.call.repeats;
    default:
        return false;
    }
}

Duration Caller::pauseAfter(const Flight &flight,
                            const tl::expected<net::HttpResponse, net::HttpFailure> &got)
{
    const Pauses &pauses = m_ground.pauses;
    const Duration whole = std::min(pauses.longest, pauses.first * (1 << (flight.tries - 1)));
    std::uniform_real_distribution<double> part(0.5, 1.0);
    const Duration own(static_cast<Duration::rep>(static_cast<double>(whole.count()) * part(m_random)));
    return got ? std::max(own, askedPause(*got)) : own;
}

void Caller::ended(const std::shared_ptr<Flight> &flight,
                   tl::expected<net::HttpResponse, net::HttpFailure> got)
{
    if (isWorthAnother(*flight, got)) {
        const SteadyTime when = m_ground.clock.steady() + pauseAfter(*flight, got);
        m_ground.loop.startTimer(when, [this, life = std::weak_ptr<int>(m_life), flight] {
            if (!life.expired())
                start(flight);
        });
        return;
    }
    if (got)
        return flight->reply(std::move(*got));
    Error error = got.error().error;
    error.subject = hostOf(flight->call.request.url);
    if (flight->tries > 1)
        error.detail += " (tried " + std::to_string(flight->tries) + " times)";
    flight->reply(std::move(error));
}

} // namespace batuta::cloud
