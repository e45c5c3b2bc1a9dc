// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/exports/settings.h"
#include "engine/store/records.h"
#include "engine/telemetry/trace_context.h"

#include <string>
#include <string_view>

namespace batuta::exports {

/// An execution that has ended, with its place in the trace. The record has been redacted by the host.
struct Ended
{
    store::ExecutionRecord record;
    telemetry::TraceContext trace; ///< spanId is the execution's own
    std::string callerSpan;        ///< of whoever started it, or ""
};

// The spans inside an execution. Whoever calls on hands these to the next hop, so that the trees meet.
telemetry::TraceContext stepSpan(const telemetry::TraceContext &execution, std::string_view step);
telemetry::TraceContext attemptSpan(telemetry::TraceContext step, int attempt);
/// One item of a foreach; `attempt` is the item's own.
telemetry::TraceContext itemSpan(const telemetry::TraceContext &attempt, int item, int itemAttempt);

/// Appends the spans of the execution as the JSON mapping of OTLP has them, with commas between: itself, each
/// step that was called, each attempt, and each item of a foreach. HTTP calls follow the stable semantic
/// conventions. Gives their number.
std::size_t appendSpans(const Ended &ended, std::string &out);

/// What stands before and after spans in the body of one request.
std::string requestHead(const TraceSettings &settings, std::string_view version);
inline constexpr std::string_view kRequestTail = "]}]}]}";

} // namespace batuta::exports
