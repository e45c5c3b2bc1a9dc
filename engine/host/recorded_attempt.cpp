// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/recorded_attempt.h"

#include "engine/json/json.h"

#include <algorithm>

namespace batuta::host {
namespace {

using Cause = plan::Outcome::Cause;

/// The plan retries by cause; records tell it in words.
Cause causeOf(const std::string &reason, int statusCode)
{
    if (statusCode >= 300)
        return Cause::Status;
    if (reason.starts_with("Request timeout") || reason.find("no answer within") != std::string::npos)
        return Cause::Timeout;
    if (reason.starts_with("Connection error") || reason.find("connection was dropped") != std::string::npos)
        return Cause::Connection;
    return Cause::Other;
}

net::Headers headersOf(const json::Value &value)
{
    net::Headers headers;
    for (const auto &[name, text] : value.asObject())
        headers.emplace_back(name, text.asString());
    return headers;
}

steps::Exchange exchangeOf(const json::Value &detail)
{
    const json::Value &request = detail["request"], &response = detail["response"];
    steps::Exchange exchange;
    exchange.method = request["method"].asString();
    exchange.url = request["url"].asString();
    exchange.requestHeaders = headersOf(request["headers"]);
    exchange.requestBody = request["body"].asString();
    exchange.status = static_cast<int>(response["status"].asInteger());
    exchange.responseHeaders = headersOf(response["headers"]);
    exchange.responseBody = response["body"].asString();
    return exchange;
}

/// What expressions see of the step: what it gave in the end, or the answer, which is cut when it was long.
Result<json::Value> outputOf(const RecordedStep &recorded, const json::Value &detail)
{
    if (!recorded.output.isNull())
        return recorded.output;
    const json::Value &response = detail["response"];
    if (response["truncated"].asBoolean())
        return Error{ErrorCode::ActRefused, {}, "The record holds only the beginning of the answer", {}, {}};
    const std::string &body = response["body"].asString();
    if (body.empty())
        return json::Value();
    Result<json::Value> value = json::parse(body);
    return value ? std::move(*value) : json::Value(body);
}

steps::AttemptReport reportOf(const steps::Attempt &attempt, const RecordedStep &recorded)
{
    const auto found = std::find_if(recorded.attempts.begin(), recorded.attempts.end(), [&](const auto &one) {
        return one["attempt"].asInteger() == attempt.number;
    });
    if (found == recorded.attempts.end())
        return {steps::failed(Cause::Other,
                              recorded.attempts.empty()
                                  ? "The record has no answer for this step"
                                  : "The record has no answer for attempt " + std::to_string(attempt.number)),
                {},
                {}};
    const json::Value &detail = *found;
    const std::string &status = detail["status"].asString(), &error = detail["error"].asString();
    const int code = static_cast<int>(detail["status_code"].asInteger());
    steps::AttemptReport report;
    report.outcome = status == "success" ? steps::done() : steps::failed(causeOf(error, code), error, code);
    report.outcome.statusCode = code;
    if (status == "critical_error")
        report.outcome.kind = plan::Outcome::Kind::Critical;
    if (status == "cancelled" || status.empty() || status == "running")
        report.outcome.reason = "The record ends here: the attempt was stopped";
    if (!detail["request"].isNull())
        report.exchange = exchangeOf(detail);
    report.items = detail["items"].asArray();
    if (status == "success") {
        Result<json::Value> output = outputOf(recorded, detail);
        if (output)
            report.output = std::move(*output);
        else if (attempt.wantsOutput)
            report.outcome = steps::failed(Cause::Other, output.error().detail);
    }
    return report;
}

class RecordedAttempt final : public steps::RunningAttempt
{
public:
    RecordedAttempt(const steps::Services &services, steps::AttemptReport report, steps::Report tell)
        : m_loop(services.loop)
        , m_report(std::move(report))
        , m_tell(std::move(tell))
    {
        m_timer = m_loop.startTimer(services.clock.steady(), [this] {
            m_timer = 0;
            const steps::Report out = std::exchange(m_tell, nullptr);
            steps::AttemptReport told = std::move(m_report);
            out(std::move(told)); // may destroy this
        });
    }
    ~RecordedAttempt() override { m_loop.cancelTimer(m_timer); }

    void cancel() override { m_report = {steps::cancelled(), {}, {}}; }

private:
    net::Loop &m_loop;
    steps::AttemptReport m_report;
    steps::Report m_tell;
    net::Loop::TimerId m_timer = 0;
};

} // namespace

Result<RecordedStep> readRecorded(const std::string &step, const json::Value &value)
{
    const auto refused = [&](const char *detail) {
        return Error{ErrorCode::ActRefused, step, detail, {}, {}};
    };
    if (!value.isObject() || !value["attempts"].isArray())
        return refused("recorded must hold the attempts of the step");
    RecordedStep recorded;
    for (const json::Value &attempt : value["attempts"].asArray()) {
        if (!attempt.isObject())
            return refused("a recorded attempt must be an object");
        recorded.attempts.push_back(attempt);
    }
    recorded.output = value["output"];
    recorded.isLeftOut = value["left_out"].asBoolean();
    return recorded;
}

json::Value toJson(const RecordedStep &recorded)
{
    return json::Object{{"attempts", json::Array(recorded.attempts.begin(), recorded.attempts.end())},
                        {"output", recorded.output},
                        {"left_out", recorded.isLeftOut}};
}

std::unique_ptr<steps::RunningAttempt> startRecorded(const steps::Attempt &attempt,
                                                     const RecordedStep &recorded,
                                                     const steps::Services &services, steps::Report report)
{
    return std::make_unique<RecordedAttempt>(services, reportOf(attempt, recorded), std::move(report));
}

} // namespace batuta::host
