// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Engine that answers questions; engine.cpp is the part that runs executions.
#include "engine/host/engine.h"

#include "engine/client/summary.h"
#include "engine/host/preview.h"
#include "engine/host/stored_status.h"
#include "engine/host/test_run.h"
#include "engine/logs/log_chunk.h"

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

void Engine::waitForEnd(ExecutionId id, client::Reply<client::ExecutionRecord> reply)
{
    if (m_isResuming)
        return m_afterResume.push_back([this, id, reply] { waitForEnd(id, reply); });
    const auto live = m_live.find(id.value);
    if (live == m_live.end())
        return execution(std::move(id), std::move(reply));
    if (live->second.execution->isBroken())
        return reply(Error{ErrorCode::StoreWrite, id.value, live->second.execution->record().error, {}, {}});
    live->second.waiting.push_back(std::move(reply));
}

void Engine::execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply)
{
    if (m_isResuming) // the history alone does not know how far it had come
        return m_afterResume.push_back([this, id, reply] { execution(id, reply); });
    if (const auto live = m_live.find(id.value); live != m_live.end()) {
        const auto record = std::make_shared<client::ExecutionRecord>(live->second.execution->snapshot());
        return live->second.execution->whenSettled(
            [record, reply = std::move(reply)] { reply(std::move(*record)); });
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
    if (m_isResuming)
        return m_afterResume.push_back([this, query, reply] { executions(query, reply); });
    const bool withSteps = query.withSteps;
    const std::string wanted = std::exchange(query.status, storedStatus(query.status));
    const bool hasMore = query.status != wanted;
    const auto answer = [this, withSteps, wanted, hasMore,
                         reply = std::move(reply)](Result<client::ExecutionPage> page) {
        if (!page)
            return reply(page.error());
        // What runs is known here, and the history learns it at the end. Shown once all of it is stored.
        const auto shown = std::make_shared<client::ExecutionPage>(std::move(*page));
        std::vector<Execution *> running;
        for (client::ExecutionRecord &record : shown->items)
            if (const auto live = m_live.find(record.id); live != m_live.end()) {
                const client::ExecutionRecord &now = live->second.execution->record();
                record.status = live->second.execution->isPaused() ? "paused" : now.status;
                if (withSteps)
                    record.steps = cellsOf(now);
                running.push_back(live->second.execution.get());
            }
        if (hasMore) {
            const store::Choice status(wanted);
            std::erase_if(shown->items, [&](const auto &record) { return !status.fits(record.status); });
            shown->isPartial = !shown->next.empty();
        }
        const auto left = std::make_shared<std::size_t>(running.size() + 1);
        const auto settled = [shown, left, reply] {
            if (--*left == 0)
                reply(std::move(*shown));
        };
        for (Execution *execution : running)
            execution->whenSettled(settled);
        settled();
    };
    m_history->list(std::move(query), onLoop<client::ExecutionPage>(m_ports.loop, m_alive, answer));
}

void Engine::events(const ExecutionId &id, std::int64_t after,
                    client::Reply<std::vector<client::EventRecord>> reply)
{
    if (const auto live = m_live.find(id.value); live != m_live.end()) {
        const auto &events = live->second.execution->events();
        const auto last = static_cast<std::ptrdiff_t>(live->second.execution->published());
        const auto first = std::clamp<std::ptrdiff_t>(after, 0, last);
        reply(std::vector<client::EventRecord>(events.begin() + first, events.begin() + last));
        return;
    }
    m_history->events(id.value, after, 10'000,
                      onLoop<std::vector<client::EventRecord>>(m_ports.loop, m_alive, std::move(reply)));
}

void Engine::eachRunning(const Visit &visit) const
{
    for (const auto &[id, live] : m_live)
        visit(*live.execution);
}

void Engine::audit(client::AuditQuery query, client::Reply<client::AuditPage> reply)
{
    m_history->auditTrail(query.below, std::clamp(query.limit, 1, 1'000),
                          onLoop<store::AuditPage>(m_ports.loop, m_alive, std::move(reply)));
}

void Engine::verifyAudit(client::Reply<store::AuditVerdict> reply)
{
    m_history->verifyAudit(onLoop<store::AuditVerdict>(m_ports.loop, m_alive, std::move(reply)));
}

void Engine::flows(client::Reply<std::vector<client::FlowSummary>> reply)
{
    std::vector<client::FlowSummary> summaries;
    for (const auto &[name, flow] : m_library.flows)
        summaries.push_back(client::summaryOf(flow));
    reply(std::move(summaries));
}

void Engine::preview(client::StartExecution command, client::Reply<client::FlowPreview> reply)
{
    if (command.text.empty())
        return reply(previewOf(m_library, m_environment, command));
    Result<flow::FlowPtr> draft = readDraft(m_library, m_options.workspace, command);
    if (!draft)
        return reply(draft.error());
    command.flow = (*draft)->name;
    reply(previewOf(m_library, m_environment, command, std::move(*draft)));
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
        m_logReader = std::make_unique<LogReader>(m_options.logFile);
    m_logReader->thread.post([query = std::move(query), &search = m_logReader->search, &log = m_ports.log,
                              answer = onLoop<std::vector<client::LogLineRecord>>(
                                  m_ports.loop, m_alive, std::move(reply))]() mutable {
        log.flush();
        std::vector<client::LogLineRecord> lines;
        Result<std::vector<logs::FoundLine>> found = search.find(query.execution, query.step, query.limit);
        if (!found)
            return answer(found.error());
        for (logs::FoundLine &line : *found)
            lines.push_back({line.at, std::move(line.level), std::move(line.logger), std::move(line.event),
                             std::move(line.message), std::move(line.json)});
        answer(std::move(lines));
    });
}

void Engine::logChunk(client::LogChunkQuery query, client::Reply<client::LogChunk> reply)
{
    if (m_options.logFile.empty())
        return reply(Error{ErrorCode::FileUnreadable, "log", "this engine writes no log file", {}, {}});
    if (!m_logReader)
        m_logReader = std::make_unique<LogReader>(m_options.logFile);
    m_logReader->thread.post(
        [query = std::move(query), file = m_options.logFile, &log = m_ports.log,
         answer = onLoop<client::LogChunk>(m_ports.loop, m_alive, std::move(reply))]() mutable {
            log.flush();
            Result<logs::Chunk> chunk = logs::readChunk(file, query.after, query.bytes);
            if (!chunk)
                return answer(chunk.error());
            answer(client::LogChunk{std::move(chunk->after), std::move(chunk->lines), chunk->hasGap,
                                    chunk->isEnd});
        });
}

std::unique_ptr<client::Subscription> Engine::subscribe(Listener listener)
{
    return m_events.subscribe(std::move(listener));
}

} // namespace batuta::host
