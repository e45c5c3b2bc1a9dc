// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/trace_detail.h"

#include "engine/base/text.h"
#include "engine/host/pieces.h"
#include "engine/json/json.h"
#include "engine/telemetry/log_line.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

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

// The record of an attempt is written once and kept as text: as values it would be sixty pieces of memory,
// made, written and thrown away for every attempt. Names stand here with what is around them.

void writeMillis(std::string_view name, Duration duration, json::Text &out)
{
    out += name;
    json::writeThousandths(duration.count(), out);
}

void writeText(std::string_view name, std::string_view text, json::Text &out)
{
    out += name;
    json::writeString(text, out);
}

void writeTimings(const net::HttpTimings &timings, json::Text &out)
{
    writeMillis(R"({"wait_ms":)", timings.wait, out);
    writeMillis(R"(,"dns_ms":)", timings.dns, out);
    writeMillis(R"(,"connect_ms":)", timings.connect, out);
    writeMillis(R"(,"tls_ms":)", timings.tls, out);
    writeMillis(R"(,"first_byte_ms":)", timings.firstByte, out);
    writeMillis(R"(,"transfer_ms":)", timings.transfer, out);
    out += timings.reused ? R"(,"reused":true})" : R"(,"reused":false})";
}

/// A name that stands there more than once is told once, with its last value.
void writeHeaders(const net::Headers &headers, const json::Redactor &redactor, json::Text &out)
{
    char separator = '{';
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        const auto isNamesake = [&](const auto &other) { return other.first == header->first; };
        if (std::any_of(headers.begin(), header, isNamesake))
            continue;
        const std::string &value = std::find_if(headers.rbegin(), headers.rend(), isNamesake)->second;
        out += std::exchange(separator, ',');
        json::writeString(header->first, out);
        out += ':';
        if (json::isSecretName(header->first))
            json::writeString(json::kMask, out);
        else if (redactor.isEmpty())
            json::writeString(value, out);
        else
            json::writeString(redactor.text(value), out);
    }
    out += headers.empty() ? "{}" : "}";
}

/// What is looked at beyond the cut, so that no secret stands astride it.
constexpr std::size_t kLongestSecret = 64u << 10;

/// Whether a member of the body has the name of a secret, or one that only a parser can read. Every body
/// comes by here: it is looked at once, from colon to colon, and not copied.
bool mayHoldSecretNames(std::string_view body)
{
    for (std::size_t at = body.find(':'); at != std::string_view::npos; at = body.find(':', at + 1)) {
        const std::size_t end = body.substr(0, at).find_last_not_of(" \t\r\n");
        if (end == std::string_view::npos || end == 0 || body[end] != '"')
            continue;
        const std::size_t start = body.rfind('"', end - 1);
        if (start == std::string_view::npos)
            continue;
        const std::string_view name = body.substr(start + 1, end - start - 1);
        const bool hasEscape =
            name.find('\\') != std::string_view::npos || (start > 0 && body[start - 1] == '\\');
        if (hasEscape || json::isSecretName(name))
            return true;
    }
    return false;
}

