// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/payload.h"
#include "engine/store/records.h"

#include <limits>

namespace batuta::store {

/// The columns of an execution `e` that recordOf() reads, in its order; the key comes first.
inline constexpr const char *kColumns =
    "e.seq, e.id, e.status, e.started_at, e.ended_at, e.duration, e.flow, e.flow_version, e.error, "
    "e.trigger, "
    "e.route_rule, e.environment, e.user_id, e.session_id, e.correlation_id, e.identifier, e.parent, "
    "e.origin, e.revision";
inline constexpr int kColumnCount = 19;

/// The one of them that a listing stands in the order of.
inline int keyColumn(Order order)
{
    return isByDuration(order) ? 5 : 3;
}

/// Those that have begun and not ended. (The first condition lets the index by status be used.)
inline constexpr const char *kUnfinished =
    "status <> 'success' AND status IN ('running', 'queued', 'paused')";

/// Those that have ended, as the indexes by duration say it.
inline constexpr const char *kHasEnded = "e.ended_at < 9223372036854775807"; // kNotEnded

/// What stands in ended_at while an execution runs: as wide as the time that replaces it, so the row keeps
/// its size and its page is not rearranged.
inline constexpr std::int64_t kNotEnded = std::numeric_limits<std::int64_t>::max();

inline std::int64_t micros(WallTime time)
{
    return time.time_since_epoch().count();
}
inline bool isRunning(const ExecutionRecord &record)
{
    return record.endedAt == WallTime{};
}
inline std::int64_t endOf(const ExecutionRecord &record)
{
    return isRunning(record) ? kNotEnded : micros(record.endedAt);
}

/// All of an execution that stands in its row, which is everything but the payload. `Row` is any database's.
template <class Row> ExecutionRecord recordOf(const Row &row)
{
    ExecutionRecord record;
    record.id = idText(row.blobAt(1));
    record.status = row.textAt(2);
    record.startedAt = WallTime(Duration(row.integerAt(3)));
    record.endedAt = row.integerAt(4) == kNotEnded ? WallTime{} : WallTime(Duration(row.integerAt(4)));
    record.duration = Duration(row.integerAt(5));
    record.flow = row.textAt(6);
    record.flowVersion = row.textAt(7);
    record.error = row.textAt(8);
    record.trigger = row.textAt(9);
    record.routeRule = row.textAt(10);
    record.environment = row.textAt(11);
    record.userId = row.textAt(12);
    record.sessionId = row.textAt(13);
    record.correlationId = row.textAt(14);
    record.identifier = row.textAt(15);
    record.parent = idText(row.blobAt(16));
    record.origin = idText(row.blobAt(17));
    record.revision = row.textAt(18);
    return record;
}

} // namespace batuta::store
