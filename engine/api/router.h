// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/api/guard.h"
#include "engine/host/engine.h"
#include "engine/net/http_server.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::api {

class LiveEvents;

/// What a handler works with. `parameters` are the `{…}` parts of the path, in order.
struct Call
{
    host::Engine &engine;
    const std::string &system;
    LiveEvents &live;
    net::ServerRequest request;
    net::Responder responder;
    std::vector<std::string> parameters;
    Caller caller{}; ///< authorised when it came with a token, not only to an address that asks for none
};

using Handler = void (*)(Call call);

struct Route
{
    std::string_view method;
    std::string_view path; ///< `/executions/{id}/cancel`
    Handler handler;
};

/// Every address of the API, in one table. The OpenAPI document is held to it by a test.
const std::vector<Route> &routes();

struct Match
{
    const Route *route = nullptr;
    std::vector<std::string> parameters;
    std::string allow; ///< methods that the path knows, when the method was wrong
};

Match match(std::string_view method, std::string_view path);

void sendJson(net::Responder &responder, int status, const json::Value &body);
void sendError(net::Responder &responder, const Error &error);
/// The HTTP status that tells best what an error means.
int httpStatus(ErrorCode code);

} // namespace batuta::api
