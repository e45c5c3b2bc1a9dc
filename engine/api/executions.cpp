// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/event_feed.h"
#include "engine/api/handlers.h"
#include "engine/base/text.h"
#include "engine/base/uuid.h"
#include "engine/client/codec.h"
#include "engine/json/json.h"

#include <algorithm>
#include <charconv>

namespace batuta::api {
namespace {

Result<int> wholeNumber(std::string_view name, std::string_view text, int least, int most)
{
    int number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc() || end != text.data() + text.size() || number < least || number > most)
        return Error{ErrorCode::HttpBadRequest,
                     std::string(name),
                     "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most),
                     {},
                     {}};
    return number;
}

Status isOneOf(const net::ServerRequest &request, std::string_view name,
               const std::vector<std::string> &values)
{
    const std::string_view text = request.queryValue(name);
    if (text.empty() || std::find(values.begin(), values.end(), text) != values.end())
        return {};
    return Error{
        ErrorCode::HttpBadRequest, std::string(name), "must be one of: " + join(values, ", "), {}, {}};
}

Status readTime(const net::ServerRequest &request, std::string_view name, std::optional<WallTime> &time)
{
    const std::string_view text = request.queryValue(name);
    if (text.empty())
        return {};
    WallTime read;
    if (!parseIsoTime(std::string(text), read))
        return Error{ErrorCode::HttpBadRequest,
                     std::string(name),
                     "must be a UTC time like 2026-11-21T02:00:00Z",
                     {},
                     {}};
    time = read;
    return {};
}

Status knowsOnly(const net::ServerRequest &request, const std::vector<std::string> &names)
{
    for (const auto &[name, value] : request.query)
        if (std::find(names.begin(), names.end(), name) == names.end())
            return Error{ErrorCode::HttpBadRequest,
                         name,
                         "is not a parameter of this address",
                         {},
                         "Use: " + join(names, ", ") + "."};
    return {};
}

Result<client::ExecutionQuery> queryOf(const net::ServerRequest &request)
{
    client::ExecutionQuery query;
    if (Status status = knowsOnly(request, {"flow", "status", "user_id", "session_id", "correlation_id",
                                            "since", "until", "limit", "cursor"});
        !status)
        return status.error();
    if (Status status =
            isOneOf(request, "status", {"running", "success", "failed", "cancelled", "interrupted"});
        !status)
        return status.error();
    query.flow = request.queryValue("flow");
    query.status = request.queryValue("status");
    query.userId = request.queryValue("user_id");
    query.sessionId = request.queryValue("session_id");
    query.correlationId = request.queryValue("correlation_id");
    query.cursor = request.queryValue("cursor");
    for (const auto &[name, time] : {std::pair{"since", &query.since}, {"until", &query.until}})
        if (Status status = readTime(request, name, *time); !status)
            return status.error();
    if (const std::string_view limit = request.queryValue("limit"); !limit.empty()) {
        const Result<int> number = wholeNumber("limit", limit, 1, 1000);
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

/// Ids of executions are UUIDs; anything else is unknown without asking the history.
bool refusedId(Call &call)
{
    if (isUuid(call.parameters.front()))
        return false;
    sendError(call.responder, {ErrorCode::ExecutionUnknown, call.parameters.front(), {}, {}, {}});
    return true;
}

void sendRecord(net::Responder &responder, const Result<client::ExecutionRecord> &record)
{
    if (record)
        sendJson(responder, 200, client::toJson(*record));
    else
        sendError(responder, record.error());
}

} // namespace

void listFlows(Call call)
{
    call.engine.flows([&](const Result<std::vector<client::FlowSummary>> &flows) {
        json::Array list;
        for (const client::FlowSummary &flow : *flows)
            list.push_back(client::toJson(flow));
        json::Array problems;
        for (const Error &problem : call.engine.problems())
            problems.push_back(client::toJson(problem));
        sendJson(call.responder, 200,
                 json::Object{{"flows", std::move(list)}, {"problems", std::move(problems)}});
    });
}

void startExecution(Call call)
{
    Result<client::StartExecution> command = commandOf(call);
    if (!command)
        return sendError(call.responder, command.error());
    const Result<client::Started> started = call.engine.startNow(std::move(*command));
    if (!started)
        return sendError(call.responder, started.error());
    if (call.request.queryValue("wait") == "true") {
        call.engine.waitForEnd(started->id, [responder = call.responder](const auto &record) mutable {
            sendRecord(responder, record);
        });
        return;
    }
    net::ServerResponse response;
    response.status = 202;
    response.headers.emplace_back("Location", "/executions/" + started->id.value);
    json::write(json::Object{{"execution_id", started->id.value},
                             {"flow", started->flow.value},
                             {"status", "running"},
                             {"is_repeat", started->isRepeat},
                             {"routing", client::toJson(started->routing)}},
                response.body);
    call.responder.send(std::move(response));
}

void listExecutions(Call call)
{
    Result<client::ExecutionQuery> query = queryOf(call.request);
    if (!query)
        return sendError(call.responder, query.error());
    call.engine.executions(
        std::move(*query), [responder = call.responder](Result<client::ExecutionPage> page) mutable {
            if (!page && page.error().code == ErrorCode::InputInvalid) // a cursor that no page gave
                return sendError(responder, {ErrorCode::HttpBadRequest,
                                             page.error().subject,
                                             page.error().detail,
                                             {},
                                             page.error().mend});
            if (!page)
                return sendError(responder, page.error());
            json::Array list;
            for (const client::ExecutionRecord &record : page->items)
                list.push_back(client::summaryJson(record));
            sendJson(responder, 200,
                     json::Object{{"executions", std::move(list)},
                                  {"next", page->next.empty() ? json::Value() : json::Value(page->next)}});
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

void cancelExecution(Call call)
{
    if (refusedId(call))
        return;
    const ExecutionId id(lowered(call.parameters.front()));
    call.engine.cancel(id, [responder = call.responder, id](const Result<void> &asked) mutable {
        if (!asked)
            return sendError(responder, asked.error());
        sendJson(responder, 202, json::Object{{"execution_id", id.value}, {"cancel", "asked"}});
    });
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
    streamEvents(call.engine, ExecutionId(lowered(call.parameters.front())), *sequence,
                 std::move(call.responder));
}

} // namespace batuta::api
