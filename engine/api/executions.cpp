// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/event_feed.h"
#include "engine/api/handlers.h"
#include "engine/api/query.h"
#include "engine/base/text.h"
#include "engine/client/codec.h"
#include "engine/json/json.h"

namespace batuta::api {
namespace {

const std::vector<std::pair<std::string_view, std::vector<std::string>>> kChoices{
    {"order", {"newest", "oldest", "longest", "shortest"}}, {"steps", {"true", "false"}}};

client::Order orderOf(std::string_view name)
{
    using client::Order;
    if (name == "longest")
        return Order::Longest;
    if (name == "shortest")
        return Order::Shortest;
    return name == "oldest" ? Order::Oldest : Order::Newest;
}

Result<client::ExecutionQuery> queryOf(const net::ServerRequest &request)
{
    client::ExecutionQuery query;
    if (Status status = readFilter(request, {"limit", "cursor", "order", "steps", "mark_every"}, query);
        !status)
        return status.error();
    for (const auto &[name, values] : kChoices)
        if (Status status = isOneOf(request, name, values); !status)
            return status.error();
    query.cursor = request.queryValue("cursor");
    query.order = orderOf(request.queryValue("order"));
    query.withSteps = request.queryValue("steps") == "true";
    if (const std::string_view every = request.queryValue("mark_every"); !every.empty()) {
        const Result<int> number = wholeNumber("mark_every", every, 1, 50'000);
        if (!number)
            return number.error();
        query.markEvery = *number;
    }
    if (const std::string_view limit = request.queryValue("limit"); !limit.empty()) {
        const Result<int> number = wholeNumber("limit", limit, 1, query.markEvery > 0 ? 50'000 : 1'000);
        if (!number)
            return number.error();
        query.limit = *number;
    }
    return query;
}

Result<client::StartExecution> commandOf(const Call &call)
{
    client::StartExecution command;
    if (Status status = knowsOnly(call.request, {"wait", "max_parallel"}); !status)
        return status.error();
    if (Status status = isOneOf(call.request, "wait", {"true", "false"}); !status)
        return status.error();
    command.flow = FlowName(call.parameters.front());
    command.trigger = "http";
    command.correlationId = call.request.header("X-Correlation-Id").substr(0, 256);
    command.traceparent = call.request.header("traceparent");
    Result<json::Value> input =
        json::parse(call.request.body.empty() ? "{}" : std::string_view(call.request.body));
    if (!input)
        return input.error();
    command.input = std::move(*input);
    if (const std::string_view text = call.request.queryValue("max_parallel"); !text.empty()) {
        const Result<int> number = wholeNumber("max_parallel", text, 1, 1000);
        if (!number)
            return number.error();
        command.maxParallel = *number;
    }
    return command;
}

void sendRecord(net::Responder &responder, const Result<client::ExecutionRecord> &record)
{
    if (record)
        sendJson(responder, 200, client::toJson(*record));
    else
        sendError(responder, record.error());
}

} // namespace

/// 202: the execution is durable, and goes on whatever happens to the engine.
void sendStarted(net::Responder &responder, const client::Started &started)
{
    net::ServerResponse response;
    response.status = 202;
    response.headers.emplace_back("Location", "/executions/" + started.id.value);
    json::write(client::toJson(started), response.body);
    responder.send(std::move(response));
}

void startExecution(Call call)
{
    Result<client::StartExecution> command = commandOf(call);
    if (!command)
        return sendError(call.responder, command.error());
    if (call.request.queryValue("wait") == "true") {
        return call.engine.whenReady(
            [&engine = call.engine, responder = call.responder, command = std::move(*command)]() mutable {
                const Result<client::Started> started = engine.startNow(std::move(command));
                if (!started)
                    return sendError(responder, started.error());
                engine.waitForEnd(started->id,
                                  [responder](const auto &record) mutable { sendRecord(responder, record); });
            });
    }
    call.engine.start(std::move(*command),
                      [responder = call.responder](const Result<client::Started> &started) mutable {
                          if (!started)
                              return sendError(responder, started.error());
                          sendStarted(responder, *started);
                      });
}

void listExecutions(Call call)
{
    Result<client::ExecutionQuery> query = queryOf(call.request);
    if (!query)
        return sendError(call.responder, query.error());
    call.engine.executions(std::move(*query), [responder = call.responder, withSteps = query->withSteps](
                                                  Result<client::ExecutionPage> page) mutable {
        if (!page && page.error().code == ErrorCode::InputInvalid) // a cursor that no page gave
            return sendError(responder, {ErrorCode::HttpBadRequest,
                                         page.error().subject,
                                         page.error().detail,
                                         {},
                                         page.error().mend});
        if (!page)
            return sendError(responder, page.error());
        sendJson(responder, 200, client::toJson(*page, withSteps));
    });
}

void showExecution(Call call)
{
    if (refusedId(call))
        return;
    call.engine.execution(
        ExecutionId(lowered(call.parameters.front())),
        [responder = call.responder](const auto &record) mutable { sendRecord(responder, record); });
}

void executionEvents(Call call)
{
    if (refusedId(call))
        return;
    std::string_view after = call.request.queryValue("after");
    if (after.empty())
        after = call.request.header("Last-Event-ID");
    const Result<int> sequence =
        after.empty() ? Result<int>(0) : wholeNumber("after", after, 0, 1'000'000'000);
    if (!sequence)
        return sendError(call.responder, sequence.error());
    streamEvents(call, ExecutionId(lowered(call.parameters.front())), *sequence);
}

} // namespace batuta::api
