// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/store/figure_source.h"
#include "engine/store/record_row.h"

#include <algorithm>
#include <unordered_map>

namespace batuta::store {
namespace {

constexpr int kMostSamples = 5;
constexpr std::string_view kNotes = "failure/";

std::int64_t microsOf(const json::Value &value)
{
    return value.asInteger();
}

std::unordered_map<std::string, FailureNote>
notesOf(const std::vector<std::pair<std::string, std::string>> &kept)
{
    std::unordered_map<std::string, FailureNote> notes;
    for (const auto &[key, value] : kept)
        notes.emplace(key.substr(kNotes.size()), readNote(value));
    return notes;
}

FailureGroup groupOf(std::int64_t number, const FigureBook::Group &from)
{
    FailureGroup group;
    group.key = failureKey(number);
    group.pattern = from.failure.pattern;
    group.code = from.failure.code;
    group.step = from.failure.step;
    group.flow = from.cohort.flow;
    group.flowVersion = from.cohort.flowVersion;
    group.revision = from.cohort.revision;
    group.firstSeen = WallTime(Duration(from.firstAt));
    group.lastSeen = WallTime(Duration(from.lastAt));
    return group;
}

} // namespace

std::string noteKey(std::string_view failureKey)
{
    return std::string(kNotes) + std::string(failureKey);
}

std::string writeNote(const FailureNote &note)
{
    return json::write(json::Object{{"text", note.text},
                                    {"assignee", note.assignee},
                                    {"who", note.who},
                                    {"at", micros(note.at)},
                                    {"addressed_at", micros(note.addressedAt)}});
}

FailureNote readNote(std::string_view text)
{
    const Result<json::Value> value = json::parse(text);
    if (!value)
        return {};
    return {(*value)["text"].asString(), (*value)["assignee"].asString(), (*value)["who"].asString(),
            WallTime(Duration(microsOf((*value)["at"]))),
            WallTime(Duration(microsOf((*value)["addressed_at"])))};
}

Result<FailureReport> reportFailures(FigureSource &source, const FailureQuery &query, WallTime now)
{
    const std::optional<std::int64_t> wanted = failureGroup(query.key);
    if (!query.key.empty() && !wanted)
        return Error{ErrorCode::InputInvalid, "key", "it is not the key of a group", {}, ""};
    Result<std::pair<std::int64_t, std::int64_t>> extent = source.extent();
    const auto kept = source.keptUnder(std::string(kNotes));
    if (!extent || !kept)
        return extent ? kept.error() : extent.error();
    if (extent->first == 0)
        extent->first = micros(now) / kMicrosecond;
    extent->second = std::max(extent->second, micros(now) / kMicrosecond);
    const TimeGrid grid = TimeGrid::of(query.since, query.until, *extent, std::clamp(query.buckets, 1, 100));
    std::unordered_map<std::int64_t, std::vector<std::int64_t>> trends;
    Status done = source.failures(
        grid, wanted, [&](std::int64_t group, std::int64_t, std::size_t bucket, std::int64_t count) {
            std::vector<std::int64_t> &trend = trends[group];
            trend.resize(grid.buckets());
            if (bucket < trend.size())
                trend[bucket] += count;
        });
    FailureReport report;
    report.since = WallTime(Duration(grid.begin * kMicrosecond));
    report.width = Duration(grid.width * kMicrosecond);
    if (done)
        done = source.groups([&](std::int64_t number, const FigureBook::Group &from) {
            const auto trend = trends.find(number);
            if (trend == trends.end() || (!query.flow.empty() && query.flow != from.cohort.flow))
                return;
            FailureGroup &group = report.groups.emplace_back(groupOf(number, from));
            group.trend = std::move(trend->second);
            for (const std::int64_t count : group.trend)
                group.count += count;
            report.total += group.count;
        });
    std::sort(report.groups.begin(), report.groups.end(),
              [](const FailureGroup &a, const FailureGroup &b) { return a.lastSeen > b.lastSeen; });
    const auto most = static_cast<std::size_t>(std::clamp(query.limit, 1, 500));
    report.isCut = report.groups.size() > most;
    if (report.isCut)
        report.groups.resize(most);
    const auto notes = notesOf(*kept);
    for (FailureGroup &group : report.groups) {
        if (const auto note = notes.find(group.key); note != notes.end())
            group.note = note->second;
        group.isAddressed = group.note.addressedAt >= group.lastSeen;
        if (done)
            done = source.samples(*failureGroup(group.key), grid, kMostSamples,
                                  [&](std::string id, std::string error) {
                                      if (group.samples.empty())
                                          group.error = std::move(error);
                                      group.samples.push_back(std::move(id));
                                  });
    }
    if (!done)
        return done.error();
    return report;
}

} // namespace batuta::store
