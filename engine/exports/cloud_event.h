// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace batuta::exports {

// The events that a webhook hears, as CloudEvents 1.0 in structured mode (`application/cloudevents+json`):
//
// type                            when                                          data, besides that of all
// batuta.execution.started        it begins; recorded before it is told         started_at, environment
// batuta.execution.paused         somebody paused it
// batuta.execution.resumed        … and let it go on
// batuta.execution.finished       all ended well                                status, error, duration_ms
// batuta.execution.failed         it ended otherwise                            status, error, duration_ms
// batuta.execution.cancelled      it was cancelled, and what ran has stopped    status, error, duration_ms
// batuta.execution.interrupted    an engine died and no other could go on       status, error, duration_ms
// batuta.step.waiting             a step asks a person                          step, question
// batuta.step.failed              a step ended as failed or critical_error      step, status, reason,
//                                                                               status_code, attempts,
//                                                                               duration_ms
//
// data of all: execution_id, flow, flow_version, trigger, and, when there is one, correlation_id, parent,
// origin. Inputs and outputs never leave by this way; texts have been masked by the host.
//
// id        <execution id>/<number>: the events of an execution count from 1, and an event that is sent
// again,
//           also by another engine after a crash, has the same id. `interrupted` has that word.
// sequence  the same number, to sort by
// source    "/batuta", or BATUTA_CLOUD_EVENTS_SOURCE
// subject   the execution's id, for steps `<execution id>/<step>`
// traceparent  of the execution, when it is known
inline constexpr std::string_view kCloudEventsType = "application/cloudevents+json; charset=utf-8";

/// What the events of one execution have in common.
struct Subject
{
    std::string execution;
    std::string flow;
    std::string version;
    std::string trigger;
    std::string correlationId;
    std::string parent;
    std::string origin;
    std::string environment;
    std::string traceparent;
    WallTime startedAt{};
};

Subject subjectOf(const store::ExecutionRecord &record);

/// The type of an event of the host, or "" when no webhook hears it. `kind` is that of the event's step.
std::string_view cloudEventType(const store::EventRecord &event, std::string_view kind);
/// What tells that no engine could go on with the execution.
store::EventRecord interruptedEvent(const store::ExecutionRecord &record);

/// One event, ready to be written.
struct CloudEvent
{
    const Subject &subject;
    const store::EventRecord &event;
    std::string_view type;
    std::int64_t number = 0; ///< 0 for `interrupted`
    json::Value question{};  ///< of a step that waits
};

/// The body of its request.
std::string cloudEventText(const CloudEvent &event, std::string_view source);

/// The kind of a step in the record, or "".
std::string_view kindOf(const store::ExecutionRecord &record, std::string_view step);
/// What the step asks now, or null.
json::Value questionOf(const store::ExecutionRecord &record, std::string_view step);

} // namespace batuta::exports
