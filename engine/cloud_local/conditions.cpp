// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/conditions.h"

namespace batuta::cloud_local {

using json::Value;

void setCondition(Value &object, const Condition &condition, const std::string &now)
{
    Value made = json::Object{{"type", condition.type}, {"status", condition.status}};
    json::Object &members = made.object();
    if (!condition.reason.empty())
        members.set("reason", condition.reason);
    if (!condition.message.empty())
        members.set("message", condition.message);
    if (!condition.severity.empty())
        members.set("severity", condition.severity);
    members.set("lastTransitionTime", now);
    json::Array &conditions = child(object, {"status", "conditions"}).array();
    for (Value &known : conditions)
        if (known["type"].asString() == condition.type) {
            if (known["status"].asString() == condition.status)
                members.set("lastTransitionTime", known["lastTransitionTime"]);
            known = std::move(made);
            return;
        }
    conditions.push_back(std::move(made));
}

Condition conditionOf(const Value &object, std::string_view type)
{
    for (const Value &known : object["status"]["conditions"].asArray())
        if (known["type"].asString() == type)
            return {known["type"].asString(), known["status"].asString(), known["reason"].asString(),
                    known["message"].asString(), known["severity"].asString()};
    return {std::string(type)};
}

void setDeploying(Value &revision, const std::string &now)
{
    for (const char *type : {"Ready", "ContainerHealthy", "ResourcesAvailable"})
        setCondition(revision, {type, "Unknown", "Deploying", "Deploying revision."}, now);
}

void setUp(Value &revision, const std::string &now)
{
    for (const char *type : {"Ready", "ContainerHealthy", "ResourcesAvailable"})
        setCondition(revision, {type, "True"}, now);
}

void setFailed(Value &revision, const std::string &reason, const std::string &message, const std::string &now)
{
    setCondition(revision, {"Ready", "False", reason, message}, now);
    const bool isOfContainer = reason == "HealthCheckContainerError";
    setCondition(revision, {"ContainerHealthy", "False", reason, message}, now);
    setCondition(revision,
                 isOfContainer ? Condition{"ResourcesAvailable", "True"}
                               : Condition{"ResourcesAvailable", "False", reason, message},
                 now);
}

void setReady(Value &service, const std::string &now)
{
    const Condition parts[] = {conditionOf(service, "ConfigurationsReady"),
                               conditionOf(service, "RoutesReady")};
    Condition ready{"Ready", "True"};
    for (const Condition &part : parts) // a failure stands above what is still on its way
        if (part.isFalse() ? !ready.isFalse() : !part.isTrue() && ready.isTrue())
            ready = {"Ready", part.status, part.reason, part.message};
    setCondition(service, ready, now);
}

} // namespace batuta::cloud_local
