// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/service_codec.h"

#include "engine/client/codec.h"
#include "engine/client/release_codec.h"

#include <array>
#include <string_view>

namespace batuta::client {
namespace {

using cloud::Condition;
using cloud::ConditionState;

constexpr std::array<std::string_view, 4> kStates{"pending", "reconciling", "failed", "succeeded"};
constexpr std::array<std::string_view, 3> kProbes{"tcp", "http", "grpc"};

template <std::size_t N> int indexIn(const std::array<std::string_view, N> &words, const std::string &word)
{
    for (std::size_t i = 0; i < N; ++i)
        if (words[i] == word)
            return static_cast<int>(i);
    return 0;
}

int intFrom(const json::Value &value, int otherwise = 0)
{
    return value.isInteger() ? static_cast<int>(value.asInteger()) : otherwise;
}

std::vector<std::string> textsFrom(const json::Value &value)
{
    std::vector<std::string> texts;
    for (const json::Value &text : value.asArray())
        texts.push_back(text.asString());
    return texts;
}

json::Value conditionJson(const Condition &condition)
{
    return json::Object{{"type", condition.type},
                        {"state", kStates[static_cast<std::size_t>(condition.state)]},
                        {"reason", condition.reason},
                        {"message", condition.message},
                        {"since", timeJson(condition.since)},
                        {"counts", condition.counts}};
}

Condition conditionFrom(const json::Value &value)
{
    Condition condition;
    condition.type = value["type"].asString();
    condition.state = static_cast<ConditionState>(indexIn(kStates, value["state"].asString()));
    condition.reason = value["reason"].asString();
    condition.message = value["message"].asString();
    condition.since = timeFromJson(value["since"]);
    condition.counts = value["counts"].asBoolean(true);
    return condition;
}

json::Value conditionsJson(const std::vector<Condition> &conditions)
{
    json::Array list;
    for (const Condition &condition : conditions)
        list.push_back(conditionJson(condition));
    return list;
}

std::vector<Condition> conditionsFrom(const json::Value &value)
{
    std::vector<Condition> conditions;
    for (const json::Value &item : value.asArray())
        conditions.push_back(conditionFrom(item));
    return conditions;
}

json::Value probeJson(const std::optional<cloud::Probe> &probe)
{
    if (!probe)
        return {};
    return json::Object{{"kind", kProbes[static_cast<std::size_t>(probe->kind)]},
                        {"port", probe->port},
                        {"path", probe->path},
                        {"initial_delay", probe->initialDelaySeconds},
                        {"timeout", probe->timeoutSeconds},
                        {"period", probe->periodSeconds},
                        {"failures", probe->failureThreshold}};
}

std::optional<cloud::Probe> probeFrom(const json::Value &value)
{
    if (value.isNull())
        return std::nullopt;
    cloud::Probe probe;
    probe.kind = static_cast<cloud::Probe::Kind>(indexIn(kProbes, value["kind"].asString()));
    probe.port = intFrom(value["port"]);
    probe.path = value["path"].asString();
    probe.initialDelaySeconds = intFrom(value["initial_delay"]);
    probe.timeoutSeconds = intFrom(value["timeout"], 1);
    probe.periodSeconds = intFrom(value["period"], 10);
    probe.failureThreshold = intFrom(value["failures"], 3);
    return probe;
}

json::Value variablesJson(const std::vector<cloud::EnvVar> &env)
{
    json::Array list;
    for (const cloud::EnvVar &variable : env)
        list.push_back(json::Object{{"name", variable.name},
                                    {"value", variable.value},
                                    {"secret", variable.secret},
                                    {"version", variable.secretVersion}});
    return list;
}

json::Value configJson(const cloud::ServiceConfig &config)
{
    return json::Object{{"image", config.image},
                        {"command", json::Array(config.command.begin(), config.command.end())},
                        {"args", json::Array(config.args.begin(), config.args.end())},
                        {"env", variablesJson(config.env)},
                        {"port", config.port},
                        {"http2", config.http2},
                        {"cpu", config.cpu},
                        {"memory", config.memory},
                        {"cpu_idle", config.cpuIdle},
                        {"startup_boost", config.startupCpuBoost},
                        {"concurrency", config.concurrency},
                        {"timeout", config.timeoutSeconds},
                        {"min_instances", config.minInstances},
                        {"max_instances", config.maxInstances},
                        {"service_account", config.serviceAccount},
                        {"execution_environment", config.executionEnvironment},
                        {"session_affinity", config.sessionAffinity},
                        {"startup", probeJson(config.startup)},
                        {"liveness", probeJson(config.liveness)}};
}

cloud::ServiceConfig configFrom(const json::Value &value)
{
    cloud::ServiceConfig config;
    config.image = value["image"].asString();
    config.command = textsFrom(value["command"]);
    config.args = textsFrom(value["args"]);
    for (const json::Value &item : value["env"].asArray())
        config.env.push_back({item["name"].asString(), item["value"].asString(), item["secret"].asString(),
                              item["version"].asString()});
    config.port = intFrom(value["port"], config.port);
    config.http2 = value["http2"].asBoolean();
    config.cpu = value["cpu"].asString();
    config.memory = value["memory"].asString();
    config.cpuIdle = value["cpu_idle"].asBoolean(true);
    config.startupCpuBoost = value["startup_boost"].asBoolean();
    config.concurrency = intFrom(value["concurrency"], config.concurrency);
    config.timeoutSeconds = intFrom(value["timeout"], config.timeoutSeconds);
    config.minInstances = intFrom(value["min_instances"]);
    config.maxInstances = intFrom(value["max_instances"], config.maxInstances);
    config.serviceAccount = value["service_account"].asString();
    config.executionEnvironment = value["execution_environment"].asString();
    config.sessionAffinity = value["session_affinity"].asBoolean();
    config.startup = probeFrom(value["startup"]);
    config.liveness = probeFrom(value["liveness"]);
    return config;
}

std::vector<cloud::TrafficTarget> targetsFrom(const json::Value &value)
{
    auto traffic = trafficFromJson(value);
    return traffic ? std::move(*traffic) : std::vector<cloud::TrafficTarget>();
}

} // namespace

json::Value serviceJson(const cloud::Service &service)
{
    json::Object labels;
    for (const auto &[name, value] : service.labels)
        labels.set(name, value);
    return json::Object{{"project", service.name.project},
                        {"region", service.name.region},
                        {"service", service.name.service},
                        {"url", service.url},
                        {"urls", json::Array(service.urls.begin(), service.urls.end())},
                        {"etag", service.etag},
                        {"generation", service.generation},
                        {"observed_generation", service.observedGeneration},
                        {"created", timeJson(service.created)},
                        {"updated", timeJson(service.updated)},
                        {"creator", service.creator},
                        {"last_modifier", service.lastModifier},
                        {"description", service.description},
                        {"ingress", service.ingress},
                        {"is_open", service.isOpen},
                        {"labels", std::move(labels)},
                        {"config", configJson(service.config)},
                        {"revision_name", service.revisionName},
                        {"traffic", trafficJson(service.traffic)},
                        {"routed", trafficJson(service.routed)},
                        {"latest_ready", service.latestReady},
                        {"latest_created", service.latestCreated},
                        {"ready", conditionJson(service.ready)},
                        {"conditions", conditionsJson(service.conditions)},
                        {"is_reconciling", service.isReconciling}};
}

Result<cloud::Service> serviceFromJson(const json::Value &value)
{
    cloud::Service service;
    service.name = {value["project"].asString(), value["region"].asString(), value["service"].asString()};
    if (service.name.service.empty())
        return Error{ErrorCode::JsonSyntax, "service", "it has no name", {}, {}};
    service.url = value["url"].asString();
    service.urls = textsFrom(value["urls"]);
    service.etag = value["etag"].asString();
    service.generation = value["generation"].asInteger();
    service.observedGeneration = value["observed_generation"].asInteger();
    service.created = timeFromJson(value["created"]);
    service.updated = timeFromJson(value["updated"]);
    service.creator = value["creator"].asString();
    service.lastModifier = value["last_modifier"].asString();
    service.description = value["description"].asString();
    service.ingress = value["ingress"].asString();
    service.isOpen = value["is_open"].asBoolean();
    for (const auto &[name, text] : value["labels"].asObject())
        service.labels.emplace_back(name, text.asString());
    service.config = configFrom(value["config"]);
    service.revisionName = value["revision_name"].asString();
    service.traffic = targetsFrom(value["traffic"]);
    service.routed = targetsFrom(value["routed"]);
    service.latestReady = value["latest_ready"].asString();
    service.latestCreated = value["latest_created"].asString();
    service.ready = conditionFrom(value["ready"]);
    service.conditions = conditionsFrom(value["conditions"]);
    service.isReconciling = value["is_reconciling"].asBoolean();
    return service;
}

json::Value revisionJson(const cloud::Revision &revision)
{
    return json::Object{{"name", revision.name},
                        {"config", configJson(revision.config)},
                        {"digest", revision.imageDigest},
                        {"created", timeJson(revision.created)},
                        {"creator", revision.creator},
                        {"log_url", revision.logUrl},
                        {"conditions", conditionsJson(revision.conditions)}};
}

cloud::Revision revisionFromJson(const json::Value &value, const cloud::ServiceName &of)
{
    return {of,
            value["name"].asString(),
            configFrom(value["config"]),
            value["digest"].asString(),
            timeFromJson(value["created"]),
            value["creator"].asString(),
            value["log_url"].asString(),
            conditionsFrom(value["conditions"])};
}

} // namespace batuta::client
