// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Engine that answers questions; engine.cpp is the part that runs executions.
#include "engine/host/engine.h"

#include "engine/host/preview.h"
#include "engine/telemetry/log_search.h"

#include <algorithm>

namespace batuta::host {
namespace {

template <class T>
std::function<void(Result<T>)> onLoop(net::Loop &loop, std::shared_ptr<bool> alive, client::Reply<T> reply)
{
    return [&loop, alive = std::move(alive), reply = std::move(reply)](Result<T> result) mutable {
        loop.post([alive, reply, result = std::move(result)]() mutable {
            if (*alive)
                reply(std::move(result));
        });
    };
}

/// The steps of a running execution as a list shows them.
std::vector<client::StepRecord> cellsOf(const client::ExecutionRecord &record)
{
    std::vector<client::StepRecord> cells;
    for (const client::StepRecord &step : record.steps) {
        client::StepRecord &cell = cells.emplace_back();
        cell.step = step.step;
        cell.status = step.status;
        cell.attempts = step.attempts;
        cell.startedAt = step.startedAt;
        cell.endedAt = step.endedAt;
        cell.duration = step.duration;
    }
    return cells;
}

Error unknownExecution(const ExecutionId &id)
{
    return {ErrorCode::ExecutionUnknown, id.value, {}, {}, {}};
}

} // namespace

void Engine::start(client::StartExecution command, client::Reply<client::Started> reply)
{
    reply(startNow(std::move(command)));
}

void Engine::waitForEnd(ExecutionId id, client::Reply<client::ExecutionRecord> reply)
{
    if (const auto live = m_live.find(id.value); live != m_live.end())
        live->second.waiting.push_back(std::move(reply));
    else
        execution(std::move(id), std::move(reply));
}

void Engine::cancel(ExecutionId id, client::Reply<void> reply)
{
    if (const auto live = m_live.find(id.value); live != m_live.end()) {
        live->second.execution->cancel();
        reply({});
        return;
    }
    execution(id, [id, reply = std::move(reply)](Result<client::ExecutionRecord> record) {
        reply(record ? Error{ErrorCode::ExecutionEnded, id.value, record->status, {}, {}} : record.error());
    });
}

void Engine::execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply)
{
    if (const auto live = m_live.find(id.value); live != m_live.end()) {
        reply(live->second.execution->snapshot());
        return;
    }
    const auto answer = onLoop<std::optional<client::ExecutionRecord>>(
        m_ports.loop, m_alive,
        [id, reply = std::move(reply)](Result<std::optional<client::ExecutionRecord>> found) {
            if (!found)
                reply(found.error());
            else if (!*found)
                reply(unknownExecution(id));
            else
                reply(std::move(**found));
        });
    m_history->find(id.value, answer);
}

void Engine::executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply)
{
    const bool withSteps = query.withSteps;
    const auto answer = [this, withSteps, reply = std::move(reply)](Result<client::ExecutionPage> page) {
        if (page && withSteps) // what runs is known here, and the history learns it at the end
            for (client::ExecutionRecord &record : page->items)
                if (const auto live = m_live.find(record.id); live != m_live.end())
                    record.steps = cellsOf(live->second.execution->record());
        reply(std::move(page));
    };
    m_history->list(std::move(query), onLoop<client::ExecutionPage>(m_ports.loop, m_alive, answer));
}

void Engine::events(const ExecutionId &id, std::int64_t after,
                    client::Reply<std::vector<client::EventRecord>> reply)
{
    if (const auto live = m_live.find(id.value); live != m_live.end()) {
        const auto &events = live->second.execution->events();
        const auto first = static_cast<std::ptrdiff_t>(
            std::min<std::size_t>(static_cast<std::size_t>(std::max<std::int64_t>(after, 0)), events.size()));
        reply(std::vector<client::EventRecord>(events.begin() + first, events.end()));
        return;
    }
    m_history->events(id.value, after, 10'000,
                      onLoop<std::vector<client::EventRecord>>(m_ports.loop, m_alive, std::move(reply)));
}

void Engine::flows(client::Reply<std::vector<client::FlowSummary>> reply)
{
    std::vector<client::FlowSummary> summaries;
    for (const auto &[name, flow] : m_library.flows)
        summaries.push_back(summaryOf(flow));
    reply(std::move(summaries));
}

void Engine::preview(client::StartExecution command, client::Reply<client::FlowPreview> reply)
{
    reply(previewOf(m_library, m_environment, command));
}

void Engine::info(client::Reply<client::EngineInfo> reply)
{
    client::EngineInfo info;
    info.version = version();
    info.workspace = m_options.workspace;
    info.environment = m_options.environment.empty() ? "default" : m_options.environment;
    info.environmentFingerprint = m_environment.fingerprint();
    info.flows = static_cast<int>(m_library.flows.size());
    info.running = running();
    info.problems = m_problems;
    reply(std::move(info));
}

void Engine::logLines(client::LogQuery query, client::Reply<std::vector<client::LogLineRecord>> reply)
{
    if (m_options.logFile.empty())
        return reply(Error{ErrorCode::FileUnreadable, "log", "this engine writes no log file", {}, {}});
    if (!m_logReader)
        m_logReader = std::make_unique<store::JobThread>();
    m_logReader->post([query = std::move(query), file = m_options.logFile, &log = m_ports.log,
                       answer = onLoop<std::vector<client::LogLineRecord>>(m_ports.loop, m_alive,
                                                                           std::move(reply))]() mutable {
        log.flush();
        std::vector<client::LogLineRecord> lines;
        Result<std::vector<telemetry::FoundLine>> found =
            telemetry::searchLog({file, query.execution, query.step, query.limit});
        if (!found)
            return answer(found.error());
        for (telemetry::FoundLine &line : *found)
            lines.push_back({line.at, std::move(line.level), std::move(line.logger), std::move(line.event),
                             std::move(line.message), std::move(line.json)});
        answer(std::move(lines));
    });
}

std::unique_ptr<client::Subscription> Engine::subscribe(Listener listener)
{
    return m_events.subscribe(std::move(listener));
}

} // namespace batuta::host
