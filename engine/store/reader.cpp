// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/reader.h"

#include "engine/json/json.h"
#include "engine/store/payload.h"

#include <algorithm>
#include <charconv>

namespace batuta::store {
namespace {

constexpr int kMaxPage = 1'000;
constexpr int kMaxEvents = 10'000;
constexpr json::Limits kEventLimits{512ULL << 20, 80};

constexpr const char *kColumns =
    "e.seq, e.id, e.status, e.started_at, e.ended_at, e.duration, e.flow, e.flow_version, e.error, "
    "e.trigger, "
    "e.route_rule, e.environment, e.user_id, e.session_id, e.correlation_id, e.identifier, e.parent";
constexpr int kColumnCount = 17;

/// A place between two rows of a listing: everything after it is older.
struct Cursor
{
    std::int64_t startedAt = 0;
    std::int64_t seq = 0;
};

std::string cursorText(const Cursor &cursor)
{
    return std::to_string(cursor.startedAt) + "." + std::to_string(cursor.seq);
}

std::optional<Cursor> parseCursor(std::string_view text)
{
    Cursor cursor;
    const char *end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, cursor.startedAt);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != '.')
        return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, cursor.seq);
    if (second.ec != std::errc() || second.ptr != end)
        return std::nullopt;
    return cursor;
}

ExecutionRecord recordOf(const Statement &row)
{
    ExecutionRecord record;
    record.id = idText(row.blobAt(1));
    record.status = row.textAt(2);
    record.startedAt = WallTime(Duration(row.integerAt(3)));
    record.endedAt = WallTime(Duration(row.integerAt(4)));
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
    return record;
}

/// The WHERE of a listing. The planner keeps no statistics here, so the index is named: the filter that
/// leaves the fewest rows comes first.
struct Filter
{
    const char *index;
    const char *column;
    const std::string *value;
};

std::vector<Filter> filtersOf(const ExecutionQuery &query)
{
    std::vector<Filter> filters;
    const Filter all[] = {
        {"executions_by_correlation", "correlation_id", &query.correlationId},
        {"executions_by_session", "session_id", &query.sessionId},
        {"executions_by_user", "user_id", &query.userId},
        {"executions_by_status", "status <> 'success' AND e.status", &query.status},
        {"executions_by_flow", "flow", &query.flow},
    };
    for (const Filter &filter : all) {
        if (filter.value->empty())
            continue;
        filters.push_back(filter);
        if (filter.value == &query.status && query.status == "success")
            filters.back() = {nullptr, "status", &query.status};
    }
    return filters;
}

std::string listSql(const std::vector<Filter> &filters, const ExecutionQuery &query)
{
    const char *index = "executions_by_start";
    for (auto filter = filters.rbegin(); filter != filters.rend(); ++filter)
        if (filter->index)
            index = filter->index;
    std::string sql =
        std::string("SELECT ") + kColumns + " FROM executions e INDEXED BY " + index + " WHERE 1";
    int next = 1;
    for (const Filter &filter : filters)
        sql += std::string(" AND e.") + filter.column + " = ?" + std::to_string(next++);
    if (query.since)
        sql += " AND e.started_at >= ?" + std::to_string(next++);
    if (query.until)
        sql += " AND e.started_at < ?" + std::to_string(next++);
    if (!query.cursor.empty()) {
        const std::string time = "?" + std::to_string(next++);
        sql += " AND e.started_at <= " + time + " AND (e.started_at < " + time + " OR e.seq < ?" +
               std::to_string(next++) + ")";
    }
    return sql + " ORDER BY e.started_at DESC, e.seq DESC LIMIT ?" + std::to_string(next);
}

} // namespace

Result<std::optional<ExecutionRecord>> Reader::find(const std::string &id)
{
    const std::optional<IdBytes> bytes = idBytes(id);
    if (!bytes)
        return std::optional<ExecutionRecord>();
    // One statement, so the row and its payload are of the same moment.
    Result<Statement> row =
        m_database.prepare(std::string("SELECT ") + kColumns +
                           ", p.body FROM executions e LEFT JOIN payloads p ON p.seq = e.seq"
                           " WHERE e.id = ?");
    if (!row)
        return row.error();
    row->blob(1, viewOf(*bytes));
    const int found = row->step();
    if (found < 0)
        return m_database.failure(ErrorCode::StoreRead);
    if (found == 0)
        return std::optional<ExecutionRecord>();
    ExecutionRecord record = recordOf(*row);
    if (!row->isNullAt(kColumnCount)) {
        const Status read = readPayload(row->blobAt(kColumnCount), record);
        if (!read)
            return read.error();
    }
    return std::optional<ExecutionRecord>(std::move(record));
}

Result<ExecutionPage> Reader::list(const ExecutionQuery &query)
{
    const std::optional<Cursor> cursor = parseCursor(query.cursor);
    if (!query.cursor.empty() && !cursor)
        return Error{ErrorCode::InputInvalid,
                     "cursor",
                     "it is not one that a page gave",
                     {},
                     "Begin without a cursor."};
    const std::vector<Filter> filters = filtersOf(query);
    Result<Statement> rows = m_database.prepare(listSql(filters, query));
    if (!rows)
        return rows.error();
    int next = 1;
    for (const Filter &filter : filters)
        rows->text(next++, *filter.value);
    if (query.since)
        rows->integer(next++, query.since->time_since_epoch().count());
    if (query.until)
        rows->integer(next++, query.until->time_since_epoch().count());
    if (cursor) {
        rows->integer(next++, cursor->startedAt);
        rows->integer(next++, cursor->seq);
    }
    const int limit = std::clamp(query.limit, 1, kMaxPage);
    rows->integer(next, limit + 1); // one more tells whether there is another page

    ExecutionPage page;
    Cursor last;
    int row = 0;
    while ((row = rows->step()) == 1) {
        if (page.items.size() == static_cast<std::size_t>(limit)) {
            page.next = cursorText(last);
            break;
        }
        page.items.push_back(recordOf(*rows));
        last = {rows->integerAt(3), rows->integerAt(0)};
    }
    if (row < 0)
        return m_database.failure(ErrorCode::StoreRead);
    return page;
}

Result<std::vector<EventRecord>> Reader::events(const std::string &id, std::int64_t after, int limit)
{
    std::vector<EventRecord> events;
    const std::optional<IdBytes> bytes = idBytes(id);
    if (!bytes)
        return events;
    Result<Statement> rows =
        m_database.prepare("SELECT v.sequence, v.at, v.kind, v.step, v.data FROM executions e JOIN events v "
                           "ON v.execution = e.seq "
                           "WHERE e.id = ? AND v.sequence > ? ORDER BY v.sequence LIMIT ?");
    if (!rows)
        return rows.error();
    rows->blob(1, viewOf(*bytes)).integer(2, after).integer(3, std::clamp(limit, 1, kMaxEvents));
    int row = 0;
    while ((row = rows->step()) == 1) {
        EventRecord event{rows->integerAt(0), id, WallTime(Duration(rows->integerAt(1))), rows->textAt(2),
                          rows->textAt(3),    {}};
        if (!rows->isNullAt(4)) {
            Result<json::Value> data = json::parse(rows->blobAt(4), kEventLimits);
            if (!data)
                return Error{ErrorCode::StoreCorrupt, id, errorText(data.error()), {}, ""};
            event.data = std::move(*data);
        }
        events.push_back(std::move(event));
    }
    if (row < 0)
        return m_database.failure(ErrorCode::StoreRead);
    return events;
}

} // namespace batuta::store
