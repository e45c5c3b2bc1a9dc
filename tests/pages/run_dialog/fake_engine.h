// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/json/json.h"

#include <vector>

namespace batuta::tests {

/// An engine whose replies the test gives, when it likes: for what the real one does too fast or never.
/// Replies come on the test's thread.
class FakeEngine final : public client::EngineClient
{
public:
    struct Preview
    {
        client::StartExecution command;
        client::Reply<client::FlowPreview> reply;
    };
    struct Start
    {
        client::StartExecution command;
        client::Reply<client::Started> reply;
    };

    void start(client::StartExecution command, client::Reply<client::Started> reply) override
    {
        starts.push_back({std::move(command), std::move(reply)});
    }
    void preview(client::StartExecution command, client::Reply<client::FlowPreview> reply) override
    {
        previews.push_back({std::move(command), std::move(reply)});
    }
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override { reply(summaries); }
    void info(client::Reply<client::EngineInfo> reply) override { reply(facts); }
    void waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord> reply) override { reply(none()); }
    void act(client::Act, client::Reply<json::Value> reply) override { reply(none()); }
    void execution(ExecutionId, client::Reply<client::ExecutionRecord> reply) override { reply(none()); }
    void executions(client::ExecutionQuery, client::Reply<client::ExecutionPage> reply) override
    {
        reply(none());
    }
    void logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>> reply) override
    {
        reply(none());
    }
    std::unique_ptr<client::Subscription> subscribe(Listener) override { return {}; }

    /// A flow `name` with the given schema and steps.
    void addFlow(const std::string &name, std::string_view schema, const std::vector<std::string> &steps)
    {
        client::FlowSummary flow;
        flow.name = FlowName(name);
        flow.input = json::parse(schema).value();
        for (const std::string &step : steps) {
            client::StepPreview preview;
            preview.step = step;
            flow.steps.push_back(std::move(preview));
        }
        summaries.push_back(std::move(flow));
    }
    /// All steps of the first flow with one verdict.
    client::FlowPreview planOf(const std::string &verdict) const
    {
        client::FlowPreview plan{summaries.front().name, {}, summaries.front().steps};
        for (client::StepPreview &step : plan.steps)
            step.verdict = verdict;
        return plan;
    }

    std::vector<Preview> previews;
    std::vector<Start> starts;
    std::vector<client::FlowSummary> summaries;
    client::EngineInfo facts;

private:
    static Error none() { return {ErrorCode::ExecutionUnknown, {}, {}, {}, {}}; }
};

} // namespace batuta::tests
