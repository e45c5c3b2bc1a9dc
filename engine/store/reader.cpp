// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/reader.h"

#include "engine/json/json.h"
#include "engine/store/payload.h"
#include "engine/store/schema.h"

#include <algorithm>
#include <charconv>
#include <memory>

namespace batuta::store {
namespace {

constexpr int kMaxPage = 1'000;
constexpr int kMaxCount = 50'000; // bounds how long a count keeps other readers waiting
constexpr int kMaxEvents = 10'000;
constexpr json::Limits kEventLimits{512ULL << 20, 80};

constexpr const char *kColumns =
    "e.seq, e.id, e.status, e.started_at, e.ended_at, e.duration, e.flow, e.flow_version, e.error, "
    "e.trigger, "
    "e.route_rule, e.environment, e.user_id, e.session_id, e.correlation_id, e.identifier, e.parent";
constexpr int kColumnCount = 17;
constexpr const char *kCells = ", coalesce((SELECT body FROM cells WHERE seq = e.seq), "
                               "(SELECT body FROM payloads WHERE seq = e.seq))";

/// A place between two rows of a listing: the row here comes just before it.
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
    return record;
}

/// One condition of a listing. The planner keeps no statistics here, so the index is named: the condition
/// that leaves the fewest rows comes first.
struct Filter
{
    const char *index;
    const char *column;
    const std::string *value;
    bool isBucketed;
};

std::vector<Filter> filtersOf(const ExecutionQuery &query)
{
    const bool isSuccess = query.status == "success";
    const Filter all[] = {
        {"executions_by_correlation", "e.correlation_id", &query.correlationId, true},
        {"executions_by_session", "e.session_id", &query.sessionId, true},
        {"executions_by_user", "e.user_id", &query.userId, true},
        {isSuccess ? nullptr : "executions_by_status",
         isSuccess ? "e.status" : "e.status <> 'success' AND e.status", &query.status, false},
        {"executions_by_flow", "e.flow", &query.flow, false},
    };
    std::vector<Filter> filters;
    std::copy_if(std::begin(all), std::end(all), std::back_inserter(filters),
                 [](const Filter &filter) { return !filter.value->empty(); });
    return filters;
}

/// The most selective index that the filters offer.
Filter indexOf(const std::vector<Filter> &filters)
{
    for (const Filter &filter : filters)
        if (filter.index)
            return filter;
    return {"executions_by_start", "", nullptr, false};
}

// ?1 and ?2 are the place to go on from, ?3 the oldest start that still counts, ?4 the start that no longer
// does, ?5 the row limit, ?6 the bucket; the filters follow.
constexpr int kFirstFilter = 7;

} // namespace

std::string listSql(const ExecutionQuery &query)
{
    const std::vector<Filter> filters = filtersOf(query);
    const Filter index = indexOf(filters);
    const bool isCount = query.markEvery > 0;
    std::string sql = std::string("SELECT ") + (isCount ? "e.seq, e.started_at" : kColumns) +
                      (query.withSteps && !isCount ? kCells : "") + " FROM executions e INDEXED BY " +
                      index.index + " WHERE ";
    sql += query.oldestFirst ? "e.started_at >= ?1 AND (e.started_at > ?1 OR e.seq > ?2)"
                             : "e.started_at <= ?1 AND (e.started_at < ?1 OR e.seq < ?2)";
    sql += " AND e.started_at >= ?3 AND e.started_at < ?4";
    if (index.isBucketed)
        sql += " AND e.bucket = ?6";
    int next = kFirstFilter;
    for (const Filter &filter : filters)
        sql += std::string(" AND ") + filter.column + " = ?" + std::to_string(next++);
    return sql + (query.oldestFirst ? " ORDER BY e.started_at, e.seq LIMIT ?5"
                                    : " ORDER BY e.started_at DESC, e.seq DESC LIMIT ?5");
}

/// A page while its rows are gathered, one bucket after the other.
struct Reader::Page
{
    struct Row
    {
        Cursor place;
        std::unique_ptr<ExecutionRecord> record; ///< null in a count
    };
    std::size_t limit = 0; ///< one more than asked for: it tells whether there is another page
    bool oldestFirst = false;
    std::vector<Row> rows{}; ///< in the order of the listing, at most limit

    bool isFull() const { return rows.size() >= limit; }
    /// No row older than this can still get onto the page.
    std::int64_t oldest(std::int64_t since) const
    {
        return isFull() && !oldestFirst ? std::max(since, rows.back().place.startedAt) : since;
    }
    /// No row that starts then or later can.
    std::int64_t end(std::int64_t until) const
    {
        return isFull() && oldestFirst ? std::min(until, rows.back().place.startedAt + 1) : until;
    }
    void sortAndCut()
    {
        std::stable_sort(rows.begin(), rows.end(), [this](const Row &a, const Row &b) {
            const Cursor &first = oldestFirst ? a.place : b.place;
            const Cursor &second = oldestFirst ? b.place : a.place;
            return first.startedAt != second.startedAt ? first.startedAt < second.startedAt
                                                       : first.seq < second.seq;
        });
        if (rows.size() > limit)
            rows.resize(limit);
    }
};

