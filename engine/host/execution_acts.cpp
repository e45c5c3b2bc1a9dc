// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Execution that takes what people ask of it, or refuses it.
#include "engine/host/execution.h"

#include "engine/host/find_step.h"
#include "engine/host/refusal.h"
#include "engine/host/test_run.h"

namespace batuta::host {
namespace {

constexpr std::size_t kMostSignals = 1'000;

} // namespace

Status Execution::refusal(const Input &input) const
{
    if (m_over)
        return Error{ErrorCode::ExecutionEnded, m_id.value, m_record.status, {}, {}};
    if (m_isBroken)
        return refused(m_id.value, m_record.error);
    switch (input.kind) {
    case Input::Kind::Pause:
        if (m_plan.isPaused())
            return refused(m_id.value, "it is paused already");
        break;
    case Input::Kind::Resume:
        if (!m_plan.isPaused())
            return refused(m_id.value, "it is not paused");
        break;
    case Input::Kind::Release:
        if (input.step < 0 || m_plan.state(input.step).status != plan::StepStatus::Held)
            return refused(m_id.value, "the step is not held at a breakpoint");
        break;
    case Input::Kind::Signal:
        if (m_signals.size() >= kMostSignals)
            return refused(m_id.value, "it already keeps 1,000 signals that no step waits for");
        break;
    case Input::Kind::Breakpoints:
        return breakpointsFit(*m_prepared.flow, input.data);
    default:
        break;
    }
    return {};
}

void Execution::setBreakpoints(const json::Value &data)
{
    plan::Breakpoints breakpoints;
    for (const auto &[name, condition] : data["steps"].asObject()) {
        std::optional<expr::Template> parsed;
        if (condition.isString())
            if (auto read = expr::Template::parseCondition(condition.asString(), {}))
                parsed = std::move(*read);
        breakpoints.emplace(findStep(*m_prepared.flow, name), std::move(parsed));
    }
    m_plan.setBreakpoints(std::move(breakpoints));
    m_plan.setStepping(data["stepping"].asBoolean());
    event("execution_breakpoints", {}, data);
}

void Execution::release(const Input &input)
{
    m_plan.setStepping(input.data["stepping"].asBoolean());
    if (const json::Value &edited = input.data["input"]; !edited.isNull())
        m_edited[input.step] = std::make_unique<LayeredContext>(m_context, "input", edited);
    event("step_released", m_plan.stepAt(input.step).id.value,
          json::Object{{"edited", !input.data["input"].isNull()}});
    apply(m_plan.release(input.step, input.at));
}

} // namespace batuta::host
