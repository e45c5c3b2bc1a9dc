// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/schedules.h"

#include "engine/host/execution.h"
#include "engine/host/trigger_context.h"

#include <map>

namespace batuta::host {

schedule::Missed Schedule::missed() const
{
    switch (trigger->missed) {
    case flow::ScheduleTrigger::Missed::RunOnce:
        return schedule::Missed::RunOnce;
    case flow::ScheduleTrigger::Missed::RunAll:
        return schedule::Missed::RunAll;
    case flow::ScheduleTrigger::Missed::Skip:
        break;
    }
    return schedule::Missed::Skip;
}

std::string Schedule::idAt(WallTime time) const
{
    return idFrom("schedule/" + key + "/" + isoTime(time));
}

Result<client::StartExecution> Schedule::commandAt(WallTime time, const std::string &kind,
                                                   const env::Environment &environment) const
{
    client::StartExecution command;
    command.id = idAt(time);
    command.flow = flow->name;
    command.trigger = kind;
    command.triggerData =
        json::Object{{"time", isoTime(time)}, {"cron", trigger->cron}, {"timezone", trigger->timezone}};
    TriggerContext context(*flow, environment);
    json::Value seen = command.triggerData;
    seen.object().set("kind", kind);
    context.setTrigger(std::move(seen));
    Result<json::Value> input = triggerInput(trigger->input, context, json::Object{});
    if (!input)
        return input.error();
    command.input = std::move(*input);
    return command;
}

std::vector<Schedule> schedulesOf(const flow::Library &library)
{
    std::vector<Schedule> schedules;
    std::map<std::string, int> seen;
    for (const auto &[name, flow] : library.flows)
        for (const flow::Trigger &trigger : flow->triggers) {
            const auto *schedule = std::get_if<flow::ScheduleTrigger>(&trigger);
            if (!schedule || !schedule->timetable)
                continue;
            std::string key = name + "/" + schedule->cron + " " + schedule->timezone;
            if (const int count = ++seen[key]; count > 1)
                key += " #" + std::to_string(count);
            schedules.push_back({flow, schedule, std::move(key)});
        }
    return schedules;
}

} // namespace batuta::host
