// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/trace/trace_sample.h"

namespace batuta::tests {
namespace {

json::Value detailOf(int number, const SampleAttempt &attempt)
{
    const bool isGood = attempt.code == 200;
    json::Object detail{
        {"attempt", number},
        {"status", isGood              ? "success"
                   : attempt.code == 0 ? "cancelled"
                                       : "failed"},
        {"error", isGood ? json::Value() : json::Value("HTTP " + std::to_string(attempt.code))},
        {"status_code", attempt.code},
        {"started_at", isoTime(at(attempt.start))},
        {"duration_ms", static_cast<double>(attempt.length)}};
    detail.append("timings", json::Object{{"wait_ms", 0.5},
                                          {"dns_ms", 1.0},
                                          {"connect_ms", 2.0},
                                          {"tls_ms", 0.0},
                                          {"first_byte_ms", 30.25},
                                          {"transfer_ms", 4.0},
                                          {"reused", false}});
    detail.append("response", json::Object{{"status", attempt.code}, {"body", "{}"}, {"bytes", 2}});
    return detail;
}

} // namespace

WallTime at(int millis)
{
    WallTime origin{};
    parseIsoTime("2026-11-21T14:21:07.000000Z", origin);
    return origin + std::chrono::milliseconds(millis);
}

client::StepRecord endedStep(const std::string &id, std::initializer_list<SampleAttempt> attempts, int start)
{
    client::StepRecord step;
    step.step = id;
    step.kind = "http";
    step.status = "skipped";
    step.startedAt = step.endedAt = at(start);
    for (const SampleAttempt &attempt : attempts) {
        step.attemptsDetail.array().push_back(detailOf(++step.attempts, attempt));
        step.status = attempt.code == 200 ? "success" : attempt.code == 0 ? "cancelled" : "failed";
        step.reason = attempt.code == 200 ? "" : "HTTP " + std::to_string(attempt.code);
        step.statusCode = attempt.code;
        if (step.attempts == 1)
            step.startedAt = at(attempt.start);
        step.endedAt = at(attempt.start + attempt.length);
        step.duration = std::chrono::duration_cast<Duration>(step.endedAt - step.startedAt);
    }
    return step;
}

client::StepRecord pendingStep(const std::string &id)
{
    client::StepRecord step;
    step.step = id;
    step.kind = "http";
    step.status = "pending";
    return step;
}

client::StepRecord runningStep(const std::string &id, int start, int attempt)
{
    client::StepRecord step = pendingStep(id);
    step.status = "running";
    step.attempts = attempt;
    step.startedAt = at(start);
    for (int number = 1; number < attempt; ++number)
        step.attemptsDetail.array().push_back(detailOf(number, {start + (number - 1) * 100, 50, 503}));
    return step;
}

client::ExecutionRecord execution(std::vector<client::StepRecord> steps, int length)
{
    client::ExecutionRecord record;
    record.id = "9b1f6e0c-4d27-4a8e-b1c3-52f07ad9e816";
    record.flow = "sample";
    record.flowVersion = "v1";
    record.status = length == 0 ? "running" : "success";
    record.startedAt = at(0);
    record.duration = std::chrono::milliseconds(length);
    record.endedAt = at(length);
    record.steps = std::move(steps);
    for (const client::StepRecord &step : record.steps)
        if (length > 0 && step.status == "failed")
            record.status = "failed";
    return record;
}

client::EventRecord told(int sequence, const std::string &kind, const std::string &step, int millis,
                         json::Object data)
{
    return {sequence, execution({}).id, at(millis), kind, step, std::move(data)};
}

client::FlowSummary flowOf(std::initializer_list<std::pair<std::string, std::vector<std::string>>> steps)
{
    client::FlowSummary flow;
    flow.name = FlowName("sample");
    flow.version = "v1";
    for (const auto &[id, needs] : steps) {
        client::StepPreview step;
        step.step = id;
        step.needs = needs;
        flow.steps.push_back(std::move(step));
    }
    return flow;
}

client::FlowSummary flowWithDomains(std::initializer_list<std::pair<std::string, std::string>> domains)
{
    client::FlowSummary flow;
    flow.name = FlowName("sample");
    flow.version = "v1";
    auto definition = std::make_shared<flow::Flow>();
    for (const auto &[id, domain] : domains) {
        client::StepPreview preview;
        preview.step = id;
        flow.steps.push_back(std::move(preview));
        flow::Step step;
        step.id = StepId(id);
        if (!domain.empty())
            step.labels.emplace_back("domain", domain);
        definition->steps.push_back(std::move(step));
    }
    flow.definition = std::move(definition);
    return flow;
}

} // namespace batuta::tests
