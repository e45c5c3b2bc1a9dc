// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What EngineClient offers besides executions and acts: with these addresses a client in another process can
// do all that one in this process can.
#include "engine/api/handlers.h"
#include "engine/api/live_events.h"
#include "engine/api/query.h"
#include "engine/base/text.h"
#include "engine/client/codec.h"
#include "engine/json/json.h"

#include <algorithm>

namespace batuta::api {
namespace {

/// A flow may run programs of this machine: whoever brings one is somebody who was let in, and may do all
/// else.
Status mayBringText(const Caller &caller)
{
    if (!caller.isAuthorised)
        return Error{ErrorCode::ActForbidden,
                     "text",
                     "a flow's text is only taken by an engine with a token",
                     {},
                     "Start the engine with a token, and connect with it."};
    const std::vector<std::string> roles = actorOf(caller).roles;
    if (std::find(roles.begin(), roles.end(), "*") == roles.end())
        return Error{ErrorCode::ActForbidden,
                     "text",
                     "a flow's text is only taken from who has every role",
                     {},
                     "Connect with the engine's token, or with a JWT whose roles have `*`."};
    return {};
}

Result<client::StartExecution> routedCommandOf(const Call &call)
{
    const Result<json::Value> body = json::parse(call.request.body);
    if (!body)
        return body.error();
    Result<client::StartExecution> command = client::startFromJson(*body);
    if (!command)
        return Error{ErrorCode::HttpBadRequest, command.error().subject, command.error().detail, {}, {}};
    if (command->trigger.empty())
        command->trigger = "http";
    if (command->trigger != "http" && command->trigger != "manual" && command->trigger != "editor")
        return Error{ErrorCode::HttpBadRequest, "trigger", "must be one of: http, manual, editor", {}, {}};
    if (!command->text.empty())
        if (const Status may = mayBringText(call.caller); !may)
            return may.error();
    if (command->flow.value.empty() && command->system.empty())
        command->system = call.system;
    return command;
}

/// What is wrong with a text that came with the request is the caller's to mend.
void sendRefusal(net::Responder &responder, const Error &error, bool hasText)
{
    constexpr int kOwnFault = 500;
    const int status = httpStatus(error.code);
    sendJson(responder, hasText && status == kOwnFault ? 422 : status,
             json::Object{{"error", client::toJson(error)}});
}

} // namespace

void engineInfo(Call call)
{
    call.engine.info([responder = call.responder](const Result<client::EngineInfo> &info) mutable {
        if (!info)
            return sendError(responder, info.error());
        sendJson(responder, 200, client::toJson(*info));
    });
}

void listFlows(Call call)
{
    if (Status status = knowsOnly(call.request, {"text"}); !status)
        return sendError(call.responder, status.error());
    if (Status status = isOneOf(call.request, "text", {"true", "false"}); !status)
        return sendError(call.responder, status.error());
    const bool withText = call.request.queryValue("text") == "true";
    call.engine.flows([&](const Result<std::vector<client::FlowSummary>> &flows) {
        json::Array list;
        for (const client::FlowSummary &flow : *flows)
            list.push_back(withText ? client::withText(flow) : client::toJson(flow));
        json::Array problems;
        for (const Error &problem : call.engine.problems())
            problems.push_back(client::toJson(problem));
        sendJson(call.responder, 200,
                 json::Object{{"flows", std::move(list)}, {"problems", std::move(problems)}});
    });
}

void startRouted(Call call)
{
    Result<client::StartExecution> command = routedCommandOf(call);
    if (!command)
        return sendError(call.responder, command.error());
    const bool hasText = !command->text.empty();
    call.engine.start(std::move(*command),
                      [responder = call.responder, hasText](const Result<client::Started> &started) mutable {
                          if (!started)
                              return sendRefusal(responder, started.error(), hasText);
                          sendStarted(responder, *started);
                      });
}

void preview(Call call)
{
    Result<client::StartExecution> command = routedCommandOf(call);
    if (!command)
        return sendError(call.responder, command.error());
    const bool hasText = !command->text.empty();
    call.engine.preview(std::move(*command), [responder = call.responder,
                                              hasText](const Result<client::FlowPreview> &plan) mutable {
        if (!plan)
            return sendRefusal(responder, plan.error(), hasText);
        sendJson(responder, 200, client::toJson(*plan));
    });
}

void executionLog(Call call)
{
    if (refusedId(call))
        return;
    if (Status status = knowsOnly(call.request, {"step", "limit"}); !status)
        return sendError(call.responder, status.error());
    const std::string_view limit = call.request.queryValue("limit");
    const Result<int> number = limit.empty() ? Result<int>(1'000) : wholeNumber("limit", limit, 1, 10'000);
    if (!number)
        return sendError(call.responder, number.error());
    call.engine.logLines(
        {lowered(call.parameters.front()), std::string(call.request.queryValue("step")), *number},
        [responder = call.responder](const Result<std::vector<client::LogLineRecord>> &lines) mutable {
            if (!lines)
                return sendError(responder, lines.error());
            json::Array list;
            for (const client::LogLineRecord &line : *lines)
                list.push_back(client::toJson(line));
            sendJson(responder, 200, json::Object{{"lines", std::move(list)}});
        });
}

void makeCapsule(Call call)
{
    const Result<json::Value> body = json::parse(call.request.body);
    if (!body)
        return sendError(call.responder, body.error());
    std::vector<std::string> ids;
    for (const json::Value &id : (*body)["executions"].asArray())
        ids.push_back(lowered(id.asString()));
    call.engine.capsule(std::move(ids), [responder = call.responder](Result<std::string> bytes) mutable {
        if (!bytes)
            return sendError(responder, bytes.error());
        net::ServerResponse response;
        response.contentType = "application/gzip";
        response.body = std::move(*bytes);
        response.headers.emplace_back("X-Content-Type-Options", "nosniff");
        responder.send(std::move(response));
    });
}

void allEvents(Call call)
{
    std::string_view after = call.request.queryValue("after");
    if (after.empty())
        after = call.request.header("Last-Event-ID");
    call.live.follow(after, std::move(call.responder),
                     [caller = std::move(call.caller)] { return caller.mayStay(); });
}

} // namespace batuta::api
