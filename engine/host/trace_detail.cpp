// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/trace_detail.h"

#include "engine/base/text.h"
#include "engine/json/json.h"

namespace batuta::host {
namespace {

std::string_view outcomeName(plan::Outcome::Kind kind)
{
    switch (kind) {
    case plan::Outcome::Kind::Done:
        return "success";
    case plan::Outcome::Kind::Failed:
        return "failed";
    case plan::Outcome::Kind::Critical:
        return "critical_error";
    case plan::Outcome::Kind::Cancelled:
        return "cancelled";
    }
    return "";
}

double millis(Duration duration)
{
    return static_cast<double>(duration.count()) / 1000;
}

json::Value timingsOf(const net::HttpTimings &timings)
{
    return json::Object{{"wait_ms", millis(timings.wait)},
                        {"dns_ms", millis(timings.dns)},
                        {"connect_ms", millis(timings.connect)},
                        {"tls_ms", millis(timings.tls)},
                        {"first_byte_ms", millis(timings.firstByte)},
                        {"transfer_ms", millis(timings.transfer)},
                        {"reused", timings.reused}};
}

json::Value headersOf(const net::Headers &headers, const json::Redactor &redactor)
{
    json::Object object;
    object.reserve(headers.size());
    for (const auto &[name, value] : headers)
        object.set(name, json::isSecretName(name) ? std::string(json::kMask) : redactor.text(value));
    return object;
}

/// What is looked at beyond the cut, so that no secret stands astride it.
constexpr std::size_t kLongestSecret = 64u << 10;

bool mayHoldSecretNames(std::string_view body)
{
    const std::string text = lowered(body);
    for (const std::string_view word :
         {"token", "secret", "pass", "senha", "authori", "cookie", "key", "credential", "jwt", "\\u"})
        if (text.find(word) != std::string::npos)
            return true;
    return false;
}

/// At most so many bytes, not ending inside a character.
std::string_view beginningOf(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80)
        --most;
    return text.substr(0, most);
}

void addBody(json::Object &message, const std::string &body, const json::Redactor &redactor)
{
    message.append("bytes", static_cast<std::int64_t>(body.size()));
    if (body.empty())
        return;
    if (!isValidUtf8(body)) {
        message.append("binary", true);
        return;
    }
    // Redacted before it is cut: half a secret is still one, and half a JSON text has no names to go by.
    const std::size_t most = mayHoldSecretNames(body) ? body.size() : kRecordedBodyBytes + kLongestSecret;
    const std::string_view seen = beginningOf(body, most);
    std::string text = redactedBody(seen, redactor);
    const bool cut = seen.size() < body.size() || text.size() > kRecordedBodyBytes;
    text.resize(beginningOf(text, kRecordedBodyBytes).size());
    message.append("body", std::move(text));
    if (cut)
        message.append("truncated", true);
}

} // namespace

std::string redactedBody(std::string_view body, const json::Redactor &redactor)
{
    if (mayHoldSecretNames(body))
        if (const Result<json::Value> value = json::parse(body))
            return json::write(redactor.value(*value));
    return redactor.text(body);
}

json::Value attemptDetail(const steps::AttemptReport &report, const AttemptTimes &times,
                          const json::Redactor &redactor)
{
    const plan::Outcome &outcome = report.outcome;
    json::Object detail{
        {"attempt", times.number},
        {"status", outcomeName(outcome.kind)},
        {"error", outcome.reason.empty() ? json::Value() : json::Value(redactor.text(outcome.reason))},
        {"status_code", outcome.statusCode},
        {"started_at", isoTime(times.startedAt)},
        {"duration_ms", millis(times.duration)}};
    if (!report.exchange)
        return detail;
    const steps::Exchange &exchange = *report.exchange;
    detail.append("timings", timingsOf(exchange.timings));
    json::Object request{{"method", exchange.method},
                         {"url", redactor.text(exchange.url)},
                         {"headers", headersOf(exchange.requestHeaders, redactor)}};
    addBody(request, exchange.requestBody, redactor);
    detail.append("request", std::move(request));
    if (exchange.status != 0) {
        json::Object response{{"status", exchange.status},
                              {"headers", headersOf(exchange.responseHeaders, redactor)}};
        addBody(response, exchange.responseBody, redactor);
        detail.append("response", std::move(response));
    }
    return detail;
}

} // namespace batuta::host
