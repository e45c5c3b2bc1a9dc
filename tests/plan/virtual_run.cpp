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
    if (word == "refused")
        return {Kind::Failed, Cause::Refused, 0, "Breaker is open"};
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
    const std::string_view word = text.substr(0, slash);
    const std::size_t after = word.find('@');
    act.outcome = outcomeFromText(word.substr(0, after));
    if (after != std::string_view::npos)
        act.outcome.retryAfter = parseDuration(word.substr(after + 1)).value();
    return act;
}

/// Everything that can be seen of a plan after a call.
std::string pictureOf(const std::vector<plan::Decision> &decisions, const plan::Plan &plan)
{
    std::string text;
    const auto add = [&text](auto... numbers) {
        ((text += std::to_string(numbers) + " "), ...);
        text += "\n";
    };
    for (const plan::Decision &decision : decisions)
        add(static_cast<int>(decision.kind), decision.step, decision.attempt, decision.at.count());
    for (int step = 0; step < plan.graph().size(); ++step) {
        const plan::StepState &state = plan.state(step);
        add(static_cast<int>(state.status), state.attempts, state.statusCode, state.cancelAsked);
        text += plan::reasonText(state.reason) + "|" + plan::reasonText(plan.explain(step)) + "\n";
    }
    add(static_cast<int>(plan.status()), plan.running(), plan.isPaused(),
        plan.nextWake().value_or(plan::Instant(-1)).count());
    return text + plan::reasonText(plan.stopReason());
}

plan::PlanOptions optionsOf(const flow::Flow &flow, const RunSettings &settings)
{
    plan::PlanOptions options = settings.options;
    for (std::size_t i = 0; i < flow.steps.size(); ++i)
        if (const auto pin = settings.pins.find(flow.steps[i].id.value); pin != settings.pins.end())
            options.pinned.emplace(static_cast<int>(i), pin->second);
    return options;
}

} // namespace

std::vector<Command> commandsFromText(std::string_view text)
{
    static const std::map<std::string_view, Command::Kind> kKinds{
        {"cancel", Command::Kind::Cancel},   {"cancel+undo", Command::Kind::CancelAndUndo},
        {"pause", Command::Kind::Pause},     {"resume", Command::Kind::Resume},
        {"release", Command::Kind::Release}, {"step", Command::Kind::Step},
        {"unstep", Command::Kind::Unstep},   {"open", Command::Kind::Open}};
    std::vector<Command> commands;
    for (const std::string_view entry : split(text, ',')) {
        const auto words = split(trimmed(entry), ' ');
        if (words.size() < 2)
            continue;
        commands.push_back({parseDuration(words[0]).value(), kKinds.at(words[1]),
                            words.size() > 2 ? std::string(words[2]) : std::string()});
    }
    return commands;
}

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
    , m_flow(std::move(flow))
    , m_plan(m_flow, optionsOf(*m_flow, m_settings), m_context)
{
    for (const plan::Instant at : m_settings.cancels)
        m_events.insert({at, {}});
    for (const Command &command : m_settings.commands)
        m_events.insert({command.at, {-1, 0, {}, command}});
    prepare(m_plan);
    runToEnd();
}

void VirtualRun::prepare(plan::Plan &plan) const
{
    plan::Breakpoints breakpoints;
    for (const auto &[name, condition] : m_settings.breakpoints) {
        std::optional<expr::Template> parsed;
        if (!condition.empty())
            parsed = expr::Template::parseCondition(condition).value();
        breakpoints.emplace(positionOf(name), std::move(parsed));
    }
    plan.setBreakpoints(std::move(breakpoints));
    plan.setStepping(m_settings.isStepping);
}

int VirtualRun::positionOf(const std::string &name) const
{
    for (int step = 0; step < m_plan.graph().size(); ++step)
        if (nameOf(step) == name)
            return step;
    return -1;
}

void VirtualRun::runToEnd()
{
    call([](plan::Plan & plan) -> auto & { return plan.start(); });
    for (;;) {
        const std::optional<plan::Instant> wake = m_plan.nextWake();
        if (!m_events.empty() && (!wake || m_events.begin()->first <= *wake)) {
            const auto node = m_events.extract(m_events.begin());
            m_now = node.key();
            const Event event = node.mapped();
            if (event.step < 0)
                obey(event.command);
            else
                call([ event, now = m_now ](plan::Plan & plan) -> auto & {
                    return plan.reported(event.step, event.outcome, now);
                });
        } else if (wake) {
            m_now = *wake;
            call([now = m_now](plan::Plan & plan) -> auto & { return plan.timeReached(now); });
        } else {
            return;
        }
    }
}

void VirtualRun::call(const Input &input)
{
    const std::vector<plan::Decision> decisions = input(m_plan);
    m_calls.push_back({input, pictureOf(decisions, m_plan)});
    for (const plan::Decision &decision : decisions)
        m_startedWhilePaused |= m_plan.isPaused() && decision.kind == plan::Decision::Kind::Start;
    take(decisions);
}

void VirtualRun::obey(const Command &command)
{
    static const std::vector<plan::Decision> kNone;
    const auto step = [this](bool isStepping) {
        call([isStepping](plan::Plan & plan) -> auto & {
            plan.setStepping(isStepping);
            return kNone;
        });
    };
    const auto release = [this](int held) {
        call([ held, now = m_now ](plan::Plan & plan) -> auto & { return plan.release(held, now); });
    };
    switch (command.kind) {
    case Command::Kind::Cancel:
    case Command::Kind::CancelAndUndo: {
        const bool undo = command.kind == Command::Kind::CancelAndUndo;
        return call([ undo, now = m_now ](plan::Plan & plan) -> auto & { return plan.cancel(now, undo); });
    }
    case Command::Kind::Pause:
        return call([](plan::Plan & plan) -> auto & { return plan.pause(); });
    case Command::Kind::Resume:
        return call([now = m_now](plan::Plan & plan) -> auto & { return plan.resume(now); });
    case Command::Kind::Release:
        return release(positionOf(command.step));
    case Command::Kind::Step:
        return step(true);
    case Command::Kind::Unstep:
        return step(false);
    case Command::Kind::Open:
        step(false);
        call([now = m_now](plan::Plan & plan) -> auto & {
            plan.setBreakpoints({});
            return plan.resume(now);
        });
        for (int held = 0; held < m_plan.graph().size(); ++held)
            release(held);
    }
}

std::string VirtualRun::replayed() const
{
    plan::Plan again(m_flow, optionsOf(*m_flow, m_settings), m_context);
    prepare(again);
    for (std::size_t i = 0; i < m_calls.size(); ++i) {
        const std::string picture = pictureOf(m_calls[i].make(again), again);
        if (picture != m_calls[i].picture)
            return "call " + std::to_string(i) + " had\n" + m_calls[i].picture + "\nand now has\n" + picture;
    }
    return {};
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
    case plan::Decision::Kind::Held:
        return "hold " + nameOf(decision.step);
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
