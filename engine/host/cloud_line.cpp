// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/cloud_line.h"

#include "engine/json/json.h"
#include "engine/json/redact.h"
#include "engine/logs/cloud_filter.h"

#include <charconv>
#include <cmath>

namespace batuta::host {
namespace {

void addNonEmpty(json::Object &line, const char *name, const std::string &text)
{
    if (!text.empty())
        line.append(name, text);
}

/// `0.0123s` → 12.3
json::Value millisecondsOf(const std::string &duration)
{
    double seconds = 0;
    const auto read = std::from_chars(duration.data(), duration.data() + duration.size(), seconds);
    if (read.ec != std::errc() || seconds < 0 || seconds > 1e6)
        return {};
    return std::round(seconds * 1e6) / 1e3;
}

void addRequest(json::Object &line, const json::Value &request)
{
    if (!request.isObject())
        return;
    addNonEmpty(line, "method", request["requestMethod"].asString());
    if (request["status"].isNumber())
        line.append("status", request["status"]);
    if (json::Value latency = millisecondsOf(request["latency"].asString()); !latency.isNull())
        line.append("latency_ms", std::move(latency));
    addNonEmpty(line, "url", request["requestUrl"].asString());
    addNonEmpty(line, "user_agent", request["userAgent"].asString());
}

/// What a line says already is not said twice.
void addPayload(json::Object &line, const json::Value &payload, const std::string &message)
{
    json::Object taken;
    for (const auto &[name, value] : payload.asObject()) {
        const bool isMessage = name == "message" && value.isString() && value.asString() == message;
        if (isMessage || name == "timestamp" || name == "time" || name == "severity")
            continue;
        if (logs::isCloudName(name) || line.find(name) != nullptr)
            taken.append(name, value);
        else
            line.append(name, value);
    }
    if (!taken.empty())
        line.append("jsonPayload", std::move(taken));
}

void addLabels(json::Object &line, const json::Value &labels)
{
    json::Object own;
    for (const auto &[name, value] : labels.asObject())
        if (name != "instanceId")
            own.append(name, value);
    if (!own.empty())
        line.append("labels", std::move(own));
}

} // namespace

std::string lineOf(const cloud::LogEntry &entry)
{
    static const json::Redactor kRedactor;
    const json::Value &payload = entry.whole["jsonPayload"];
    // A payload without a message is told by its members.
    const bool isMembers = payload.isObject() && entry.text.starts_with('{');
    const std::string message = isMembers ? std::string() : entry.text;
    json::Object line{{"timestamp", isoTime(entry.time)}, {"severity", entry.severity}, {"message", message}};
    addNonEmpty(line, "service", entry.service);
    addNonEmpty(line, "revision", entry.revision);
    addNonEmpty(line, "log", entry.log);
    addRequest(line, entry.whole["httpRequest"]);
    addPayload(line, payload, message);
    if (entry.whole["protoPayload"].isObject())
        line.append("protoPayload", entry.whole["protoPayload"]);
    addNonEmpty(line, "trace_id", entry.trace);
    addNonEmpty(line, "instance", entry.instance);
    addLabels(line, entry.whole["labels"]);
    addNonEmpty(line, "insert_id", entry.id);
    return json::write(kRedactor.value(line));
}

} // namespace batuta::host
