// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/telemetry/trace_context.h"

#include "engine/base/uuid.h"

namespace batuta::telemetry {
namespace {

constexpr std::size_t kLength = 55; // 2-32-16-2 digits and three dashes
constexpr std::string_view kDigits = "0123456789abcdef";

bool isLowerHex(std::string_view text)
{
    return text.find_first_not_of(kDigits) == std::string_view::npos;
}

bool isAllZero(std::string_view text)
{
    return text.find_first_not_of('0') == std::string_view::npos;
}

std::string newId(int bytes)
{
    std::string id = randomHex(bytes);
    if (isAllZero(id)) // possible, and not a valid id
        id.back() = '1';
    return id;
}

} // namespace

std::optional<TraceContext> parseTraceparent(std::string_view header)
{
    if (header.size() < kLength || header[2] != '-' || header[35] != '-' || header[52] != '-')
        return std::nullopt;
    const std::string_view version = header.substr(0, 2);
    const std::string_view trace = header.substr(3, 32);
    const std::string_view span = header.substr(36, 16);
    const std::string_view flags = header.substr(53, 2);
    if (!isLowerHex(version) || !isLowerHex(trace) || !isLowerHex(span) || !isLowerHex(flags) ||
        version == "ff")
        return std::nullopt;
    const bool hasMore = header.size() > kLength;
    if (hasMore && (version == "00" || header[kLength] != '-'))
        return std::nullopt;
    if (isAllZero(trace) || isAllZero(span))
        return std::nullopt;
    const std::size_t value = kDigits.find(flags[0]) * 16 + kDigits.find(flags[1]);
    return TraceContext{std::string(trace), std::string(span), static_cast<std::uint8_t>(value)};
}

std::string traceparent(const TraceContext &context)
{
    std::string header = "00-" + context.traceId + "-" + context.spanId + "-0";
    header += context.isSampled() ? '1' : '0'; // the one flag that version 00 defines
    return header;
}

TraceContext newTrace()
{
    return {newId(16), newId(8), 1};
}

TraceContext childOf(const TraceContext &parent)
{
    return {parent.traceId, newId(8), parent.flags};
}

} // namespace batuta::telemetry
