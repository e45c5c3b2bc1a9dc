// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/refusal.h"
#include "engine/cloud/run_codec.h"

#include "engine/base/text.h"
#include "engine/cloud/texts.h"

#include <algorithm>
#include <charconv>

namespace batuta::cloud {
namespace {

std::int64_t wholeNumber(const json::Value &value)
{
    if (!value.isString())
        return value.asInteger();
    const std::string &text = value.asString();
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

int numberOr(const json::Value &value, int fallback)
{
    return value.isNull() ? fallback
                          : static_cast<int>(std::clamp<std::int64_t>(wholeNumber(value), 0, 1 << 30));
}

WallTime timeOf(const json::Value &value)
{
    WallTime time{};
    parseIsoTime(value.asString(), time);
    return time;
}

std::string lastPart(const std::string &name)
{
    return name.substr(name.rfind('/') + 1);
}

/// projects/P/locations/R/services/S[/revisions/X]
bool readName(const std::string &full, ServiceName &name)
{
    const std::vector<std::string_view> parts = split(full, '/');
    if (parts.size() < 6 || parts[0] != "projects" || parts[2] != "locations" || parts[4] != "services")
        return false;
    name = {std::string(parts[1]), std::string(parts[3]), std::string(parts[5])};
    return true;
}

std::vector<Condition> readConditions(const json::Value &json)
{
    std::vector<Condition> conditions;
    for (const json::Value &one : json.asArray())
        conditions.push_back(readCondition(one));
    return conditions;
}

std::vector<TrafficTarget> readTraffic(const json::Value &json)
{
    std::vector<TrafficTarget> targets;
    for (const json::Value &one : json.asArray()) {
        const bool isLatest = one["type"].asString() == "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST";
        targets.push_back({isLatest ? std::string() : lastPart(one["revision"].asString()),
                           numberOr(one["percent"], 0), one["tag"].asString(), one["uri"].asString()});
    }
    return targets;
}

std::optional<Probe> readProbe(const json::Value &json)
{
    if (!json.isObject())
        return std::nullopt;
    Probe probe;
    const json::Value *of = &json["tcpSocket"];
    if (json["httpGet"].isObject()) {
        probe.kind = Probe::Kind::Http;
        of = &json["httpGet"];
        probe.path = (*of)["path"].asString();
    } else if (json["grpc"].isObject()) {
        probe.kind = Probe::Kind::Grpc;
        of = &json["grpc"];
        probe.path = (*of)["service"].asString();
    }
    probe.port = numberOr((*of)["port"], 0);
    probe.initialDelaySeconds = numberOr(json["initialDelaySeconds"], 0);
    probe.timeoutSeconds = numberOr(json["timeoutSeconds"], 1);
    probe.periodSeconds = numberOr(json["periodSeconds"], 10);
    probe.failureThreshold = numberOr(json["failureThreshold"], 3);
    return probe;
}

/// The container that has a port takes the requests; a lone one is it in any case.
const json::Value &mainContainer(const json::Value &containers)
{
    for (const json::Value &container : containers.asArray())
        if (!container["ports"].asArray().empty())
            return container;
    return containers.at(0);
}

void readContainer(const json::Value &json, ServiceConfig &config)
{
    config.image = json["image"].asString();
    config.command = textsOf(json["command"]);
    config.args = textsOf(json["args"]);
    for (const json::Value &one : json["env"].asArray()) {
        const json::Value &secret = one["valueSource"]["secretKeyRef"];
        config.env.push_back({one["name"].asString(), one["value"].asString(), secret["secret"].asString(),
                              secret["version"].asString()});
    }
    const json::Value &port = json["ports"].at(0);
    config.port = numberOr(port["containerPort"], 8080);
    config.http2 = port["name"].asString() == "h2c";
    const json::Value &resources = json["resources"];
    if (const std::string &cpu = resources["limits"]["cpu"].asString(); !cpu.empty())
        config.cpu = cpu;
    if (const std::string &memory = resources["limits"]["memory"].asString(); !memory.empty())
        config.memory = memory;
    config.cpuIdle = resources.isNull() || resources["cpuIdle"].asBoolean();
    config.startupCpuBoost = resources["startupCpuBoost"].asBoolean();
    config.startup = readProbe(json["startupProbe"]);
    config.liveness = readProbe(json["livenessProbe"]);
}

std::string digestOf(const std::string &image)
{
    const std::size_t at = image.find("@sha256:");
    return at == std::string::npos ? std::string() : image.substr(at + 1);
}

/// What of a revision makes a template: the rest is the server's.
json::Value templateOf(const json::Value &revision)
{
    json::Object json;
    for (const char *name :
         {"labels", "annotations", "scaling", "vpcAccess", "timeout", "serviceAccount", "containers",
          "volumes", "executionEnvironment", "encryptionKey", "maxInstanceRequestConcurrency", "serviceMesh",
          "encryptionKeyRevocationAction", "encryptionKeyShutdownDuration", "sessionAffinity",
          "healthCheckDisabled", "nodeSelector", "gpuZonalRedundancyDisabled"})
        if (const json::Value &value = revision[name]; !value.isNull())
            json.set(name, value);
    return json;
}

Error nameless(const char *what)
{
    return {ErrorCode::NetProtocol, what, "the answer has no name of one", {}, {}};
}

} // namespace

Condition readCondition(const json::Value &json)
{
    Condition condition;
    condition.type = json["type"].asString();
    const std::string &state = json["state"].asString();
    condition.state = state == "CONDITION_SUCCEEDED"     ? ConditionState::Succeeded
                      : state == "CONDITION_FAILED"      ? ConditionState::Failed
                      : state == "CONDITION_RECONCILING" ? ConditionState::Reconciling
                                                         : ConditionState::Pending;
    for (const char *reason : {"reason", "revisionReason", "executionReason"})
        if (condition.reason.empty())
            condition.reason = json[reason].asString();
    condition.message = citation(json["message"].asString());
    condition.since = timeOf(json["lastTransitionTime"]);
    const std::string &severity = json["severity"].asString();
    condition.counts = severity != "WARNING" && severity != "INFO";
    return condition;
}

ServiceConfig readTemplate(const json::Value &json)
{
    ServiceConfig config;
    readContainer(mainContainer(json["containers"]), config);
    const std::string &timeout = json["timeout"].asString();
    if (!timeout.empty())
        std::from_chars(timeout.data(), timeout.data() + timeout.size(), config.timeoutSeconds);
    config.concurrency = numberOr(json["maxInstanceRequestConcurrency"], 80);
    config.minInstances = numberOr(json["scaling"]["minInstanceCount"], 0);
    config.maxInstances = numberOr(json["scaling"]["maxInstanceCount"], 100);
    config.serviceAccount = json["serviceAccount"].asString();
    config.executionEnvironment = json["executionEnvironment"].asString();
    config.sessionAffinity = json["sessionAffinity"].asBoolean();
    config.whole = json;
    return config;
}

Result<Service> readService(const json::Value &json)
{
    Service service;
    if (!readName(json["name"].asString(), service.name))
        return nameless("service");
    service.url = json["uri"].asString();
    service.urls = textsOf(json["urls"]);
    service.etag = json["etag"].asString();
    service.generation = wholeNumber(json["generation"]);
    service.observedGeneration = wholeNumber(json["observedGeneration"]);
    service.created = timeOf(json["createTime"]);
    service.updated = timeOf(json["updateTime"]);
    service.creator = json["creator"].asString();
    service.lastModifier = json["lastModifier"].asString();
    service.description = json["description"].asString();
    service.ingress = json["ingress"].asString();
    service.isOpen = json["invokerIamDisabled"].asBoolean();
    for (const auto &[name, value] : json["labels"].asObject())
        service.labels.emplace_back(name, value.asString());
    service.config = readTemplate(json["template"]);
    service.revisionName = json["template"]["revision"].asString();
    service.traffic = readTraffic(json["traffic"]);
    service.routed = readTraffic(json["trafficStatuses"]);
    service.latestReady = lastPart(json["latestReadyRevision"].asString());
    service.latestCreated = lastPart(json["latestCreatedRevision"].asString());
    service.ready = readCondition(json["terminalCondition"]);
    service.conditions = readConditions(json["conditions"]);
    service.isReconciling = json["reconciling"].asBoolean();
    return service;
}

Result<Revision> readRevision(const json::Value &json)
{
    Revision revision;
    const std::string &full = json["name"].asString();
    if (!readName(full, revision.of) || full.find("/revisions/") == std::string::npos)
        return nameless("revision");
    revision.name = lastPart(full);
    revision.config = readTemplate(templateOf(json));
    revision.imageDigest = digestOf(revision.config.image);
    revision.created = timeOf(json["createTime"]);
    revision.creator = json["creator"].asString();
    revision.logUrl = json["logUri"].asString();
    revision.conditions = readConditions(json["conditions"]);
    return revision;
}

Operation readOperation(const json::Value &json)
{
    Operation operation{json["name"].asString(), json["done"].asBoolean(), {}, json["response"]};
    if (json["error"].isObject())
        operation.error = operationError(json["error"], lastPart(operation.name));
    return operation;
}

Policy readPolicy(const json::Value &json)
{
    Policy policy{json["etag"].asString(), {}};
    for (const json::Value &one : json["bindings"].asArray())
        policy.bindings.push_back({one["role"].asString(), textsOf(one["members"]), one["condition"]});
    return policy;
}

} // namespace batuta::cloud
