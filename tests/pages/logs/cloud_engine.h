// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/cloud_values.h"
#include "engine/client/engine_client.h"

#include <algorithm>
#include <map>

namespace batuta::tests {

/// An engine that has nothing but services that log. Answers at once.
class CloudEngine final : public client::EngineClient
{
public:
    void start(client::StartExecution, client::Reply<client::Started>) override {}
    void waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void act(client::Act, client::Reply<json::Value>) override {}
    void execution(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void executions(client::ExecutionQuery, client::Reply<client::ExecutionPage>) override {}
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override { reply({}); }
    void preview(client::StartExecution, client::Reply<client::FlowPreview>) override {}
    void info(client::Reply<client::EngineInfo> reply) override { reply(client::EngineInfo()); }
    void logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>>) override {}
    void clouds(client::Reply<std::vector<client::CloudPlace>> reply) override
    {
        reply(std::vector<client::CloudPlace>{{"dev", "demo", "us-east1", "shop", true, false},
                                              {"production", "demo", "us-east1", "shop", true, true}});
    }
    void releaseMarks(const client::MarkQuery &query, client::Reply<client::ReleaseMarks> reply) override
    {
        client::ReleaseMarks made;
        for (const client::ReleaseMark &mark : marks)
            if (mark.at >= query.from && mark.at <= query.to && !query.environment.empty())
                made.marks.push_back(mark);
        reply(std::move(made));
    }
    /// By pages of `page` entries; every so many questions it fails.
    void cloudLogs(const client::CloudLogQuery &query, client::Reply<client::CloudLogPage> reply) override
    {
        asked.push_back(query);
        if (failEvery > 0 && asked.size() % failEvery == 0)
            return reply(Error{ErrorCode::NetTimeout, "logs", {}, {}, {}});
        std::vector<client::CloudLogLine> found;
        for (const auto &[key, line] : entries)
            if ((!query.from || line.at >= *query.from) && (!query.to || line.at <= *query.to))
                found.push_back(line);
        if (query.newestFirst)
            std::reverse(found.begin(), found.end());
        const std::size_t from = query.pageToken.empty() ? 0 : std::stoul(query.pageToken);
        const std::size_t to = std::min(found.size(), from + page);
        client::CloudLogPage made;
        made.lines.assign(found.begin() + static_cast<std::ptrdiff_t>(std::min(from, to)),
                          found.begin() + static_cast<std::ptrdiff_t>(to));
        made.next = to < found.size() ? std::to_string(to) : std::string();
        reply(std::move(made));
    }
    std::unique_ptr<client::Subscription> subscribe(Listener) override
    {
        return std::make_unique<client::Subscription>();
    }
    void add(int number, WallTime at)
    {
        const std::string id = "id" + std::to_string(number);
        const bool isRequest = number % 3 == 0;
        entries[{at, id}] = {
            at, id,
            R"({"timestamp":")" + isoTime(at) + R"(","severity":")" + (isRequest ? "ERROR" : "INFO") +
                R"(","message":"entry )" + std::to_string(number) +
                R"(","service":"shop","revision":"shop-1",)" +
                (isRequest ? R"("log":"requests","status":503)" : R"("log":"stdout","execution_id":"e-1")") +
                R"(,"insert_id":")" + id + "\"}"};
    }

    void add(const std::string &id, WallTime at, const std::string &text)
    {
        entries[{at, id}] = {at, id, text};
    }

    WallTime begin = SystemClock().wall() - std::chrono::hours(1);
    std::map<std::pair<WallTime, std::string>, client::CloudLogLine> entries;
    std::vector<client::CloudLogQuery> asked;
    std::vector<client::ReleaseMark> marks;
    std::size_t page = 100;
    std::size_t failEvery = 0;
};

} // namespace batuta::tests
