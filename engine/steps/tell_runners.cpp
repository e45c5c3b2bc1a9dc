// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Calls that tell others: webhook, slack, notify.
#include "engine/json/json.h"
#include "engine/net/url.h"
#include "engine/policy/hmac.h"
#include "engine/steps/http_call.h"
#include "engine/steps/kinds.h"

namespace batuta::steps {
namespace {

constexpr Duration kTellTimeout = std::chrono::seconds(15);

/// A POST with the headers that every call carries.
net::HttpRequest postTo(std::string url, const Attempt &attempt)
{
    net::HttpRequest request;
    request.method = "POST";
    request.url = std::move(url);
    request.timeout = attempt.timeout.value_or(kTellTimeout);
    return request;
}

/// The receiver knows by it that the call is ours, and by the time in it that nobody kept and repeated it.
Status sign(const expr::Template &secret, const Attempt &attempt, WallTime now, net::HttpRequest &request)
{
    const Result<std::string> key = secret.evaluateText(attempt.context);
    if (!key)
        return key.error();
    if (key->empty()) // an unsigned call in its place would look as if it came from anybody
        return Error{
            ErrorCode::ExprEvaluation, attempt.step.id.value, "the secret is empty", attempt.step.place, {}};
    const std::string timestamp =
        std::to_string(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count());
    request.headers.emplace_back(policy::kTimestampHeader, timestamp);
    request.headers.emplace_back(policy::kSignatureHeader,
                                 policy::signatureOf(*key, timestamp, request.body));
    return {};
}

Result<net::HttpRequest> webhookRequest(const Attempt &attempt, WallTime now)
{
    const auto &step = std::get<flow::WebhookStep>(attempt.step.action);
    Result<std::string> url = step.url.evaluateText(attempt.context);
    if (!url)
        return url.error();
    net::HttpRequest request = postTo(std::move(*url), attempt);
    if (Status status = addJson(step.json, attempt.context, request); !status)
        return status.error();
    if (Status status = addTemplates(step.headers, attempt.context, request.headers); !status)
        return status.error();
    if (step.secret)
        if (Status status = sign(*step.secret, attempt, now, request); !status)
            return status.error();
    addOwnHeaders(attempt, request.headers);
    return request;
}

Result<net::HttpRequest> slackRequest(const Attempt &attempt)
{
    const auto &step = std::get<flow::SlackStep>(attempt.step.action);
    Result<std::string> url = step.webhook.evaluateText(attempt.context);
    if (!url)
        return url.error();
    Result<std::string> text = step.text.evaluateText(attempt.context);
    if (!text)
        return text.error();
    json::Object message{{"text", std::move(*text)}};
    if (step.blocks) {
        Result<json::Value> blocks = step.blocks->evaluate(attempt.context);
        if (!blocks)
            return blocks.error();
        message.set("blocks", std::move(*blocks));
    }
    net::HttpRequest request = postTo(std::move(*url), attempt);
    json::write(std::move(message), request.body);
    request.headers.emplace_back("Content-Type", "application/json");
    addOwnHeaders(attempt, request.headers);
    return request;
}

/// Scheme and host: the rest of the address is what lets anybody post there.
std::string withoutSecret(const std::string &text)
{
    const Result<net::Url> url = net::parseUrl(text);
    return url ? (url->tls ? "https://" : "http://") + url->authority() : "(not a URL)";
}

std::unique_ptr<RunningAttempt> send(const Attempt &attempt, const Services &services,
                                     Result<net::HttpRequest> request, std::string shownUrl, Report report)
{
    if (!request) {
        report({critical(request.error()), {}, {}});
        return nullptr;
    }
    attempt.log.debug("step_executor", "step_request_prepared",
                      {{"step_name", attempt.step.id.value},
                       {"method", request->method},
                       {"url", shownUrl.empty() ? request->url : shownUrl}});
    return startCall(services, std::move(*request), {attempt.wantsOutput, std::move(shownUrl)},
                     std::move(report));
}

} // namespace

std::unique_ptr<RunningAttempt> startWebhook(const Attempt &attempt, const Services &services, Report report)
{
    return send(attempt, services, webhookRequest(attempt, services.clock.wall()), {}, std::move(report));
}

std::unique_ptr<RunningAttempt> startSlack(const Attempt &attempt, const Services &services, Report report)
{
    Result<net::HttpRequest> request = slackRequest(attempt);
    std::string shownUrl = request ? withoutSecret(request->url) : std::string();
    return send(attempt, services, std::move(request), std::move(shownUrl), std::move(report));
}

std::unique_ptr<RunningAttempt> startNotify(const Attempt &attempt, const Services &services, Report report)
{
    const auto &step = std::get<flow::NotifyStep>(attempt.step.action);
    Result<std::string> text = step.text.evaluateText(attempt.context);
    Result<std::string> title = step.title ? step.title->evaluateText(attempt.context) : std::string();
    if (!text || !title) {
        report({critical(text ? title.error() : text.error()), {}, {}});
        return nullptr;
    }
    if (services.notify)
        services.notify(attempt.execution.value, attempt.step.id.value,
                        {step.level, std::move(*title), std::move(*text)});
    report({done(), {}, {}});
    return nullptr;
}

} // namespace batuta::steps
