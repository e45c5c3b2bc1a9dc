// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/job_draft.h"

#include <algorithm>
#include <charconv>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

constexpr int kMostTasks = 10'000, kMostRetries = 10;
constexpr auto kLongestTask = std::chrono::hours(168);

bool isBeyond(const Value &value, std::int64_t least, std::int64_t most)
{
    return !value.isNull() && (!value.isInteger() || value.asInteger() < least || value.asInteger() > most);
}

Violations violationsOf(const Value &execution)
{
    Violations found;
    const Value &task = execution["template"];
    if (task["containers"].asArray().empty())
        found.push_back({"job.template.template.containers", "At least one container is required."});
    for (const Value &container : task["containers"].asArray())
        if (container["image"].asString().empty())
            found.push_back({"job.template.template.containers.image", "is required."});
    if (isBeyond(execution["taskCount"], 1, kMostTasks))
        found.push_back({"job.template.task_count", "must be between 1 and 10000."});
    if (isBeyond(execution["parallelism"], 0, kMostTasks))
        found.push_back({"job.template.parallelism", "must be between 0 and 10000."});
    if (isBeyond(task["maxRetries"], 0, kMostRetries))
        found.push_back({"job.template.template.max_retries", "must be between 0 and 10."});
    const auto timeout = protoDuration(task["timeout"].asString());
    if (!timeout || *timeout <= Duration{} || *timeout > kLongestTask)
        found.push_back({"job.template.template.timeout", "must be above 0 and at most 168 hours."});
    return found;
}

void fillIn(Value &execution)
{
    if (execution["taskCount"].isNull())
        execution.object().set("taskCount", 1);
    Value &task = execution.object()["template"];
    if (task["maxRetries"].isNull())
        task.object().set("maxRetries", 3);
    if (task["timeout"].isNull())
        task.object().set("timeout", "600s");
    if (task["executionEnvironment"].isNull())
        task.object().set("executionEnvironment", "EXECUTION_ENVIRONMENT_GEN2");
}

void overrideEnv(const Value &given, Value &container)
{
    for (const Value &variable : given.asArray()) {
        json::Array &known = container.object()["env"].array();
        std::erase_if(known, [&](const Value &one) { return one["name"] == variable["name"]; });
        known.push_back(variable);
    }
}

} // namespace

std::optional<Duration> protoDuration(std::string_view text)
{
    double seconds = 0;
    if (!text.ends_with('s'))
        return std::nullopt;
    text.remove_suffix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size() || seconds > 1e9)
        return std::nullopt;
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds));
}

Outcome<Value> jobDraft(const Value &body)
{
    Object made;
    for (const char *name : {"labels", "annotations", "client", "clientVersion", "launchStage", "template"})
        if (!body[name].isNull())
            made.set(name, body[name]);
    Value draft(std::move(made));
    if (draft["launchStage"].isNull())
        draft.object().set("launchStage", "GA");
    fillIn(draft.object()["template"]);
    if (Violations found = violationsOf(draft["template"]); !found.empty())
        return invalid(std::move(found));
    return draft;
}

Outcome<Value> executionTemplate(const Value &job, const Value &overrides)
{
    Value execution = job["template"];
    if (!overrides["taskCount"].isNull() && overrides["taskCount"].asInteger() != 0)
        execution.object().set("taskCount", overrides["taskCount"]);
    if (!overrides["timeout"].isNull())
        execution.object()["template"].object().set("timeout", overrides["timeout"]);
    json::Array &containers = execution.object()["template"].object()["containers"].array();
    for (const Value &given : overrides["containerOverrides"].asArray()) {
        const auto named = std::find_if(containers.begin(), containers.end(), [&](const Value &one) {
            return given["name"].isNull() || one["name"] == given["name"];
        });
        if (named == containers.end())
            return invalid(
                Violations{{"overrides.container_overrides.name", "names no container of the job."}});
        if (given["clearArgs"].asBoolean())
            named->object().erase("args");
        if (!given["args"].asArray().empty())
            named->object().set("args", given["args"]);
        overrideEnv(given["env"], *named);
    }
    if (Violations found = violationsOf(execution); !found.empty())
        return invalid(std::move(found));
    return execution;
}

std::string jobName(const Ref &job)
{
    return "projects/" + job.project + "/locations/" + job.region + "/jobs/" + job.name;
}

Value conditionV2(std::string_view type, std::string_view state, const std::string &message,
                  std::string_view reason, const std::string &now)
{
    Object condition{{"type", type}, {"state", "CONDITION_" + std::string(state)}};
    if (!message.empty())
        condition.set("message", message);
    condition.set("lastTransitionTime", now);
    if (!reason.empty())
        condition.set("executionReason", reason);
    return condition;
}

} // namespace batuta::cloud_local
