// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/remote.h"

#include "app/cli/files.h"
#include "engine/client/codec.h"
#include "engine/net/http_client.h"

#include <optional>

namespace batuta::cli {
namespace {

Result<json::Value> valueOf(const net::HttpResponse &response, const std::string &engine)
{
    Result<json::Value> value = json::parse(response.body);
    if (!value)
        return Error{
            ErrorCode::EngineUnreachable, engine, "what answers there is not a Batuta engine", {}, {}};
    if (response.status >= 400)
        return client::errorFromJson(*value);
    return value;
}

} // namespace

Result<json::Value> callEngine(const Options &options, const RemoteCall &call)
{
    const Result<std::string> token = readToken(options);
    if (!token)
        return token.error();
    net::HttpRequest request;
    request.method = call.method;
    request.url = options.engine + call.path;
    request.body = call.body;
    request.timeout = call.timeout;
    if (!call.body.empty())
        request.headers.emplace_back("Content-Type", "application/json");
    if (!token->empty())
        request.headers.emplace_back("Authorization", "Bearer " + *token);
    if (!call.correlationId.empty())
        request.headers.emplace_back("X-Correlation-Id", call.correlationId);
    net::Loop loop;
    net::HttpClient http(loop, {});
    std::optional<Result<json::Value>> answer;
    loop.post([&] {
        http.send(std::move(request), [&](tl::expected<net::HttpResponse, net::HttpFailure> result) {
            answer =
                result
                    ? valueOf(*result, options.engine)
                    : Result<json::Value>(Error{
                          ErrorCode::EngineUnreachable, options.engine, result.error().error.detail, {}, {}});
            loop.stop();
        });
    });
    loop.run();
    return answer ? std::move(*answer)
                  : Result<json::Value>(Error{ErrorCode::EngineUnreachable, options.engine, {}, {}, {}});
}

} // namespace batuta::cli
