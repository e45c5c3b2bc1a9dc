// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/capsule/execution_line.h"

#include "engine/base/text.h"
#include "engine/base/uuid.h"
#include "engine/client/codec.h"
#include "engine/flow/reader.h"
#include "engine/json/json.h"
#include "engine/json/schema.h"

namespace batuta::capsule {
namespace {

constexpr json::Limits kLimits{64ULL << 20, 96}; // payloads of 64 levels stand some levels deep

/// What a line must look like. Payloads (input, output, data) are anything.
constexpr const char *kSchema = R"({
"type": "object", "required": ["batuta_execution", "execution", "events"], "additionalProperties": false,
"properties": {
 "batuta_execution": {"const": 1},
 "execution": {"type": "object", "additionalProperties": false,
  "required": ["execution_id", "flow", "flow_version", "status", "trigger", "started_at", "ended_at", "steps"],
  "properties": {
   "execution_id": {"type": "string"}, "flow": {"type": "string", "minLength": 1, "maxLength": 200},
   "flow_version": {"type": "string", "maxLength": 200},
   "status": {"enum": ["success", "failed", "cancelled", "interrupted"]},
   "error": {"type": ["string", "null"]}, "trigger": {"type": "string", "maxLength": 200},
   "route_rule": {"type": ["string", "null"]}, "environment": {"type": "string", "maxLength": 200},
   "environment_fingerprint": {"type": ["string", "null"]}, "revision": {"type": ["string", "null"]},
   "receipts": {"type": "array"},
   "user_id": {"type": ["string", "null"]}, "session_id": {"type": ["string", "null"]},
   "correlation_id": {"type": ["string", "null"]}, "identifier": {"type": ["string", "null"]},
   "parent": {"type": ["string", "null"]}, "origin": {"type": ["string", "null"]},
   "started_at": {"type": "string"}, "ended_at": {"type": ["string", "null"]},
   "duration_ms": {"type": "number", "minimum": 0, "maximum": 1e12}, "input": {}, "output": {},
   "steps": {"type": "array", "maxItems": 20000, "items": {"$ref": "#/$defs/step"}}}},
 "events": {"type": "array", "maxItems": 1000000, "items": {"$ref": "#/$defs/event"}},
 "flow_text": {"type": "object", "additionalProperties": false, "required": ["file", "text"],
  "properties": {"file": {"type": "string", "maxLength": 4096}, "text": {"type": "string"}}}},
"$defs": {
 "step": {"type": "object", "additionalProperties": false, "required": ["step", "kind", "status"],
  "properties": {
   "step": {"type": "string", "minLength": 1}, "kind": {"type": "string"}, "status": {"type": "string"},
   "reason": {"type": ["string", "null"]}, "status_code": {"type": ["integer", "null"]},
   "attempts": {"type": "integer"}, "finally": {"type": "boolean"}, "undo": {"type": "boolean"},
   "started_at": {"type": ["string", "null"]}, "ended_at": {"type": ["string", "null"]},
   "duration_ms": {"type": "number", "minimum": 0, "maximum": 1e12}, "attempts_detail": {},
   "output": {}, "output_text": {"type": "string"}}},
 "event": {"type": "object", "additionalProperties": false,
  "required": ["sequence", "execution_id", "at", "kind"],
  "properties": {
   "sequence": {"type": "integer", "minimum": 1}, "execution_id": {"type": "string"},
   "at": {"type": "string"}, "kind": {"type": "string", "minLength": 1},
   "step": {"type": ["string", "null"]}, "data": {}}}}})";

const json::Schema &schema()
{
    static const json::Schema kCompiled = [] {
        const Result<json::Value> text = json::parse(kSchema);
        Result<json::Schema> compiled = text ? json::Schema::compile(*text) : text.error();
        return compiled ? std::move(*compiled) : json::Schema();
    }();
    return kCompiled;
}

