// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace batuta::telemetry {

/// A position in a distributed trace (W3C Trace Context): which trace, and which span is the caller.
struct TraceContext
{
    std::string traceId; ///< 32 lower-case hexadecimal digits, not all zero
    std::string spanId;  ///< 16 of them, not all zero
    std::uint8_t flags = 1;

    bool isSampled() const { return (flags & 1) != 0; }
    bool operator==(const TraceContext &) const = default;
};

/// Reads a `traceparent` header strictly: lower case only, version 00 with exactly four parts, later versions
/// with at least these four, never version ff, no all-zero ids. Nothing for everything else: the caller then
/// begins a new trace.
std::optional<TraceContext> parseTraceparent(std::string_view header);
/// `00-<trace>-<span>-<flags>`, for the next hop.
std::string traceparent(const TraceContext &context);
/// A fresh, sampled trace.
TraceContext newTrace();
/// A new span in the same trace.
TraceContext childOf(const TraceContext &parent);
/// The span of what has this name inside `parent`: always the same, so that whoever knows both finds it, also
/// after a crash.
TraceContext namedChild(TraceContext parent, std::string_view name);
/// Whether a new trace is recorded when `share` (0 to 1) of all are: the same answer for the same trace,
/// whoever asks.
bool isChosen(const TraceContext &trace, double share);

} // namespace batuta::telemetry
