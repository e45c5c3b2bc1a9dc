// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/trace/trace_story.h"

namespace batuta::tests {
namespace {

struct StoryStep
{
    std::string id, domain;
    std::vector<std::string> needs;
    std::vector<SampleAttempt> attempts;
    int start = 0;
    std::string reason{};
};

const std::vector<StoryStep> &story()
{
    static const std::vector<StoryStep> steps{
        {"resolve_flow", "", {}, {{0, 18, 200}}},
        {"create_embeddings", "", {"resolve_flow"}, {{18, 3392, 200}}},
        {"match_profession", "profession", {"create_embeddings"}, {{3410, 1680, 200}}},
        {"match_analysis_user_profession", "profession", {"match_profession"}, {{5090, 3790, 200}}},
        {"gap_analysis_user_profession", "profession", {"match_profession"}, {{5090, 4630, 200}}},
        {"course_suggestion_profession", "profession", {"gap_analysis_user_profession"}, {{9720, 2560, 200}}},
        {"match_candidato", "vacancy", {"create_embeddings"}, {{3410, 540, 429}, {4550, 3400, 200}}},
        {"match_analysis_user_vacancy", "vacancy", {"match_candidato"}, {{7950, 3050, 200}}},
        {"gap_analysis_user_vacancy",
         "vacancy",
         {"match_candidato"},
         {{7970, 5050, 503}, {14020, 5010, 503}, {21030, 2910, 503}}},
        {"course_suggestion_vacancy",
         "vacancy",
         {"gap_analysis_user_vacancy"},
         {},
         23940,
         "Skipped: gap_analysis failed"},
        {"notify_webhook", "", {}, {{23950, 840, 200}}},
    };
    return steps;
}

json::Value callOf(const std::string &id, const SampleAttempt &attempt, json::Value detail)
{
    json::Object &object = detail.object();
    object.set("request",
               json::Object{{"method", "POST"},
                            {"url", "https://functions.example.test/" + id},
                            {"headers", json::Object{{"Content-Type", "application/json"},
                                                     {"Authorization", "***"},
                                                     {"X-Orchestrator", "senai-ml-orchestrator"}}},
                            {"bytes", 118},
                            {"body", R"({"user_id":"usr_48213","vacancy_ids":["vac_9921","vac_10417"],)"
                                     R"("embedding_ref":"emb/usr_48213/v14","language":"pt-BR"})"}});
    object.set(
        "response",
        json::Object{
            {"status", attempt.code},
            {"headers", json::Object{{"Content-Type", "application/json"}, {"Retry-After", "5"}}},
            {"bytes", 214},
            {"body", attempt.code == 200
                         ? R"({"status":"ok","items":12})"
                         : R"({"error":"upstream_unavailable","message":"no healthy instance",)"
                           R"("service":"gap-analysis","retry_after":5,"trace_id":"c1f0a77be2d94c13"})"}});
    const double rest = attempt.length - 61.5;
    object.set("timings", json::Object{{"wait_ms", 12.0},
                                       {"dns_ms", 3.5},
                                       {"connect_ms", 18.0},
                                       {"tls_ms", 24.0},
                                       {"first_byte_ms", rest},
                                       {"transfer_ms", 4.0},
                                       {"reused", false}});
    return detail;
}

client::LogLineRecord lineOf(int millis, const std::string &level, const std::string &event,
                             const std::string &step, const std::string &fields)
{
    client::LogLineRecord line;
    line.at = at(millis);
    line.level = level;
    line.logger = "step_executor";
    line.event = line.message = event;
    line.json = R"({"severity":")" + level + R"(","event":")" + event + R"(","step_name":")" + step + "\"" +
                fields + "}";
    return line;
}

std::vector<client::LogLineRecord> storyLines()
{
    const std::string step = "gap_analysis_user_vacancy";
    return {
        lineOf(7970, "INFO", "step_gap_analysis_user_vacancy_start", step, R"(,"attempt":1)"),
        lineOf(13020, "WARNING", "http_retry", step, R"(,"attempt":2,"wait_seconds":1)"),
        lineOf(14020, "INFO", "step_gap_analysis_user_vacancy_start", step, R"(,"attempt":2)"),
        lineOf(19030, "WARNING", "http_retry", step, R"(,"attempt":3,"wait_seconds":2)"),
        lineOf(21030, "INFO", "step_gap_analysis_user_vacancy_start", step, R"(,"attempt":3)"),
        lineOf(23940, "ERROR", "step_gap_analysis_user_vacancy_error", step,
               R"(,"status":"failed","duration_seconds":15.97,"error":"HTTP 503","status_code":503)"),
    };
}

} // namespace

void tellStory(OneExecution &engine)
{
    client::FlowSummary flow;
    flow.name = FlowName("update_profile");
    flow.version = "v1";
    auto definition = std::make_shared<flow::Flow>();
    std::vector<client::StepRecord> records;
    for (const StoryStep &step : story()) {
        client::StepRecord record = endedStep(step.id, {}, step.start);
        if (!step.attempts.empty()) {
            record.startedAt = at(step.attempts.front().start);
            record.endedAt = at(step.attempts.back().start + step.attempts.back().length);
            record.duration = std::chrono::duration_cast<Duration>(record.endedAt - record.startedAt);
            record.statusCode = step.attempts.back().code;
            record.status = record.statusCode == 200 ? "success" : "failed";
            record.reason = record.statusCode == 200 ? "" : "HTTP " + std::to_string(record.statusCode);
        } else {
            record.reason = step.reason;
        }
        for (const SampleAttempt &attempt : step.attempts) {
            const client::StepRecord one = endedStep(step.id, {attempt});
            json::Value detail = one.attemptsDetail.at(0);
            detail.object().set("attempt", ++record.attempts);
            record.attemptsDetail.array().push_back(callOf(step.id, attempt, std::move(detail)));
        }
        record.isFinally = step.id == "notify_webhook";
        records.push_back(record);
        client::StepPreview preview;
        preview.step = step.id;
        preview.kind = "http";
        preview.needs = step.needs;
        preview.isFinally = record.isFinally;
        flow.steps.push_back(preview);
        flow::Step own;
        own.id = StepId(step.id);
        own.onFailure = flow::OnFailure::Continue;
        own.retry = flow::RetryPolicy{3, true, true, {{500, 599}}, {}};
        if (!step.domain.empty())
            own.labels.emplace_back("domain", step.domain);
        (record.isFinally ? definition->finallySteps : definition->steps).push_back(std::move(own));
    }
    flow.definition = std::move(definition);
    engine.known = {flow};
    engine.record = execution(std::move(records), 24'812);
    engine.record.flow = "update_profile";
    engine.record.environment = "production";
    engine.record.userId = "usr_48213";
    engine.record.sessionId = "ses_7fa0c1";
    engine.record.trigger = "http";
    engine.record.input = json::Object{
        {"user_id", "usr_48213"}, {"session_id", "ses_7fa0c1"}, {"match_candidato_token", "***"}};
    engine.lines = storyLines();
}

} // namespace batuta::tests
