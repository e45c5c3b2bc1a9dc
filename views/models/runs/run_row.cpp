// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/runs/run_row.h"

#include "views/models/live_status.h"

#include <algorithm>

namespace batuta::views {
namespace {

RunStep &stepOf(RunRow &row, const std::string &name)
{
    for (RunStep &step : row.steps)
        if (step.name == name)
            return step;
    return row.steps.emplace_back(RunStep{name, "pending", 0});
}

/// Whether a step has got further than attempt `attempt`.
bool isPast(const RunStep &step, int attempt)
{
    return isEnded(step.status) || step.attempts > attempt;
}

bool stepStarted(RunStep &step, int attempt)
{
    if (isPast(step, attempt) || (step.status == "running" && step.attempts == attempt))
        return false;
    step.status = "running";
    step.attempts = attempt;
    return true;
}

bool stepWaits(RunRow &row, RunStep &step, const client::EventRecord &event)
{
    const int next = static_cast<int>(event.data["attempt"].asInteger());
    if (isPast(step, next - 1) || step.status == "waiting")
        return false;
    step.status = "waiting";
    step.attempts = next - 1;
    row.retryAt = event.at + std::chrono::milliseconds(event.data["wait_ms"].asInteger());
    return true;
}

bool stepEnded(RunStep &step, const json::Value &data)
{
    const std::string &status = data["status"].asString();
    const int attempts = static_cast<int>(data["attempts"].asInteger());
    if (step.status == status && step.attempts == attempts)
        return false;
    step.status = status;
    step.attempts = attempts;
    return true;
}

bool executionEnded(RunRow &row, const client::EventRecord &event)
{
    row.status = event.data["status"].asString();
    row.error = event.data["error"].asString();
    row.duration = Duration(static_cast<std::int64_t>(event.data["duration_ms"].asDouble() * 1000));
    row.endedAt = event.at;
    return true;
}

} // namespace

int RunRow::retries() const
{
    int retries = 0;
    for (const RunStep &step : steps)
        retries += std::max(0, step.attempts - 1);
    return retries;
}

const RunStep *RunRow::currentStep() const
{
    const auto isAt = [this](std::string_view wanted) {
        const auto found = std::find_if(steps.rbegin(), steps.rend(),
                                        [&](const RunStep &step) { return step.status == wanted; });
        return found == steps.rend() ? nullptr : &*found;
    };
    const RunStep *running = isAt("running");
    return running ? running : isAt("waiting");
}

const RunStep *RunRow::failedStep() const
{
    const auto found = std::find_if(steps.begin(), steps.end(), [](const RunStep &step) {
        return statusOf(step.status) == Status::Failed;
    });
    return found == steps.end() ? nullptr : &*found;
}

std::string_view RunRow::shownStatus() const
{
    const RunStep *step = isEnded() ? nullptr : currentStep();
    return step && step->status == "waiting" ? std::string_view(step->status) : std::string_view(status);
}

Duration RunRow::lasted(WallTime now) const
{
    return isEnded() ? duration : std::max(Duration{}, now - startedAt);
}

RunRow rowOf(const client::ExecutionRecord &record)
{
    RunRow row;
    row.id = record.id;
    row.flow = record.flow;
    row.status = record.status;
    row.error = record.error;
    row.trigger = record.trigger;
    row.environment = record.environment;
    row.revision = record.revision;
    row.flowVersion = record.flowVersion;
    row.userId = record.userId;
    row.sessionId = record.sessionId;
    row.correlationId = record.correlationId;
    row.startedAt = record.startedAt;
    row.endedAt = record.endedAt;
    row.duration = record.duration;
    row.steps.reserve(record.steps.size());
    for (const client::StepRecord &step : record.steps)
        row.steps.push_back({step.step, step.status, step.attempts});
    return row;
}

bool applyEvent(RunRow &row, const client::EventRecord &event)
{
    if (row.isEnded() || event.execution != row.id)
        return false;
    if (event.kind == "step_started")
        return stepStarted(stepOf(row, event.step), static_cast<int>(event.data["attempt"].asInteger(1)));
    if (event.kind == "step_retry")
        return stepWaits(row, stepOf(row, event.step), event);
    if (event.kind == "step_ended")
        return stepEnded(stepOf(row, event.step), event.data);
    if (const std::string status = liveStatus(event); !status.empty())
        return std::exchange(row.status, status) != status;
    return event.kind == "execution_ended" && executionEnded(row, event);
}

} // namespace batuta::views
