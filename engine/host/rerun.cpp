// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/rerun.h"

#include "engine/host/find_step.h"
#include "engine/host/refusal.h"
#include "engine/json/json.h"

#include <algorithm>
#include <set>

namespace batuta::host {
namespace {

Result<json::Value> unsealed(const client::ExecutionRecord &record, const env::Seal &seal)
{
    if (record.sealed.empty())
        return json::Value();
    const Result<std::string> text = seal.unseal(record.sealed);
    if (!text)
        return text.error();
    return json::parse(*text);
}

/// Among the steps that an execution may begin or end with; -1 for those of `finally`, too.
int positionOf(const flow::Flow &flow, const std::string &name)
{
    const int at = findStep(flow, name);
    return at < static_cast<int>(flow.steps.size()) ? at : -1;
}

const client::StepRecord *find(const client::ExecutionRecord &record, const std::string &name)
{
    const auto at = std::find_if(record.steps.begin(), record.steps.end(),
                                 [&](const client::StepRecord &step) { return step.step == name; });
    return at == record.steps.end() ? nullptr : &*at;
}

/// Marks everything that needs a marked step, directly or not.
void markFollowers(const flow::Flow &flow, std::vector<bool> &marked)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < flow.steps.size(); ++i)
            for (const int need : flow.steps[i].needs)
                if (!marked[i] && marked[static_cast<std::size_t>(need)]) {
                    marked[i] = true;
                    changed = true;
                }
    }
}

/// Marks everything that the step needs, directly or not, and the step. What was given needs nothing itself.
void markNeeds(const flow::Flow &flow, int step, const json::Value &given, std::vector<bool> &marked)
{
    const auto at = static_cast<std::size_t>(step);
    if (marked[at])
        return;
    marked[at] = true;
    for (const int need : flow.steps[at].needs) {
        const std::string &name = flow.steps[static_cast<std::size_t>(need)].id.value;
        if (given.asObject().contains(name))
            marked[static_cast<std::size_t>(need)] = true;
        else
            markNeeds(flow, need, given, marked);
    }
}

/// What was given of all that a step follows from: an expression may look at it, however far back it is.
void markGiven(const flow::Flow &flow, int step, const json::Value &given, std::vector<bool> &marked)
{
    std::vector<bool> seen(flow.steps.size(), false);
    std::vector<int> left{step};
    while (!left.empty()) {
        const auto at = static_cast<std::size_t>(left.back());
        left.pop_back();
        if (seen[at])
            continue;
        seen[at] = true;
        if (given.asObject().contains(flow.steps[at].id.value))
            marked[at] = true;
        left.insert(left.end(), flow.steps[at].needs.begin(), flow.steps[at].needs.end());
    }
}

Result<std::vector<bool>> stepsToRun(const client::ExecutionRecord &record, const flow::Flow &flow,
                                     const std::string &from)
{
    std::vector<bool> runs(flow.steps.size(), false);
    if (!from.empty()) {
        const int at = positionOf(flow, from);
        if (at < 0)
            return refused(from, "the flow has no such step");
        runs[static_cast<std::size_t>(at)] = true;
    } else {
        for (std::size_t i = 0; i < flow.steps.size(); ++i) {
            const client::StepRecord *step = find(record, flow.steps[i].id.value);
            runs[i] = step == nullptr || step->status != "success";
        }
    }
    markFollowers(flow, runs);
    return runs;
}

} // namespace

std::optional<json::Value> outputOf(const client::StepRecord &step, const json::Value &sealed)
{
    if (const json::Value &secret = sealed["steps"][step.step]; !secret.isNull())
        return secret;
    if (!step.output.empty()) {
        Result<json::Value> output = json::parse(step.output);
        return output ? std::optional(std::move(*output)) : std::nullopt;
    }
    const json::Array &attempts = step.attemptsDetail.asArray();
    if (attempts.empty() || attempts.back()["response"].isNull())
        return json::Value();
    const json::Value &response = attempts.back()["response"];
    if (response["truncated"].asBoolean() || response["binary"].asBoolean())
        return std::nullopt;
    const std::string &body = response["body"].asString();
    if (body.empty())
        return json::Value();
    Result<json::Value> output = json::parse(body);
    return output ? std::move(*output) : json::Value(body);
}

Result<json::Value> inputOf(const client::ExecutionRecord &record, const env::Seal &seal)
{
    const Result<json::Value> sealed = unsealed(record, seal);
    if (!sealed)
        return sealed.error();
    return (*sealed)["input"].isNull() ? record.input : (*sealed)["input"];
}

Status takeTrigger(const client::ExecutionRecord &record, const env::Seal &seal,
                   client::StartExecution &command)
{
    const Result<json::Value> sealed = unsealed(record, seal);
    if (!sealed)
        return sealed.error();
    command.triggerData = (*sealed)["trigger"];
    command.message = (*sealed)["message"];
    return {};
}

Result<json::Value> finalOutputOf(const client::ExecutionRecord &record, const env::Seal &seal)
{
    const Result<json::Value> sealed = unsealed(record, seal);
    if (!sealed)
        return sealed.error();
    return (*sealed)["output"].isNull() ? record.output : (*sealed)["output"];
}

Result<Repeated> planRepeat(const client::ExecutionRecord &record, flow::FlowPtr flow,
                            const json::Value &data, const env::Seal &seal)
{
    const Result<json::Value> sealed = unsealed(record, seal);
    const std::string &only = data["only"].asString();
    const std::string &until = data["until"].asString();
    const Result<std::vector<bool>> runs =
        stepsToRun(record, *flow, only.empty() ? data["from"].asString() : only);
    if (!sealed || !runs)
        return sealed ? runs.error() : sealed.error();
    std::vector<bool> wanted(flow->steps.size(), only.empty() && until.empty());
    for (const std::string &name : {only, until}) {
        const int at = name.empty() ? -1 : positionOf(*flow, name);
        if (!name.empty() && at < 0)
            return refused(name, "the flow has no such step");
        if (at < 0)
            continue;
        markNeeds(*flow, at, data["pins"], wanted);
        markGiven(*flow, at, data["pins"], wanted);
    }
    Repeated repeated{record.id, flow, {}, json::Object{}, {}};
    for (std::size_t i = 0; i < flow->steps.size(); ++i) {
        const std::string &name = flow->steps[i].id.value;
        const json::Value *pin = data["pins"].asObject().find(name);
        const bool isOnly = name == only;
        if (!wanted[i]) {
            repeated.left.push_back(name);
        } else if (pin != nullptr && !pin->isNull() && !isOnly) {
            repeated.pinned.emplace(name, "data given by hand");
            repeated.outputs.object().set(name, *pin);
        } else if ((pin != nullptr || !(*runs)[i] || !only.empty()) && !isOnly) {
            const client::StepRecord *step = find(record, name);
            const bool hasOutput = step != nullptr && step->status == "success";
            if (!hasOutput && pin != nullptr)
                return refused(name, "it gave no output that could be kept");
            if (!hasOutput)
                continue; // it was skipped, and is judged again
            std::optional<json::Value> output = outputOf(*step, *sealed);
            if (!output)
                return refused(name, "its output was too long to be kept: run from an earlier step");
            repeated.pinned.emplace(name, record.id);
            repeated.outputs.object().set(name, std::move(*output));
        }
    }
    return repeated;
}

} // namespace batuta::host
