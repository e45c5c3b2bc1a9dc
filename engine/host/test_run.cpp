// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/test_run.h"

#include "engine/flow/reader.h"
#include "engine/host/execution_setup.h"
#include "engine/host/find_step.h"
#include "engine/host/refusal.h"

#include <filesystem>

namespace batuta::host {
namespace {

/// The routes of a system are found by the folder of its flows.
std::string fileOf(const flow::Library &library, const std::string &workspace,
                   const client::StartExecution &command)
{
    if (const flow::FlowPtr published = library.find(command.flow))
        return published->file;
    const std::string name = command.flow.isEmpty() ? std::string("draft") : command.flow.value;
    const std::string system = command.system.empty() ? std::string("draft") : command.system;
    return (std::filesystem::path(workspace) / "flows" / system / (name + ".yaml"))
        .lexically_normal()
        .string();
}

} // namespace

bool isProduction(std::string_view environment)
{
    return environment == "production" || environment == "prod";
}

Result<flow::FlowPtr> readDraft(const flow::Library &library, const std::string &workspace,
                                const client::StartExecution &command)
{
    const flow::YamlLimits limits;
    const std::string file = fileOf(library, workspace, command);
    if (command.text.size() > limits.bytes)
        return Error{ErrorCode::FileTooLarge,
                     file,
                     "more than " + std::to_string(limits.bytes) + " bytes",
                     {file, 0, 0},
                     {}};
    const flow::FlowReading reading = flow::readFlow(command.text, file, limits);
    if (!reading.flow)
        return reading.errors.front();
    if (const Errors problems = flow::checkDraft(library, reading.flow); !problems.empty())
        return problems.front();
    return reading.flow;
}

Status breakpointsFit(const flow::Flow &flow, const json::Value &breakpoints)
{
    for (const auto &[name, condition] : breakpoints["steps"].asObject()) {
        if (findStep(flow, name) < 0)
            return refused(name, "the flow has no such step");
        if (!condition.isNull() && !condition.isString())
            return refused(name, "the condition must be a text or null");
        if (!condition.isString())
            continue;
        if (const auto read = expr::Template::parseCondition(condition.asString(), {}); !read)
            return Error{ErrorCode::ActRefused, name, errorText(read.error()), {}, mendText(read.error())};
    }
    return {};
}

Status addTests(const client::StartExecution &command, ExecutionSetup &setup)
{
    const flow::Flow &flow = *setup.prepared.flow;
    Result<Faults> faults = readFaults(command.faults, flow);
    if (!faults)
        return faults.error();
    if (!faults->empty() && !isTest(setup.record) && isProduction(setup.record.environment))
        return refused(setup.record.flow, "in production faults are only injected into tests of the editor");
    if (const Status fits = breakpointsFit(flow, command.breakpoints); !fits)
        return fits;
    for (const auto &[name, fault] : *faults)
        if (const auto at = static_cast<std::size_t>(findStep(flow, name));
            fault.recorded && fault.recorded->isLeftOut && at < setup.prepared.dropped.size())
            setup.prepared.dropped[at] = true;
    setup.faults = std::move(*faults);
    setup.breakpoints = command.breakpoints;
    return {};
}

} // namespace batuta::host
