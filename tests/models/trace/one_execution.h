// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"

namespace batuta::tests {

/// An engine that knows one execution, and answers at once.
class OneExecution final : public client::EngineClient
{
public:
    void start(client::StartExecution, client::Reply<client::Started>) override {}
    void waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void act(client::Act, client::Reply<json::Value>) override {}
    void execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply) override
    {
        ++asked;
        if (fails)
            reply(Error{ErrorCode::StoreRead, "history", "the disk is gone", {}, {}});
        else if (isStuck)
            return;
        else if (id.value == record.id)
            reply(record);
        else
            reply(Error{ErrorCode::ExecutionUnknown, id.value, {}, {}, {}});
    }
    void executions(client::ExecutionQuery, client::Reply<client::ExecutionPage>) override {}
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override { reply(known); }
    void preview(client::StartExecution, client::Reply<client::FlowPreview>) override {}
    void info(client::Reply<client::EngineInfo> reply) override { reply(client::EngineInfo{}); }
    void logLines(client::LogQuery query, client::Reply<std::vector<client::LogLineRecord>> reply) override
    {
        std::vector<client::LogLineRecord> found;
        for (const client::LogLineRecord &line : lines)
            if (query.step.empty() ||
                line.json.find("\"step_name\":\"" + query.step + "\"") != std::string::npos)
                found.push_back(line);
        reply(std::move(found));
    }
    std::unique_ptr<client::Subscription> subscribe(Listener listener) override
    {
        tell = std::move(listener);
        return nullptr;
    }

    client::ExecutionRecord record;
    std::vector<client::FlowSummary> known;
    std::vector<client::LogLineRecord> lines;
    Listener tell;
    int asked = 0;
    bool fails = false;
    bool isStuck = false; ///< never answers a question for an execution
};

} // namespace batuta::tests
