// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/http_reader.h"
#include "engine/flow/kinds_reader.h"
#include "engine/flow/needed_keys.h"
#include "engine/flow/step_reader.h"

#include "engine/base/clock.h"
#include "engine/base/text.h"

#include <map>

namespace batuta::flow {
namespace {

const std::vector<std::string> &logLevels()
{
    static const std::vector<std::string> levels{"DEBUG", "INFO", "WARNING", "ERROR"};
    return levels;
}

void readWait(Reading &reading, const Field &field, WaitStep &wait)
{
    if (!reading.hasKeys(field, keys::wait()))
        return;
    const Field duration = field["for"];
    const Field until = field["until"];
    const Field event = field["event"];
    if (duration && until)
        reading.addAtKey(ErrorCode::FlowContradiction, until, "for and until", "Keep one of the two.");
    if (event && (duration || until))
        reading.addAtKey(ErrorCode::FlowContradiction, event, "an event and a time",
                         "Keep the event; the step's timeout ends the wait for it.");
    if (!duration && !until && !event)
        reading.add(ErrorCode::FlowMissingKey, field, "for, until or event",
                    "Write `for: 5s`, `until` with a time, or `event` with a name.");
    if (event) {
        wait.event = reading.textTemplate(event);
        if (wait.event && wait.event->isLiteral() && trimmed(wait.event->text()).empty())
            reading.add(ErrorCode::FlowBadValue, event, "an empty text", "Name the event.");
    }
    if (duration) {
        wait.duration = reading.textTemplate(duration);
        if (wait.duration && wait.duration->isLiteral())
            reading.duration(duration);
    }
    if (until) {
        wait.until = reading.textTemplate(until);
        WallTime time;
        if (wait.until && wait.until->isLiteral() && !parseIsoTime(wait.until->text(), time))
            reading.add(ErrorCode::FlowBadValue, until, until.node->text,
                        "Write it like 2026-11-21T02:00:00Z.");
    }
}

void readSubflow(Reading &reading, const Field &field, FlowStep &step)
{
    step.place = reading.place(field.mark());
    if (!reading.hasKeys(field, keys::subflow()))
        return;
    if (const Field name = field["name"]) {
        step.flow = FlowName(reading.name(name).value_or(""));
        step.place = reading.place(name.mark());
    }
    const Field input = field["input"];
    if (input && reading.isMapping(input))
        step.input = reading.tree(input).value_or(expr::TemplateTree());
}

void readLog(Reading &reading, const Field &field, LogStep &log)
{
    if (field.node->isScalar()) {
        log.message = reading.textTemplate(field).value_or(expr::Template());
        return;
    }
    if (!reading.hasKeys(field, keys::log()))
        return;
    if (const Field message = field["message"])
        log.message = reading.textTemplate(message).value_or(expr::Template());
    if (const Field level = field["level"])
        log.level = logLevels().at(reading.choice(level, logLevels()).value_or(1));
    const Field fields = field["fields"];
    if (fields && reading.isMapping(fields))
        log.fields = reading.tree(fields).value_or(expr::TemplateTree());
}

std::optional<double> literalNumber(const Field &field)
{
    const json::Value value = field ? toJson(*field.node) : json::Value();
    return value.isNumber() ? std::optional(value.asDouble()) : std::nullopt;
}

void readBounds(Reading &reading, const Field &field, Gate &gate)
{
    gate.value = reading.valueTemplate(field["value"]);
    const std::map<std::string_view, std::optional<expr::Template> *> bounds{
        {"min", &gate.min}, {"max", &gate.max}, {"equals", &gate.equals}};
    int count = 0;
    for (const auto &[name, bound] : bounds) {
        if (const Field value = field[name]) {
            *bound = reading.valueTemplate(value);
            ++count;
        }
    }
    if (count == 0)
        reading.add(ErrorCode::FlowMissingKey, field, "min, max or equals", "Give the value a bound.");
    if (field["equals"] && count > 1)
        reading.addAtKey(ErrorCode::FlowContradiction, field["equals"], "equals beside min or max",
                         "Keep equals, or the bounds.");
    const auto min = literalNumber(field["min"]);
    const auto max = literalNumber(field["max"]);
    if (min && max && *min > *max)
        reading.add(ErrorCode::FlowContradiction, field["min"], "min is above max",
                    "Lower min, or raise max.");
}

Gate readGate(Reading &reading, const Field &field, const std::string &name)
{
    Gate gate;
    gate.name = name;
    if (!isName(name))
        reading.addAtKey(ErrorCode::FlowBadName, field, name);
    if (!reading.hasKeys(field, keys::gate()))
        return gate;
    if (const Field condition = field["if"]) {
        gate.condition = reading.condition(condition);
        if (field.node->members.size() > 1)
            reading.addAtKey(ErrorCode::FlowContradiction, condition, "if beside a measured value",
                             "Keep if, or value with its bounds.");
    } else if (field["value"]) {
        readBounds(reading, field, gate);
    } else {
        reading.add(ErrorCode::FlowMissingKey, field, "if or value",
                    "Write `if`, or `value` with min, max or equals.");
    }
    return gate;
}

void readCheck(Reading &reading, const Field &field, CheckStep &check)
{
    if (!reading.isMapping(field))
        return;
    if (field.node->members.empty())
        reading.add(ErrorCode::FlowBadValue, field, "no gate", "Write at least one gate.");
    for (const YamlNode::Member &member : field.node->members)
        check.gates.push_back(readGate(reading, field.member(member), member.key));
}

} // namespace

void readAction(Reading &reading, const Field &kind, std::string_view name, Step &step)
{
    if (name == "http") {
        readHttp(reading, kind, step.action.emplace<HttpStep>());
    } else if (name == "set") {
        SetStep &set = step.action.emplace<SetStep>();
        if (reading.isMapping(kind))
            set.values = reading.tree(kind).value_or(expr::TemplateTree());
    } else if (name == "wait") {
        readWait(reading, kind, step.action.emplace<WaitStep>());
    } else if (name == "flow") {
        readSubflow(reading, kind, step.action.emplace<FlowStep>());
    } else if (name == "log") {
        readLog(reading, kind, step.action.emplace<LogStep>());
    } else if (name == "check") {
        readCheck(reading, kind, step.action.emplace<CheckStep>());
    } else if (name == "process") {
        readProcess(reading, kind, step.action.emplace<ProcessStep>());
    } else if (name == "approval") {
        readApproval(reading, kind, step.action.emplace<ApprovalStep>());
    } else if (name == "jq") {
        readJq(reading, kind, step.action.emplace<JqStep>());
    } else if (name == "webhook") {
        readWebhook(reading, kind, step.action.emplace<WebhookStep>());
    } else if (name == "slack") {
        readSlack(reading, kind, step.action.emplace<SlackStep>());
    } else if (name == "notify") {
        readNotify(reading, kind, step.action.emplace<NotifyStep>());
    } else if (name == "cloud_run") {
        readCloudRun(reading, kind, step.action.emplace<CloudRunStep>());
    }
    step.neededKeys = neededKeys(step.action);
}

} // namespace batuta::flow
