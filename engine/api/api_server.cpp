// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/api_server.h"

#include "engine/api/guard.h"
#include "engine/api/refusal_lines.h"
#include "engine/api/router.h"

namespace batuta::api {

struct ApiServer::State
{
    State(host::Engine &engine_, telemetry::Metrics &metrics, ApiOptions options_)
        : engine(engine_)
        , options(std::move(options_))
        , requests(metrics.counter("batuta_http_requests_total", "Requests that were served"))
        , refused(metrics.counter("batuta_http_requests_refused_total",
                                  "Requests that were refused before their handler"))
        , live(engine, options.streams)
        , server(engine.loop(), options.limits, [this](net::ServerRequest request, net::Responder responder) {
            serve(std::move(request), std::move(responder));
        })
    {
    }

    void serve(net::ServerRequest request, net::Responder responder)
    {
        requests.increment();
        engine.log().debug("api", "http_request_received",
                           {{"method", request.method}, {"path", request.path}});
        Caller caller;
        if (const std::optional<Refusal> refusal = refuse(options, request, caller))
            return turnAway(request, responder, *refusal);
        Match found = match(request.method, request.path);
        if (found.route)
            return found.route->handler({engine, options.system, live, std::move(request),
                                         std::move(responder), std::move(found.parameters),
                                         std::move(caller)});
        if (found.allow.empty())
            return deny(responder, {ErrorCode::HttpNotFound, request.path, {}, {}, {}});
        refused.increment();
        const Error error{ErrorCode::HttpMethod, request.method, "allowed: " + found.allow, {}, {}};
        net::ServerResponse response = net::errorResponse(405, error);
        response.headers.emplace_back("Allow", found.allow);
        responder.send(std::move(response));
    }

    void turnAway(const net::ServerRequest &request, net::Responder &responder, const Refusal &refusal)
    {
        if (!refusal.reason.empty())
            if (const auto leftOut = lines.next(refusal.reason, std::chrono::steady_clock::now()))
                engine.log().warning(
                    "api", "jwt_refused",
                    {{"reason", refusal.reason}, {"remote", request.remote}, {"left_out", *leftOut}});
        deny(responder, refusal.error,
             refusal.hasBadToken ? "Bearer error=\"invalid_token\"" : "Bearer"); // RFC 6750 §3.1
    }

    void deny(net::Responder &responder, const Error &error, const char *challenge = "Bearer")
    {
        refused.increment();
        net::ServerResponse response = net::errorResponse(httpStatus(error.code), error);
        if (error.code == ErrorCode::HttpUnauthorized)
            response.headers.emplace_back("WWW-Authenticate", challenge);
        responder.send(std::move(response));
    }

    host::Engine &engine;
    ApiOptions options;
    telemetry::Counter &requests;
    telemetry::Counter &refused;
    RefusalLines lines;
    LiveEvents live;
    net::HttpServer server;
};

ApiServer::ApiServer(host::Engine &engine, telemetry::Metrics &metrics, ApiOptions options)
    : m_state(std::make_unique<State>(engine, metrics, std::move(options)))
{
}

ApiServer::~ApiServer() = default;

Result<std::uint16_t> ApiServer::listen()
{
    if (Status status = mayListen(m_state->options); !status)
        return status.error();
    return m_state->server.listen(m_state->options.address, m_state->options.port);
}

void ApiServer::stopAccepting(std::function<void()> drained)
{
    m_state->server.stopAccepting(std::move(drained));
}

} // namespace batuta::api
