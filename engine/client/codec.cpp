// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/codec.h"

#include "engine/client/codec_parts.h"
#include "engine/client/receipts.h"
#include "engine/json/json.h"

#include <cmath>

namespace batuta::client {
namespace {

/// Milliseconds with their fraction; rounded, since 1.001 × 1000 falls short of 1001.
Duration durationOf(const json::Value &millis)
{
    return Duration(std::llround(millis.asDouble() * 1000));
}

json::Value titleOf(const flow::LocalText &title)
{
    return json::Object{{"en", title.en}, {"pt_BR", title.ptBr}};
}

json::Value stepsOf(const std::vector<StepPreview> &steps)
{
    return listOf(steps, [](const StepPreview &step) {
        json::Object entry{
            {"step", step.step},
            {"kind", step.kind},
            {"title", titleOf(step.title)},
            {"needs", listOf(step.needs, [](const std::string &need) { return json::Value(need); })},
            {"level", step.level},
            {"finally", step.isFinally}};
        if (!step.verdict.empty()) {
            entry.append("verdict", step.verdict);
            entry.append("reason", textOrNull(step.reason));
        }
        return json::Value(std::move(entry));
    });
}

/// A step's output is kept as JSON text; it is shown as the value it is.
json::Value outputOf(const std::string &text)
{
    if (text.empty())
        return {};
    Result<json::Value> value = json::parse(text);
    return value ? std::move(*value) : json::Value(text);
}

StepRecord stepFromJson(const json::Value &value)
{
    StepRecord step;
    step.step = value["step"].asString();
    step.kind = value["kind"].asString();
    step.status = value["status"].asString();
    step.reason = value["reason"].asString();
    step.statusCode = static_cast<int>(value["status_code"].asInteger());
    step.attempts = static_cast<int>(value["attempts"].asInteger());
    step.isFinally = value["finally"].asBoolean();
    step.isUndo = value["undo"].asBoolean();
    step.startedAt = timeFromJson(value["started_at"]);
    step.endedAt = timeFromJson(value["ended_at"]);
    step.duration = durationOf(value["duration_ms"]);
    step.attemptsDetail = value["attempts_detail"];
    if (!value["output"].isNull())
        step.output = json::write(value["output"]);
    return step;
}

} // namespace

json::Value timeJson(WallTime time)
{
    return time == WallTime{} ? json::Value() : json::Value(isoTime(time));
}

WallTime timeFromJson(const json::Value &value)
{
    WallTime time{};
    parseIsoTime(value.asString(), time);
    return time;
}

json::Value toJson(const StepRecord &step)
{
    return json::Object{{"step", step.step},
                        {"kind", step.kind},
                        {"status", step.status},
                        {"reason", textOrNull(step.reason)},
                        {"status_code", step.statusCode == 0 ? json::Value() : json::Value(step.statusCode)},
                        {"attempts", step.attempts},
                        {"finally", step.isFinally},
                        {"undo", step.isUndo},
                        {"started_at", timeJson(step.startedAt)},
                        {"ended_at", timeJson(step.endedAt)},
                        {"duration_ms", static_cast<double>(step.duration.count()) / 1000},
                        {"attempts_detail", step.attemptsDetail},
                        {"output", outputOf(step.output)}};
}

json::Value summaryJson(const ExecutionRecord &record)
{
    return json::Object{{"execution_id", record.id},
                        {"flow", record.flow},
                        {"flow_version", record.flowVersion},
                        {"status", record.status},
                        {"error", textOrNull(record.error)},
                        {"trigger", record.trigger},
                        {"route_rule", textOrNull(record.routeRule)},
                        {"environment", record.environment},
                        {"revision", textOrNull(record.revision)},
                        {"user_id", textOrNull(record.userId)},
                        {"session_id", textOrNull(record.sessionId)},
                        {"correlation_id", textOrNull(record.correlationId)},
                        {"identifier", textOrNull(record.identifier)},
                        {"parent", textOrNull(record.parent)},
                        {"origin", textOrNull(record.origin)},
                        {"started_at", timeJson(record.startedAt)},
                        {"ended_at", timeJson(record.endedAt)},
                        {"duration_ms", static_cast<double>(record.duration.count()) / 1000}};
}

json::Value toJson(const ExecutionRecord &record)
{
    json::Value value = summaryJson(record);
    json::Object &members = value.object();
    members.append("environment_fingerprint", textOrNull(record.environmentFingerprint));
    members.append("input", record.input);
    members.append("output", record.output);
    members.append("steps", listOf(record.steps, [](const StepRecord &step) { return toJson(step); }));
    if (json::Value receipts = receiptsOf(record); !receipts.asArray().empty())
        members.append("receipts", std::move(receipts));
    return value;
}

json::Value toJson(const EventRecord &event)
{
    return json::Object{{"sequence", event.sequence},     {"execution_id", event.execution},
                        {"at", timeJson(event.at)},       {"kind", event.kind},
                        {"step", textOrNull(event.step)}, {"data", event.data}};
}

json::Value toJson(const RoutingView &routing)
{
    const auto text = [](const std::string &flag) { return json::Value(flag); };
    const auto dropped = [](const DroppedStep &step) {
        return json::Value(json::Object{{"step", step.step}, {"reason", step.reason}});
    };
    return json::Object{{"system", textOrNull(routing.system)},
                        {"rule", textOrNull(routing.rule)},
                        {"ignored_flags", listOf(routing.ignoredFlags, text)},
                        {"filtered_steps", listOf(routing.dropped, dropped)}};
}

json::Value toJson(const FlowSummary &flow)
{
    return json::Object{{"name", flow.name.value},         {"title", titleOf(flow.title)},
                        {"description", flow.description}, {"system", flow.system},
                        {"version", flow.version},         {"file", flow.file},
                        {"steps", stepsOf(flow.steps)},    {"input", flow.input}};
}

json::Value toJson(const FlowPreview &preview)
{
    return json::Object{{"flow", preview.flow.value},
                        {"routing", toJson(preview.routing)},
                        {"steps", stepsOf(preview.steps)}};
}

json::Value toJson(const EngineInfo &info)
{
    return json::Object{
        {"version", info.version},
        {"workspace", info.workspace},
        {"environment", info.environment},
        {"environment_fingerprint", info.environmentFingerprint},
        {"flows", info.flows},
        {"running", info.running},
        {"problems", listOf(info.problems, [](const Error &error) { return toJson(error); })}};
}

json::Value toJson(const Error &error)
{
    json::Object value{{"code", codeName(error.code)},
                       {"message", codeTitle(error.code)},
                       {"subject", textOrNull(error.subject)},
                       {"detail", textOrNull(error.detail)},
                       {"mend", mendText(error)}};
    if (!error.place.file.empty() || error.place.line > 0)
        value.append("place", json::Object{{"file", textOrNull(error.place.file)},
                                           {"line", error.place.line},
                                           {"column", error.place.column}});
    return value;
}

json::Value toJson(const store::AuditVerdict &verdict)
{
    const bool isWhole = verdict.firstBroken == 0;
    return json::Object{{"entries", verdict.entries},
                        {"whole", isWhole},
                        {"first_broken", isWhole ? json::Value() : json::Value(verdict.firstBroken)},
                        {"problem", textOrNull(verdict.problem)}};
}

Result<ExecutionRecord> executionFromJson(const json::Value &value)
{
    ExecutionRecord record;
    record.id = value["execution_id"].asString();
    record.status = value["status"].asString();
    if (record.id.empty() || record.status.empty())
        return Error{ErrorCode::JsonSyntax, "execution", "execution_id or status is missing", {}, {}};
    record.flow = value["flow"].asString();
    record.flowVersion = value["flow_version"].asString();
    record.error = value["error"].asString();
    record.trigger = value["trigger"].asString();
    record.routeRule = value["route_rule"].asString();
    record.environment = value["environment"].asString();
    record.environmentFingerprint = value["environment_fingerprint"].asString();
    record.revision = value["revision"].asString();
    record.userId = value["user_id"].asString();
    record.sessionId = value["session_id"].asString();
    record.correlationId = value["correlation_id"].asString();
    record.identifier = value["identifier"].asString();
    record.parent = value["parent"].asString();
    record.origin = value["origin"].asString();
    record.startedAt = timeFromJson(value["started_at"]);
    record.endedAt = timeFromJson(value["ended_at"]);
    record.duration = durationOf(value["duration_ms"]);
    record.input = value["input"];
    record.output = value["output"];
    for (const json::Value &step : value["steps"].asArray())
        record.steps.push_back(stepFromJson(step));
    return record;
}

Result<EventRecord> eventFromJson(const json::Value &value)
{
    EventRecord event;
    event.sequence = value["sequence"].asInteger();
    event.execution = value["execution_id"].asString();
    event.at = timeFromJson(value["at"]);
    event.kind = value["kind"].asString();
    event.step = value["step"].asString();
    event.data = value["data"];
    if (event.kind.empty())
        return Error{ErrorCode::JsonSyntax, "event", "kind is missing", {}, {}};
    return event;
}

Error errorFromJson(const json::Value &value)
{
    const json::Value &members = value["error"];
    Error error;
    for (int code = 0; code <= static_cast<int>(kLastErrorCode); ++code)
        if (codeName(static_cast<ErrorCode>(code)) == members["code"].asString())
            error.code = static_cast<ErrorCode>(code);
    error.subject = members["subject"].asString();
    error.detail = members["detail"].asString();
    error.mend = members["mend"].asString();
    const json::Value &place = members["place"];
    error.place = {place["file"].asString(), static_cast<int>(place["line"].asInteger()),
                   static_cast<int>(place["column"].asInteger())};
    return error;
}

RoutingView routingFromJson(const json::Value &value)
{
    RoutingView routing;
    routing.system = value["system"].asString();
    routing.rule = value["rule"].asString();
    for (const json::Value &flag : value["ignored_flags"].asArray())
        routing.ignoredFlags.push_back(flag.asString());
    for (const json::Value &step : value["filtered_steps"].asArray())
        routing.dropped.push_back({step["step"].asString(), step["reason"].asString()});
    return routing;
}

} // namespace batuta::client
