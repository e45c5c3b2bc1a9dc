// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/release_codec.h"

#include "engine/client/codec.h"
#include "engine/client/codec_parts.h"
#include "engine/client/service_codec.h"

namespace batuta::client {
namespace {

constexpr std::size_t kMostTargets = 200;

Error invalid(const char *subject, const char *detail)
{
    return {ErrorCode::InputInvalid, subject, detail, {}, {}};
}

json::Value figureJson(const std::optional<double> &figure)
{
    return figure ? json::Value(*figure) : json::Value();
}

std::optional<double> figureFrom(const json::Value &value)
{
    return value.isNumber() ? std::optional(value.asDouble()) : std::nullopt;
}

json::Value windowJson(const ServingWindow &window)
{
    return json::Object{{"from", timeJson(window.from)},
                        {"to", timeJson(window.to)},
                        {"requests", window.requests},
                        {"failures", window.failures}};
}

json::Value figuresJson(const RevisionFigures &figures)
{
    return json::Object{{"revision", figures.revision},
                        {"instances", figureJson(figures.instances)},
                        {"requests_per_second", figureJson(figures.requestsPerSecond)},
                        {"served_ms", figures.served.count() / 1'000},
                        {"requests", figures.requests},
                        {"failures", figures.failures},
                        {"p95_ms", figureJson(figures.p95)},
                        {"windows", listOf(figures.windows, windowJson)}};
}

RevisionFigures figuresFrom(const json::Value &value)
{
    RevisionFigures figures;
    figures.revision = value["revision"].asString();
    figures.instances = figureFrom(value["instances"]);
    figures.requestsPerSecond = figureFrom(value["requests_per_second"]);
    figures.served = Duration(value["served_ms"].asInteger() * 1'000);
    figures.requests = value["requests"].asDouble();
    figures.failures = value["failures"].asDouble();
    figures.p95 = figureFrom(value["p95_ms"]);
    for (const json::Value &window : value["windows"].asArray())
        figures.windows.push_back({timeFromJson(window["from"]), timeFromJson(window["to"]),
                                   window["requests"].asDouble(), window["failures"].asDouble()});
    return figures;
}

json::Value entryJson(const ReleaseEntry &entry)
{
    return json::Object{{"at", timeJson(entry.at)},   {"who", entry.who}, {"verb", entry.verb},
                        {"revision", entry.revision}, {"why", entry.why}, {"data", entry.data}};
}

ReleaseEntry entryFrom(const json::Value &value)
{
    return {timeFromJson(value["at"]),    value["who"].asString(), value["verb"].asString(),
            value["revision"].asString(), value["why"].asString(), value["data"]};
}

} // namespace

json::Value placeJson(const CloudPlace &place)
{
    return json::Object{{"environment", place.environment}, {"project", place.project},
                        {"region", place.region},           {"service", place.service},
                        {"is_local", place.isLocal},        {"is_guarded", place.isGuarded}};
}

CloudPlace placeFrom(const json::Value &value)
{
    return {value["environment"].asString(), value["project"].asString(),   value["region"].asString(),
            value["service"].asString(),     value["is_local"].asBoolean(), value["is_guarded"].asBoolean()};
}

json::Value trafficJson(const std::vector<cloud::TrafficTarget> &traffic)
{
    return listOf(traffic, [](const cloud::TrafficTarget &target) {
        return json::Value(json::Object{{"revision", target.revision},
                                        {"percent", target.percent},
                                        {"tag", target.tag},
                                        {"url", target.url}});
    });
}

Result<std::vector<cloud::TrafficTarget>> trafficFromJson(const json::Value &value)
{
    if (!value.isArray() || value.asArray().size() > kMostTargets)
        return invalid("traffic", "must be a list of at most 200 targets");
    std::vector<cloud::TrafficTarget> traffic;
    for (const json::Value &target : value.asArray()) {
        const json::Value &percent = target["percent"];
        if (!percent.isNull() &&
            (!percent.isInteger() || percent.asInteger() < 0 || percent.asInteger() > 100))
            return invalid("traffic", "a percent must be a whole number of 0 to 100");
        traffic.push_back({target["revision"].asString(), static_cast<int>(percent.asInteger()),
                           target["tag"].asString(), target["url"].asString()});
    }
    return traffic;
}

json::Value toJson(const ReleaseBoard &board)
{
    return json::Object{{"at", timeJson(board.at)},
                        {"environment", board.environment},
                        {"places", listOf(board.places, placeJson)},
                        {"services", listOf(board.services, serviceJson)}};
}

Result<ReleaseBoard> releaseBoardFromJson(const json::Value &value)
{
    if (!value["places"].isArray() || !value["services"].isArray())
        return wrongShape("services", "it is missing from the answer");
    ReleaseBoard board;
    board.at = timeFromJson(value["at"]);
    board.environment = value["environment"].asString();
    for (const json::Value &place : value["places"].asArray())
        board.places.push_back(placeFrom(place));
    for (const json::Value &item : value["services"].asArray()) {
        Result<cloud::Service> service = serviceFromJson(item);
        if (!service)
            return service.error();
        board.services.push_back(std::move(*service));
    }
    return board;
}

json::Value toJson(const ServiceBoard &board)
{
    return json::Object{{"at", timeJson(board.at)},
                        {"place", placeJson(board.place)},
                        {"service", serviceJson(board.service)},
                        {"revisions", listOf(board.revisions, revisionJson)},
                        {"figures", listOf(board.figures, figuresJson)},
                        {"figures_problem", problemJson(board.figuresProblem)},
                        {"entries", listOf(board.entries, entryJson)},
                        {"flows", json::Array(board.flows.begin(), board.flows.end())}};
}

Result<ServiceBoard> serviceBoardFromJson(const json::Value &value)
{
    Result<cloud::Service> service = serviceFromJson(value["service"]);
    if (!service)
        return service.error();
    if (!value["revisions"].isArray())
        return wrongShape("revisions", "it is missing from the answer");
    ServiceBoard board;
    board.at = timeFromJson(value["at"]);
    board.place = placeFrom(value["place"]);
    board.service = std::move(*service);
    for (const json::Value &item : value["revisions"].asArray())
        board.revisions.push_back(revisionFromJson(item, board.service.name));
    for (const json::Value &item : value["figures"].asArray())
        board.figures.push_back(figuresFrom(item));
    board.figuresProblem = problemFrom(value["figures_problem"]);
    for (const json::Value &item : value["entries"].asArray())
        board.entries.push_back(entryFrom(item));
    for (const json::Value &flow : value["flows"].asArray())
        board.flows.push_back(flow.asString());
    return board;
}

json::Value toJson(const RouteQuery &query)
{
    return json::Object{{"environment", query.environment},
                        {"service", query.service},
                        {"etag", query.etag},
                        {"traffic", trafficJson(query.traffic)}};
}

Result<RouteQuery> routeQueryFromJson(const json::Value &value)
{
    if (!value.isObject())
        return invalid("body", "must be a JSON object");
    auto traffic = trafficFromJson(value["traffic"]);
    if (!traffic)
        return traffic.error();
    return RouteQuery{value["environment"].asString(), value["service"].asString(), value["etag"].asString(),
                      std::move(*traffic)};
}

json::Value toJson(const RouteCheck &check)
{
    return json::Object{{"at", timeJson(check.at)},
                        {"refused", problemJson(check.refused)},
                        {"image_found", check.imageFound ? json::Value(*check.imageFound) : json::Value()},
                        {"image", check.image}};
}

Result<RouteCheck> routeCheckFromJson(const json::Value &value)
{
    if (!value["at"].isString())
        return wrongShape("at", "it is missing from the answer");
    const json::Value &found = value["image_found"];
    return RouteCheck{timeFromJson(value["at"]), problemFrom(value["refused"]),
                      found.isNull() ? std::nullopt : std::optional(found.asBoolean()),
                      value["image"].asString()};
}

} // namespace batuta::client
