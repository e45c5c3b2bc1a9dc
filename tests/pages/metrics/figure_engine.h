// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/cloud_values.h"
#include "engine/client/engine_client.h"
#include "engine/series/board.h"

#include <functional>
#include <optional>
#include <vector>

namespace batuta::tests {

/// An engine that has nothing but figures: those that the test makes. Answers at once.
class FigureEngine final : public client::EngineClient
{
public:
    /// The value of a line at a step; the labels are those of the line.
    using Value = std::function<double(const series::Question &, const series::Labels &, WallTime)>;

    void start(client::StartExecution, client::Reply<client::Started>) override {}
    void waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void act(client::Act done, client::Reply<json::Value> reply) override;
    void execution(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void executions(client::ExecutionQuery, client::Reply<client::ExecutionPage>) override {}
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override { reply({}); }
    void preview(client::StartExecution, client::Reply<client::FlowPreview>) override {}
    void info(client::Reply<client::EngineInfo> reply) override { reply(client::EngineInfo()); }
    void logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>>) override {}
    void series(series::Question question, client::Reply<series::Answer> reply) override;
    void alerts(client::Reply<series::AlertBook> reply) override { reply(book); }
    void boards(client::Reply<std::vector<series::BoardText>> reply) override { reply(files); }
    void clouds(client::Reply<std::vector<client::CloudPlace>> reply) override { reply(places); }
    void releaseMarks(const client::MarkQuery &query, client::Reply<client::ReleaseMarks> reply) override;
    std::unique_ptr<client::Subscription> subscribe(Listener) override
    {
        return std::make_unique<client::Subscription>();
    }

    Value value;                            ///< without it, what story() tells
    std::optional<Error> trouble;           ///< of every question
    bool holds = false;                     ///< answers wait for release()
    std::vector<client::CloudPlace> places; ///< none, unless the test adds some
    std::vector<series::BoardText> files;   ///< the program's own, unless the test changes them
    series::AlertBook book;
    std::vector<series::Question> asked;
    std::vector<client::Act> acts;

    FigureEngine();
    void release();

private:
    series::Answer answerTo(const series::Question &question) const;

    std::vector<std::function<void()>> m_held;
};

/// One day of a workspace: gap_analysis gets slow at 14:00 and its breaker opens.
double story(const series::Question &question, const series::Labels &labels, WallTime at);
/// When the story was told: 2026-11-21T14:30:00Z.
WallTime storyEnd();

} // namespace batuta::tests
