// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The addresses that answer questions over all executions.
#include "engine/api/handlers.h"
#include "engine/api/query.h"
#include "engine/client/codec_questions.h"

namespace batuta::api {
namespace {

/// A question that makes no sense is the caller's to mend.
template <class T> client::Reply<T> answeringQuestion(const net::Responder &to)
{
    return [responder = to](Result<T> answer) mutable {
        if (answer)
            return sendJson(responder, 200, client::toJson(*answer));
        Error error = answer.error();
        if (error.code == ErrorCode::InputInvalid)
            error.code = ErrorCode::HttpBadRequest;
        sendError(responder, error);
    };
}

} // namespace

void find(Call call)
{
    client::FindQuery query;
    if (Status status = knowsOnly(call.request, {"text", "limit"}); !status)
        return sendError(call.responder, status.error());
    const Result<int> limit = readNumber(call.request, "limit", 50, query.limit);
    if (!limit)
        return sendError(call.responder, limit.error());
    query.limit = *limit;
    query.text = call.request.queryValue("text");
    if (query.text.empty())
        return sendError(call.responder, {ErrorCode::HttpBadRequest, "text", "what is to be found?", {}, {}});
    call.engine.find(std::move(query), answeringQuestion<client::Found>(call.responder));
}

void figures(Call call)
{
    client::FiguresQuery query;
    if (Status status = readFilter(call.request, {"buckets"}, query.filter); !status)
        return sendError(call.responder, status.error());
    const Result<int> buckets = readNumber(call.request, "buckets", 400, query.buckets);
    if (!buckets)
        return sendError(call.responder, buckets.error());
    query.buckets = *buckets;
    call.engine.figures(std::move(query), answeringQuestion<client::RunFigures>(call.responder));
}

void failures(Call call)
{
    client::FailureQuery query;
    Status status = knowsOnly(call.request, {"since", "until", "flow", "key", "buckets", "limit"});
    if (status)
        status = readTime(call.request, "since", query.since);
    if (status)
        status = readTime(call.request, "until", query.until);
    const Result<int> buckets = readNumber(call.request, "buckets", 100, query.buckets);
    const Result<int> limit = readNumber(call.request, "limit", 500, query.limit);
    if (!status || !buckets || !limit)
        return sendError(call.responder, !status   ? status.error()
                                         : buckets ? limit.error()
                                                   : buckets.error());
    query.buckets = *buckets;
    query.limit = *limit;
    query.flow = call.request.queryValue("flow");
    query.key = call.request.queryValue("key");
    call.engine.failures(std::move(query), answeringQuestion<client::FailureReport>(call.responder));
}

void waiting(Call call)
{
    if (Status status = knowsOnly(call.request, {}); !status)
        return sendError(call.responder, status.error());
    call.engine.waiting(
        [responder = call.responder](const Result<std::vector<client::WaitingStep>> &steps) mutable {
            if (!steps)
                return sendError(responder, steps.error());
            json::Array list;
            for (const client::WaitingStep &step : *steps)
                list.push_back(client::toJson(step));
            sendJson(responder, 200, json::Object{{"waiting", std::move(list)}});
        });
}

void logChunk(Call call)
{
    client::LogChunkQuery query;
    if (Status status = knowsOnly(call.request, {"after", "bytes"}); !status)
        return sendError(call.responder, status.error());
    const Result<int> bytes = readNumber(call.request, "bytes", 4'000'000, query.bytes);
    if (!bytes)
        return sendError(call.responder, bytes.error());
    query.bytes = *bytes;
    query.after = call.request.queryValue("after");
    call.engine.logChunk(std::move(query), answeringQuestion<client::LogChunk>(call.responder));
}

} // namespace batuta::api
