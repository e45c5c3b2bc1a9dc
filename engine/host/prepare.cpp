// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/prepare.h"

#include <algorithm>
#include <filesystem>

namespace batuta::host {
namespace {

/// Only the members that the schema knows and that are not null; what is no object stays as it is, to be
/// refused.
json::Value knownMembers(const json::Value &input, const json::Schema &schema)
{
    if (!input.isObject())
        return input;
    const json::Value &properties = schema.source()["properties"];
    json::Object known;
    for (const auto &[name, value] : input.asObject())
        if (!value.isNull() && properties.asObject().contains(name))
            known.append(name, value);
    return known;
}

Result<json::Value> validated(const json::Schema &schema, json::Value input, const std::string &subject)
{
    if (!input.isObject())
        return Error{ErrorCode::InputInvalid, subject, "the input must be a JSON object", {}, {}};
    input = schema.withDefaults(std::move(input));
    if (const auto violations = schema.validate(input); !violations.empty())
        return inputError(subject, violations);
    return input;
}

Status routeCommand(const flow::Library &library, const client::StartExecution &command, Prepared &prepared)
{
    const auto routes = library.routes.find(command.system);
    if (routes == library.routes.end())
        return Error{
            ErrorCode::RouteInvalid, command.system, "the workspace has no routes for this system", {}, {}};
    const flow::Routes &rules = routes->second;
    Result<json::Value> input =
        validated(rules.input, knownMembers(command.input, rules.input), command.system);
    if (!input)
        return input.error();
    Result<flow::Routing> routing = flow::chooseFlow(rules, *input);
    if (!routing)
        return routing.error();
    prepared.flow = library.find(routing->flow);
    prepared.routing.rule = std::move(routing->rule);
    prepared.routing.ignoredFlags = std::move(routing->ignoredFlags);
    prepared.input = std::move(*input);
    return {};
}

/// The filters see the request's defaults even when the flow was named directly.
Status filterSteps(const flow::Library &library, Prepared &prepared)
{
    const flow::Flow &flow = *prepared.flow;
    prepared.dropped.assign(flow.steps.size(), false);
    const flow::Routes *rules = library.routesOf(flow);
    if (rules == nullptr)
        return {};
    prepared.routing.system = rules->system;
    const auto dropped = flow::droppedSteps(*rules, flow, rules->input.withDefaults(prepared.input));
    if (!dropped)
        return dropped.error();
    for (const flow::DroppedStep &step : *dropped) {
        const auto at = std::find_if(flow.steps.begin(), flow.steps.end(),
                                     [&](const auto &s) { return s.id == step.step; });
        prepared.dropped[static_cast<std::size_t>(at - flow.steps.begin())] = true;
        prepared.routing.dropped.push_back({step.step.value, step.reason});
    }
    return {};
}

/// Its file may be there, and be left out for its errors.
Error unknownFlow(const flow::Library &library, const std::string &name)
{
    constexpr std::string_view kFolder = "/flows/";
    for (const Error &error : library.errors) {
        const std::string file = error.place.file.substr(error.place.file.rfind(kFolder) + 1);
        if (std::filesystem::path(file).stem() == name)
            return {ErrorCode::FlowUnknown,
                    name,
                    file + " has errors, the first in line " + std::to_string(error.place.line),
                    {},
                    "Mend the file: `batuta validate` says what is wrong, and where."};
    }
    return {ErrorCode::FlowUnknown, name, {}, {}, {}};
}

} // namespace

Error inputError(const std::string &subject, const std::vector<json::Violation> &violations)
{
    std::string detail;
    for (const json::Violation &violation : violations) {
        const std::string field = violation.pointer.empty() ? "input" : violation.pointer.substr(1);
        detail += (detail.empty() ? "" : "; ") + field + " " + violation.message;
    }
    return {ErrorCode::InputInvalid, subject, std::move(detail), {}, {}};
}

Result<Prepared> prepare(const flow::Library &library, const client::StartExecution &command,
                         flow::FlowPtr version)
{
    Prepared prepared;
    prepared.input = command.input;
    if (command.flow.isEmpty()) {
        if (Status status = routeCommand(library, command, prepared); !status)
            return status.error();
    } else {
        prepared.flow = library.find(command.flow);
    }
    if (version)
        prepared.flow = std::move(version);
    if (!prepared.flow)
        return unknownFlow(library, command.flow.value);
    Result<json::Value> input =
        validated(prepared.flow->input, std::move(prepared.input), prepared.flow->name.value);
    if (!input)
        return input.error();
    prepared.input = std::move(*input);
    if (Status status = filterSteps(library, prepared); !status)
        return status.error();
    return prepared;
}

} // namespace batuta::host