Error wrong(std::string subject, std::string detail)
{
    return {ErrorCode::SchemaViolation, std::move(subject), std::move(detail), {}, "Export it again."};
}

/// A step's output is kept as text. Nearly always it is the one spelling of its value; else it goes along.
json::Value recordJson(const client::ExecutionRecord &record)
{
    json::Value value = client::toJson(record);
    json::Array steps;
    for (const client::StepRecord &step : record.steps) {
        json::Value one = client::toJson(step);
        if (!step.output.empty() && json::write(one["output"]) != step.output)
            one.object().set("output_text", step.output);
        steps.push_back(std::move(one));
    }
    value.object().set("steps", std::move(steps));
    return value;
}

Status checkTime(const json::Value &text, const char *name)
{
    WallTime time{};
    if (text.isNull() || parseIsoTime(text.asString(), time))
        return {};
    return wrong(name, "no UTC time: " + text.asString());
}

Result<std::vector<client::EventRecord>> eventsFrom(const json::Value &list, const std::string &id)
{
    std::vector<client::EventRecord> events;
    for (const json::Value &item : list.asArray()) {
        Result<client::EventRecord> event = client::eventFromJson(item);
        if (!event)
            return event.error();
        if (Status time = checkTime(item["at"], "events.at"); !time)
            return time.error();
        if (event->execution != id || (!events.empty() && event->sequence <= events.back().sequence))
            return wrong("events",
                         "of another execution, or out of order: " + std::to_string(event->sequence));
        events.push_back(std::move(*event));
    }
    return events;
}

Result<client::ExecutionRecord> recordOf(const json::Value &value)
{
    Result<client::ExecutionRecord> record = client::executionFromJson(value);
    if (!record)
        return record;
    if (!isUuid(record->id) || record->id != lowered(record->id))
        return wrong("execution_id", record->id);
    for (const char *name : {"started_at", "ended_at"})
        if (Status time = checkTime(value[name], name); !time)
            return time.error();
    for (std::size_t i = 0; i < record->steps.size(); ++i) {
        const json::Value &step = value["steps"].at(i);
        for (const char *name : {"started_at", "ended_at"})
            if (Status time = checkTime(step[name], name); !time)
                return time.error();
        if (!step["output_text"].isNull())
            record->steps[i].output = step["output_text"].asString();
    }
    return record;
}

} // namespace

std::string writeLine(const ExecutionLine &line)
{
    json::Array events;
    for (const client::EventRecord &event : line.events)
        events.push_back(client::toJson(event));
    json::Object value{
        {"batuta_execution", 1}, {"execution", recordJson(line.record)}, {"events", std::move(events)}};
    if (line.flow)
        value.append("flow_text", json::Object{{"file", line.flow->file}, {"text", line.flow->text}});
    return json::write(json::Value(std::move(value)));
}

Result<ExecutionLine> readLine(const std::string &text)
{
    const Result<json::Value> value = json::parse(text, kLimits);
    if (!value)
        return value.error();
    if (const auto violations = schema().validate(*value); !violations.empty())
        return wrong(violations.front().pointer, violations.front().message);
    Result<client::ExecutionRecord> record = recordOf((*value)["execution"]);
    if (!record)
        return record.error();
    Result<std::vector<client::EventRecord>> events = eventsFrom((*value)["events"], record->id);
    if (!events)
        return events.error();
    ExecutionLine line{std::move(*record), std::move(*events), std::nullopt};
    if (const json::Value &flow = (*value)["flow_text"]; !flow.isNull()) {
        line.flow = store::FlowText{line.record.flow, line.record.flowVersion, flow["file"].asString(),
                                    flow["text"].asString()};
        // A repeated execution would run it: what can be read must be what the execution ran.
        const flow::FlowPtr read = flow::readFlow(line.flow->text, line.flow->file).flow;
        if (read && read->version != line.record.flowVersion)
            return wrong("flow_text", "it is not the text of version " + line.record.flowVersion);
    }
    return line;
}

} // namespace batuta::capsule
