// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/http_call.h"

#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/net/http_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace batuta::steps {
namespace {

using Cause = plan::Outcome::Cause;

/// A year: nobody waits longer, and sums of times stay in range.
constexpr Duration kLongestRetryAfter = std::chrono::hours(24 * 365);

std::optional<std::int64_t> numberOf(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.starts_with('-'))
        return std::nullopt;
    return number;
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`
std::optional<WallTime> parseHttpDate(std::string_view text)
{
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT" || text[19] != ':' ||
        text[22] != ':')
        return std::nullopt;
    const std::size_t month = months.find(text.substr(8, 3));
    std::array<int, 5> parts{};
    constexpr std::array<std::pair<int, int>, 5> places{{{5, 2}, {12, 4}, {17, 2}, {20, 2}, {23, 2}}};
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const auto number = numberOf(text.substr(static_cast<std::size_t>(places.at(part).first),
                                                 static_cast<std::size_t>(places.at(part).second)));
        if (!number)
            return std::nullopt;
        parts.at(part) = static_cast<int>(*number);
    }
    const auto [day, year, hour, minute, second] = parts;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month / 3 + 1)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (month == std::string_view::npos || month % 3 != 0 || !date.ok() || hour > 23 || minute > 59 ||
        second > 60)
        return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second);
}

plan::Outcome outcomeOf(const net::HttpFailure &failure, Duration timeout)
{
    const Error &error = failure.error;
    switch (error.code) {
    case ErrorCode::NetTimeout:
        return failed(Cause::Timeout, "Request timeout after " + json::numberText(secondsOf(timeout)) + "s");
    case ErrorCode::NetConnect:
    case ErrorCode::NetResolve:
        return failed(Cause::Connection, "Connection error: " + error.detail);
    case ErrorCode::NetTls:
        return failed(Cause::Connection, "Connection error: TLS: " + error.detail);
    case ErrorCode::NetCancelled:
        return cancelled();
    default:
        return failed(Cause::Other,
                      "Request failed: " +
                          (error.detail.empty() ? std::string(codeTitle(error.code)) : error.detail),
                      failure.status);
    }
}

plan::Outcome outcomeOf(const net::HttpResponse &response, WallTime now)
{
    plan::Outcome outcome = done();
    if (response.status < 200 || response.status > 299)
        outcome = failed(Cause::Status, "HTTP " + std::to_string(response.status));
    outcome.statusCode = response.status;
    if (response.status == 429 || response.status == 503)
        if (const std::string *after = net::findHeader(response.headers, "Retry-After"))
            outcome.retryAfter = parseRetryAfter(*after, now);
    return outcome;
}

/// The body as a value: JSON when it is JSON, otherwise its text.
json::Value outputOf(const std::string &body)
{
    if (body.empty())
        return {};
    Result<json::Value> value = json::parse(body);
    return value ? std::move(*value) : json::Value(isValidUtf8(body) ? body : std::string("(binary)"));
}

class HttpCall final : public RunningAttempt
{
public:
    HttpCall(const Services &services, CallRecord record, Report report)
        : m_client(services.http)
        , m_clock(services.clock)
        , m_record(std::move(record))
        , m_report(std::move(report))
    {
    }
    ~HttpCall() override
    {
        *m_alive = false;
        if (m_report)
            m_client.cancel(m_call);
    }

    void send(net::HttpRequest &&request)
    {
        m_timeout = request.timeout;
        m_call = m_client.send(
            std::move(request),
            [this, alive = m_alive](tl::expected<net::HttpResponse, net::HttpFailure> &&result) {
                if (*alive)
                    ended(std::move(result));
            });
    }
    void cancel() override { m_client.cancel(m_call); }

private:
    void ended(tl::expected<net::HttpResponse, net::HttpFailure> &&result)
    {
        AttemptReport report;
        Exchange exchange;
        net::HttpRequest &request = result ? result->request : result.error().request;
        exchange.method = std::move(request.method);
        exchange.url = m_record.shownUrl.empty() ? std::move(request.url) : std::move(m_record.shownUrl);
        exchange.requestHeaders = std::move(request.headers);
        exchange.requestBody = std::move(request.body);
        if (result) {
            report.outcome = outcomeOf(*result, m_clock.wall());
            if (m_record.wantsOutput)
                report.output = outputOf(result->body);
            exchange.status = result->status;
            exchange.responseHeaders = std::move(result->headers);
            exchange.responseBody = std::move(result->body);
            exchange.timings = result->timings;
        } else {
            report.outcome = outcomeOf(result.error(), m_timeout);
            exchange.status = result.error().status;
            exchange.timings = result.error().timings;
        }
        report.exchange = std::move(exchange);
        const Report tell = std::move(m_report);
        m_report = nullptr;
        tell(std::move(report)); // may destroy this
    }

    net::HttpClient &m_client;
    const Clock &m_clock;
    CallRecord m_record;
    Report m_report;
    net::HttpClient::CallId m_call = 0;
    Duration m_timeout{};
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

bool hasHeader(const net::Headers &headers, std::string_view name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [&](const auto &header) { return equalIgnoringCase(header.first, name); });
}

} // namespace

Status addTemplates(const flow::NamedTemplates &templates, const expr::Context &context, net::Headers &out)
{
    for (const auto &[name, value] : templates) {
        Result<std::string> text = value.evaluateText(context);
        if (!text)
            return text.error();
        out.emplace_back(name, std::move(*text));
    }
    return {};
}

void addOwnHeaders(const Attempt &attempt, net::Headers &headers)
{
    const auto add = [&](std::string_view name, std::string value) {
        if (!hasHeader(headers, name))
            headers.emplace_back(name, std::move(value));
    };
    if (!attempt.traceparent.empty())
        add("traceparent", attempt.traceparent);
    add("Idempotency-Key", attempt.execution.value + "/" + attempt.step.id.value +
                               (attempt.item < 0 ? "" : "/" + std::to_string(attempt.item)));
    add("X-Batuta-Attempt", std::to_string(attempt.number));
}

Status addJson(const expr::TemplateTree &json, const expr::Context &context, net::HttpRequest &request)
{
    const Result<json::Value> body = json.evaluate(context);
    if (!body)
        return body.error();
    json::write(*body, request.body);
    request.headers.emplace_back("Content-Type", "application/json");
    return {};
}

std::optional<Duration> parseRetryAfter(std::string_view text, WallTime now)
{
    text = trimmed(text);
    if (const auto seconds = numberOf(text))
        return *seconds < kLongestRetryAfter / std::chrono::seconds(1) ? std::chrono::seconds(*seconds)
                                                                       : kLongestRetryAfter;
    const auto date = parseHttpDate(text);
    if (!date)
        return std::nullopt;
    return std::clamp(std::chrono::duration_cast<Duration>(*date - now), Duration{}, kLongestRetryAfter);
}

std::optional<std::string> movedUrl(const Moved &moved, const std::string &url)
{
    for (const auto &[from, to] : moved) {
        const bool isWhole = url.size() == from.size();
        const bool isBelow =
            url.size() > from.size() &&
            (from.ends_with('/') || std::string_view("/?#").find(url[from.size()]) != std::string_view::npos);
        if (!from.empty() && url.starts_with(from) && (isWhole || isBelow))
            return to + url.substr(from.size());
    }
    return std::nullopt;
}

std::unique_ptr<RunningAttempt> startCall(const Services &services, net::HttpRequest &&request,
                                          CallRecord record, Report report)
{
    auto running = std::make_unique<HttpCall>(services, std::move(record), std::move(report));
    running->send(std::move(request));
    return running;
}

} // namespace batuta::steps
