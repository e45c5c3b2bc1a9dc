// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/ids.h"
#include "engine/flow/definition.h"
#include "engine/store/records.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::client {

// The record of an execution, live or past, is the same value that the history keeps.
using store::Choice;
using store::EventRecord;
using store::ExecutionPage;
using store::ExecutionQuery;
using store::ExecutionRecord;
using store::isAscending;
using store::isByDuration;
using store::kMostRanked;
using store::Order;
using store::StepRecord;

/// The command that begins an execution. With an empty `flow` the routes of `system` choose it.
struct StartExecution
{
    FlowName flow;
    std::string system;
    json::Value input;
    std::string trigger = "manual";
    std::string correlationId;
    std::string traceparent;        ///< of the caller, W3C
    std::optional<int> maxParallel; ///< instead of the flow's
    std::string id;                 ///< of the execution; "" makes one. One that is known is not run again
    json::Value triggerData; ///< more members of `trigger` for expressions: the scheduled time, headers …
    json::Value message;     ///< what `message` is for expressions
    json::Value part;        ///< {only, until, pins} as of the act rerun: runs a part of the flow
    /// The YAML of a flow, to run instead of the workspace's: a draft. What runs then is marked as a test
    /// (`trigger` is `editor`); nothing of it reaches the workspace, its triggers or idempotency windows.
    std::string text{};
    /// Per step what goes wrong on purpose: {latency: "2s", attempts: N, and one of status: 400 to 599,
    /// timeout, drop, duplicate: true}. Without `attempts` every attempt.
    json::Value faults{};
    json::Value breakpoints{}; ///< as of the act breakpoints, set before the first step starts
};

/// A step that a filter of the routes took away.
struct DroppedStep
{
    std::string step;
    std::string reason;
};

/// What was decided about a request: which flow, by which rule, and what had no say.
struct RoutingView
{
    std::string system;
    std::string rule; ///< empty when the caller named the flow
    std::vector<std::string> ignoredFlags;
    std::vector<DroppedStep> dropped;
};

struct Started
{
    ExecutionId id;
    FlowName flow;
    RoutingView routing;
    bool isRepeat = false; ///< the same request came within the flow's idempotency window
};

/// One step of a flow as a person or a program sees it before anything runs.
struct StepPreview
{
    std::string step;
    std::string kind;
    flow::LocalText title;
    std::vector<std::string> needs;
    int level = 0;
    bool isFinally = false;
    std::string verdict; ///< runs, skips, filtered, depends
    std::string reason;
};

struct FlowPreview
{
    FlowName flow;
    RoutingView routing;
    std::vector<StepPreview> steps;
};

struct FlowSummary
{
    FlowName name;
    flow::LocalText title;
    std::string description;
    std::string system;
    std::string version;
    std::string file;
    json::Value input;              ///< the JSON Schema
    std::vector<StepPreview> steps; ///< verdict and reason are empty
    flow::FlowPtr definition;       ///< every setting, for who shows them; no part of its JSON
};

struct EngineInfo
{
    std::string version;
    std::string workspace;
    std::string environment;
    std::string environmentFingerprint;
    int flows = 0;
    int running = 0;
    Errors problems; ///< of the workspace's files
};

/// Which lines of the log to find. An empty `step` finds all lines of the execution.
struct LogQuery
{
    std::string execution;
    std::string step{};
    int limit = 1'000; ///< 1 to 10,000; others are brought into that range
};

/// One line of the engine's log.
struct LogLineRecord
{
    WallTime at{};
    std::string level; ///< DEBUG, INFO, WARNING, ERROR or CRITICAL
    std::string logger;
    std::string event;
    std::string message; ///< the event again when the line says no more
    std::string json;    ///< the whole line
};

/// What happened, in order; sent at most every 33 ms.
struct EventBatch
{
    std::vector<EventRecord> events;
    bool hasGap = false; ///< events before these were missed: ask for snapshots again
};

} // namespace batuta::client
