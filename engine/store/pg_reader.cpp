// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/pg_reader.h"

#include "engine/store/audit_chain.h"
#include "engine/store/event_log.h"
#include "engine/store/payload.h"
#include "engine/store/pg_figure_source.h"
#include "engine/store/pg_schema.h"
#include "engine/store/record_row.h"

#include <algorithm>

namespace batuta::store {
namespace {

constexpr std::size_t kFirstSearch = 16; // rows looked at with one question, then twice as many each time
constexpr std::size_t kLastSearch = 1'024;
constexpr std::int64_t kChainSlice = 5'000;
constexpr int kPgFirstFilter = 6;

const std::string kFind = std::string("SELECT ") + kPgColumns + ", e.body FROM executions e WHERE e.id = $1";
constexpr const char *kEvents = "SELECT coalesce(events, '[]') FROM executions WHERE id = $1";
constexpr const char *kFlow =
    "SELECT file, body FROM flow_texts WHERE flow = coalesce($1, '') AND version = coalesce($2, '')";
constexpr const char *kKept =
    "SELECT key, value FROM kept WHERE starts_with(key, coalesce($1, '')) ORDER BY key";
constexpr const char *kAuditPage =
    "SELECT number, at, who, verb, subject, why, data, hash FROM audit WHERE $1 <= 0 OR number < $1 "
    "ORDER BY number DESC LIMIT $2";
constexpr const char *kAuditSlice = "SELECT number, at, who, verb, subject, why, data, hash FROM audit WHERE "
                                    "number > $1 ORDER BY number LIMIT $2";
constexpr const char *kPgKeptValue = "SELECT value FROM kept WHERE key = $1";

struct PgFilter
{
    const char *column;
    const std::string *value;
    bool isLong; ///< indexed by its beginning only
};

// Only what failed has a row in `failures`, so the planner begins there.
constexpr const char *kGroupOf = "e.seq IN (SELECT f.seq FROM failures f WHERE f.grp = $)";
constexpr const char *kCodeOf = "e.seq IN (SELECT f.seq FROM failures f JOIN failure_groups g ON g.grp = "
                                "f.grp WHERE g.code = $)";

std::vector<PgFilter> pgFiltersOf(const ExecutionQuery &query)
{
    const PgFilter all[] = {
        {"e.correlation_id", &query.correlationId, true},
        {"e.session_id", &query.sessionId, true},
        {"e.user_id", &query.userId, true},
        {!asksForOne(query.status) || query.status == "success" ? "e.status"
                                                                : "e.status <> 'success' AND e.status",
         &query.status, false},
        {"e.flow", &query.flow, true},
        {"e.flow_version", &query.flowVersion, false},
        {"e.revision", &query.revision, false},
        {"e.trigger", &query.trigger, false},
        {"e.environment", &query.environment, false},
        {kGroupOf, &query.failure, false},
        {kCodeOf, &query.errorCode, false},
    };
    std::vector<PgFilter> filters;
    std::copy_if(std::begin(all), std::end(all), std::back_inserter(filters),
                 [](const PgFilter &filter) { return !filter.value->empty(); });
    return filters;
}

/// Ids of people may begin with anything.
bool isExcluding(const PgFilter &filter, const ExecutionQuery &query)
{
    return !asksForOne(*filter.value) && filter.value != &query.userId && filter.value != &query.sessionId &&
           filter.value != &query.correlationId;
}

std::string exclusion(const PgFilter &filter, const std::string &place)
{
    const auto isNone = [&](const char *column) {
        return "strpos(',' || substr(" + place + "::text, 2) || ',', ',' || coalesce(" + column +
               ", '') || ',') = 0";
    };
    if (filter.column != kCodeOf)
        return isNone(filter.column);
    return "NOT EXISTS (SELECT 1 FROM failures f JOIN failure_groups g ON g.grp = f.grp WHERE f.seq = e.seq "
           "AND NOT " +
           isNone("g.code") + ")";
}

/// $1 and $2 are the place to go on from, $3 the oldest start that still counts, $4 the start that no longer
/// does, $5 the row limit; the filters follow, then the patterns of a text.
std::string pgListSql(const ExecutionQuery &query)
{
    const std::vector<PgFilter> filters = pgFiltersOf(query);
    const bool isCount = query.markEvery > 0;
    const bool isRanked = isByDuration(query.order);
    const std::string key = isRanked ? "e.duration" : "e.started_at";
    std::string sql = std::string("SELECT ") + (isCount ? "e.seq, " + key : kPgColumns) +
                      (query.withSteps && !isCount ? ", e.cells" : "");
    const int text = kPgFirstFilter + static_cast<int>(filters.size());
    const auto like = [](const char *what, int pattern) {
        return std::string(what) + " ILIKE $" + std::to_string(pattern) + " ESCAPE '!'";
    };
    if (!query.text.empty())
        sql += ", (" + like("e.body", text) + " OR " + like("e.body", text + 1) + " OR coalesce(" +
               like("e.error", text + 2) + ", false))::int::bigint";
    sql += " FROM executions e WHERE (" + key + ", e.seq) ";
    sql += isAscending(query.order) ? "> ($1, $2)" : "< ($1, $2)";
    if (isRanked)
        sql += std::string(" AND ") + kHasEnded;
    sql += " AND e.started_at >= $3 AND e.started_at < $4";
    int next = kPgFirstFilter;
    for (const PgFilter &filter : filters) {
        const std::string place = "$" + std::to_string(next++);
        if (isExcluding(filter, query)) {
            sql += " AND " + exclusion(filter, place);
            continue;
        }
        const std::string_view column = filter.column;
        if (column.ends_with("$)")) {
            sql += " AND " + std::string(column.substr(0, column.size() - 2)) + place + ")";
            continue;
        }
        sql += std::string(" AND ") + filter.column + " = " + place;
        if (filter.isLong)
            sql += std::string(" AND left(") + filter.column + ", 200) = left(" + place + ", 200)";
    }
    return sql + " ORDER BY " + key +
           (isAscending(query.order) ? ", e.seq LIMIT $5" : " DESC, e.seq DESC LIMIT $5");
}

Cursor placeOf(const PgRows::Row &row, const ExecutionQuery &query)
{
    return {row.integerAt(query.markEvery > 0 ? 1 : keyColumn(query.order)), row.integerAt(0)};
}

} // namespace

Status PgReader::connect()
{
    Result<PgSession> session = PgSession::connect(m_url);
    if (!session)
        return session.error();
    const Status prepared = preparePgReading(*session);
    if (prepared)
        m_session = std::move(*session);
    return prepared;
}

Result<PgRows> PgReader::run(const char *sql, const PgValues &values)
{
    const bool wasOpen = m_session.isOpen();
    if (!wasOpen)
        if (Status connected = connect(); !connected)
            return Error{ErrorCode::StoreBusy, connected.error().subject, connected.error().detail, {}, ""};
    Result<PgRows> rows = m_session.run(sql, values);
    if (!rows && wasOpen && !m_session.isOpen() && connect())
        rows = m_session.run(sql, values);
    if (!rows && rows.error().code == ErrorCode::StoreWrite) {
        Error error = rows.error();
        error.code = ErrorCode::StoreRead;
        return error;
    }
    return rows;
}

Result<std::optional<ExecutionRecord>> PgReader::find(const std::string &id)
{
    const std::optional<IdBytes> bytes = idBytes(id);
    if (!bytes)
        return std::optional<ExecutionRecord>();
    const Result<PgRows> rows = run(kFind.c_str(), PgValues().uuid(viewOf(*bytes)));
    if (!rows)
        return rows.error();
    if (rows->size() == 0)
        return std::optional<ExecutionRecord>();
    ExecutionRecord record = recordOf((*rows)[0]);
    if (Status read = readPayload((*rows)[0].blobAt(kColumnCount), record); !read)
        return read.error();
    return std::optional<ExecutionRecord>(std::move(record));
}

Result<PgRows> PgReader::listRows(const ExecutionQuery &query, const Listing &listing, Cursor from,
                                  std::size_t limit)
{
    const std::string &sql = *m_statements.insert(pgListSql(query)).first;
    PgValues values;
    values.integer(from.key).integer(from.seq).integer(listing.since()).integer(listing.until());
    values.integer(static_cast<std::int64_t>(limit));
    for (const PgFilter &filter : pgFiltersOf(query))
        if (filter.value == &query.failure)
            values.integer(failureGroup(query.failure).value_or(0));
        else
            values.text(*filter.value);
    if (query.text.empty())
        return run(sql.c_str(), values);
    const std::vector<std::string> patterns = patternsOf(query.text);
    for (const std::string &pattern : patterns)
        values.text(pattern);
    return run(sql.c_str(), values);
}

Status PgReader::addRow(const PgRows::Row &row, const ExecutionQuery &query, Listing &listing)
{
    if (query.markEvery > 0) {
        listing.add({placeOf(row, query), nullptr});
        return {};
    }
    auto record = std::make_unique<ExecutionRecord>(recordOf(row));
    if (query.withSteps && !row.isNullAt(kColumnCount))
        if (Status read = readCells(row.blobAt(kColumnCount), *record); !read)
            return read;
    listing.add({placeOf(row, query), std::move(record)});
    return {};
}

Status PgReader::searchRows(const ExecutionQuery &query, Listing &listing)
{
    const int hit = query.markEvery > 0 ? 2 : kColumnCount + (query.withSteps ? 1 : 0);
    const SteadyTime end = SystemClock().steady() + m_textBudget;
    Cursor from = listing.from();
    for (std::size_t wanted = kFirstSearch; !listing.isFull(); wanted = std::min(wanted * 2, kLastSearch)) {
        const Result<PgRows> rows = listRows(query, listing, from, wanted);
        if (!rows)
            return rows.error();
        for (int i = 0; i < rows->size() && !listing.isFull(); ++i) {
            from = placeOf((*rows)[i], query);
            if ((*rows)[i].integerAt(hit) != 0)
                if (Status added = addRow((*rows)[i], query, listing); !added)
                    return added;
        }
        if (static_cast<std::size_t>(rows->size()) < wanted)
            return {};
        if (!listing.isFull() && SystemClock().steady() >= end) {
            listing.stopAt(from);
            return {};
        }
    }
    return {};
}

Result<ExecutionPage> PgReader::list(const ExecutionQuery &whole)
{
    PgFigureSource source(*this);
    const Result<ExecutionQuery> narrow = narrowed(source, whole);
    if (!narrow)
        return narrow.error();
    const ExecutionQuery &query = *narrow;
    Result<Listing> listing = Listing::of(query);
    if (!listing)
        return listing.error();
    Status read;
    if (!query.text.empty()) {
        read = searchRows(query, *listing);
    } else {
        for (const ExecutionQuery &part : partsOf(query)) {
            const Result<PgRows> rows = listRows(part, *listing, listing->from(), listing->limit());
            if (!rows)
                return rows.error();
            for (int i = 0; read && i < rows->size(); ++i)
                read = addRow((*rows)[i], part, *listing);
            listing->sortAndCut();
        }
    }
    if (!read)
        return read.error();
    return std::move(*listing).page();
}

Result<std::vector<EventRecord>> PgReader::events(const std::string &id, std::int64_t after, int limit)
{
    const std::optional<IdBytes> bytes = idBytes(id);
    if (!bytes)
        return std::vector<EventRecord>();
    const Result<PgRows> rows = run(kEvents, PgValues().uuid(viewOf(*bytes)));
    if (!rows)
        return rows.error();
    if (rows->size() == 0)
        return std::vector<EventRecord>();
    return parseEvents((*rows)[0].blobAt(0), id,
                       {after, static_cast<std::size_t>(std::clamp(limit, 1, kMaxEvents))});
}

Result<Found> PgReader::lookUp(const FindQuery &query)
{
    PgFigureSource source(*this);
    return lookUpId(source, query);
}

Result<RunFigures> PgReader::figures(const FiguresQuery &query)
{
    PgFigureSource source(*this);
    return countRuns(source, query, SystemClock().wall());
}

Result<FailureReport> PgReader::failures(const FailureQuery &query)
{
    PgFigureSource source(*this);
    return reportFailures(source, query, SystemClock().wall());
}

Result<std::optional<FlowText>> PgReader::flowText(const std::string &flow, const std::string &version)
{
    const Result<PgRows> rows = run(kFlow, PgValues().text(flow).text(version));
    if (!rows)
        return rows.error();
    if (rows->size() == 0)
        return std::optional<FlowText>();
    return std::optional(FlowText{flow, version, (*rows)[0].textAt(0), (*rows)[0].textAt(1)});
}

Result<std::vector<std::pair<std::string, std::string>>> PgReader::kept(const std::string &prefix)
{
    const Result<PgRows> rows = run(kKept, PgValues().text(prefix));
    if (!rows)
        return rows.error();
    std::vector<std::pair<std::string, std::string>> kept;
    for (int i = 0; i < rows->size(); ++i)
        kept.emplace_back((*rows)[i].textAt(0), (*rows)[i].textAt(1));
    return kept;
}

Result<AuditPage> PgReader::auditTrail(std::int64_t below, int limit)
{
    const int wanted = std::clamp(limit, 1, kMaxAuditPage);
    const Result<PgRows> rows = run(kAuditPage, PgValues().integer(below).integer(wanted + 1));
    if (!rows)
        return rows.error();
    AuditPage page;
    for (int i = 0; i < std::min(rows->size(), wanted); ++i) {
        page.items.push_back(auditEntryOf((*rows)[i]));
        page.items.back().data = auditData((*rows)[i].textAt(6));
    }
    if (rows->size() > wanted)
        page.next = page.items.back().number;
    return page;
}

Result<AuditVerdict> PgReader::verifyAudit()
{
    // One snapshot for the rows and the head, so that they are of the same moment.
    const Result<PgRows> begun = run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", {});
    if (!begun)
        return begun.error();
    Result<AuditVerdict> verdict = followChain();
    if (m_session.isOpen())
        std::ignore = m_session.script("ROLLBACK");
    return verdict;
}

Result<AuditVerdict> PgReader::followChain()
{
    ChainCheck check;
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (int size = static_cast<int>(kChainSlice); size == kChainSlice;) {
        const Result<PgRows> rows = m_session.run(kAuditSlice, PgValues().integer(last).integer(kChainSlice));
        if (!rows)
            return rows.error();
        size = rows->size();
        for (int i = 0; i < size; ++i) {
            const AuditEntry entry = auditEntryOf((*rows)[i]);
            check.add(entry, (*rows)[i].textAt(6));
            last = entry.number;
        }
    }
    const Result<PgRows> head = m_session.run(kPgKeptValue, PgValues().text(kChainHead));
    if (!head)
        return head.error();
    return check.end(head->size() == 0 ? "" : (*head)[0].textAt(0));
}

} // namespace batuta::store
