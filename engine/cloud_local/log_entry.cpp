// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/log_entry.h"

#include "engine/base/text.h"

#include <array>
#include <cstdio>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kLogs{
    {{"requests", "run.googleapis.com%2Frequests"},
     {"stdout", "run.googleapis.com%2Fstdout"},
     {"stderr", "run.googleapis.com%2Fstderr"},
     {"system", "run.googleapis.com%2Fvarlog%2Fsystem"}}};

std::string latencyText(Duration latency)
{
    std::array<char, 40> text{};
    const int size = std::snprintf(text.data(), text.size(), "%.6fs", secondsOf(latency));
    return {text.data(), static_cast<std::size_t>(size)};
}

Object requestOf(const fleet::HttpLine &line)
{
    Object request{{"requestMethod", line.method},
                   {"requestUrl", line.url},
                   {"requestSize", std::to_string(line.requestBytes)},
                   {"status", line.status},
                   {"responseSize", std::to_string(line.responseBytes)},
                   {"remoteIp", line.remoteIp},
                   {"latency", latencyText(line.latency)},
                   {"protocol", line.protocol}};
    for (const auto &[name, text] :
         {std::pair("userAgent", &line.userAgent), std::pair("serverIp", &line.serverIp),
          std::pair("referer", &line.referer)})
        if (!text->empty())
            request.set(name, *text);
    return request;
}

Object resourceOf(const fleet::RevisionKey &key)
{
    return Object{{"type", "cloud_run_revision"},
                  {"labels", Object{{"project_id", key.service.project},
                                    {"service_name", key.service.service},
                                    {"revision_name", key.revision},
                                    {"location", key.service.region},
                                    {"configuration_name", key.service.service}}}};
}

void addTrace(const fleet::Entry &entry, Object &made)
{
    if (!entry.trace.empty()) {
        const bool isWhole = entry.trace.starts_with("projects/");
        made.set("trace",
                 isWhole ? entry.trace : "projects/" + entry.key.service.project + "/traces/" + entry.trace);
    }
    if (!entry.span.empty())
        made.set("spanId", entry.span);
    if (entry.isSampled)
        made.set("traceSampled", true);
    if (entry.source)
        made.set("sourceLocation", Object{{"file", entry.source->file},
                                          {"line", entry.source->line},
                                          {"function", entry.source->function}});
}

} // namespace

Value logEntry(const fleet::Entry &entry)
{
    Object made{{"insertId", entry.insertId}};
    std::string log = entry.log;
    for (const auto &[name, whole] : kLogs)
        if (log == name)
            log = whole;
    made.set("logName", "projects/" + entry.key.service.project + "/logs/" + log);
    const Value &resource = entry.extra["resource"];
    made.set("resource", resource.isObject() ? resource : Value(resourceOf(entry.key)));
    made.set("timestamp", isoTime(entry.time));
    made.set("receiveTimestamp", isoTime(entry.received));
    made.set("severity", fleet::severityName(entry.severity));
    if (entry.request)
        made.set("httpRequest", requestOf(*entry.request));
    Object labels;
    for (const auto &[name, value] : entry.labels)
        labels.set(name, value);
    if (!entry.instance.empty())
        labels.set("instanceId", entry.instance);
    if (!labels.empty())
        made.set("labels", std::move(labels));
    addTrace(entry, made);
    if (!entry.operation.isNull())
        made.set("operation", entry.operation);
    if (!entry.payload.isNull())
        made.set("jsonPayload", entry.payload);
    else if (!entry.text.empty() || !entry.request)
        made.set("textPayload", entry.text);
    for (const char *name : {"httpRequest", "protoPayload"})
        if (const Value &own = entry.extra[name]; own.isObject())
            made.set(name, own);
    if (entry.extra["protoPayload"].isObject())
        made.erase("textPayload");
    return made;
}

std::string projectOfLog(std::string_view logName)
{
    const auto parts = split(logName, '/');
    return parts.size() >= 4 && parts[0] == "projects" && parts[2] == "logs" ? std::string(parts[1])
                                                                             : std::string();
}

Outcome<fleet::Entry> writtenEntry(const Value &given, const Value &fallback, WallTime now)
{
    const auto either = [&](const char *name) -> const Value & {
        return given[name].isNull() ? fallback[name] : given[name];
    };
    const std::string &logName = either("logName").asString();
    fleet::Entry entry;
    entry.key.service.project = projectOfLog(logName);
    if (entry.key.service.project.empty() || logName.size() > 600)
        return invalid("Log name must be of the form projects/PROJECT/logs/LOG: '" + logName + "'.");
    entry.log = logName.substr(logName.find("/logs/") + 6);
    const Value &resource = either("resource");
    if (resource["type"].asString().empty())
        return invalid("A monitored resource type is required.");
    const int payloads = int(!given["textPayload"].isNull()) + int(!given["jsonPayload"].isNull()) +
                         int(!given["protoPayload"].isNull());
    if (payloads > 1)
        return invalid("An entry can have only one payload.");
    entry.extra = Object{{"resource", resource}};
    for (const char *name : {"httpRequest", "protoPayload"})
        if (given[name].isObject())
            entry.extra.object().set(name, given[name]);
    entry.time = now;
    if (const std::string &time = given["timestamp"].asString();
        !time.empty() && !parseIsoTime(time, entry.time))
        return invalid("Invalid timestamp: '" + time + "'.");
    const Value &severity = given["severity"];
    entry.severity = severity.isInteger() ? static_cast<fleet::Severity>(severity.asInteger() / 100 * 100)
                                          : fleet::severityOf(severity.asString());
    entry.insertId = given["insertId"].asString();
    entry.text = given["textPayload"].asString();
    entry.payload = given["jsonPayload"];
    entry.trace = given["trace"].asString();
    entry.span = given["spanId"].asString();
    entry.isSampled = given["traceSampled"].asBoolean();
    entry.operation = given["operation"];
    for (const Value *labels : {&fallback["labels"], &given["labels"]})
        for (const auto &[name, value] : labels->asObject())
            entry.labels.emplace_back(name, value.asString());
    if (const Value &source = given["sourceLocation"]; source.isObject())
        entry.source = fleet::SourcePlace{source["file"].asString(), source["line"].asString(),
                                          source["function"].asString()};
    return entry;
}

} // namespace batuta::cloud_local
