// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/cloud_cursor.h"

#include "engine/json/json.h"

#include <algorithm>

namespace batuta::exports {

Cursor Cursor::of(std::vector<Open> open, WallTime now)
{
    Cursor cursor;
    cursor.since = now;
    if (open.size() > kMostBehind) {
        const auto middle = open.begin() + static_cast<std::ptrdiff_t>(kMostBehind);
        std::nth_element(open.begin(), middle, open.end(),
                         [](const Open &a, const Open &b) { return a.startedAt < b.startedAt; });
        cursor.since = std::min(now, middle->startedAt);
        open.resize(kMostBehind);
    }
    for (Open &one : open)
        cursor.behind.emplace(std::move(one.execution), one.taken);
    return cursor;
}

void Cursor::join(const Cursor &other)
{
    since = std::min(since, other.since);
    for (const auto &[execution, taken] : other.behind) {
        std::int64_t &own = behind[execution];
        own = std::max(own, taken);
    }
}

std::string Cursor::text() const
{
    json::Object events;
    for (const auto &[execution, taken] : behind)
        events.append(execution, taken);
    return json::write(json::Object{{"since", isoTime(since)}, {"behind", std::move(events)}});
}

std::optional<Cursor> Cursor::read(std::string_view text)
{
    const Result<json::Value> value = json::parse(text);
    Cursor cursor;
    if (!value || !parseIsoTime((*value)["since"].asString(), cursor.since))
        return std::nullopt;
    for (const auto &[execution, taken] : (*value)["behind"].asObject())
        cursor.behind.emplace(execution, std::max<std::int64_t>(taken.asInteger(), 0));
    return cursor;
}

} // namespace batuta::exports
