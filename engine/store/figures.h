// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace batuta::store {

// Questions over all executions, and their answers. What they cost does not grow with the history: ids are
// indexed, figures are kept by the minute and the hour, failures have rows of their own.

/// An id to look up as a whole. One of an execution may be cut off after at least 4 characters.
struct FindQuery
{
    std::string text;
    int limit = 12; ///< hits, 1 to 50; others are brought into that range
};

struct FindHit
{
    std::string field; ///< execution_id, correlation_id, user_id, session_id or revision
    std::string value; ///< the whole one
    std::int64_t count = 0;
    bool isMore = false;    ///< there are more than `count`
    ExecutionRecord newest; ///< a row of a list
};

struct Found
{
    std::vector<FindHit> hits; ///< the closest kind of match first
};

/// What to count: filters of a list, of which cursor, limit, order and marks have no meaning here. A text is
/// not looked for.
struct FiguresQuery
{
    ExecutionQuery filter;
    int buckets = 60; ///< at most so many, 1 to 400
};

/// A value that executions have in one of their fields. `trend` is its part of the histogram.
struct FacetValue
{
    std::string value;
    std::int64_t count = 0;
    std::vector<std::int64_t> trend;
};

/// The values of one field: those of the executions that fit all filters but the one on this field.
struct Facet
{
    std::string field; ///< status, flow, trigger, flow_version, environment, revision, error_code
    std::vector<FacetValue> values; ///< the most frequent first
    bool isCut = false;             ///< there are more values
};

struct RunFigures
{
    std::int64_t total = 0;            ///< executions that fit all filters
    WallTime since{};                  ///< when the first bucket begins
    Duration width{};                  ///< of a bucket
    std::vector<FacetValue> histogram; ///< started executions in time, by status; fits all filters
    std::vector<Facet> facets;
    bool isPartial = false; ///< not everything was counted: a text, or more rows of one id than are counted
};

struct FailureQuery
{
    std::optional<WallTime> since{}; ///< of the start of the execution
    std::optional<WallTime> until{};
    std::string flow{};
    std::string key{}; ///< only this group
    int buckets = 24;  ///< of the trend, 1 to 100
    int limit = 100;   ///< groups, 1 to 500
};

/// What people noted on a group. It is addressed until it comes again.
struct FailureNote
{
    std::string text;
    std::string assignee;
    std::string who; ///< wrote it last
    WallTime at{};
    WallTime addressedAt{};

    bool operator==(const FailureNote &) const = default;
};

/// Failures that are the same but for ids, figures, hosts and quoted texts.
struct FailureGroup
{
    std::string key;     ///< 16 hexadecimal digits, made of what follows
    std::string pattern; ///< the normalised error
    std::string code;    ///< a status of HTTP, or the kind of failure: timeout, connection …
    std::string step;    ///< "" when no step failed
    std::string flow;
    std::string flowVersion;
    std::string revision;
    std::int64_t count = 0; ///< in the time asked for, as `trend` and `samples`
    WallTime firstSeen{};   ///< ever, as is lastSeen; ends of executions
    WallTime lastSeen{};
    std::vector<std::int64_t> trend;
    std::string error;                ///< of the newest, as it was
    std::vector<std::string> samples; ///< execution ids, the newest first
    FailureNote note;
    bool isAddressed = false;
};

struct FailureReport
{
    std::vector<FailureGroup> groups; ///< the last seen first
    WallTime since{};                 ///< when the trends begin
    Duration width{};                 ///< of a bucket of a trend
    std::int64_t total = 0;           ///< failures in that time
    bool isCut = false;               ///< there are more groups
};

} // namespace batuta::store
