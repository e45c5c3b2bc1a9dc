// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The addresses that act on the engine, and the audit of what was done.
#include "engine/api/handlers.h"
#include "engine/api/query.h"
#include "engine/base/text.h"
#include "engine/client/codec.h"
#include "engine/client/codec_questions.h"
#include "engine/json/json.h"

#include <limits>

namespace batuta::api {
namespace {

Result<client::Act> actOf(const Call &call)
{
    const Result<json::Value> body =
        json::parse(call.request.body.empty() ? "{}" : std::string_view(call.request.body));
    if (!body)
        return body.error();
    if (!body->isObject())
        return Error{ErrorCode::HttpBadRequest, {}, "the body must be a JSON object", {}, {}};
    client::Act act;
    act.subject =
        call.parameters.size() > 1 ? lowered(call.parameters.front()) : (*body)["subject"].asString();
    act.verb = call.parameters.back();
    act.step = (*body)["step"].asString();
    act.data = (*body)["data"];
    act.why = (*body)["why"].asString().substr(0, 1'000);
    act.actor = actorOf(call.caller);
    return act;
}

void act(Call call)
{
    Result<client::Act> wanted = actOf(call);
    if (!wanted)
        return sendError(call.responder, wanted.error());
    call.engine.act(std::move(*wanted),
                    [responder = call.responder](const Result<json::Value> &done) mutable {
                        if (!done)
                            return sendError(responder, done.error());
                        sendJson(responder, 202, *done);
                    });
}

} // namespace

void cancelExecution(Call call)
{
    if (refusedId(call))
        return;
    const ExecutionId id(lowered(call.parameters.front()));
    call.engine.act(
        client::cancelOf(id, actorOf(call.caller)),
        [responder = call.responder, id](const Result<json::Value> &asked) mutable {
            if (!asked)
                return sendError(responder, asked.error());
            sendJson(responder, 202, json::Object{{"execution_id", id.value}, {"cancel", "asked"}});
        });
}

void actOnExecution(Call call)
{
    if (!refusedId(call))
        act(std::move(call));
}

void actOnEngine(Call call)
{
    act(std::move(call));
}

void listAudit(Call call)
{
    if (Status status = knowsOnly(call.request, {"below", "limit"}); !status)
        return sendError(call.responder, status.error());
    const auto number = [&call](std::string_view name, int least, int most, int fallback) {
        const std::string_view text = call.request.queryValue(name);
        return text.empty() ? Result<int>(fallback) : wholeNumber(name, text, least, most);
    };
    const Result<int> below = number("below", 1, std::numeric_limits<int>::max(), 0);
    const Result<int> limit = number("limit", 1, 1'000, 50);
    if (!below || !limit)
        return sendError(call.responder, below ? limit.error() : below.error());
    call.engine.audit({*below, *limit},
                      [responder = call.responder](const Result<client::AuditPage> &page) mutable {
                          if (!page)
                              return sendError(responder, page.error());
                          sendJson(responder, 200, client::toJson(*page));
                      });
}

void verifyAudit(Call call)
{
    call.engine.verifyAudit([responder = call.responder](const Result<store::AuditVerdict> &verdict) mutable {
        if (!verdict)
            return sendError(responder, verdict.error());
        sendJson(responder, 200, client::toJson(*verdict));
    });
}

} // namespace batuta::api
