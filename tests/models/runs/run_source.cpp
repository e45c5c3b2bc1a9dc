// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/runs/run_source.h"

#include "engine/base/uuid.h"

#include <future>

namespace batuta::tests {
namespace {

Error unable()
{
    return {ErrorCode::StoreRead, "history", "the disk is gone", {}, {}};
}

} // namespace

RunSource::RunSource()
    : m_history(std::move(*store::openSqlite({.path = ":memory:"})))
{
}

RunSource::~RunSource()
{
    m_history->close();
}

std::string RunSource::add(int second, const std::string &flow, const std::string &status,
                           const std::string &user)
{
    client::ExecutionRecord record;
    record.id = newUuid();
    record.flow = flow;
    record.status = status;
    record.userId = user;
    record.trigger = "api";
    record.environment = "staging";
    record.error = status == "failed" ? "match_candidato: HTTP 503" : "";
    record.startedAt =
        WallTime(std::chrono::sys_days(std::chrono::year(2026) / 1 / 2)) + std::chrono::seconds(second);
    record.endedAt = record.startedAt + std::chrono::seconds(2);
    record.duration = std::chrono::seconds(2);
    record.input = json::Object{{"user_id", user}};
    record.steps.resize(2);
    record.steps[0].step = "create_embeddings";
    record.steps[0].status = "success";
    record.steps[0].attempts = 1;
    record.steps[1].step = "match_candidato";
    record.steps[1].status = status;
    record.steps[1].attempts = status == "failed" ? 4 : 1;
    m_history->finish(record, {}, {});
    return record.id;
}

std::string RunSource::start(const std::string &flow, const std::string &user)
{
    client::ExecutionRecord record;
    record.id = newUuid();
    record.flow = flow;
    record.status = "running";
    record.userId = user;
    record.startedAt = SystemClock().wall();
    std::promise<void> begun;
    m_history->begin(record, "", [&begun](const Status &) { begun.set_value(); });
    begun.get_future().get();
    m_running[record.id] = record;
    tell(record.id, "execution_started", {}, json::Object{{"flow", flow}, {"version", "1"}});
    return record.id;
}

void RunSource::stepStarted(const std::string &id, const std::string &step, int attempt)
{
    tell(id, "step_started", step, json::Object{{"attempt", attempt}});
}

void RunSource::stepRetries(const std::string &id, const std::string &step, int nextAttempt)
{
    tell(id, "step_retry", step, json::Object{{"attempt", nextAttempt}, {"wait_ms", 1500}});
}

void RunSource::stepEnded(const std::string &id, const std::string &step, const std::string &status,
                          int attempts)
{
    tell(id, "step_ended", step, json::Object{{"status", status}, {"attempts", attempts}});
}

void RunSource::end(const std::string &id, const std::string &status)
{
    client::ExecutionRecord record = m_running[id];
    record.status = status;
    record.endedAt = record.startedAt + std::chrono::seconds(3);
    record.duration = std::chrono::seconds(3);
    m_history->finish(record, {}, {});
    m_running.erase(id);
    tell(id, "execution_ended", {},
         json::Object{{"status", status}, {"error", nullptr}, {"duration_ms", 3000.0}});
}

void RunSource::tell(const std::string &id, std::string kind, const std::string &step, json::Value data)
{
    if (m_listener && !isSilent)
        m_listener({{{1, id, SystemClock().wall(), std::move(kind), step, std::move(data)}}});
}

void RunSource::start(client::StartExecution, client::Reply<client::Started> reply)
{
    reply(unable());
}

void RunSource::waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord> reply)
{
    reply(unable());
}

void RunSource::act(client::Act, client::Reply<json::Value> reply)
{
    reply(json::Value());
}

void RunSource::execution(ExecutionId, client::Reply<client::ExecutionRecord> reply)
{
    reply(unable());
}

void RunSource::executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply)
{
    ++questions;
    if (fails)
        return reply(unable());
    if (!isStuck)
        m_history->list(std::move(query), std::move(reply));
}

void RunSource::figures(client::FiguresQuery query, client::Reply<client::RunFigures> reply)
{
    if (fails)
        return reply(unable());
    if (!isStuck)
        m_history->figures(std::move(query), std::move(reply));
}

void RunSource::flows(client::Reply<std::vector<client::FlowSummary>> reply)
{
    reply(std::vector<client::FlowSummary>());
}

void RunSource::preview(client::StartExecution, client::Reply<client::FlowPreview> reply)
{
    reply(unable());
}

void RunSource::info(client::Reply<client::EngineInfo> reply)
{
    reply(client::EngineInfo());
}

void RunSource::logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>> reply)
{
    reply(unable());
}

std::unique_ptr<client::Subscription> RunSource::subscribe(Listener listener)
{
    m_listener = std::move(listener);
    return std::make_unique<client::Subscription>();
}

} // namespace batuta::tests
