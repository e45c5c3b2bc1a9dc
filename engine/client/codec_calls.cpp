// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What only crosses the border when the engine is in another process: commands, pages, flows with their text.
#include "engine/client/codec.h"

#include "engine/client/codec_parts.h"
#include "engine/flow/reader.h"
#include "engine/json/json.h"

namespace batuta::client {
namespace {

/// The steps of an execution as a list shows them.
json::Value cellJson(const StepRecord &step)
{
    return json::Object{{"step", step.step},
                        {"status", step.status},
                        {"attempts", step.attempts},
                        {"started_at", timeJson(step.startedAt)},
                        {"ended_at", timeJson(step.endedAt)},
                        {"duration_ms", static_cast<double>(step.duration.count()) / 1000}};
}

std::vector<StepPreview> stepsFrom(const json::Value &value)
{
    std::vector<StepPreview> steps;
    for (const json::Value &item : value.asArray()) {
        StepPreview &step = steps.emplace_back();
        step.step = item["step"].asString();
        step.kind = item["kind"].asString();
        step.title = {item["title"]["en"].asString(), item["title"]["pt_BR"].asString()};
        for (const json::Value &need : item["needs"].asArray())
            step.needs.push_back(need.asString());
        step.level = static_cast<int>(item["level"].asInteger());
        step.isFinally = item["finally"].asBoolean();
        step.verdict = item["verdict"].asString();
        step.reason = item["reason"].asString();
    }
    return steps;
}

} // namespace

json::Value toJson(const StartExecution &command)
{
    json::Object value{{"flow", textOrNull(command.flow.value)},
                       {"system", textOrNull(command.system)},
                       {"input", command.input},
                       {"trigger", command.trigger},
                       {"correlation_id", textOrNull(command.correlationId)},
                       {"traceparent", textOrNull(command.traceparent)}};
    if (command.maxParallel)
        value.append("max_parallel", *command.maxParallel);
    if (!command.text.empty())
        value.append("text", command.text);
    for (const auto &[name, member] : {std::pair("part", &command.part), std::pair("faults", &command.faults),
                                       std::pair("breakpoints", &command.breakpoints)})
        if (!member->isNull())
            value.append(name, *member);
    return value;
}

json::Value toJson(const Started &started)
{
    return json::Object{{"execution_id", started.id.value},
                        {"flow", started.flow.value},
                        {"status", "running"},
                        {"is_repeat", started.isRepeat},
                        {"routing", toJson(started.routing)}};
}

json::Value toJson(const ExecutionPage &page, bool withSteps)
{
    json::Array list;
    for (const ExecutionRecord &record : page.items) {
        json::Value row = summaryJson(record);
        if (withSteps) {
            json::Array steps;
            for (const StepRecord &step : record.steps)
                steps.push_back(cellJson(step));
            row.object().append("steps", std::move(steps));
        }
        list.push_back(std::move(row));
    }
    json::Object value{{"executions", std::move(list)}, {"next", textOrNull(page.next)}};
    if (page.isPartial)
        value.append("is_partial", true);
    if (page.total > 0) {
        json::Array marks;
        for (const std::string &mark : page.marks)
            marks.emplace_back(mark);
        value.append("total", page.total);
        value.append("marks", std::move(marks));
    }
    return value;
}

json::Value withText(const FlowSummary &flow)
{
    json::Value value = toJson(flow);
    value.object().append("text", flow.definition ? json::Value(flow.definition->source)
                                                  : json::Value(std::string()));
    return value;
}

json::Value toJson(const LogLineRecord &line)
{
    return json::Object{{"at", timeJson(line.at)}, {"level", line.level},     {"logger", line.logger},
                        {"event", line.event},     {"message", line.message}, {"line", line.json}};
}

Result<StartExecution> startFromJson(const json::Value &value)
{
    if (!value.isObject())
        return wrongShape("body", "must be a JSON object");
    StartExecution command;
    command.flow = FlowName(value["flow"].asString());
    command.system = value["system"].asString();
    command.input = value["input"].isNull() ? json::Value(json::Object{}) : value["input"];
    command.trigger = value["trigger"].asString();
    command.correlationId = value["correlation_id"].asString().substr(0, 256);
    command.traceparent = value["traceparent"].asString();
    if (const json::Value &most = value["max_parallel"]; !most.isNull()) {
        if (!most.isInteger() || most.asInteger() < 1 || most.asInteger() > 1000)
            return wrongShape("max_parallel", "must be a whole number from 1 to 1000");
        command.maxParallel = static_cast<int>(most.asInteger());
    }
    if (!value["text"].isNull() && !value["text"].isString())
        return wrongShape("text", "must be a text: the YAML of a flow");
    command.text = value["text"].asString();
    for (const auto &[name, member] : {std::pair("part", &command.part), std::pair("faults", &command.faults),
                                       std::pair("breakpoints", &command.breakpoints)}) {
        if (!value[name].isNull() && !value[name].isObject())
            return wrongShape(name, "must be a JSON object");
        *member = value[name];
    }
    return command;
}

Result<Started> startedFromJson(const json::Value &value)
{
    Started started{ExecutionId(value["execution_id"].asString()), FlowName(value["flow"].asString()),
                    routingFromJson(value["routing"]), value["is_repeat"].asBoolean()};
    if (started.id.value.empty())
        return wrongShape("started", "execution_id is missing");
    return started;
}

Result<ExecutionPage> pageFromJson(const json::Value &value)
{
    if (!value["executions"].isArray())
        return wrongShape("executions", "the list is missing");
    ExecutionPage page;
    for (const json::Value &item : value["executions"].asArray()) {
        Result<ExecutionRecord> record = executionFromJson(item);
        if (!record)
            return record.error();
        page.items.push_back(std::move(*record));
    }
    page.next = value["next"].asString();
    page.isPartial = value["is_partial"].asBoolean();
    page.total = value["total"].asInteger();
    for (const json::Value &mark : value["marks"].asArray())
        page.marks.push_back(mark.asString());
    return page;
}

Result<FlowSummary> flowFromJson(const json::Value &value)
{
    FlowSummary flow;
    flow.name = FlowName(value["name"].asString());
    if (flow.name.value.empty())
        return wrongShape("flow", "name is missing");
    flow.title = {value["title"]["en"].asString(), value["title"]["pt_BR"].asString()};
    flow.description = value["description"].asString();
    flow.system = value["system"].asString();
    flow.version = value["version"].asString();
    flow.file = value["file"].asString();
    flow.input = value["input"];
    flow.steps = stepsFrom(value["steps"]);
    // A newer engine may know more than this program can read: then the flow goes without its settings.
    if (const std::string &text = value["text"].asString(); !text.empty())
        flow.definition = flow::readFlow(text, flow.file).flow;
    return flow;
}

Result<FlowPreview> previewFromJson(const json::Value &value)
{
    FlowPreview preview{FlowName(value["flow"].asString()), routingFromJson(value["routing"]),
                        stepsFrom(value["steps"])};
    if (preview.flow.value.empty())
        return wrongShape("preview", "flow is missing");
    return preview;
}

Result<EngineInfo> infoFromJson(const json::Value &value)
{
    EngineInfo info;
    info.version = value["version"].asString();
    if (info.version.empty())
        return wrongShape("engine", "version is missing");
    info.workspace = value["workspace"].asString();
    info.environment = value["environment"].asString();
    info.environmentFingerprint = value["environment_fingerprint"].asString();
    info.flows = static_cast<int>(value["flows"].asInteger());
    info.running = static_cast<int>(value["running"].asInteger());
    for (const json::Value &problem : value["problems"].asArray())
        info.problems.push_back(errorFromJson(json::Object{{"error", problem}}));
    return info;
}

LogLineRecord logLineFromJson(const json::Value &value)
{
    return {timeFromJson(value["at"]), value["level"].asString(),   value["logger"].asString(),
            value["event"].asString(), value["message"].asString(), value["line"].asString()};
}

} // namespace batuta::client
