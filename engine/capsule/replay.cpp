// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/capsule/replay.h"

#include "engine/flow/reader.h"
#include "engine/json/json.h"
#include "engine/plan/state.h"

#include <algorithm>

namespace batuta::capsule {
namespace {

/// The routes of then are not in a capsule, but what they took away is.
bool wasLeftOut(const client::StepRecord &step)
{
    return step.reason == plan::reasonText({plan::Reason::Code::Filtered, {}});
}

json::Value recordedOf(const CapsuleExecution &one, const std::string &name)
{
    const std::vector<client::StepRecord> &steps = one.line.record.steps;
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const auto &step) { return step.step == name; });
    json::Object recorded{{"attempts", json::Array{}}};
    if (found == steps.end())
        return json::Object{{"recorded", std::move(recorded)}};
    if (found->attemptsDetail.isArray())
        recorded.set("attempts", found->attemptsDetail);
    if (!found->output.empty())
        if (Result<json::Value> output = json::parse(found->output))
            recorded.set("output", std::move(*output));
    if (wasLeftOut(*found))
        recorded.set("left_out", true);
    return json::Object{{"recorded", std::move(recorded)}};
}

} // namespace

bool reachesOut(const flow::StepAction &action)
{
    return !std::holds_alternative<flow::SetStep>(action) && !std::holds_alternative<flow::LogStep>(action) &&
           !std::holds_alternative<flow::CheckStep>(action) && !std::holds_alternative<flow::JqStep>(action);
}

Result<client::StartExecution> replayOf(const CapsuleExecution &one)
{
    const client::ExecutionRecord &record = one.line.record;
    if (!one.line.flow)
        return Error{ErrorCode::ActRefused, record.id, "the capsule has no text of the flow", {}, {}};
    const flow::FlowReading reading = flow::readFlow(one.line.flow->text, one.line.flow->file);
    if (!reading.flow)
        return Error{ErrorCode::ActRefused, record.id, errorText(reading.errors.front()), {}, {}};
    client::StartExecution command;
    command.flow = reading.flow->name;
    command.text = one.line.flow->text;
    command.input = record.input;
    command.correlationId = record.correlationId;
    json::Object faults;
    for (const auto *list : {&reading.flow->steps, &reading.flow->finallySteps})
        for (const flow::Step &step : *list)
            if (reachesOut(step.action))
                faults.append(step.id.value, recordedOf(one, step.id.value));
    command.faults = std::move(faults);
    return command;
}

} // namespace batuta::capsule
