// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"
#include "engine/json/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace batuta::store {

/// How one step of an execution went. A time of zero is "never".
struct StepRecord
{
    std::string step;
    std::string kind;
    std::string status;
    std::string reason;
    int statusCode = 0;
    int attempts = 0;
    bool isFinally = false;
    WallTime startedAt{};
    WallTime endedAt{};
    Duration duration{};
    /// Array of {attempt, status, error, status_code, started_at, duration_ms, timings, request, response};
    /// the host has redacted and shortened it.
    json::Value attemptsDetail;
    std::string output; ///< redacted JSON text, or ""

    bool operator==(const StepRecord &) const = default;
};

/// One execution as it is kept. Everything in it has been redacted by the host.
struct ExecutionRecord
{
    std::string id; ///< a UUID in lower case
    std::string flow;
    std::string flowVersion; ///< hash of the definition
    std::string status;      ///< running, success, failed, cancelled or interrupted
    std::string error;
    std::string trigger;
    std::string routeRule;
    std::string environment;
    std::string userId;
    std::string sessionId;
    std::string correlationId;
    std::string identifier;
    std::string parent; ///< execution id of a subflow's parent, or ""
    WallTime startedAt{};
    WallTime endedAt{};
    Duration duration{};
    json::Value input;
    json::Value output;
    std::vector<StepRecord> steps;

    bool operator==(const ExecutionRecord &) const = default;
};

/// What to list; empty fields do not filter. (Every field has an initialiser, so that a caller may name only
/// those it needs.)
struct ExecutionQuery
{
    std::string flow{};
    std::string status{};
    std::string userId{};
    std::string sessionId{};
    std::string correlationId{};
    std::optional<WallTime> since{}; ///< started at or after
    std::optional<WallTime> until{}; ///< started before
    int limit = 50;                  ///< 1 to 1,000; others are brought into that range
    std::string cursor{};            ///< `next` or a mark of a page before, or ""
    bool oldestFirst = false;        ///< otherwise the newest start comes first
    bool withSteps = false;          ///< with the steps as far as a row of a list shows them
    /// Above 0: no items; instead what matches is counted, at most `limit` (1 to 50,000) of it, with a mark
    /// at every so many of them. So a reader of a long list may begin anywhere in it.
    int markEvery = 0;
};

struct ExecutionPage
{
    /// Without input and output. Steps only when asked for: id, status, attempts and times of each.
    std::vector<ExecutionRecord> items;
    std::string next;               ///< "" on the last page
    std::int64_t total = 0;         ///< how many were counted here
    std::vector<std::string> marks; ///< cursors before items 0, markEvery, 2 * markEvery … of those counted
};

/// One thing that happened in an execution. `sequence` counts up from 1 inside it; the host gives it.
struct EventRecord
{
    std::int64_t sequence = 0;
    std::string execution;
    WallTime at{};
    std::string kind;
    std::string step;
    json::Value data;

    bool operator==(const EventRecord &) const = default;
};

} // namespace batuta::store
