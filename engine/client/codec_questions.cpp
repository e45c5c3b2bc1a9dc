// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/codec_questions.h"

#include "engine/client/codec.h"
#include "engine/client/codec_parts.h"

namespace batuta::client {
namespace {

json::Value millisJson(Duration duration)
{
    return duration.count() / 1'000;
}

Duration millisFrom(const json::Value &value)
{
    return Duration(value.asInteger() * 1'000);
}

json::Value trendJson(const std::vector<std::int64_t> &trend)
{
    return json::Array(trend.begin(), trend.end());
}

std::vector<std::int64_t> trendFrom(const json::Value &value)
{
    std::vector<std::int64_t> trend;
    for (const json::Value &count : value.asArray())
        trend.push_back(count.asInteger());
    return trend;
}

json::Value valuesJson(const std::vector<FacetValue> &values)
{
    json::Array list;
    for (const FacetValue &value : values)
        list.push_back(
            json::Object{{"value", value.value}, {"count", value.count}, {"trend", trendJson(value.trend)}});
    return list;
}

std::vector<FacetValue> valuesFrom(const json::Value &list)
{
    std::vector<FacetValue> values;
    for (const json::Value &value : list.asArray())
        values.push_back({value["value"].asString(), value["count"].asInteger(), trendFrom(value["trend"])});
    return values;
}

json::Value groupJson(const FailureGroup &group)
{
    json::Array samples(group.samples.begin(), group.samples.end());
    return json::Object{{"key", group.key},
                        {"pattern", group.pattern},
                        {"code", group.code},
                        {"step", textOrNull(group.step)},
                        {"flow", group.flow},
                        {"flow_version", group.flowVersion},
                        {"revision", textOrNull(group.revision)},
                        {"count", group.count},
                        {"first_seen", timeJson(group.firstSeen)},
                        {"last_seen", timeJson(group.lastSeen)},
                        {"trend", trendJson(group.trend)},
                        {"error", group.error},
                        {"samples", std::move(samples)},
                        {"note", toJson(group.note)},
                        {"is_addressed", group.isAddressed}};
}

FailureGroup groupFrom(const json::Value &value)
{
    FailureGroup group;
    group.key = value["key"].asString();
    group.pattern = value["pattern"].asString();
    group.code = value["code"].asString();
    group.step = value["step"].asString();
    group.flow = value["flow"].asString();
    group.flowVersion = value["flow_version"].asString();
    group.revision = value["revision"].asString();
    group.count = value["count"].asInteger();
    group.firstSeen = timeFromJson(value["first_seen"]);
    group.lastSeen = timeFromJson(value["last_seen"]);
    group.trend = trendFrom(value["trend"]);
    group.error = value["error"].asString();
    for (const json::Value &id : value["samples"].asArray())
        group.samples.push_back(id.asString());
    group.note = noteFromJson(value["note"]);
    group.isAddressed = value["is_addressed"].asBoolean();
    return group;
}

} // namespace

json::Value toJson(const Found &found)
{
    json::Array hits;
    for (const FindHit &hit : found.hits)
        hits.push_back(json::Object{{"field", hit.field},
                                    {"value", hit.value},
                                    {"count", hit.count},
                                    {"is_more", hit.isMore},
                                    {"newest", summaryJson(hit.newest)}});
    return json::Object{{"hits", std::move(hits)}};
}

Result<Found> foundFromJson(const json::Value &value)
{
    if (!value["hits"].isArray())
        return wrongShape("hits", "the list is missing");
    Found found;
    for (const json::Value &item : value["hits"].asArray()) {
        Result<ExecutionRecord> newest = executionFromJson(item["newest"]);
        if (!newest)
            return newest.error();
        found.hits.push_back({item["field"].asString(), item["value"].asString(), item["count"].asInteger(),
                              item["is_more"].asBoolean(), std::move(*newest)});
    }
    return found;
}

json::Value toJson(const RunFigures &figures)
{
    json::Array facets;
    for (const Facet &facet : figures.facets)
        facets.push_back(json::Object{
            {"field", facet.field}, {"values", valuesJson(facet.values)}, {"is_cut", facet.isCut}});
    return json::Object{{"total", figures.total},
                        {"since", timeJson(figures.since)},
                        {"width_ms", millisJson(figures.width)},
                        {"histogram", valuesJson(figures.histogram)},
                        {"facets", std::move(facets)},
                        {"is_partial", figures.isPartial}};
}

Result<RunFigures> figuresFromJson(const json::Value &value)
{
    if (!value["facets"].isArray())
        return wrongShape("facets", "the list is missing");
    RunFigures figures;
    figures.total = value["total"].asInteger();
    figures.since = timeFromJson(value["since"]);
    figures.width = millisFrom(value["width_ms"]);
    figures.histogram = valuesFrom(value["histogram"]);
    for (const json::Value &facet : value["facets"].asArray())
        figures.facets.push_back(
            {facet["field"].asString(), valuesFrom(facet["values"]), facet["is_cut"].asBoolean()});
    figures.isPartial = value["is_partial"].asBoolean();
    return figures;
}

json::Value toJson(const FailureNote &note)
{
    return json::Object{{"text", note.text},
                        {"assignee", textOrNull(note.assignee)},
                        {"who", textOrNull(note.who)},
                        {"at", timeJson(note.at)},
                        {"addressed_at", timeJson(note.addressedAt)}};
}

FailureNote noteFromJson(const json::Value &value)
{
    return {value["text"].asString(), value["assignee"].asString(), value["who"].asString(),
            timeFromJson(value["at"]), timeFromJson(value["addressed_at"])};
}

json::Value toJson(const FailureReport &report)
{
    json::Array groups;
    for (const FailureGroup &group : report.groups)
        groups.push_back(groupJson(group));
    return json::Object{{"groups", std::move(groups)},
                        {"since", timeJson(report.since)},
                        {"width_ms", millisJson(report.width)},
                        {"total", report.total},
                        {"is_cut", report.isCut}};
}

Result<FailureReport> failuresFromJson(const json::Value &value)
{
    if (!value["groups"].isArray())
        return wrongShape("groups", "the list is missing");
    FailureReport report;
    for (const json::Value &group : value["groups"].asArray())
        report.groups.push_back(groupFrom(group));
    report.since = timeFromJson(value["since"]);
    report.width = millisFrom(value["width_ms"]);
    report.total = value["total"].asInteger();
    report.isCut = value["is_cut"].asBoolean();
    return report;
}

json::Value toJson(const WaitingStep &step)
{
    return json::Object{{"execution_id", step.execution},
                        {"flow", step.flow},
                        {"flow_version", step.flowVersion},
                        {"step", step.step},
                        {"kind", step.kind},
                        {"reason", textOrNull(step.reason)},
                        {"user_id", textOrNull(step.userId)},
                        {"correlation_id", textOrNull(step.correlationId)},
                        {"attempts", step.attempts},
                        {"started_at", timeJson(step.startedAt)},
                        {"since", timeJson(step.since)},
                        {"until", timeJson(step.until)}};
}

WaitingStep waitingFromJson(const json::Value &value)
{
    WaitingStep step;
    step.execution = value["execution_id"].asString();
    step.flow = value["flow"].asString();
    step.flowVersion = value["flow_version"].asString();
    step.step = value["step"].asString();
    step.kind = value["kind"].asString();
    step.reason = value["reason"].asString();
    step.userId = value["user_id"].asString();
    step.correlationId = value["correlation_id"].asString();
    step.attempts = static_cast<int>(value["attempts"].asInteger());
    step.startedAt = timeFromJson(value["started_at"]);
    step.since = timeFromJson(value["since"]);
    step.until = timeFromJson(value["until"]);
    return step;
}

json::Value toJson(const LogChunk &chunk)
{
    return json::Object{
        {"after", chunk.after}, {"lines", chunk.lines}, {"has_gap", chunk.hasGap}, {"is_end", chunk.isEnd}};
}

Result<LogChunk> logChunkFromJson(const json::Value &value)
{
    if (!value["after"].isString() || !value["lines"].isString())
        return Error{ErrorCode::NetProtocol, "log", "the answer is no piece of a log", {}, {}};
    return LogChunk{value["after"].asString(), value["lines"].asString(), value["has_gap"].asBoolean(),
                    value["is_end"].asBoolean(true)};
}

json::Value toJson(const AuditPage &page)
{
    const auto entry = [](const AuditEntry &one) {
        return json::Value(json::Object{{"number", one.number},
                                        {"at", timeJson(one.at)},
                                        {"who", one.who},
                                        {"verb", one.verb},
                                        {"subject", textOrNull(one.subject)},
                                        {"why", textOrNull(one.why)},
                                        {"data", one.data},
                                        {"hash", one.hash}});
    };
    return json::Object{{"entries", listOf(page.items, entry)},
                        {"next", page.next == 0 ? json::Value() : json::Value(page.next)}};
}

Result<AuditPage> auditFromJson(const json::Value &value)
{
    if (!value["entries"].isArray())
        return wrongShape("audit", "the entries are missing");
    AuditPage page;
    for (const json::Value &one : value["entries"].asArray())
        page.items.push_back({one["number"].asInteger(), timeFromJson(one["at"]), one["who"].asString(),
                              one["verb"].asString(), one["subject"].asString(), one["why"].asString(),
                              one["data"], one["hash"].asString()});
    page.next = value["next"].asInteger();
    return page;
}

} // namespace batuta::client
