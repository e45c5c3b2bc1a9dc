// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"

#include <optional>
#include <string>
#include <string_view>

namespace batuta::plan {

/// Where a step stands. The last six are ends: a step enters exactly one of them, once.
enum class StepStatus {
    Pending, ///< waits for needs, or for room under max_parallel
    Running, ///< an attempt is with its runner
    Backoff, ///< failed, and will be tried again at a known time
    Held,    ///< would start, but for a breakpoint
    Success,
    Failed,
    Skipped,       ///< a rule, a condition, a missing key, or a needed step said no
    Cancelled,     ///< was running when the execution was cancelled, aborted or out of time
    NotRun,        ///< had not started when that happened
    CriticalError, ///< could not even be attempted: the payload cannot be built
};

enum class ExecutionStatus { Running, Success, Failed, Cancelled };

/// `pending`, `not_run`, `critical_error` …: as the API and the store spell it.
std::string_view statusName(StepStatus status);
std::string_view statusName(ExecutionStatus status);
bool isEnd(StepStatus status);

/// What a runner reports of one attempt. The plan alone decides what follows from it.
struct Outcome
{
    enum class Kind { Done, Failed, Critical, Cancelled };
    /// Refused: the breaker is open, nothing was called.
    enum class Cause { None, Connection, Timeout, Status, Other, Refused };

    Kind kind = Kind::Done;
    Cause cause = Cause::None;
    int statusCode = 0;
    std::string reason; ///< `HTTP 503`, `Request timeout after 120s` …
    /// `Retry-After` of the answer, or when an open breaker lets probes through: no earlier than that.
    std::optional<Duration> retryAfter{};
};

/// Why a step is where it is. Values for programs; reasonText gives the words.
struct Reason
{
    enum class Code {
        None,
        WaitsForNeeds,    ///< subject: the steps, comma-separated
        WaitsForRoom,     ///< subject: the limit
        WaitsForRetry,    ///< subject: the number of the next attempt
        AtBreakpoint,     ///< held until somebody lets it go on
        Paused,           ///< the execution is paused
        Pinned,           ///< has its output from before: subject says from where
        Filtered,         ///< taken away by a filter of the routes
        SkipRule,         ///< subject: the rule's reason
        ConditionFalse,   ///< subject: the condition
        NothingToUndo,    ///< compensates a step that did not succeed, or an execution that did
        UrlNotConfigured, ///< subject: the key
        KeyNotConfigured, ///< subject: the key
        NeedNotMet,       ///< subject: the step that failed or was skipped
        Aborted,          ///< subject: the step that aborted
        CancelRequested,
        DeadlineExceeded, ///< subject: the deadline
        TotalTimeout,     ///< of the step; subject: the whole sentence
        Reported,         ///< subject: the runner's own words
    };
    Code code = Code::None;
    std::string subject;
};

/// English, with the exact wording that the ML Orchestrator's callers know (`URL not configured: KEY`).
std::string reasonText(const Reason &reason);

} // namespace batuta::plan