Status Reader::addRow(const Statement &row, const ExecutionQuery &query, Page &page)
{
    if (query.markEvery > 0) {
        page.rows.push_back({{row.integerAt(1), row.integerAt(0)}, nullptr});
        return {};
    }
    auto record = std::make_unique<ExecutionRecord>(recordOf(row));
    if (query.withSteps && !row.isNullAt(kColumnCount))
        if (Status read = readCells(row.blobAt(kColumnCount), *record); !read)
            return read;
    page.rows.push_back({{row.integerAt(3), row.integerAt(0)}, std::move(record)});
    return {};
}

Status Reader::addRows(const ExecutionQuery &query, Page &page)
{
    constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
    const std::vector<Filter> filters = filtersOf(query);
    Result<Statement> rows = m_database.prepare(listSql(query));
    const Result<std::int64_t> lastBucket = m_database.number(kLastBucketSql);
    if (!rows || !lastBucket)
        return rows ? lastBucket.error() : rows.error();
    const Cursor first = query.oldestFirst ? Cursor{} : Cursor{kMax, kMax};
    const Cursor from = parseCursor(query.cursor).value_or(first);
    const std::int64_t since = query.since ? query.since->time_since_epoch().count() : 0;
    const std::int64_t until = query.until ? query.until->time_since_epoch().count() : kMax;
    rows->integer(1, from.startedAt).integer(2, from.seq);
    rows->integer(5, static_cast<std::int64_t>(page.limit));
    int next = kFirstFilter;
    for (const Filter &filter : filters)
        rows->text(next++, *filter.value);
    for (std::int64_t bucket = indexOf(filters).isBucketed ? *lastBucket : 0; bucket >= 0; --bucket) {
        rows->integer(3, page.oldest(since)).integer(4, page.end(until)).integer(6, bucket);
        int row = 0;
        while ((row = rows->step()) == 1)
            if (Status added = addRow(*rows, query, page); !added)
                return added;
        rows->reset();
        if (row < 0)
            return m_database.failure(ErrorCode::StoreRead);
        page.sortAndCut();
    }
    return {};
}

Result<ExecutionPage> Reader::list(const ExecutionQuery &query)
{
    if (!query.cursor.empty() && !parseCursor(query.cursor))
        return Error{ErrorCode::InputInvalid,
                     "cursor",
                     "it is not one that a page gave",
                     {},
                     "Begin without a cursor."};
    const auto limit =
        static_cast<std::size_t>(std::clamp(query.limit, 1, query.markEvery > 0 ? kMaxCount : kMaxPage));
    Page page{limit + 1, query.oldestFirst};
    const Status added = addRows(query, page);
    if (!added)
        return added.error();
    ExecutionPage answer;
    if (page.rows.size() > limit) {
        page.rows.resize(limit);
        answer.next = cursorText(page.rows.back().place);
    }
    if (query.markEvery > 0) {
        answer.total = static_cast<std::int64_t>(page.rows.size());
        for (std::size_t at = 0; at < page.rows.size(); at += static_cast<std::size_t>(query.markEvery))
            answer.marks.push_back(at == 0 ? query.cursor : cursorText(page.rows[at - 1].place));
        return answer;
    }
    for (Page::Row &row : page.rows)
        answer.items.push_back(std::move(*row.record));
    return answer;
}

Result<std::int64_t> Reader::keyOf(const std::string &id)
{
    const std::optional<IdBytes> bytes = idBytes(id);
    if (!bytes)
        return std::int64_t{0};
    const Result<std::int64_t> lastBucket = m_database.number(kLastBucketSql);
    Result<Statement> row = m_database.prepare(
        "SELECT seq FROM executions INDEXED BY executions_by_id WHERE bucket = ?1 AND id = ?2");
    if (!row || !lastBucket)
        return row ? lastBucket.error() : row.error();
    row->blob(2, viewOf(*bytes));
    for (std::int64_t bucket = *lastBucket; bucket >= 0; --bucket) {
        row->integer(1, bucket);
        const int found = row->step();
        if (found < 0)
            return m_database.failure(ErrorCode::StoreRead);
        if (found == 1)
            return row->integerAt(0);
        row->reset();
    }
    return std::int64_t{0};
}

Result<std::optional<ExecutionRecord>> Reader::find(const std::string &id)
{
    const Result<std::int64_t> key = keyOf(id);
    if (!key)
        return key.error();
    // One statement, so the row and its payload are of the same moment.
    Result<Statement> row =
        m_database.prepare(std::string("SELECT ") + kColumns +
                           ", coalesce(p.body, s.body) FROM executions e LEFT JOIN payloads p "
                           "ON p.seq = e.seq LEFT JOIN starts s ON s.seq = e.seq WHERE e.seq = ?");
    if (!row)
        return row.error();
    row->integer(1, *key);
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

Result<std::vector<EventRecord>> Reader::events(const std::string &id, std::int64_t after, int limit)
{
    const Result<std::int64_t> key = keyOf(id);
    if (!key)
        return key.error();
    Result<Statement> rows = m_database.prepare("SELECT sequence, at, kind, step, data FROM events WHERE "
                                                "execution = ? AND sequence > ? ORDER BY sequence LIMIT ?");
    if (!rows)
        return rows.error();
    rows->integer(1, *key).integer(2, after).integer(3, std::clamp(limit, 1, kMaxEvents));
    std::vector<EventRecord> events;
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
