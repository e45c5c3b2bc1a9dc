// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/reader.h"

#include "engine/store/event_log.h"
#include "engine/store/failure.h"
#include "engine/store/payload.h"
#include "engine/store/record_row.h"
#include "engine/store/schema.h"

#include <algorithm>
#include <memory>

namespace batuta::store {
namespace {

constexpr const char *kCells = ", coalesce((SELECT body FROM cells WHERE seq = e.seq), "
                               "(SELECT plain(body) FROM payloads WHERE seq = e.seq))";

/// One condition of a listing. The planner keeps no statistics here, so the index is named: the condition
/// that leaves the fewest rows comes first.
struct Filter
{
    const char *index;
    const char *column;
    const std::string *value;
    bool isBucketed = false;
    const char *ofFailures = nullptr; ///< the column when `failures` is read first, by the index

    bool isExcluding() const { return !asksForOne(*value); }
};

constexpr const char *kCode =
    "(SELECT g.code FROM failures x JOIN failure_groups g ON g.grp = x.grp WHERE x.seq = e.seq)";

std::vector<Filter> filtersOf(const ExecutionQuery &query)
{
    const bool isIndexed = asksForOne(query.status) && query.status != "success";
    const Filter all[] = {
        {"executions_by_correlation", "e.correlation_id", &query.correlationId, true},
        {"executions_by_session", "e.session_id", &query.sessionId, true},
        {"executions_by_user", "e.user_id", &query.userId, true},
        {"failures_by_group", "(SELECT grp FROM failures WHERE seq = e.seq)", &query.failure, false, "f.grp"},
        {"failures_by_time", kCode, &query.errorCode, false,
         "(SELECT code FROM failure_groups WHERE grp = f.grp)"},
        {isIndexed ? "executions_by_status" : nullptr,
         isIndexed ? "e.status <> 'success' AND e.status" : "e.status", &query.status, false},
        {"executions_by_flow", "e.flow", &query.flow, false},
        {nullptr, "e.flow_version", &query.flowVersion, false},
        {nullptr, "e.revision", &query.revision, false},
        {nullptr, "e.trigger", &query.trigger, false},
        {nullptr, "e.environment", &query.environment, false},
    };
    std::vector<Filter> filters;
    std::copy_if(std::begin(all), std::end(all), std::back_inserter(filters),
                 [](const Filter &filter) { return !filter.value->empty(); });
    for (Filter &filter : filters)
        if (!filter.isBucketed && filter.isExcluding()) // no index leads to what is left
            filter.index = filter.ofFailures = nullptr;
    return filters;
}

/// The most selective index that the filters offer. The search for a text stops in the middle and goes on
/// there, so it needs one that has the order of the listing in itself. In an order by duration what an index
/// leads to is sorted, so it must lead to few.
Filter indexOf(const std::vector<Filter> &filters, const ExecutionQuery &query, bool isShort)
{
    const bool isSearch = !query.text.empty(), isRanked = isByDuration(query.order);
    for (const Filter &filter : filters)
        if (filter.index && !(isSearch && filter.isBucketed) &&
            !(isRanked && !filter.isBucketed && !filter.ofFailures))
            return filter;
    if (isRanked && !isShort)
        return {"executions_by_duration", "", nullptr, true};
    return {"executions_by_start", "", nullptr, false};
}

// ?1 and ?2 are the place to go on from, ?3 the oldest start that still counts, ?4 the start that no longer
// does, ?5 the row limit, ?6 the bucket, ?7 the last duration that still counts; the filters follow.
constexpr int kFirstFilter = 8;
constexpr int kShort = 20'000; // rows of a time that are sorted by duration sooner than found by it

/// Whether the row at hand is one: a column, so that every row that was looked at is seen, and the time.
std::string hitSql(const std::vector<Filter> &filters)
{
    const int text = kFirstFilter + static_cast<int>(filters.size());
    const auto like = [](const char *what, int pattern) {
        return std::string(what) + " LIKE ?" + std::to_string(pattern) + " ESCAPE '!'";
    };
    std::string sql = ", (1";
    for (std::size_t i = 0; i < filters.size(); ++i)
        if (filters[i].isBucketed)
            sql += std::string(" AND ") + filters[i].column + " IS ?" +
                   std::to_string(kFirstFilter + static_cast<int>(i));
    return sql + ") AND (coalesce(" + like("e.error", text + 2) + ", 0) OR (SELECT " + like("b", text) +
           " OR " + like("b", text + 1) +
           " FROM (SELECT CAST(plain(coalesce((SELECT body FROM payloads WHERE seq = e.seq), "
           "(SELECT body FROM starts WHERE seq = e.seq), '')) AS TEXT) AS b))) AS hit";
}

/// The parameter is a Choice: `!a,b`.
std::string excluding(const std::string &parameter, const char *column)
{
    return " AND instr(',' || substr(?" + parameter + ", 2) || ',', ',' || coalesce(" + column +
           ", '') || ',') = 0";
}

} // namespace

std::string listSql(const ExecutionQuery &query, bool isShort)
{
    const std::vector<Filter> filters = filtersOf(query);
    const bool isSearch = !query.text.empty(), isRanked = isByDuration(query.order);
    const Filter index = indexOf(filters, query, isShort);
    const bool isCount = query.markEvery > 0, isUp = isAscending(query.order);
    const std::string at = index.ofFailures ? "f.at" : "e.started_at";
    const std::string key = isRanked ? "e.duration" : at;
    const std::string seq = index.ofFailures ? "f.seq" : "e.seq";
    std::string sql = std::string("SELECT ") + (isCount ? "e.seq, " + key : kColumns) +
                      (query.withSteps && !isCount ? kCells : "") + (isSearch ? hitSql(filters) : "");
    sql += index.ofFailures ? " FROM failures f INDEXED BY " : " FROM executions e INDEXED BY ";
    sql += index.index;
    sql += index.ofFailures ? " CROSS JOIN executions e ON e.seq = f.seq WHERE " : " WHERE ";
    sql += key + (isUp ? " >= ?1 AND (" : " <= ?1 AND (") + key + (isUp ? " > ?1 OR " : " < ?1 OR ") + seq +
           (isUp ? " > ?2)" : " < ?2)");
    if (isRanked)
        sql += " AND " + key + (isUp ? " <= ?7 AND " : " >= ?7 AND ") + kHasEnded;
    sql += " AND " + at + " >= ?3 AND " + at + " < ?4";
    if (index.isBucketed)
        sql += " AND e.bucket = ?6";
    int next = kFirstFilter;
    for (const Filter &filter : filters) {
        const std::string place = std::to_string(next++);
        if (!filter.isBucketed && filter.isExcluding())
            sql += excluding(place, filter.column);
        else if (!isSearch || !filter.isBucketed)
            sql += std::string(" AND ") +
                   (filter.index == index.index && index.ofFailures ? index.ofFailures : filter.column) +
                   " = ?" + place;
    }
    return sql + " ORDER BY " + key + (isUp ? ", " : " DESC, ") + seq +
           (isUp ? " LIMIT ?5" : " DESC LIMIT ?5");
}

Status Reader::addRow(const Statement &row, const ExecutionQuery &query, Listing &listing)
{
    if (query.markEvery > 0) {
        listing.add({{row.integerAt(1), row.integerAt(0)}, nullptr});
        return {};
    }
    auto record = std::make_unique<ExecutionRecord>(recordOf(row));
    if (query.withSteps && !row.isNullAt(kColumnCount))
        if (Status read = readCells(row.blobAt(kColumnCount), *record); !read)
            return read;
    listing.add({{row.integerAt(keyColumn(query.order)), row.integerAt(0)}, std::move(record)});
    return {};
}

void Reader::bind(Statement &rows, const ExecutionQuery &query, const Listing &listing)
{
    rows.integer(1, listing.from().key).integer(2, listing.from().seq);
    int next = kFirstFilter;
    for (const Filter &filter : filtersOf(query))
        if (filter.value == &query.failure)
            rows.integer(next++, failureGroup(query.failure).value_or(0));
        else
            rows.text(next++, *filter.value);
}

/// Whether so few began in the time that is asked for that sorting them is quick.
Result<bool> Reader::isShort(const ExecutionQuery &query, const Listing &listing)
{
    if (!isByDuration(query.order) || (!query.since && !query.until))
        return false;
    Result<Statement> few = m_database.prepare(
        "SELECT 1 FROM executions INDEXED BY executions_by_start WHERE started_at >= ?1 AND started_at < ?2 "
        "LIMIT 1 OFFSET ?3");
    if (!few)
        return few.error();
    const int more = few->integer(1, listing.since()).integer(2, listing.until()).integer(3, kShort).step();
    return more < 0 ? Result<bool>(m_database.failure(ErrorCode::StoreRead)) : Result<bool>(more == 0);
}

Status Reader::addRows(const ExecutionQuery &query, Listing &listing)
{
    const Result<bool> isShort = this->isShort(query, listing);
    if (!isShort)
        return isShort.error();
    const bool isBucketed = indexOf(filtersOf(query), query, *isShort).isBucketed;
    Result<Statement> rows = m_database.prepare(listSql(query, *isShort));
    const Result<std::int64_t> lastBucket = m_database.number(kLastBucketSql);
    if (!rows || !lastBucket)
        return rows ? lastBucket.error() : rows.error();
    bind(*rows, query, listing);
    rows->integer(5, static_cast<std::int64_t>(listing.limit()));
    for (std::int64_t bucket = isBucketed ? *lastBucket : 0; bucket >= 0; --bucket) {
        rows->integer(3, listing.since()).integer(4, listing.until()).integer(6, bucket);
        rows->integer(7, listing.lastDuration());
        int row = 0;
        while ((row = rows->step()) == 1)
            if (Status added = addRow(*rows, query, listing); !added)
                return added;
        rows->reset();
        if (row < 0)
            return m_database.failure(ErrorCode::StoreRead);
        listing.sortAndCut();
    }
    return {};
}

/// Looks at one row after the other, in the order of the listing, until the page is full or the time is up.
Status Reader::searchRows(const ExecutionQuery &query, Listing &listing)
{
    Result<Statement> rows = m_database.prepare(listSql(query));
    if (!rows)
        return rows.error();
    bind(*rows, query, listing);
    rows->integer(3, listing.since()).integer(4, listing.until()).integer(5, -1);
    const std::vector<std::string> patterns = patternsOf(query.text);
    int next = kFirstFilter + static_cast<int>(filtersOf(query).size());
    for (const std::string &pattern : patterns)
        rows->text(next++, pattern);
    const bool isCount = query.markEvery > 0;
    const int hit = isCount ? 2 : kColumnCount + (query.withSteps ? 1 : 0);
    const SteadyTime end = SystemClock().steady() + m_textBudget;
    int row = 0;
    while (!listing.isFull() && (row = rows->step()) == 1) {
        const Cursor place{rows->integerAt(isCount ? 1 : 3), rows->integerAt(0)};
        if (rows->integerAt(hit) != 0)
            if (Status added = addRow(*rows, query, listing); !added)
                return added;
        if (!listing.isFull() && SystemClock().steady() >= end) {
            listing.stopAt(place);
            break;
        }
    }
    return row < 0 ? Status(m_database.failure(ErrorCode::StoreRead)) : Status();
}

Result<ExecutionPage> Reader::list(const ExecutionQuery &query)
{
    Result<Listing> listing = Listing::of(query);
    if (!listing)
        return listing.error();
    Status added = query.text.empty() ? Status() : searchRows(query, *listing);
    if (query.text.empty())
        for (const ExecutionQuery &part : partsOf(query))
            if (added)
                added = addRows(part, *listing);
    if (!added)
        return added.error();
    return std::move(*listing).page();
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
                           ", plain(coalesce(p.body, s.body)) FROM executions e LEFT JOIN payloads p "
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
    return readEvents(m_database, id, *key,
                      {after, static_cast<std::size_t>(std::clamp(limit, 1, kMaxEvents))});
}

} // namespace batuta::store