std::string maskedBody(std::string_view body, const json::Redactor &redactor, bool mayHoldSecrets)
{
    if (mayHoldSecrets)
        if (const Result<json::Value> value = json::parse(body))
            return json::write(redactor.value(*value));
    return redactor.text(body);
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

bool isAscii(std::string_view text)
{
    std::uint64_t all = 0;
    for (std::uint64_t eight = 0; text.size() >= sizeof eight; text.remove_prefix(sizeof eight)) {
        std::memcpy(&eight, text.data(), sizeof eight);
        all |= eight;
    }
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    return (all & 0x8080808080808080) == 0;
}

void writeBody(const std::string &body, const json::Redactor &redactor, json::Text &out)
{
    writeNumber(R"(,"bytes":)", static_cast<std::int64_t>(body.size()), out);
    if (body.empty())
        return;
    if (!isAscii(body) && !isValidUtf8(body)) {
        out += R"(,"binary":true)";
        return;
    }
    // Redacted before it is cut: half a secret is still one, and half a JSON text has no names to go by.
    const bool mayHoldSecrets = mayHoldSecretNames(body);
    const std::size_t most = mayHoldSecrets ? body.size() : kRecordedBodyBytes + kLongestSecret;
    const std::string_view seen = beginningOf(body, most);
    const bool isPlain = !mayHoldSecrets && redactor.isEmpty();
    const std::string masked = isPlain ? std::string() : maskedBody(seen, redactor, mayHoldSecrets);
    const std::string_view whole = isPlain ? seen : std::string_view(masked);
    writeText(R"(,"body":)", beginningOf(whole, kRecordedBodyBytes), out);
    if (seen.size() < body.size() || whole.size() > kRecordedBodyBytes)
        out += R"(,"truncated":true)";
}

void writeExchange(const steps::Exchange &exchange, const json::Redactor &redactor, json::Text &out)
{
    out += R"(,"timings":)";
    writeTimings(exchange.timings, out);
    writeText(R"(,"request":{"method":)", exchange.method, out);
    writeText(R"(,"url":)", redactor.text(exchange.url), out);
    out += R"(,"headers":)";
    writeHeaders(exchange.requestHeaders, redactor, out);
    writeBody(exchange.requestBody, redactor, out);
    out += '}';
    if (exchange.status == 0)
        return;
    writeNumber(R"(,"response":{"status":)", exchange.status, out);
    out += R"(,"headers":)";
    writeHeaders(exchange.responseHeaders, redactor, out);
    writeBody(exchange.responseBody, redactor, out);
    out += '}';
}

/// What the wish to stop came to; client/receipts.h says what the words mean.
std::string_view receiptOf(const steps::AttemptReport &report)
{
    if (report.outcome.kind != plan::Outcome::Kind::Cancelled)
        return "finished";
    const bool wasOnItsWay =
        report.exchange && (report.exchange->timings.reused || report.exchange->timings.connect > Duration{});
    return wasOnItsWay ? "given_up" : "stopped";
}

void writeCancel(const steps::AttemptReport &report, const AttemptTimes &times, json::Text &out)
{
    writeText(R"(,"cancel":{"receipt":)", receiptOf(report), out);
    writeText(R"(,"asked_at":)", isoTime(*times.cancelAskedAt), out);
    writeText(R"(,"acknowledged_at":)", isoTime(times.startedAt + times.duration), out);
    out += '}';
}

} // namespace

std::string redactedBody(std::string_view body, const json::Redactor &redactor)
{
    return maskedBody(body, redactor, mayHoldSecretNames(body));
}

json::Value attemptDetail(const steps::AttemptReport &report, const AttemptTimes &times,
                          const json::Redactor &redactor)
{
    const plan::Outcome &outcome = report.outcome;
    thread_local json::Text out;
    out.clear();
    writeNumber(R"({"attempt":)", times.number, out);
    writeText(R"(,"status":)", outcomeName(outcome.kind), out);
    if (outcome.reason.empty())
        out += R"(,"error":null)";
    else
        writeText(R"(,"error":)", redactor.text(outcome.reason), out);
    writeNumber(R"(,"status_code":)", outcome.statusCode, out);
    out += R"(,"started_at":")";
    out += telemetry::timestampOf(times.startedAt);
    writeMillis(R"(","duration_ms":)", times.duration, out);
    if (times.cancelAskedAt)
        writeCancel(report, times, out);
    if (!report.injected.isNull()) {
        out += R"(,"injected":)";
        json::write(report.injected, out);
    }
    if (!report.items.empty()) {
        out += R"(,"items":)";
        json::write(report.items, out);
    }
    if (report.exchange)
        writeExchange(*report.exchange, redactor, out);
    out += '}';
    return json::Value::unparsed(out.str());
}

} // namespace batuta::host
