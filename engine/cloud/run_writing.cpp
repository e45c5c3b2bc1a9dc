// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/run_codec.h"

namespace batuta::cloud {
namespace {

json::Array textsJson(const std::vector<std::string> &texts)
{
    return json::Array(texts.begin(), texts.end());
}

/// A member that is left out when it says nothing.
void setOr(json::Object &object, const char *name, json::Value value, bool isSaid)
{
    if (isSaid)
        object.set(name, std::move(value));
    else
        object.erase(name);
}

json::Value envJson(const std::vector<EnvVar> &env)
{
    json::Array items;
    for (const EnvVar &one : env) {
        json::Object item{{"name", one.name}};
        if (one.isSecret())
            item.set("valueSource",
                     json::Object{{"secretKeyRef", json::Object{{"secret", one.secret},
                                                                {"version", one.secretVersion.empty()
                                                                                ? "latest"
                                                                                : one.secretVersion}}}});
        else
            item.set("value", one.value);
        items.emplace_back(std::move(item));
    }
    return items;
}

json::Value probeJson(const Probe &probe, const json::Value &before)
{
    json::Object json{{"initialDelaySeconds", probe.initialDelaySeconds},
                      {"timeoutSeconds", probe.timeoutSeconds},
                      {"periodSeconds", probe.periodSeconds},
                      {"failureThreshold", probe.failureThreshold}};
    const char *kind = probe.kind == Probe::Kind::Http   ? "httpGet"
                       : probe.kind == Probe::Kind::Grpc ? "grpc"
                                                         : "tcpSocket";
    json::Object of = before[kind].asObject(); // headers of a probe stay
    setOr(of, "port", probe.port, probe.port != 0);
    if (probe.kind != Probe::Kind::Tcp)
        setOr(of, probe.kind == Probe::Kind::Http ? "path" : "service", probe.path, !probe.path.empty());
    json.set(kind, std::move(of));
    return json;
}

void setProbe(json::Object &container, const char *name, const std::optional<Probe> &probe)
{
    const json::Value *before = container.find(name);
    json::Value json = probe ? probeJson(*probe, before == nullptr ? json::Value() : *before) : json::Value();
    setOr(container, name, std::move(json), probe.has_value());
}

json::Value containerJson(const ServiceConfig &config, const json::Value &before)
{
    json::Object container = before.asObject();
    container.set("image", config.image);
    setOr(container, "command", textsJson(config.command), !config.command.empty());
    setOr(container, "args", textsJson(config.args), !config.args.empty());
    setOr(container, "env", envJson(config.env), !config.env.empty());
    container.set("ports", json::Array{json::Object{{"name", config.http2 ? "h2c" : "http1"},
                                                    {"containerPort", config.port}}});
    json::Object resources = before["resources"].asObject();
    json::Object limits = before["resources"]["limits"].asObject();
    limits.set("cpu", config.cpu);
    limits.set("memory", config.memory);
    resources.set("limits", std::move(limits));
    resources.set("cpuIdle", config.cpuIdle); // it means false when it is left out beside limits
    setOr(resources, "startupCpuBoost", true, config.startupCpuBoost);
    container.set("resources", std::move(resources));
    setProbe(container, "startupProbe", config.startup);
    setProbe(container, "livenessProbe", config.liveness);
    return container;
}

json::Array containersJson(const ServiceConfig &config)
{
    json::Array containers = config.whole["containers"].asArray();
    if (containers.empty())
        containers.emplace_back(json::Object());
    std::size_t main = 0;
    for (std::size_t i = containers.size(); i-- > 0;)
        if (!containers[i]["ports"].asArray().empty())
            main = i;
    containers[main] = containerJson(config, containers[main]);
    return containers;
}

} // namespace

json::Value templateJson(const CloudPort::Draft &draft)
{
    const ServiceConfig &config = draft.config;
    json::Object json = config.whole.asObject();
    setOr(json, "revision", draft.revision, !draft.revision.empty()); // the old one's name would be refused
    json.set("containers", containersJson(config));
    json.set("timeout", std::to_string(config.timeoutSeconds) + "s");
    json.set("maxInstanceRequestConcurrency", config.concurrency);
    json::Object scaling = config.whole["scaling"].asObject();
    scaling.set("minInstanceCount", config.minInstances);
    scaling.set("maxInstanceCount", config.maxInstances);
    json.set("scaling", std::move(scaling));
    setOr(json, "serviceAccount", config.serviceAccount, !config.serviceAccount.empty());
    setOr(json, "executionEnvironment", config.executionEnvironment, !config.executionEnvironment.empty());
    setOr(json, "sessionAffinity", true, config.sessionAffinity);
    return json;
}

json::Value trafficJson(const std::vector<TrafficTarget> &traffic)
{
    json::Array items;
    for (const TrafficTarget &target : traffic) {
        json::Object item{{"type", target.isLatest() ? "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST"
                                                     : "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION"}};
        setOr(item, "revision", target.revision, !target.isLatest());
        setOr(item, "percent", target.percent, target.percent != 0);
        setOr(item, "tag", target.tag, !target.tag.empty());
        items.emplace_back(std::move(item));
    }
    return items;
}

json::Value policyJson(const Policy &policy)
{
    json::Array bindings;
    int version = 1;
    for (const Binding &binding : policy.bindings) {
        json::Object item{{"role", binding.role}, {"members", textsJson(binding.members)}};
        setOr(item, "condition", binding.condition, !binding.condition.isNull());
        version = binding.condition.isNull() ? version : 3;
        bindings.emplace_back(std::move(item));
    }
    json::Object json{{"version", version}, {"bindings", std::move(bindings)}};
    setOr(json, "etag", policy.etag, !policy.etag.empty());
    return json;
}

} // namespace batuta::cloud
