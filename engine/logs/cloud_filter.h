// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/log_query.h"
#include "engine/logs/snapshot.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::logs {

/// A field of an entry of Cloud Logging: what our lines call it, and what the entry does.
struct CloudField
{
    enum class Kind {
        Text,
        Number,
        Milliseconds, ///< a duration there (`0.5s`), a number of milliseconds here
        Log,          ///< the last part of its name
        Trace,        ///< 32 digits of `projects/P/traces/DIGITS`
    };
    std::string_view own;
    std::string_view theirs;
    Kind kind = Kind::Text;
};
/// All that a line has besides its time, severity and message. What else it has is of the entry's payload.
std::span<const CloudField> cloudFields();
/// Whether a member of the payload would be taken for something of the entry.
bool isCloudName(std::string_view name);

/// A query in the filter language of Cloud Logging. Every entry that the query is for passes the filter; more
/// may, where a part could not be told.
struct CloudFilter
{
    std::string text;                ///< "" for everything
    std::vector<std::string> untold; ///< parts of the query that only hold where the lines are

    bool operator==(const CloudFilter &) const = default;
};

/// The query with the names that our lines have: `jsonPayload.a` is `a`, `httpRequest.status` is `status`,
/// `trace` is `trace_id` …
LogQuery asOwnNames(const LogQuery &query);
/// `project`: of traces.
CloudFilter cloudFilterOf(const LogQuery &query, const std::string &project);

} // namespace batuta::logs
