// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/router.h"

#include "engine/api/handlers.h"
#include "engine/base/text.h"
#include "engine/client/codec.h"
#include "engine/json/json.h"

namespace batuta::api {
namespace {

bool matches(std::string_view pattern, std::string_view path, std::vector<std::string> &parameters)
{
    parameters.clear();
    if (pattern.find('{') == std::string_view::npos)
        return pattern == path;
    const auto wanted = split(pattern, '/');
    const auto given = split(path, '/');
    if (wanted.size() != given.size())
        return false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].starts_with('{') && !given[i].empty())
            parameters.emplace_back(given[i]);
        else if (wanted[i] != given[i])
            return false;
    }
    return true;
}

} // namespace

const std::vector<Route> &routes()
{
    static const std::vector<Route> kRoutes{
        {"GET", "/", serviceInfo},
        {"POST", "/", orchestrateCompat},
        {"POST", "/orchestrate", orchestrate},
        {"GET", "/health", health},
        {"GET", "/openapi.json", openApi},
        {"GET", "/docs", docs},
        {"GET", "/metrics", metrics},
        {"GET", "/info", engineInfo},
        {"GET", "/events", allEvents},
        {"GET", "/flows", listFlows},
        {"POST", "/flows/{name}/executions", startExecution},
        {"POST", "/preview", preview},
        {"GET", "/executions", listExecutions},
        {"POST", "/executions", startRouted},
        {"GET", "/executions/{id}", showExecution},
        {"GET", "/executions/{id}/events", executionEvents},
        {"GET", "/executions/{id}/log", executionLog},
        {"POST", "/executions/{id}/cancel", cancelExecution},
        {"POST", "/executions/{id}/acts/{verb}", actOnExecution},
        {"POST", "/acts/{verb}", actOnEngine},
        {"POST", "/capsules", makeCapsule},
        {"GET", "/find", find},
        {"GET", "/figures", figures},
        {"GET", "/failures", failures},
        {"GET", "/waiting", waiting},
        {"GET", "/logs", logChunk},
        {"GET", "/series", listSeries},
        {"POST", "/series/query", querySeries},
        {"GET", "/alerts", listAlerts},
        {"GET", "/boards", listBoards},
        {"GET", "/releases", listReleases},
        {"GET", "/releases/services/{name}", showReleasedService},
        {"POST", "/releases/check", checkRoute},
        {"POST", "/releases/lookups/{name}", lookUpRelease},
        {"GET", "/releases/marks", listMarks},
        {"GET", "/clouds", listClouds},
        {"POST", "/clouds/logs", cloudLogs},
        {"GET", "/schedules", listSchedules},
        {"POST", "/hooks/{name}", receiveHook},
        {"GET", "/audit", listAudit},
        {"GET", "/audit/verify", verifyAudit},
    };
    return kRoutes;
}

Match match(std::string_view method, std::string_view path)
{
    Match result;
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    std::vector<std::string> parameters;
    for (const Route &route : routes()) {
        if (!matches(route.path, path, parameters))
            continue;
        if (route.method == wanted) {
            result.route = &route;
            result.parameters = std::move(parameters);
            return result;
        }
        result.allow += (result.allow.empty() ? "" : ", ") + std::string(route.method);
    }
    return result;
}

void sendJson(net::Responder &responder, int status, const json::Value &body)
{
    net::ServerResponse response;
    response.status = status;
    json::write(body, response.body);
    responder.send(std::move(response));
}

void sendError(net::Responder &responder, const Error &error)
{
    sendJson(responder, httpStatus(error.code), json::Object{{"error", client::toJson(error)}});
}

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ActUnknown:
    case ErrorCode::FileUnreadable: // the log, when none is written
    case ErrorCode::FlowTextMissing:
    case ErrorCode::FlowUnknown:
    case ErrorCode::ScheduleUnknown:
    case ErrorCode::QueueUnknown:
    case ErrorCode::ExecutionUnknown:
    case ErrorCode::HttpNotFound:
        return 404;
    case ErrorCode::InputInvalid:
        return 422;
    case ErrorCode::ActForbidden:
        return 403;
    case ErrorCode::StoreFull:
    case ErrorCode::StoreBusy:
        return 503;
    case ErrorCode::FlowFull:
        return 429;
    case ErrorCode::ActRefused:
    case ErrorCode::CloudConflict:
    case ErrorCode::ExecutionEnded:
    case ErrorCode::DuplicateRequest:
        return 409;
    case ErrorCode::CloudRefused:
    case ErrorCode::CloudSignIn:
        return 502;
    case ErrorCode::HttpUnauthorized:
        return 401;
    case ErrorCode::HttpMethod:
        return 405;
    case ErrorCode::HttpMediaType:
        return 415;
    case ErrorCode::FileTooLarge: // a capsule
    case ErrorCode::HttpTooLarge:
    case ErrorCode::JsonTooLarge:
        return 413;
    case ErrorCode::HttpBusy:
    case ErrorCode::EngineStopping:
    case ErrorCode::StoreOpen:
    case ErrorCode::StoreRead:
    case ErrorCode::StoreWrite:
        return 503;
    case ErrorCode::HttpBadRequest:
    case ErrorCode::JsonSyntax:
    case ErrorCode::JsonTooDeep:
        return 400;
    default:
        return 500;
    }
}

} // namespace batuta::api
