// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"
#include "engine/json/value.h"
#include "engine/store/choice.h"

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
    bool isUndo = false; ///< it compensates another step
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
    std::string status;      ///< queued, running, paused, success, failed, cancelled or interrupted
    std::string error;
    std::string trigger;
    std::string routeRule;
    std::string environment;
    std::string environmentFingerprint; ///< of its values, SHA-256; only in a whole record
    std::string revision;               ///< of the deployment that ran it, or ""
    std::string userId;
    std::string sessionId;
    std::string correlationId;
    std::string identifier;
    std::string parent; ///< execution id of a subflow's parent, or ""
    std::string origin; ///< execution id that this one repeats, or ""
    WallTime startedAt{};
    WallTime endedAt{};
    Duration duration{};
    json::Value input;
    json::Value output;
    /// What masking took away and repeating it needs (input, outputs), encrypted by the host; mostly "".
    std::string sealed;
    std::vector<StepRecord> steps;

    bool operator==(const ExecutionRecord &) const = default;
};

/// Which run comes first in a listing.
enum class Order { Newest, Oldest, Longest, Shortest };

/// By the duration, which only those have that ended: the others are not listed.
inline bool isByDuration(Order order)
{
    return order == Order::Longest || order == Order::Shortest;
}
inline bool isAscending(Order order)
{
    return order == Order::Oldest || order == Order::Shortest;
}
/// A count in an order by duration ends here: nobody pages through more, and all would be sorted for it.
inline constexpr int kMostRanked = 10'000;

/// What to list; empty fields do not filter. A Choice may stand for flow, status, trigger, flowVersion,
/// environment, revision and errorCode: `!a,b` is all but these. (Every field has an initialiser, so that a
/// caller may name only those it needs.)
struct ExecutionQuery
{
    std::string flow{};
    std::string status{};
    std::string userId{};
    std::string sessionId{};
    std::string correlationId{};
    std::string trigger{};
    std::string flowVersion{};
    std::string environment{};
    std::string revision{};
    std::string errorCode{}; ///< of its failure (failure.h)
    std::string failure{};   ///< key of a group of failures
    /// Somewhere in input, output, errors or bodies, ignoring case. Looks through everything, newest first;
    /// a page that ran out of time says so (`isPartial`) and goes on with its cursor.
    std::string text{};
    std::optional<WallTime> since{}; ///< started at or after
    std::optional<WallTime> until{}; ///< started before
    int limit = 50;                  ///< 1 to 1,000; others are brought into that range
    std::string cursor{};            ///< `next` or a mark of a page before, or ""
    Order order = Order::Newest;
    bool withSteps = false; ///< with the steps as far as a row of a list shows them
    /// Above 0: no items; instead what matches is counted, at most `limit` (1 to 50,000) of it, with a mark
    /// at every so many of them. So a reader of a long list may begin anywhere in it.
    int markEvery = 0;
};

struct ExecutionPage
{
    /// Without input and output. Steps only when asked for: id, status, attempts and times of each.
    std::vector<ExecutionRecord> items;
    std::string next;       ///< "" on the last page
    bool isPartial = false; ///< the search for a text goes on at `next`, even if nothing was found yet
    std::int64_t total = 0; ///< how many were counted here
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

/// What an engine left unfinished, as its journal tells it.
struct Unfinished
{
    ExecutionRecord record; ///< as it began
    std::string resume;     ///< what the host handed to begin()
    std::vector<std::string> entries;
};

/// The text of one version of a flow.
struct FlowText
{
    std::string flow;
    std::string version;
    std::string file;
    std::string text;
};

/// One manual act. The store numbers the entries and chains them: hash = SHA-256 over the hash before and the
/// other fields, so that an entry that was changed, removed or moved shows.
struct AuditEntry
{
    std::int64_t number = 0; ///< from 1, without a gap
    WallTime at{};
    std::string who;
    std::string verb;    ///< cancel, rerun, answer …
    std::string subject; ///< what it was done to: an execution id, a schedule …
    std::string why;
    json::Value data; ///< redacted
    std::string hash; ///< 64 hexadecimal digits
};

struct AuditPage
{
    std::vector<AuditEntry> items; ///< newest first
    std::int64_t next = 0;         ///< the number to go on below, or 0
};

/// What the check of the whole chain found.
struct AuditVerdict
{
    std::int64_t entries = 0;
    std::int64_t firstBroken = 0; ///< number of the first entry that does not fit, or 0
    std::string problem;
};

/// What may stay; zero is no limit. Only executions that have ended go, oldest first.
struct Retention
{
    Duration age{};
    std::int64_t count = 0;
    std::int64_t bytes = 0; ///< of the whole store
};

struct Pruned
{
    std::int64_t executions = 0;
    std::int64_t bytesBefore = 0;
    std::int64_t bytesAfter = 0;
};

} // namespace batuta::store
