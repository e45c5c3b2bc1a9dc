// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What an execution tells of a rollout.
#include "engine/client/rollout.h"

#include "engine/json/json.h"

#include <algorithm>

namespace batuta::client {
namespace {

const StepRecord *stepOf(const ExecutionRecord &record, const std::string &name)
{
    const auto found = std::find_if(record.steps.begin(), record.steps.end(),
                                    [&](const StepRecord &step) { return step.step == name; });
    return found == record.steps.end() ? nullptr : &*found;
}

json::Value stepOutput(const StepRecord *step)
{
    if (step == nullptr || step->output.empty())
        return {};
    return json::parse(step->output).value_or(json::Value());
}

/// What the newest attempt says of itself: its question, or how far it has come.
const json::Value &newest(const StepRecord &step, const char *what)
{
    static const json::Value kNothing;
    const json::Array &attempts = step.attemptsDetail.asArray();
    return attempts.empty() ? kNothing : attempts.back()[what];
}

std::optional<double> numberIn(const json::Value &value)
{
    return value.isNumber() ? std::optional(value.asDouble()) : std::nullopt;
}

std::vector<RolloutState::Gate> gatesFrom(const json::Value &list)
{
    std::vector<RolloutState::Gate> gates;
    for (const json::Value &one : list.asArray())
        gates.push_back({one["gate"].asString(), one["verdict"].asString(), numberIn(one["value"]),
                         numberIn(one["stable"]), numberIn(one["bound"]), one["samples"].asDouble(),
                         one["why"].asString()});
    return gates;
}

bool isActive(const StepRecord *step)
{
    return step != nullptr && (step->status == "running" || step->status == "held");
}

void tellStage(const ExecutionRecord &record, const std::string &number, RolloutState::Stage &stage)
{
    const StepRecord *moved = stepOf(record, "to_" + number), *gate = stepOf(record, "gate_" + number);
    const StepRecord *asks = stepOf(record, "ask_" + number);
    stage.status = "pending";
    if (moved != nullptr && moved->status != "pending")
        stage.beganAt = moved->startedAt;
    if (moved != nullptr && (moved->status == "skipped" || moved->status == "cancelled"))
        stage.status = "skipped";
    if (isActive(moved) || isActive(gate))
        stage.status = "running";
    if (moved != nullptr && moved->status == "failed")
        stage.status = "broken";
    if (gate == nullptr)
        return;
    const json::Value output = stepOutput(gate);
    stage.gates = gatesFrom(output.isNull() ? newest(*gate, "progress")["gates"] : output["gates"]);
    if (newest(*gate, "progress")["held"].asBoolean())
        stage.status = "held";
    if (gate->status == "success" || gate->status == "failed") {
        stage.endedAt = gate->endedAt;
        stage.status = gate->status == "success" && output["passed"].asBoolean() ? "good" : "broken";
    }
    if (asks != nullptr && asks->status == "running")
        stage.status = "held";
    if (asks != nullptr && asks->status == "success")
        stage.status = "good"; // somebody answers for it
}

void tellTakenOver(const ExecutionRecord &record, RolloutState &state)
{
    for (const StepRecord &step : record.steps) {
        if (step.status != "failed" || step.output.empty())
            continue;
        const json::Value output = stepOutput(&step);
        if (output["ended_by"].asString() != "taken_over")
            continue;
        state.isTakenOver = true;
        state.movedBy = output["moved_by"].asString();
    }
}

} // namespace

std::optional<RolloutState> rolloutOf(const ExecutionRecord &record)
{
    if (record.flow != kRolloutFlow)
        return std::nullopt;
    RolloutState state;
    state.execution = record.id;
    state.service = record.input["service"].asString();
    state.environment = record.input["environment"].asString();
    state.status = record.status;
    state.isOver = record.status != "running" && record.status != "paused" && record.status != "queued";
    state.error = record.error;
    state.revision = record.input["revision"].asString();
    if (const json::Value deployed = stepOutput(stepOf(record, "deploy")); deployed.isObject())
        state.revision = deployed["revision"].asString();
    state.wentBack = stepOutput(stepOf(record, "go_back"))["moved"].asBoolean();
    state.endedAt = record.endedAt;
    tellTakenOver(record, state);
    const json::Array &stages = record.input["stages"].asArray();
    for (std::size_t i = 0; i < stages.size(); ++i) {
        RolloutState::Stage stage;
        stage.planned.percent = static_cast<int>(stages[i]["percent"].asInteger());
        stage.planned.length = parseDuration(stages[i]["for"].asString()).value_or(Duration{});
        const std::string number = std::to_string(i + 1);
        tellStage(record, number, stage);
        if (const StepRecord *asks = stepOf(record, "ask_" + number);
            asks != nullptr && asks->status == "running") {
            state.asks = asks->step;
            (void)parseIsoTime(newest(*asks, "question")["expires_at"].asString(), state.asksUntil);
        }
        state.stages.push_back(std::move(stage));
    }
    return state;
}

} // namespace batuta::client
