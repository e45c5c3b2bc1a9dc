// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/sign_in.h"
#include "engine/net/url.h"
#include "engine/steps/http_call.h"
#include "engine/steps/kinds.h"

namespace batuta::steps {
namespace {

Result<std::string> urlOf(const flow::HttpStep &step, const expr::Context &context)
{
    Result<std::string> url = step.url.evaluateText(context);
    if (!url || step.query.empty())
        return url;
    net::Headers query;
    if (Status status = addTemplates(step.query, context, query); !status)
        return status.error();
    char separator = url->find('?') == std::string::npos ? '?' : '&';
    for (const auto &[name, value] : query) {
        *url += separator + net::percentEncoded(name) + "=" + net::percentEncoded(value);
        separator = '&';
    }
    return url;
}

Status addBearer(const flow::HttpStep &step, const Attempt &attempt, net::Headers &headers)
{
    if (!step.bearer)
        return {};
    Result<std::string> token = step.bearer->evaluateText(attempt.context);
    if (!token)
        return token.error();
    if (!token->empty()) {
        headers.emplace_back("Authorization", "Bearer " + *token);
        attempt.log.debug("step_executor", "auth_token_added", {{"step_name", attempt.step.id.value}});
    }
    return {};
}

Result<net::HttpRequest> requestOf(const flow::HttpStep &step, const Attempt &attempt)
{
    constexpr std::size_t kOurs = 5; // Content-Type, Authorization and what addOwnHeaders() adds
    net::HttpRequest request;
    request.headers.reserve(step.headers.size() + kOurs);
    request.method = step.method;
    Result<std::string> url = urlOf(step, attempt.context);
    if (!url)
        return url.error();
    request.url = std::move(*url);
    if (step.json)
        if (Status status = addJson(*step.json, attempt.context, request); !status)
            return status.error();
    if (Status status = addTemplates(step.headers, attempt.context, request.headers); !status)
        return status.error();
    if (Status status = addBearer(step, attempt, request.headers); !status)
        return status.error();
    addOwnHeaders(attempt, request.headers);
    if (attempt.timeout)
        request.timeout = *attempt.timeout;
    if (step.connectTimeout)
        request.connectTimeout = *step.connectTimeout;
    request.maxResponseBytes = step.maxResponseBytes;
    return request;
}

} // namespace

std::unique_ptr<RunningAttempt> startHttp(const Attempt &attempt, const Services &services, Report report)
{
    Result<net::HttpRequest> request = requestOf(std::get<flow::HttpStep>(attempt.step.action), attempt);
    if (!request) {
        report({critical(request.error()), {}, {}});
        return nullptr;
    }
    std::string meant; // whoever is called instead is called as the one that was meant
    if (!services.moved.empty()) {
        meant = request->url;
        std::optional<std::string> instead = movedUrl(services.moved, request->url);
        if (!instead) {
            report({done(), {}, {}, {}, json::Object{{"not_called", true}}});
            return nullptr;
        }
        request->url = std::move(*instead);
    }
    if (attempt.log.isEnabled(telemetry::Level::Debug))
        attempt.log.debug(
            "step_executor", "step_request_prepared",
            {{"step_name", attempt.step.id.value}, {"method", request->method}, {"url", request->url}});
    const auto &step = std::get<flow::HttpStep>(attempt.step.action);
    if (!step.idToken)
        return startCall(services, std::move(*request), {attempt.wantsOutput, {}}, std::move(report));
    Result<std::string> audience =
        step.idToken->audience ? step.idToken->audience->evaluateText(attempt.context) : std::string();
    if (!audience) {
        report({critical(audience.error()), {}, {}});
        return nullptr;
    }
    if (audience->empty() && !services.moved.empty())
        *audience = cloud::audienceOf(meant);
    return startSignedCall(services, std::move(*request), std::move(*audience), {attempt.wantsOutput, {}},
                           std::move(report));
}

} // namespace batuta::steps
