// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What runs in the cloud, environment by environment.
#include "engine/api/handlers.h"
#include "engine/api/query.h"
#include "engine/client/codec.h"
#include "engine/client/release_codec.h"
#include "engine/json/json.h"

namespace batuta::api {
namespace {

/// A cloud that cannot be reached, or answers nonsense, is no fault of this engine.
void refuse(net::Responder &responder, const Error &error)
{
    const int status = httpStatus(error.code);
    sendJson(responder, status == 500 ? 502 : status, json::Object{{"error", client::toJson(error)}});
}

template <class T> client::Reply<T> answering(const net::Responder &to)
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
                         answering<client::ReleaseBoard>(call.responder));
}

void showReleasedService(Call call)
{
    if (const Status status = knowsOnly(call.request, {"environment"}); !status)
        return sendError(call.responder, status.error());
    call.engine.releasedService(
        {std::string(call.request.queryValue("environment")), call.parameters.front()},
        answering<client::ServiceBoard>(call.responder));
}

void checkRoute(Call call)
{
    const Result<json::Value> body = json::parse(call.request.body);
    if (!body)
        return sendError(call.responder, body.error());
    const Result<client::RouteQuery> query = client::routeQueryFromJson(*body);
    if (!query)
        return sendError(call.responder, query.error());
    call.engine.checkRoute(*query, answering<client::RouteCheck>(call.responder));
}

} // namespace batuta::api
