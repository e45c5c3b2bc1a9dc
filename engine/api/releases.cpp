// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What runs in the cloud, environment by environment.
#include "engine/api/handlers.h"
#include "engine/api/query.h"
#include "engine/client/cloud_codec.h"
#include "engine/client/codec.h"
#include "engine/client/release_codec.h"
#include "engine/client/release_lookups.h"
#include "engine/json/json.h"

namespace batuta::api {
namespace {

/// A cloud that cannot be reached, or answers nonsense, is no fault of this engine.
void refuse(net::Responder &responder, const Error &error)
{
    const int status = httpStatus(error.code);
    sendJson(responder, status == 500 ? 502 : status, json::Object{{"error", client::toJson(error)}});
}

template <class T> client::Reply<T> answeringRelease(const net::Responder &to)
{
    return [responder = to](const Result<T> &answer) mutable {
        if (!answer)
            return refuse(responder, answer.error());
        sendJson(responder, 200, client::toJson(*answer));
    };
}

} // namespace

void listReleases(Call call)
{
    if (const Status status = knowsOnly(call.request, {"environment"}); !status)
        return sendError(call.responder, status.error());
    call.engine.releases({std::string(call.request.queryValue("environment"))},
                         answeringRelease<client::ReleaseBoard>(call.responder));
}

void showReleasedService(Call call)
{
    if (const Status status = knowsOnly(call.request, {"environment"}); !status)
        return sendError(call.responder, status.error());
    call.engine.releasedService(
        {std::string(call.request.queryValue("environment")), call.parameters.front()},
        answeringRelease<client::ServiceBoard>(call.responder));
}

void checkRoute(Call call)
{
    const Result<json::Value> body = json::parse(call.request.body);
    if (!body)
        return sendError(call.responder, body.error());
    const Result<client::RouteQuery> query = client::routeQueryFromJson(*body);
    if (!query)
        return sendError(call.responder, query.error());
    call.engine.checkRoute(*query, answeringRelease<client::RouteCheck>(call.responder));
}

void listMarks(Call call)
{
    if (const Status status = knowsOnly(call.request, {"environment", "service", "from", "to"}); !status)
        return sendError(call.responder, status.error());
    client::MarkQuery query{std::string(call.request.queryValue("environment")),
                            std::string(call.request.queryValue("service")),
                            {},
                            {}};
    for (const auto &[name, time] : {std::pair("from", &query.from), std::pair("to", &query.to)})
        if (!parseIsoTime(std::string(call.request.queryValue(name)), *time))
            return sendError(
                call.responder,
                {ErrorCode::HttpBadRequest, name, "must be a time like 2026-11-21T14:21:07Z", {}, {}});
    call.engine.releaseMarks(query, answeringRelease<client::ReleaseMarks>(call.responder));
}

void listClouds(Call call)
{
    if (const Status status = knowsOnly(call.request, {}); !status)
        return sendError(call.responder, status.error());
    call.engine.clouds(answeringRelease<std::vector<client::CloudPlace>>(call.responder));
}

void cloudLogs(Call call)
{
    const Result<json::Value> body = json::parse(call.request.body);
    if (!body)
        return sendError(call.responder, body.error());
    const Result<client::CloudLogQuery> query = client::cloudLogQueryFromJson(*body);
    if (!query)
        return sendError(call.responder, query.error());
    call.engine.cloudLogs(*query, answeringRelease<client::CloudLogPage>(call.responder));
}

void lookUpRelease(Call call)
{
    const Result<json::Value> body =
        json::parse(call.request.body.empty() ? "{}" : std::string_view(call.request.body));
    if (!body)
        return sendError(call.responder, body.error());
    if (!body->isObject())
        return sendError(call.responder,
                         {ErrorCode::HttpBadRequest, {}, "the body must be a JSON object", {}, {}});
    call.engine.lookUpRelease({call.parameters.front(), (*body)["environment"].asString(),
                               (*body)["service"].asString(), (*body)["data"]},
                              [responder = call.responder](const Result<json::Value> &answer) mutable {
                                  if (!answer)
                                      return refuse(responder, answer.error());
                                  sendJson(responder, 200, *answer);
                              });
}

} // namespace batuta::api
