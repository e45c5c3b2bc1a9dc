// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The addresses that say what this service is: info, health, OpenAPI, docs, metrics.
#include "engine/api/handlers.h"

namespace batuta::resources {
extern const std::string_view openapi_json;
extern const std::string_view docs_html;
} // namespace batuta::resources

namespace batuta::api {
namespace {

void sendText(net::Responder &responder, std::string_view contentType, std::string body)
{
    net::ServerResponse response;
    response.contentType = contentType;
    response.body = std::move(body);
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    responder.send(std::move(response));
}

} // namespace

void serviceInfo(Call call)
{
    const json::Object endpoints{
        {"orchestrate", "/orchestrate"}, {"health", "/health"}, {"docs", "/docs"},
        {"openapi", "/openapi.json"},    {"flows", "/flows"},   {"executions", "/executions"},
        {"metrics", "/metrics"}};
    sendJson(call.responder, 200,
             json::Object{{"service", "ML Orchestrator"},
                          {"version", "1.0.0"},
                          {"status", "running"},
                          {"endpoints", endpoints},
                          {"engine", json::Object{{"name", "batuta"}, {"version", host::version()}}}});
}

void health(Call call)
{
    if (call.engine.isStopping())
        return sendJson(call.responder, 503, json::Object{{"detail", "Service unhealthy"}});
    const double now =
        std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    sendJson(call.responder, 200,
             json::Object{{"status", "healthy"}, {"timestamp", now}, {"service", "ml-orchestrator"}});
}

void openApi(Call call)
{
    sendText(call.responder, "application/json", std::string(resources::openapi_json));
}

void docs(Call call)
{
    sendText(call.responder, "text/html; charset=utf-8", std::string(resources::docs_html));
}

void metrics(Call call)
{
    sendText(call.responder, "text/plain; version=0.0.4; charset=utf-8",
             call.engine.metrics().prometheusText());
}

} // namespace batuta::api
