// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/trace/trace_run.h"

#include "views/models/live_status.h"
#include "views/models/trace/child_run.h"
#include "views/models/trace/critical_path.h"

#include <algorithm>

namespace batuta::views {
namespace {

std::string failureName(flow::OnFailure mode)
{
    switch (mode) {
    case flow::OnFailure::Continue:
        return "continue";
    case flow::OnFailure::SkipDependents:
        return "skip_dependents";
    case flow::OnFailure::Abort:
        return "abort";
    }
    return {};
}

bool hasSameSteps(const std::vector<TraceStep> &known, const std::vector<client::StepRecord> &told)
{
    return std::equal(
        known.begin(), known.end(), told.begin(), told.end(),
        [](const TraceStep &step, const client::StepRecord &record) { return step.id == record.step; });
}

} // namespace

bool TraceRun::isOther(const client::ExecutionRecord &record) const
{
    return record.id != m_record.id || !hasSameSteps(m_steps, record.steps);
}

TraceRun::Changed TraceRun::setRecord(client::ExecutionRecord record)
{
    Changed changed;
    changed.run = true;
    m_hasGap = false;
    const bool other = isOther(record);
    std::vector<client::StepRecord> told = std::exchange(record.steps, {});
    if (other) {
        if (record.id != m_record.id)
            m_sequence = 0;
        m_steps.clear();
        m_at.clear();
        m_path.clear();
        m_steps.reserve(told.size());
        m_at.reserve(told.size());
        m_hasFlow = !m_flow.version.empty() && m_flow.version == record.flowVersion;
        for (client::StepRecord &step : told) {
            m_at.emplace(step.step, static_cast<int>(m_steps.size()));
            m_steps.push_back(traceStepOf(std::move(step)));
        }
        for (TraceStep &step : m_steps)
            dress(step);
        changed.structure = true;
    } else {
        for (std::size_t i = 0; i < told.size(); ++i) {
            const bool isComplete = m_steps[i].hasEnded() && !lacksDetail(static_cast<int>(i)) &&
                                    m_steps[i].attempts.size() == told[i].attemptsDetail.asArray().size();
            // A long run waits for most of its steps: they are not even looked at.
            const bool hasNotBegun = m_steps[i].attempts.empty() && told[i].status == m_steps[i].status &&
                                     told[i].attempts == 0 && told[i].output.empty() &&
                                     told[i].attemptsDetail.asArray().empty();
            if (!isComplete && !hasNotBegun && mergeStep(m_steps[i], traceStepOf(told[i])))
                changed.steps.push_back(static_cast<int>(i));
        }
    }
    if (record.id == m_record.id && isEnded(m_record.status) && !isEnded(record.status))
        record = m_record; // an older picture
    m_record = std::move(record);
    return changed;
}

TraceRun::FlowFacts TraceRun::factsOf(const client::FlowSummary *flow)
{
    FlowFacts facts;
    if (!flow)
        return facts;
    facts.version = flow->version;
    facts.steps.reserve(flow->steps.size());
    for (const client::StepPreview &preview : flow->steps) {
        StepFacts &known = facts.steps[preview.step];
        known.title = preview.title;
        known.needs = preview.needs;
        const flow::Step *step = flow->definition ? flow->definition->find(StepId(preview.step)) : nullptr;
        if (!step)
            continue;
        known.domain = step->label("domain");
        known.maxAttempts = step->retry ? step->retry->attempts : 1;
        known.onFailure = failureName(step->onFailure);
    }
    return facts;
}

TraceRun::Changed TraceRun::showAnother(client::ExecutionRecord record)
{
    Changed changed;
    changed.run = true;
    const std::vector<client::StepRecord> told = std::exchange(record.steps, {});
    for (std::size_t i = 0; i < std::min(told.size(), m_steps.size()); ++i) {
        const bool wasCritical = m_steps[i].isCritical;
        m_steps[i] = traceStepOf(told[i]);
        m_steps[i].isCritical = wasCritical;
        dress(m_steps[i]);
        changed.steps.push_back(static_cast<int>(i));
    }
    m_record = std::move(record);
    return changed;
}

void TraceRun::setChild(int step, const client::ExecutionRecord &child)
{
    m_steps[static_cast<std::size_t>(step)].items = rowsOfChild(child);
}

std::vector<int> TraceRun::needsOf(const std::vector<std::string> &names) const
{
    std::vector<int> needs;
    for (const std::string &need : names)
        if (const int at = find(need); at >= 0)
            needs.push_back(at);
    return needs;
}

bool TraceRun::differsWith(const FlowFacts &facts) const
{
    return std::any_of(m_steps.begin(), m_steps.end(), [&](const TraceStep &step) {
        const auto known = facts.steps.find(step.id);
        if (known == facts.steps.end())
            return !step.needs.empty();
        return step.domain != known->second.domain || step.needs != needsOf(known->second.needs);
    });
}

TraceRun::Changed TraceRun::setFlow(FlowFacts facts)
{
    Changed changed;
    changed.run = true;
    changed.structure = differsWith(facts);
    m_flow = std::move(facts);
    m_hasFlow = !m_flow.version.empty() && m_flow.version == m_record.flowVersion;
    for (TraceStep &step : m_steps)
        dress(step);
    return changed;
}

TraceRun::Changed TraceRun::setFlow(const client::FlowSummary *flow)
{
    return setFlow(factsOf(flow));
}

void TraceRun::dress(TraceStep &step) const
{
    const auto known = m_flow.steps.find(step.id);
    step.needs.clear();
    if (known == m_flow.steps.end())
        return;
    step.title = known->second.title;
    step.domain = known->second.domain;
    step.maxAttempts = m_hasFlow ? known->second.maxAttempts : 0;
    step.onFailure = m_hasFlow ? known->second.onFailure : std::string();
    step.needs = needsOf(known->second.needs);
}

TraceRun::Changed TraceRun::apply(const std::vector<client::EventRecord> &events)
{
    Changed changed;
    for (const client::EventRecord &event : events) {
        if (event.execution != m_record.id || event.sequence <= m_sequence)
            continue;
        if (m_sequence > 0 && event.sequence > m_sequence + 1)
            m_hasGap = true;
        m_sequence = event.sequence;
        if (const std::string status = liveStatus(event); !status.empty() && !hasEnded()) {
            m_record.status = status;
            changed.run = true;
        }
        if (event.kind == "execution_ended" && !hasEnded()) {
            m_record.status = event.data["status"].asString();
            m_record.error = event.data["error"].asString();
            m_record.duration =
                Duration(static_cast<Duration::rep>(event.data["duration_ms"].asDouble() * 1000));
            m_record.endedAt = event.at;
            changed.run = true;
        }
        const int at = event.step.empty() ? -1 : find(event.step);
        if (!event.step.empty() && at < 0)
            m_hasGap = true; // steps that no snapshot has told yet
        if (at >= 0 && applyEvent(m_steps[static_cast<std::size_t>(at)], event))
            changed.steps.push_back(at);
    }
    std::sort(changed.steps.begin(), changed.steps.end());
    changed.steps.erase(std::unique(changed.steps.begin(), changed.steps.end()), changed.steps.end());
    return changed;
}

std::vector<int> TraceRun::updatePath(WallTime now)
{
    std::vector<int> changed;
    std::vector<int> path = criticalPath(m_steps, now, m_hasFlow);
    m_pathTime = pathDuration(m_steps, path, now);
    if (path == m_path)
        return changed;
    // Those that are on neither stay as they are: a long run has few on its path.
    for (const int step : path)
        if (!std::exchange(m_steps[static_cast<std::size_t>(step)].isCritical, true))
            changed.push_back(step);
    std::vector<int> sorted = path;
    std::ranges::sort(sorted);
    for (const int step : m_path)
        if (!std::ranges::binary_search(sorted, step) &&
            std::exchange(m_steps[static_cast<std::size_t>(step)].isCritical, false))
            changed.push_back(step);
    std::ranges::sort(changed);
    m_path = std::move(path);
    return changed;
}

int TraceRun::find(const std::string &step) const
{
    const auto entry = m_at.find(step);
    return entry == m_at.end() ? -1 : entry->second;
}

Duration TraceRun::offset(WallTime at) const
{
    return std::max(Duration{}, std::chrono::duration_cast<Duration>(at - m_record.startedAt));
}

void TraceRun::updatePathTime(WallTime now)
{
    m_pathTime = pathDuration(m_steps, m_path, now);
}

Duration TraceRun::length(WallTime now) const
{
    return hasEnded() ? m_record.duration : offset(now);
}

bool TraceRun::lacksDetail(int at) const
{
    const TraceStep &of = step(at);
    const bool asks = of.kind == "approval"; // while it is open its question is told by a snapshot
    return std::any_of(of.attempts.begin(), of.attempts.end(), [asks](const TraceAttempt &attempt) {
        return (!attempt.isOpen || asks) && attempt.detail.isNull();
    });
}

int TraceRun::newest() const
{
    int newest = -1;
    for (int at = 0; at < static_cast<int>(m_steps.size()); ++at)
        if (step(at).hasRun() && (newest < 0 || step(newest).startedAt <= step(at).startedAt))
            newest = at;
    return newest;
}

int TraceRun::firstFailure() const
{
    const auto isFailed = [this](int at) { return step(at).picture() == Status::Failed; };
    const auto onPath = std::find_if(m_path.begin(), m_path.end(), isFailed);
    if (onPath != m_path.end())
        return *onPath;
    for (int at = 0; at < static_cast<int>(m_steps.size()); ++at)
        if (isFailed(at))
            return at;
    return -1;
}

} // namespace batuta::views
