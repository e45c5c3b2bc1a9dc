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

/// The bits of 16 hexadecimal digits.
std::uint64_t bitsOf(std::string_view digits)
{
    std::uint64_t bits = 0;
    for (const char digit : digits)
        bits = bits << 4 | kDigits.find(digit);
    return bits;
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
    std::string header;
    header.reserve(kLength);
    header.append("00-").append(context.traceId).append("-").append(context.spanId);
    header.append(context.isSampled() ? "-01" : "-00"); // the one flag that version 00 defines
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

TraceContext namedChild(TraceContext parent, std::string_view name)
{
    // FNV-1a, and then every bit is made to depend on every other one.
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const std::string_view part : {std::string_view(parent.spanId), name})
        for (const char byte : part)
            hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdULL;
    hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53ULL;
    hash ^= hash >> 33;
    if (hash == 0) // not a valid id
        hash = 1;
    std::string &id = parent.spanId;
    id.resize(16);
    for (std::size_t at = id.size(); at-- > 0; hash >>= 4)
        id[at] = kDigits[hash & 15];
    return parent;
}

bool isChosen(const TraceContext &trace, double share)
{
    if (share >= 1)
        return true;
    // The seven last bytes are the random ones in every version of the standard.
    constexpr double kAll = 72057594037927936.0; // 2^56
    return static_cast<double>(bitsOf(std::string_view(trace.traceId).substr(18))) < share * kAll;
}

} // namespace batuta::telemetry
