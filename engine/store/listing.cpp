// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/listing.h"

#include "engine/json/json.h"
#include "engine/store/failure.h"

#include <algorithm>
#include <charconv>

namespace batuta::store {
namespace {

constexpr int kMaxPage = 1'000;
constexpr int kMaxCount = 50'000; // bounds how long a count keeps other readers waiting
constexpr std::size_t kMaxText = 1'000;
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

std::string cursorText(const Cursor &cursor)
{
    return std::to_string(cursor.key) + "." + std::to_string(cursor.seq);
}

std::optional<Cursor> parseCursor(std::string_view text)
{
    Cursor cursor;
    const char *end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, cursor.key);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != '.')
        return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, cursor.seq);
    if (second.ec != std::errc() || second.ptr != end)
        return std::nullopt;
    return cursor;
}

} // namespace

Result<Listing> Listing::of(const ExecutionQuery &query)
{
    if (!query.cursor.empty() && !parseCursor(query.cursor))
        return Error{ErrorCode::InputInvalid,
                     "cursor",
                     "it is not one that a page gave",
                     {},
                     "Begin without a cursor."};
    if (!query.failure.empty() && !failureGroup(query.failure))
        return Error{ErrorCode::InputInvalid, "failure", "it is not the key of a group", {}, ""};
    if (query.text.size() > kMaxText)
        return Error{ErrorCode::InputInvalid, "text", "it is longer than 1,000 bytes", {}, ""};
    if (!query.text.empty() && isByDuration(query.order))
        return Error{ErrorCode::InputInvalid, "order", "what has a text is listed by its start only", {}, ""};
    return Listing(query);
}

Listing::Listing(const ExecutionQuery &query)
    : m_query(&query)
    , m_from(parseCursor(query.cursor).value_or(isAscending(query.order) ? Cursor{} : Cursor{kMax, kMax}))
{
    const int most = query.markEvery == 0 ? kMaxPage : isByDuration(query.order) ? kMostRanked : kMaxCount;
    m_limit = static_cast<std::size_t>(std::clamp(query.limit, 1, most)) + 1;
    // An index is entered where the first row can be, not where the list of all would begin.
    if (query.order == Order::Oldest && m_from.key < since())
        m_from = {since(), 0};
    else if (query.order == Order::Newest && m_from.key > until())
        m_from = {until(), kMax};
}

std::int64_t Listing::since() const
{
    const std::int64_t since = m_query->since ? m_query->since->time_since_epoch().count() : 0;
    return isFull() && m_query->order == Order::Newest ? std::max(since, m_rows.back().place.key) : since;
}

std::int64_t Listing::until() const
{
    const std::int64_t until = m_query->until ? m_query->until->time_since_epoch().count() : kMax;
    return isFull() && m_query->order == Order::Oldest ? std::min(until, m_rows.back().place.key + 1) : until;
}

std::int64_t Listing::lastDuration() const
{
    if (isFull() && isByDuration(m_query->order))
        return m_rows.back().place.key;
    return m_query->order == Order::Shortest ? kMax : 0;
}

void Listing::sortAndCut()
{
    const bool isAscending = store::isAscending(m_query->order);
    const auto isBefore = [isAscending](const Row &a, const Row &b) {
        const Cursor &first = isAscending ? a.place : b.place;
        const Cursor &second = isAscending ? b.place : a.place;
        return first.key != second.key ? first.key < second.key : first.seq < second.seq;
    };
    const auto middle = m_rows.begin() + static_cast<std::ptrdiff_t>(m_sorted);
    std::stable_sort(middle, m_rows.end(), isBefore);
    std::inplace_merge(m_rows.begin(), middle, m_rows.end(), isBefore);
    if (m_rows.size() > m_limit)
        m_rows.resize(m_limit);
    m_sorted = m_rows.size();
}

ExecutionPage Listing::page() &&
{
    ExecutionPage page;
    const std::size_t limit = m_limit - 1;
    if (m_rows.size() > limit) {
        m_rows.resize(limit);
        page.next = cursorText(m_rows.back().place);
    } else if (m_stopped) {
        page.next = cursorText(*m_stopped);
        page.isPartial = true;
    }
    if (m_query->markEvery > 0) {
        page.total = static_cast<std::int64_t>(m_rows.size());
        for (std::size_t at = 0; at < m_rows.size(); at += static_cast<std::size_t>(m_query->markEvery))
            page.marks.push_back(at == 0 ? m_query->cursor : cursorText(m_rows[at - 1].place));
        return page;
    }
    for (Row &row : m_rows)
        page.items.push_back(std::move(*row.record));
    return page;
}

std::vector<ExecutionQuery> partsOf(const ExecutionQuery &query)
{
    const Choice status(query.status);
    const bool leadsElsewhere = !query.userId.empty() || !query.sessionId.empty() ||
                                !query.correlationId.empty() || !query.failure.empty() ||
                                asksForOne(query.errorCode);
    if (!status.isExcluding() || leadsElsewhere || !query.text.empty() || isByDuration(query.order))
        return {query};
    std::vector<ExecutionQuery> parts;
    for (const char *one : {"success", "failed", "cancelled", "interrupted", "running", "queued", "paused"})
        if (status.fits(one))
            parts.emplace_back(query).status = one;
    return parts;
}

std::vector<std::string> patternsOf(const std::string &text)
{
    const auto quoted = [](const std::string &plain) {
        std::string json;
        json::writeString(plain, json);
        return json.substr(1, json.size() - 2);
    };
    const auto pattern = [](const std::string &plain) {
        std::string out = "%";
        for (const char c : plain) {
            if (c == '%' || c == '_' || c == '!')
                out += '!';
            out += c;
        }
        return out + '%';
    };
    const std::string once = quoted(text);
    return {pattern(once), pattern(quoted(once)), pattern(text)};
}

} // namespace batuta::store
