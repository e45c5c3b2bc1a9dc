// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Kept figures, alerts and boards.
#include "engine/api/handlers.h"
#include "engine/api/query.h"
#include "engine/json/json.h"
#include "engine/series/codec.h"

namespace batuta::api {
namespace {

/// Answers with the value's JSON.
template <class T> auto answeringSeries(net::Responder responder)
{
    return [responder](const Result<T> &answer) mutable {
        if (!answer)
            return sendError(responder, answer.error());
        sendJson(responder, 200, series::toJson(*answer));
    };
}

} // namespace

void listSeries(Call call)
{
    if (const Status status = knowsOnly(call.request, {}); !status)
        return sendError(call.responder, status.error());
    if (call.engine.station() == nullptr)
        return sendError(call.responder,
                         {ErrorCode::HttpNotFound, "series", "this engine keeps no figures", {}, {}});
    call.engine.station()->catalogue(answeringSeries<series::Catalogue>(call.responder));
}

void querySeries(Call call)
{
    const Result<json::Value> body = json::parse(call.request.body);
    if (!body)
        return sendError(call.responder, body.error());
    Result<series::Question> question = series::questionFromJson(*body);
    if (!question)
        return sendError(call.responder, question.error());
    call.engine.series(std::move(*question), answeringSeries<series::Answer>(call.responder));
}

void listAlerts(Call call)
{
    if (const Status status = knowsOnly(call.request, {}); !status)
        return sendError(call.responder, status.error());
    call.engine.alerts(answeringSeries<series::AlertBook>(call.responder));
}

void listBoards(Call call)
{
    if (const Status status = knowsOnly(call.request, {}); !status)
        return sendError(call.responder, status.error());
    call.engine.boards(answeringSeries<std::vector<series::BoardText>>(call.responder));
}

} // namespace batuta::api
