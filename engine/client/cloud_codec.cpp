// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/cloud_codec.h"

#include "engine/client/codec.h"
#include "engine/client/codec_parts.h"
#include "engine/client/release_codec.h"

namespace batuta::client {
namespace {

constexpr std::size_t kLongestFilter = 16'000; ///< the rest of 20,000 is the engine's
constexpr int kMostLines = 1'000;

Error outOfBounds(const char *subject, const char *detail)
{
    return {ErrorCode::InputInvalid, subject, detail, {}, {}};
}

json::Value momentJson(const std::optional<WallTime> &time)
{
    return time ? json::Value(isoTime(*time)) : json::Value();
}

/// False for what is there and no time.
bool readMoment(const json::Value &value, std::optional<WallTime> &time)
{
    if (value.isNull())
        return true;
    WallTime read{};
    if (!parseIsoTime(value.asString(), read))
        return false;
    time = read;
    return true;
}

json::Value markJson(const ReleaseMark &mark)
{
    return json::Object{{"at", timeJson(mark.at)},   {"kind", mark.kind}, {"subject", mark.subject},
                        {"revision", mark.revision}, {"who", mark.who},   {"why", mark.why}};
}

ReleaseMark markFrom(const json::Value &value)
{
    return {timeFromJson(value["at"]),    value["kind"].asString(), value["subject"].asString(),
            value["revision"].asString(), value["who"].asString(),  value["why"].asString()};
}

} // namespace

json::Value toJson(const std::vector<CloudPlace> &places)
{
    return json::Object{{"places", listOf(places, placeJson)}};
}

Result<std::vector<CloudPlace>> placesFromJson(const json::Value &value)
{
    if (!value["places"].isArray())
        return wrongShape("places", "it is missing from the answer");
    std::vector<CloudPlace> places;
    for (const json::Value &place : value["places"].asArray())
        places.push_back(placeFrom(place));
    return places;
}

json::Value toJson(const CloudLogQuery &query)
{
    return json::Object{{"environment", query.environment},
                        {"service", query.service},
                        {"filter", query.filter},
                        {"from", momentJson(query.from)},
                        {"to", momentJson(query.to)},
                        {"newest_first", query.newestFirst},
                        {"limit", query.limit},
                        {"page_token", query.pageToken}};
}

Result<CloudLogQuery> cloudLogQueryFromJson(const json::Value &value)
{
    if (!value.isObject())
        return outOfBounds("body", "must be a JSON object");
    CloudLogQuery query;
    query.environment = value["environment"].asString();
    query.service = value["service"].asString();
    query.filter = value["filter"].asString();
    query.pageToken = value["page_token"].asString();
    query.newestFirst = value["newest_first"].asBoolean();
    const json::Value &limit = value["limit"];
    if (query.filter.size() > kLongestFilter)
        return outOfBounds("filter", "must be at most 16,000 characters");
    if (!limit.isNull() && (!limit.isInteger() || limit.asInteger() < 1 || limit.asInteger() > kMostLines))
        return outOfBounds("limit", "must be a whole number from 1 to 1000");
    query.limit = static_cast<int>(limit.asInteger(kMostLines));
    if (!readMoment(value["from"], query.from))
        return outOfBounds("from", "must be a time like 2026-11-21T14:21:07Z");
    if (!readMoment(value["to"], query.to))
        return outOfBounds("to", "must be a time like 2026-11-21T14:21:07Z");
    return query;
}

json::Value toJson(const CloudLogPage &page)
{
    const auto line = [](const CloudLogLine &one) {
        return json::Value(json::Object{{"at", isoTime(one.at)}, {"id", one.id}, {"line", one.text}});
    };
    return json::Object{{"lines", listOf(page.lines, line)}, {"next", textOrNull(page.next)}};
}

Result<CloudLogPage> cloudLogPageFromJson(const json::Value &value)
{
    if (!value["lines"].isArray())
        return wrongShape("lines", "it is missing from the answer");
    CloudLogPage page;
    page.next = value["next"].asString();
    for (const json::Value &item : value["lines"].asArray()) {
        CloudLogLine line{{}, item["id"].asString(), item["line"].asString()};
        if (!parseIsoTime(item["at"].asString(), line.at))
            return wrongShape("lines", "a line has no time");
        page.lines.push_back(std::move(line));
    }
    return page;
}

json::Value toJson(const ReleaseMarks &marks)
{
    return json::Object{{"marks", listOf(marks.marks, markJson)}, {"problem", problemJson(marks.problem)}};
}

Result<ReleaseMarks> marksFromJson(const json::Value &value)
{
    if (!value["marks"].isArray())
        return wrongShape("marks", "it is missing from the answer");
    ReleaseMarks marks;
    for (const json::Value &item : value["marks"].asArray())
        marks.marks.push_back(markFrom(item));
    marks.problem = problemFrom(value["problem"]);
    return marks;
}

} // namespace batuta::client
