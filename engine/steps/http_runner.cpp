// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/net/url.h"
#include "engine/steps/kinds.h"

#include <algorithm>

namespace batuta::steps {
namespace {

using Cause = plan::Outcome::Cause;

Status addTemplates(const flow::NamedTemplates &templates, const expr::Context &context, net::Headers &out)
{
    for (const auto &[name, value] : templates) {
        Result<std::string> text = value.evaluateText(context);
        if (!text)
            return text.error();
        out.emplace_back(name, std::move(*text));
    }
    return {};
}

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

bool hasHeader(const net::Headers &headers, std::string_view name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [&](const auto &header) { return equalIgnoringCase(header.first, name); });
}

/// What every call carries besides the step's own headers: who calls, and how to know a repetition.
void addOwnHeaders(const Attempt &attempt, net::Headers &headers)
{
    const auto add = [&](std::string name, std::string value) {
        if (!hasHeader(headers, name))
            headers.emplace_back(std::move(name), std::move(value));
    };
    if (!attempt.traceparent.empty())
        add("traceparent", attempt.traceparent);
    add("Idempotency-Key", attempt.execution.value + "/" + attempt.step.id.value);
    add("X-Batuta-Attempt", std::to_string(attempt.number));
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
    net::HttpRequest request;
    request.method = step.method;
    Result<std::string> url = urlOf(step, attempt.context);
    if (!url)
        return url.error();
    request.url = std::move(*url);
    if (step.json) {
        Result<json::Value> body = step.json->evaluate(attempt.context);
        if (!body)
            return body.error();
        json::write(*body, request.body);
        request.headers.emplace_back("Content-Type", "application/json");
    }
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

plan::Outcome outcomeOf(const net::HttpFailure &failure, Duration timeout)
{
    const Error &error = failure.error;
    switch (error.code) {
    case ErrorCode::NetTimeout:
        return failed(Cause::Timeout, "Request timeout after " + json::numberText(secondsOf(timeout)) + "s");
    case ErrorCode::NetConnect:
    case ErrorCode::NetResolve:
        return failed(Cause::Connection, "Connection error: " + error.detail);
    case ErrorCode::NetTls:
        return failed(Cause::Connection, "Connection error: TLS: " + error.detail);
    case ErrorCode::NetCancelled:
        return cancelled();
    default:
        return failed(Cause::Other,
                      "Request failed: " +
                          (error.detail.empty() ? std::string(codeTitle(error.code)) : error.detail),
                      failure.status);
    }
}

plan::Outcome outcomeOf(const net::HttpResponse &response)
{
    plan::Outcome outcome = done();
    if (response.status < 200 || response.status > 299)
        outcome = failed(Cause::Status, "HTTP " + std::to_string(response.status));
    outcome.statusCode = response.status;
    return outcome;
}

/// The body as a value: JSON when it is JSON, otherwise its text.
json::Value outputOf(const std::string &body)
{
    if (body.empty())
        return {};
    Result<json::Value> value = json::parse(body);
    return value ? std::move(*value) : json::Value(isValidUtf8(body) ? body : std::string("(binary)"));
}

class HttpAttempt final : public RunningAttempt
{
public:
    HttpAttempt(net::HttpClient &client, bool wantsOutput, Report report)
        : m_client(client)
        , m_report(std::move(report))
        , m_wantsOutput(wantsOutput)
    {
    }
    ~HttpAttempt() override
    {
        *m_alive = false;
        if (m_report)
            m_client.cancel(m_call);
    }

    void send(net::HttpRequest request)
    {
        m_timeout = request.timeout;
        m_exchange.method = request.method;
        m_exchange.url = request.url;
        m_exchange.requestHeaders = request.headers;
        m_exchange.requestBody = request.body;
        m_call = m_client.send(std::move(request), [this, alive = m_alive](auto result) {
            if (*alive)
                ended(std::move(result));
        });
    }
    void cancel() override { m_client.cancel(m_call); }

private:
    void ended(tl::expected<net::HttpResponse, net::HttpFailure> result)
    {
        AttemptReport report;
        if (result) {
            report.outcome = outcomeOf(*result);
            if (m_wantsOutput)
                report.output = outputOf(result->body);
            m_exchange.status = result->status;
            m_exchange.responseHeaders = std::move(result->headers);
            m_exchange.responseBody = std::move(result->body);
            m_exchange.timings = result->timings;
        } else {
            report.outcome = outcomeOf(result.error(), m_timeout);
            m_exchange.status = result.error().status;
            m_exchange.timings = result.error().timings;
        }
        report.exchange = std::move(m_exchange);
        const Report tell = std::move(m_report);
        m_report = nullptr;
        tell(std::move(report)); // may destroy this
    }

    net::HttpClient &m_client;
    Report m_report;
    Exchange m_exchange;
    net::HttpClient::CallId m_call = 0;
    Duration m_timeout{};
    bool m_wantsOutput;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace

std::unique_ptr<RunningAttempt> startHttp(const Attempt &attempt, const Services &services, Report report)
{
    Result<net::HttpRequest> request = requestOf(std::get<flow::HttpStep>(attempt.step.action), attempt);
    if (!request) {
        report({critical(request.error()), {}, {}});
        return nullptr;
    }
    attempt.log.debug(
        "step_executor", "step_request_prepared",
        {{"step_name", attempt.step.id.value}, {"method", request->method}, {"url", request->url}});
    auto running = std::make_unique<HttpAttempt>(services.http, attempt.wantsOutput, std::move(report));
    running->send(std::move(*request));
    return running;
}

} // namespace batuta::steps
