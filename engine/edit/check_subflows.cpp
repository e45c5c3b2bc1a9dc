// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/edit/checks.h"
#include "engine/flow/reading.h"

#include <algorithm>
#include <set>

namespace batuta::edit {
namespace {

using flow::Flow;
using flow::Library;

std::vector<const flow::FlowStep *> callsOf(const Flow &flow)
{
    std::vector<const flow::FlowStep *> calls;
    for (const auto *list : {&flow.steps, &flow.finallySteps})
        for (const flow::Step &one : *list)
            for (const flow::Step *step = &one; step; step = step->compensate.get())
                if (const auto *call = std::get_if<flow::FlowStep>(&step->action))
                    calls.push_back(call);
    return calls;
}

/// The way of calls from `from` to `target`, or nothing.
bool leadsTo(const Library &library, const std::string &from, const std::string &target,
             std::set<std::string> &seen, std::vector<std::string> &way)
{
    way.push_back(from);
    if (from == target)
        return true;
    const auto flow = library.flows.find(from);
    if (flow != library.flows.end() && seen.insert(from).second)
        for (const flow::FlowStep *call : callsOf(*flow->second))
            if (leadsTo(library, call->flow.value, target, seen, way))
                return true;
    way.pop_back();
    return false;
}

/// Whether one path of a file is the end of the other: an editor names files from the workspace.
bool isSameFile(std::string_view a, std::string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    return !a.empty() && b.ends_with(a) && (a.size() == b.size() || b[b.size() - a.size() - 1] == '/');
}

/// `update_profile` of a path to update_profile.yaml.
std::string stemOf(const std::string &file)
{
    const std::size_t slash = file.rfind('/');
    const std::string base = slash == std::string::npos ? file : file.substr(slash + 1);
    return base.substr(0, base.find('.'));
}

void checkName(Checking &checking, const Library &library)
{
    const auto other = library.flows.find(checking.flow.name.value);
    if (other == library.flows.end() || isSameFile(other->second->file, checking.flow.file))
        return;
    Problem &problem = checking.add(Severity::Error, std::string(codeName(ErrorCode::FlowDuplicate)),
                                    {"name"}, other->first + " is also in " + other->second->file,
                                    "Give one of the two another name.");
    std::string name;
    for (int number = 2; name.empty() || library.flows.count(name) > 0; ++number)
        name = other->first + "_" + std::to_string(number);
    if (flow::isName(name))
        offer(problem, "Use " + name, checking.text.setValue({"name"}, name));
}

/// Where the name of the flow that is called stands.
FieldPath nameOf(const Checking &checking, const FieldPath &step)
{
    const FieldPath name = under(step, {"flow", "name"});
    return checking.text.valueRange(name) ? name : under(step, {"flow"});
}

void checkUnknown(Checking &checking, const Library &library, const std::string &name, const FieldPath &step)
{
    std::vector<std::string> known;
    for (const auto &flow : library.flows)
        known.push_back(flow.first);
    const bool isBroken = std::any_of(library.errors.begin(), library.errors.end(), [&](const Error &error) {
        return stemOf(error.place.file) == name || error.subject == name;
    });
    const std::string near = isBroken ? "" : nearest(name, known);
    Problem &problem = checking.add(isBroken ? Severity::Warning : Severity::Error,
                                    std::string(codeName(ErrorCode::FlowUnknown)), nameOf(checking, step),
                                    isBroken ? name + " is left out, because it has problems" : name,
                                    isBroken       ? "Mend that flow first."
                                    : near.empty() ? "Name a flow of this workspace."
                                                   : "Did you mean `" + near + "`?");
    if (!near.empty())
        offer(problem, "Use " + near, checking.text.setValue(nameOf(checking, step), near));
}

/// What the called flow requires and this call does not give.
void checkGiven(Checking &checking, const Flow &called, const flow::FlowStep &call, const FieldPath &step)
{
    const json::Value nothing = json::Object{};
    const json::Value &given = call.input.source().isNull() ? nothing : call.input.source();
    if (!given.isObject())
        return;
    const json::Value &schema = called.input.source();
    const json::Value &own = checking.flow.input.source()["properties"];
    for (const json::Value &required : schema["required"].asArray()) {
        const std::string name = required.asString();
        const json::Value &property = schema["properties"][name];
        if (given.asObject().contains(name) ||
            (property.isObject() && property.asObject().contains("default")))
            continue;
        const FieldPath input = under(step, {"flow", "input"});
        Problem &problem = checking.add(
            Severity::Warning, "check.subflow_input",
            checking.text.keyRange(input) ? input : nameOf(checking, step),
            called.name.value + " needs the input " + name + ", which is not given", "Write it in `input`.");
        if (own.isObject() && own.asObject().contains(name) &&
            checking.text.valueRange(under(step, {"flow", "name"})))
            offer(problem, "Hand over input." + name,
                  checking.text.setValue(under(input, {name}), "${{ input." + name + " }}"));
    }
}

bool isRepeatable(const flow::Step &step)
{
    const auto *http = std::get_if<flow::HttpStep>(&step.action);
    return http && http->method != "POST" && http->method != "PATCH";
}

/// The engine's own key of a call holds for the attempts of one step. A subflow that is tried again is
/// another execution: its calls are made again with other keys.
void checkRetry(Checking &checking, const Flow &called, const flow::Step &step, const FieldPath &path)
{
    if (!step.retry || step.retry->attempts < 2 || called.idempotency)
        return;
    for (const flow::Step &inner : called.steps) {
        const bool isCall = std::holds_alternative<flow::HttpStep>(inner.action) ||
                            std::holds_alternative<flow::ProcessStep>(inner.action);
        if (!isCall || isRepeatable(inner))
            continue;
        const FieldPath retry = under(path, {"retry"});
        const bool isOwn = checking.text.keyRange(retry).has_value();
        Problem &problem =
            checking.add(Severity::Note, "check.retry_without_key", isOwn ? retry : path,
                         "Each attempt runs " + called.name.value + " anew: " + inner.id.value +
                             " may be done twice, with another Idempotency-Key",
                         "Write `retry` at the steps of " + called.name.value + " instead.");
        if (isOwn)
            offer(problem, "Remove retry", checking.text.removeField(retry));
        return;
    }
}

void checkCall(Checking &checking, const Library &library, const flow::Step &step, const FieldPath &path)
{
    const auto &call = std::get<flow::FlowStep>(step.action);
    const std::string &name = call.flow.value;
    std::set<std::string> seen;
    std::vector<std::string> way;
    if (name.empty())
        return;
    if (leadsTo(library, name, checking.flow.name.value, seen, way)) {
        checking.add(Severity::Error, std::string(codeName(ErrorCode::FlowCycle)), nameOf(checking, path),
                     checking.flow.name.value + " → " + join(way, " → "),
                     "Remove one of the calls on the path shown.");
        return;
    }
    const auto called = library.flows.find(name);
    if (called == library.flows.end()) {
        checkUnknown(checking, library, name, path);
        return;
    }
    checkGiven(checking, *called->second, call, path);
    checkRetry(checking, *called->second, step, path);
}

} // namespace

void checkSubflows(Checking &checking)
{
    if (!checking.surroundings.library)
        return;
    const Library &library = *checking.surroundings.library;
    checkName(checking, library);
    checking.eachStep([&](const flow::Step &step, const FieldPath &path) {
        if (std::holds_alternative<flow::FlowStep>(step.action))
            checkCall(checking, library, step, path);
    });
}

} // namespace batuta::edit
