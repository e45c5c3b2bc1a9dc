// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/plan/virtual_run.h"

#include "engine/base/text.h"

#include <algorithm>

namespace batuta::test {
namespace {

using Kind = plan::Outcome::Kind;
using Cause = plan::Outcome::Cause;

plan::Outcome outcomeFromText(std::string_view word)
{
    if (word == "ok")
        return {Kind::Done, Cause::None, 200, {}};
    if (word == "conn")
        return {Kind::Failed, Cause::Connection, 0, "Connection refused"};
    if (word == "timeout")
        return {Kind::Failed, Cause::Timeout, 0, "Request timeout"};
    if (word == "critical")
        return {Kind::Critical, Cause::None, 0, "no payload"};
    if (word == "cancelled")
        return {Kind::Cancelled, Cause::None, 0, {}};
    if (word == "fail")
        return {Kind::Failed, Cause::Other, 0, "broken"};
    return {Kind::Failed, Cause::Status, std::atoi(std::string(word).c_str()), "HTTP " + std::string(word)};
}

Act actFromText(std::string_view text)
{
    Act act;
    if (!text.empty() && text.back() == '!') {
        act.deaf = true;
        text.remove_suffix(1);
    }
    const std::size_t slash = text.find('/');
    if (slash != std::string_view::npos)
        act.takes = parseDuration(text.substr(slash + 1)).value();
    act.outcome = outcomeFromText(text.substr(0, slash));
    return act;
}

} // namespace

Script scriptFromText(std::string_view text)
{
    std::map<std::string, std::vector<Act>> acts;
    for (const std::string_view word : split(text, ' ')) {
        const std::size_t equals = word.find('=');
        if (equals == std::string_view::npos)
            continue;
        for (const std::string_view act : split(word.substr(equals + 1), ','))
            acts[std::string(word.substr(0, equals))].push_back(actFromText(act));
    }
    return [acts](const std::string &step, int attempt) {
        const auto found = acts.find(step);
        if (found == acts.end())
            return actFromText("ok");
        return found
            ->second[std::min<std::size_t>(static_cast<std::size_t>(attempt), found->second.size()) - 1];
    };
}

VirtualRun::VirtualRun(flow::FlowPtr flow, Script script, RunSettings settings)
    : m_script(std::move(script))
    , m_settings(std::move(settings))
    , m_context(m_settings.roots)
    , m_plan(std::move(flow), m_settings.options, m_context)
{
    for (const plan::Instant at : m_settings.cancels)
        m_events.insert({at, {}});
    runToEnd();
}

void VirtualRun::runToEnd()
{
    take(m_plan.start());
    for (;;) {
        const std::optional<plan::Instant> wake = m_plan.nextWake();
        if (!m_events.empty() && (!wake || m_events.begin()->first <= *wake)) {
            const auto node = m_events.extract(m_events.begin());
            m_now = node.key();
            const Event &event = node.mapped();
            take(event.step < 0 ? m_plan.cancel() : m_plan.reported(event.step, event.outcome, m_now));
        } else if (wake) {
            m_now = *wake;
            take(m_plan.timeReached(m_now));
        } else {
            return;
        }
    }
}

void VirtualRun::take(const std::vector<plan::Decision> &decisions)
{
    for (const plan::Decision &decision : decisions) {
        Moment moment{m_now, decision, {}, {}};
        if (decision.step >= 0) {
            moment.status = m_plan.state(decision.step).status;
            moment.reason = m_plan.explain(decision.step);
        }
        m_moments.push_back(std::move(moment));
        if (decision.kind == plan::Decision::Kind::Start)
            startAttempt(decision.step, decision.attempt);
        if (decision.kind == plan::Decision::Kind::Cancel)
            askToStop(decision.step, decision.attempt);
    }
    if (m_settings.afterEach)
        m_settings.afterEach(m_plan);
}

void VirtualRun::startAttempt(int step, int attempt)
{
    const Act act = m_script(nameOf(step), attempt);
    m_deaf[{step, attempt}] = act.deaf;
    m_events.insert({m_now + act.takes, {step, attempt, act.outcome}});
}

void VirtualRun::askToStop(int step, int attempt)
{
    if (m_deaf[{step, attempt}])
        return;
    const auto pending = std::find_if(m_events.begin(), m_events.end(), [&](const auto &entry) {
        return entry.second.step == step && entry.second.attempt == attempt;
    });
    if (pending != m_events.end())
        m_events.erase(pending);
    m_events.insert({m_now, {step, attempt, outcomeFromText("cancelled")}});
}

std::string VirtualRun::line(const Moment &moment) const
{
    const plan::Decision &decision = moment.decision;
    const std::string attempt = decision.attempt > 1 ? "#" + std::to_string(decision.attempt) : std::string();
    switch (decision.kind) {
    case plan::Decision::Kind::Start:
        return "start " + nameOf(decision.step) + attempt;
    case plan::Decision::Kind::Cancel:
        return "cancel " + nameOf(decision.step);
    case plan::Decision::Kind::RetryLater:
        return "retry " + nameOf(decision.step) + " at " + durationText(decision.at);
    case plan::Decision::Kind::Ended: {
        const std::string why = plan::reasonText(moment.reason);
        return nameOf(decision.step) + " " + std::string(plan::statusName(moment.status)) +
               (why.empty() ? "" : " (" + why + ")");
    }
    case plan::Decision::Kind::Finished:
        return "finished " + std::string(plan::statusName(m_plan.status()));
    }
    return {};
}

std::string VirtualRun::log() const
{
    std::vector<std::string> lines;
    for (const Moment &moment : m_moments)
        lines.push_back(durationText(moment.at) + " " + line(moment));
    return join(lines, "\n");
}

std::string VirtualRun::ends() const
{
    std::vector<std::string> lines;
    for (const Moment &moment : m_moments)
        if (moment.decision.kind == plan::Decision::Kind::Ended ||
            moment.decision.kind == plan::Decision::Kind::Finished)
            lines.push_back(line(moment));
    return join(lines, "\n");
}

std::string logOf(std::string_view flow, std::string_view script, RunSettings settings)
{
    return VirtualRun(flowFromText(flow), scriptFromText(script), std::move(settings)).log();
}

std::string endsOf(std::string_view flow, std::string_view script, RunSettings settings)
{
    return VirtualRun(flowFromText(flow), scriptFromText(script), std::move(settings)).ends();
}

} // namespace batuta::test
