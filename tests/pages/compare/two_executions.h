// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/models/trace/one_execution.h"
#include "tests/models/trace/trace_sample.h"
#include "tests/pages/trace/trace_story.h"

namespace batuta::tests {

inline constexpr auto kGood = "3ac6f1b8-90de-4f11-8a57-6cf0a1c27e40";

/// The run of the story, an earlier one that ended well, and a list of both.
class TwoExecutions final : public client::EngineClient
{
public:
    TwoExecutions()
    {
        OneExecution story;
        tellStory(story);
        known = story.known;
        failed = story.record;
        failed.flow = "update_profile";
        good = failed;
        good.id = kGood;
        good.status = "success";
        good.error.clear();
        good.startedAt -= std::chrono::minutes(20);
        good.input = json::Object{{"user_id", "usr_41288"}, {"session_id", "ses_1b20fe"}};
        client::StepRecord &gap = good.steps[8];
        gap = endedStep("gap_analysis_user_vacancy", {{7970, 5220, 200}});
        for (client::StepRecord &step : good.steps) {
            step.startedAt -= std::chrono::minutes(20);
            step.endedAt -= std::chrono::minutes(20);
            for (json::Value &attempt : step.attemptsDetail.array()) {
                WallTime began{};
                parseIsoTime(attempt["started_at"].asString(), began);
                attempt.object().set("started_at", isoTime(began - std::chrono::minutes(20)));
            }
        }
        good.duration = std::chrono::milliseconds(14'620);
    }
    void start(client::StartExecution, client::Reply<client::Started>) override {}
    void waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void act(client::Act, client::Reply<json::Value>) override {}
    void execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply) override
    {
        if (id.value == good.id || id.value == failed.id)
            return reply(id.value == good.id ? good : failed);
        reply(Error{ErrorCode::ExecutionUnknown, id.value, {}, {}, {}});
    }
    void executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply) override
    {
        client::ExecutionPage page;
        for (const client::ExecutionRecord &record : {failed, good})
            if (hasGood && (query.status.empty() || query.status == record.status) &&
                (!query.until || record.startedAt < *query.until))
                page.items.push_back(record);
        if (query.withSteps) // more of them, each a little longer
            for (int i = 0; i < 60; ++i) {
                client::ExecutionRecord past = good;
                past.id[0] = 'f';
                for (client::StepRecord &step : past.steps) {
                    step.attempts = static_cast<int>(step.attemptsDetail.asArray().size());
                    step.duration += step.duration * ((i * i) % 60 - 20) / 60;
                }
                page.items.push_back(past);
            }
        reply(page);
    }
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override { reply(known); }
    void preview(client::StartExecution, client::Reply<client::FlowPreview>) override {}
    void info(client::Reply<client::EngineInfo> reply) override { reply(client::EngineInfo{}); }
    void logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>>) override {}
    std::unique_ptr<client::Subscription> subscribe(Listener) override { return nullptr; }

    std::vector<client::FlowSummary> known;
    client::ExecutionRecord good, failed;
    bool hasGood = true;
};

} // namespace batuta::tests
