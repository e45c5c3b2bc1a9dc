// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"
#include "engine/flow/definition.h"
#include "engine/host/gated_attempt.h"
#include "engine/host/recorded_attempt.h"

#include <map>
#include <string>

namespace batuta::host {

/// What goes wrong with a step on purpose.
struct Fault
{
    enum class Kind {
        None,      ///< only the latency
        Status,    ///< answered with `status`, without a call
        Timeout,   ///< no answer comes in time, and nothing is called
        Drop,      ///< the connection breaks before anything is called
        Duplicate, ///< called twice with one Idempotency-Key; the second answer counts
        Recorded,  ///< answered as an execution of the past was: a replay
        Moved,     ///< addresses that are there call another one; all else is not called: a rehearsal
    };
    Kind kind = Kind::None;
    Duration latency{}; ///< before the call, within the step's timeout
    int status = 0;
    int attempts = 0; ///< only the first so many; 0 is every one
    std::shared_ptr<const RecordedStep> recorded{};
    steps::Moved moved{};
};
using Faults = std::map<std::string, Fault>; ///< by step
/// In place of a step, for each that calls anything, has no fault of its own, and may be what undoes another:
/// `{moved: {from: to}}`.
inline constexpr std::string_view kEveryStep = "*";

/// Reads `StartExecution::faults`. ActRefused names the step and what does not fit: a step that there is not
/// or that calls nothing, a member that nobody knows, a value out of range.
Result<Faults> readFaults(const json::Value &faults, const flow::Flow &flow);
/// As readFaults() takes it again.
json::Value toJson(const Faults &faults);
/// What records and events say of it: `{latency_ms, status, timeout, drop, duplicate}`, those that it has.
json::Value shown(const Fault &fault);
/// The fault that the attempt of a step meets, or null.
const Fault *faultOf(const Faults &faults, const std::string &step, int attempt);
/// The same, or else what every step that calls anything meets.
const Fault *faultOf(const Faults &faults, const flow::Step &step, int attempt);

/// startGated() with a fault: null starts it as it is. Reports say under `injected` what was done on purpose;
/// what is not called touches no breaker, no rate limit and no service.
std::unique_ptr<steps::RunningAttempt> startFaulty(const steps::Attempt &attempt, const Fault *fault,
                                                   const steps::Services &services, Policies &policies,
                                                   steps::Report report);

} // namespace batuta::host
