// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/env/seal.h"
#include "engine/host/execution_context.h"
#include "engine/host/faults.h"
#include "engine/host/prepare.h"
#include "engine/json/redact.h"
#include "engine/steps/runner.h"
#include "engine/telemetry/trace_context.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace batuta::host {

/// What an execution is begun or brought back with.
struct ExecutionSetup
{
    Prepared prepared;
    client::ExecutionRecord record; ///< all but steps, output and end; already redacted
    ExecutionContext::Roots roots;
    std::vector<std::string> secrets; ///< what the redactor looks for; children inherit them
    json::Redactor redactor;
    telemetry::ExecutionLog log;
    telemetry::TraceContext trace;
    std::string callerSpan; ///< of whoever started it, in the same trace
    json::Value beginning;  ///< what the event of its start says
    std::optional<int> maxParallel;
    int depth = 0;                             ///< 0 for an execution that no other one started
    std::map<std::string, std::string> pinned; ///< step → the execution that its output is from
    json::Value outputs;                       ///< of the pinned steps
    bool isQueued = false;                     ///< it begins, and starts when it is told so
    json::Value triggerData;                   ///< more members of `trigger`
    json::Value message;                       ///< what started it, for expressions
    Faults faults;                             ///< injected on purpose
    json::Value breakpoints;                   ///< set before the first step starts; null sets none
};
using Acknowledge = std::function<void(Status)>;
/// Which attempt starts a child: after a crash the same attempt finds its child again.
struct ChildKey
{
    std::string parent;
    std::string step;
    int attempt = 1;
    bool mayExist = false;
    std::string traceparent; ///< of the attempt
};
using StartChild = std::function<Result<steps::CancelSubflow>(
    const ChildKey &key, const FlowName &flow, json::Value input, std::function<void(steps::SubflowEnd)>)>;
/// What it stands on. All of it outlives the execution.
struct ExecutionPorts
{
    steps::Services services;
    const env::Seal &seal;
    Policies &policies;
    StartChild startChild;
    std::function<void(const client::EventRecord &)> publish;
    /// Writes an entry and calls committed() for it, in order. Null when nothing is journaled.
    std::function<void(std::string entry)> journal;
    std::function<void()> finished;      ///< once, last; the record waits to be stored
    std::uint64_t maxData = 64ULL << 20; ///< bytes of all outputs
};

} // namespace batuta::host
