// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/log_client.h"
#include "engine/json/json.h"
#include "engine/net/url.h"

#include <charconv>

namespace batuta::cloud {
namespace {

/// `projects/P/logs/run.googleapis.com%2Fstdout` → `stdout`
std::string lastWord(const std::string &logName)
{
    const std::string encoded = logName.substr(logName.rfind('/') + 1);
    const std::string name = net::percentDecoded(encoded).value_or(encoded);
    return name.substr(name.rfind('/') + 1);
}

/// `0.012s` → 12 ms
std::string latencyText(const std::string &latency)
{
    double seconds = 0;
    const auto read = std::from_chars(latency.data(), latency.data() + latency.size(), seconds);
    if (read.ec != std::errc() || seconds < 0 || seconds > 1e6)
        return latency;
    return durationForPeople(Duration(static_cast<std::int64_t>(seconds * 1e6)));
}

std::string requestText(const json::Value &request)
{
    const json::Value &status = request["status"];
    return request["requestMethod"].asString() + " " + std::to_string(status.asInteger()) + " " +
           latencyText(request["latency"].asString()) + " " + request["requestUrl"].asString();
}

std::string textOf(const json::Value &json)
{
    if (json["textPayload"].isString())
        return json["textPayload"].asString();
    const json::Value &payload = json["jsonPayload"];
    for (const char *name : {"message", "msg", "event"})
        if (payload[name].isString())
            return payload[name].asString();
    if (payload.isObject())
        return json::write(payload);
    if (json["httpRequest"].isObject())
        return requestText(json["httpRequest"]);
    const json::Value &audit = json["protoPayload"];
    if (!audit.isObject())
        return {};
    const std::string &who = audit["authenticationInfo"]["principalEmail"].asString();
    const std::string &said = audit["status"]["message"].asString();
    return audit["methodName"].asString() + (who.empty() ? "" : " by " + who) +
           (said.empty() ? "" : ": " + said);
}

} // namespace

LogEntry readLogEntry(const json::Value &json)
{
    LogEntry entry;
    const std::string &time = json["timestamp"].asString();
    if (!parseIsoTime(time, entry.time))
        parseIsoTime(json["receiveTimestamp"].asString(), entry.time);
    entry.severity = json["severity"].asString();
    if (entry.severity.empty())
        entry.severity = "DEFAULT";
    entry.log = lastWord(json["logName"].asString());
    entry.id = json["insertId"].asString();
    const json::Value &labels = json["resource"]["labels"];
    entry.service = labels["service_name"].asString();
    entry.revision = labels["revision_name"].asString();
    entry.instance = json["labels"]["instanceId"].asString();
    const std::string &trace = json["trace"].asString();
    entry.trace = trace.substr(trace.rfind('/') + 1);
    entry.text = textOf(json);
    entry.whole = json;
    return entry;
}

std::string logFilterOf(const ServiceName &service, const std::string &revision)
{
    std::string filter = "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"" +
                         service.service + "\" AND resource.labels.location=\"" + service.region + "\"";
    if (!revision.empty())
        filter += " AND resource.labels.revision_name=\"" + revision + "\"";
    return filter;
}

} // namespace batuta::cloud
