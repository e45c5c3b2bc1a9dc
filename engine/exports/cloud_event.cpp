// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/cloud_event.h"

#include "engine/json/json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace batuta::exports {
namespace {

constexpr std::string_view kInterrupted = "execution_interrupted";
constexpr std::size_t kSequenceDigits = 10; ///< texts of one length sort like their numbers

std::string_view endType(const std::string &status)
{
    if (status == "success")
        return "batuta.execution.finished";
    return status == "cancelled" ? "batuta.execution.cancelled" : "batuta.execution.failed";
}

void addText(json::Object &object, std::string name, const std::string &text)
{
    if (!text.empty())
        object.append(std::move(name), text);
}

json::Value dataOf(const CloudEvent &event)
{
    const Subject &subject = event.subject;
    json::Object data{
        {"execution_id", subject.execution}, {"flow", subject.flow}, {"flow_version", subject.version}};
    addText(data, "trigger", subject.trigger);
    addText(data, "correlation_id", subject.correlationId);
    addText(data, "parent", subject.parent);
    addText(data, "origin", subject.origin);
    if (event.event.kind == "execution_started") {
        data.append("started_at", isoTime(subject.startedAt));
        addText(data, "environment", subject.environment);
        return data;
    }
    addText(data, "step", event.event.step);
    if (event.event.kind == "step_started")
        data.append("question", event.question);
    else
        for (const auto &[name, value] : event.event.data.asObject())
            data.set(name, value);
    return data;
}

std::string paddedNumber(std::int64_t number)
{
    const std::string digits = std::to_string(number);
    return std::string(kSequenceDigits - std::min(kSequenceDigits, digits.size()), '0') + digits;
}

} // namespace

Subject subjectOf(const store::ExecutionRecord &record)
{
    return {record.id,       record.flow,          record.flowVersion,
            record.trigger,  record.correlationId, record.parent,
            record.origin,   record.environment,   {},
            record.startedAt};
}

std::string_view cloudEventType(const store::EventRecord &event, std::string_view kind)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTypes{
        {{"execution_started", "batuta.execution.started"},
         {"execution_paused", "batuta.execution.paused"},
         {"execution_unpaused", "batuta.execution.resumed"},
         {kInterrupted, "batuta.execution.interrupted"}}};
    if (event.kind == "step_started")
        return kind == "approval" ? "batuta.step.waiting" : "";
    if (event.kind == "step_ended") {
        const std::string &status = event.data["status"].asString();
        return status == "failed" || status == "critical_error" ? "batuta.step.failed" : "";
    }
    if (event.kind == "execution_ended")
        return endType(event.data["status"].asString());
    for (const auto &[name, type] : kTypes)
        if (event.kind == name)
            return type;
    return "";
}

store::EventRecord interruptedEvent(const store::ExecutionRecord &record)
{
    return {0,
            record.id,
            record.endedAt,
            std::string(kInterrupted),
            {},
            json::Object{{"status", record.status},
                         {"error", record.error},
                         {"duration_ms", static_cast<double>(record.duration.count()) / 1000}}};
}

std::string cloudEventText(const CloudEvent &event, std::string_view source)
{
    const Subject &subject = event.subject;
    const std::string number = event.number > 0 ? std::to_string(event.number) : "interrupted";
    json::Object object{
        {"specversion", "1.0"},
        {"id", subject.execution + '/' + number},
        {"source", source},
        {"type", event.type},
        {"subject", subject.execution + (event.event.step.empty() ? "" : '/' + event.event.step)},
        {"time", isoTime(event.event.at)},
        {"datacontenttype", "application/json"}};
    if (event.number > 0)
        object.append("sequence", paddedNumber(event.number));
    addText(object, "traceparent", subject.traceparent);
    object.append("data", dataOf(event));
    return json::write(json::Value(std::move(object)));
}

std::string_view kindOf(const store::ExecutionRecord &record, std::string_view step)
{
    const auto found = std::find_if(record.steps.begin(), record.steps.end(),
                                    [&](const store::StepRecord &one) { return one.step == step; });
    return found == record.steps.end() ? std::string_view() : std::string_view(found->kind);
}

json::Value questionOf(const store::ExecutionRecord &record, std::string_view step)
{
    for (const store::StepRecord &one : record.steps)
        if (one.step == step && !one.attemptsDetail.asArray().empty())
            return one.attemptsDetail.asArray().back()["question"];
    return {};
}

} // namespace batuta::exports
