// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/json/redact.h"
#include "engine/releases/preflight.h"

#include <map>

namespace batuta::releases {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string probeText(const std::optional<cloud::Probe> &probe)
{
    if (!probe)
        return {};
    const char *kind = probe->kind == cloud::Probe::Kind::Http   ? "http"
                       : probe->kind == cloud::Probe::Kind::Grpc ? "grpc"
                                                                 : "tcp";
    return std::string(kind) + " :" + std::to_string(probe->port) + probe->path + ", " +
           std::to_string(probe->failureThreshold) + " × " + std::to_string(probe->periodSeconds) + " s";
}

Pairs settingsOf(const cloud::ServiceConfig &config)
{
    const auto flag = [](bool value) { return std::string(value ? "yes" : "no"); };
    return {{"image", config.image},
            {"command", join(config.command, " ")},
            {"arguments", join(config.args, " ")},
            {"port", std::to_string(config.port) + (config.http2 ? " (HTTP/2)" : "")},
            {"cpu", config.cpu},
            {"memory", config.memory},
            {"cpu only while requests are", flag(config.cpuIdle)},
            {"more cpu while it starts", flag(config.startupCpuBoost)},
            {"concurrency", std::to_string(config.concurrency)},
            {"timeout", std::to_string(config.timeoutSeconds) + " s"},
            {"fewest instances", std::to_string(config.minInstances)},
            {"most instances", std::to_string(config.maxInstances)},
            {"service account", config.serviceAccount},
            {"execution environment", config.executionEnvironment},
            {"session affinity", flag(config.sessionAffinity)},
            {"startup probe", probeText(config.startup)},
            {"liveness probe", probeText(config.liveness)}};
}

std::string shownValue(const cloud::EnvVar &one)
{
    if (one.isSecret())
        return "secret " + one.secret + ":" + (one.secretVersion.empty() ? "latest" : one.secretVersion);
    return json::isSecretName(one.name) && !one.value.empty() ? std::string(json::kMask) : one.value;
}

} // namespace

std::vector<KeyChange> changesBetween(const cloud::ServiceConfig &before, const cloud::ServiceConfig &after)
{
    std::vector<KeyChange> changes;
    const Pairs old = settingsOf(before), fresh = settingsOf(after);
    for (std::size_t i = 0; i < old.size(); ++i)
        if (old[i].second != fresh[i].second)
            changes.push_back({KeyChange::Kind::Changed, old[i].first, old[i].second, fresh[i].second});
    std::map<std::string, std::pair<const cloud::EnvVar *, const cloud::EnvVar *>> keys;
    for (const cloud::EnvVar &one : before.env)
        keys[one.name].first = &one;
    for (const cloud::EnvVar &one : after.env)
        keys[one.name].second = &one;
    for (const auto &[name, sides] : keys) {
        const auto &[was, is] = sides;
        if (was != nullptr && is != nullptr && *was == *is)
            continue;
        const auto kind = was == nullptr  ? KeyChange::Kind::Added
                          : is == nullptr ? KeyChange::Kind::Removed
                                          : KeyChange::Kind::Changed;
        changes.push_back({kind, "env " + name, was == nullptr ? "" : shownValue(*was),
                           is == nullptr ? "" : shownValue(*is)});
    }
    return changes;
}

} // namespace batuta::releases
