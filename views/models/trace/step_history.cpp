// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/trace/step_history.h"

#include "views/models/status.h"

#include <algorithm>
#include <climits>

namespace batuta::views {
namespace {

/// The smallest value that at least this share of them does not exceed.
Duration percentile(const std::vector<Duration> &sorted, double share)
{
    if (sorted.empty())
        return {};
    const auto rank = static_cast<std::size_t>(share * static_cast<double>(sorted.size()) + 0.999999);
    return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

} // namespace

StepHistory stepHistoryOf(const std::vector<client::ExecutionRecord> &runs, const std::string &step,
                          const std::string &self)
{
    StepHistory history;
    std::vector<Duration> durations;
    for (const client::ExecutionRecord &run : runs) {
        const auto found = std::find_if(run.steps.begin(), run.steps.end(),
                                        [&](const client::StepRecord &one) { return one.step == step; });
        if (found == run.steps.end() || found->attempts == 0 || !isEnded(found->status))
            continue;
        history.runs.push_back({run.id, run.startedAt, found->status, found->duration, found->attempts});
        const Status picture = statusOf(found->status);
        if (picture == Status::Success) {
            ++history.succeeded;
            durations.push_back(found->duration);
        } else if (picture == Status::Failed) {
            ++history.failed;
            if (run.id == self)
                continue;
            if (history.othersFailed++ == 0 || run.startedAt < history.failingSince)
                history.failingSince = run.startedAt;
        }
    }
    std::sort(durations.begin(), durations.end());
    history.p50 = percentile(durations, 0.50);
    history.p95 = percentile(durations, 0.95);
    std::stable_sort(history.runs.begin(), history.runs.end(),
                     [](const StepPast &a, const StepPast &b) { return a.startedAt > b.startedAt; });
    return history;
}

FlowPast::FlowPast(EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
}

void FlowPast::open(const std::string &flow, const std::string &self, bool again)
{
    m_self = self;
    if (flow.empty() || (flow == m_flow && !again))
        return;
    if (flow != m_flow) {
        m_runs.clear();
        m_failures.clear();
        m_isThere = m_hasFailures = false;
    }
    m_flow = flow;
    client::ExecutionQuery query;
    query.flow = flow;
    query.limit = kMost;
    query.withSteps = true;
    m_engine.executions(std::move(query), this, [this, flow](Result<client::ExecutionPage> page) {
        if (!page || flow != m_flow)
            return; // without it only the history is missing
        m_isThere = true;
        m_isCut = !page->next.empty();
        m_runs = std::move(page->items);
        if (m_isCut)
            askFailures();
        emit changed();
    });
}

void FlowPast::askFailures()
{
    client::FailureQuery query;
    query.flow = m_flow;
    query.limit = kMost;
    m_engine.failures(std::move(query), this, [this, flow = m_flow](Result<client::FailureReport> report) {
        if (!report || flow != m_flow)
            return;
        m_failures = std::move(report->groups);
        m_hasFailures = true;
        emit changed();
    });
}

StepHistory FlowPast::historyOf(const std::string &step) const
{
    StepHistory history = stepHistoryOf(m_runs, step, m_self);
    if (!m_isCut || !m_hasFailures)
        return history;
    const bool isAmong = std::any_of(history.runs.begin(), history.runs.end(), [this](const StepPast &past) {
        return past.execution == m_self && statusOf(past.status) == Status::Failed;
    });
    std::int64_t count = 0;
    for (const client::FailureGroup &group : m_failures) {
        if (group.step != step)
            continue;
        if (count == 0 || group.firstSeen < history.failingSince)
            history.failingSince = group.firstSeen;
        count += group.count;
    }
    const std::int64_t others = std::max<std::int64_t>(count - (isAmong ? 1 : 0), history.othersFailed);
    history.othersFailed = static_cast<int>(std::min<std::int64_t>(others, INT_MAX));
    return history;
}

} // namespace batuta::views
