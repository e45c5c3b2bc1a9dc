// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/event_log.h"

#include "engine/json/json.h"
#include "engine/json/pieces.h"

#include <algorithm>
#include <utility>

namespace batuta::store {
namespace {

constexpr json::Limits kEventLimits{512ULL << 20, 80};

Error damaged(const std::string &id, const Error &cause)
{
    return Error{ErrorCode::StoreCorrupt, id, errorText(cause), {}, ""};
}

/// Files before version 3 have a row for each event.
Result<std::vector<EventRecord>> readOldEvents(Database &database, const std::string &id, std::int64_t seq,
                                               EventRange range)
{
    Result<Statement> rows = database.prepare("SELECT sequence, at, kind, step, data FROM events WHERE "
                                              "execution = ? AND sequence > ? ORDER BY sequence LIMIT ?");
    if (!rows)
        return rows.error();
    rows->integer(1, seq).integer(2, range.after).integer(3, static_cast<std::int64_t>(range.limit));
    std::vector<EventRecord> events;
    int row = 0;
    while ((row = rows->step()) == 1) {
        EventRecord event{rows->integerAt(0), id, WallTime(Duration(rows->integerAt(1))), rows->textAt(2),
                          rows->textAt(3),    {}};
        if (!rows->isNullAt(4)) {
            Result<json::Value> data = json::parse(rows->blobAt(4), kEventLimits);
            if (!data)
                return damaged(id, data.error());
            event.data = std::move(*data);
        }
        events.push_back(std::move(event));
    }
    if (row < 0)
        return database.failure(ErrorCode::StoreRead);
    return events;
}

} // namespace

void writeEvents(std::span<const EventRecord> events, json::Text &out)
{
    const auto isBefore = [](const EventRecord &a, const EventRecord &b) { return a.sequence < b.sequence; };
    if (!std::is_sorted(events.begin(), events.end(), isBefore)) { // an engine's own always are
        std::vector<EventRecord> sorted(events.begin(), events.end());
        std::stable_sort(sorted.begin(), sorted.end(), isBefore);
        return writeEvents(sorted, out);
    }
    char separator = '[';
    for (const EventRecord &event : events) {
        out += std::exchange(separator, ',');
        out += '[';
        json::writeInteger(event.sequence, out);
        out += ',';
        json::writeInteger(event.at.time_since_epoch().count(), out);
        out += ',';
        json::writeString(event.kind, out);
        out += ',';
        json::writeString(event.step, out);
        // Asked for its type, what is still text would be parsed.
        if (event.data.unparsedText() != nullptr || !event.data.isNull()) {
            out += ',';
            json::write(event.data, out);
        }
        out += ']';
    }
    out += events.empty() ? "[]" : "]";
}

Result<std::vector<EventRecord>> parseEvents(std::string_view text, const std::string &id, EventRange range)
{
    const Result<json::Value> value = json::parse(text, kEventLimits);
    if (!value)
        return damaged(id, value.error());
    std::vector<EventRecord> events;
    for (const json::Value &row : value->asArray()) {
        if (row.at(0).asInteger() <= range.after)
            continue;
        if (events.size() >= range.limit)
            break;
        events.push_back({row.at(0).asInteger(), id, WallTime(Duration(row.at(1).asInteger())),
                          row.at(2).asString(), row.at(3).asString(), row.at(4)});
    }
    return events;
}

Result<std::vector<EventRecord>> readEvents(Database &database, const std::string &id, std::int64_t seq,
                                            EventRange range)
{
    Result<Statement> log = database.prepare("SELECT plain(body) FROM event_logs WHERE seq = ?");
    if (!log)
        return log.error();
    const int found = log->integer(1, seq).step();
    if (found < 0)
        return database.failure(ErrorCode::StoreRead);
    return found == 1 ? parseEvents(log->blobAt(0), id, range) : readOldEvents(database, id, seq, range);
}

} // namespace batuta::store
