// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/releases/config_text.h"

#include "engine/json/redact.h"

#include <algorithm>

namespace batuta::views {
namespace {

using cloud::EnvVar;
using cloud::Probe;

void line(std::string &text, const char *key, const std::string &value)
{
    if (!value.empty())
        text += std::string(key) + ": " + value + "\n";
}

void line(std::string &text, const char *key, int value)
{
    line(text, key, std::to_string(value));
}

void words(std::string &text, const char *key, const std::vector<std::string> &list)
{
    if (list.empty())
        return;
    text += std::string(key) + ":\n";
    for (const std::string &word : list)
        text += "  - " + word + "\n";
}

void probe(std::string &text, const char *key, const std::optional<Probe> &probe)
{
    if (!probe)
        return;
    constexpr const char *kKinds[] = {"tcp", "http", "grpc"};
    text += std::string(key) + ":\n";
    line(text, "  kind", kKinds[static_cast<int>(probe->kind)]);
    line(text, "  path", probe->path);
    if (probe->port > 0)
        line(text, "  port", probe->port);
    line(text, "  initialDelay", probe->initialDelaySeconds);
    line(text, "  timeout", probe->timeoutSeconds);
    line(text, "  period", probe->periodSeconds);
    line(text, "  failureThreshold", probe->failureThreshold);
}

std::string imageWithoutDigest(const std::string &image)
{
    return image.substr(0, image.find('@'));
}

/// One line each: a value of several lines would break the comparison by key.
std::string valueOf(const EnvVar &variable)
{
    if (variable.isSecret())
        return "secret " + variable.secret + ":" +
               (variable.secretVersion.empty() ? "latest" : variable.secretVersion);
    std::string value = variable.value;
    for (std::size_t at = value.find('\n'); at != std::string::npos; at = value.find('\n', at + 2))
        value.replace(at, 1, "\\n");
    return value;
}

} // namespace

std::string configText(const cloud::Revision &revision)
{
    const cloud::ServiceConfig &config = revision.config;
    std::string text;
    line(text, "service", revision.of.service);
    line(text, "image", imageWithoutDigest(config.image));
    const std::size_t at = config.image.find('@');
    line(text, "  digest",
         !revision.imageDigest.empty() ? revision.imageDigest
         : at == std::string::npos     ? std::string()
                                       : config.image.substr(at + 1));
    words(text, "command", config.command);
    words(text, "args", config.args);
    text += "resources:\n";
    line(text, "  cpu", config.cpu);
    line(text, "  memory", config.memory);
    line(text, "  cpuAlways", config.cpuIdle ? "no" : "yes");
    line(text, "  startupBoost", config.startupCpuBoost ? "yes" : "no");
    line(text, "port", config.port);
    line(text, "protocol", config.http2 ? "http2" : "http1");
    line(text, "timeout", config.timeoutSeconds);
    line(text, "concurrency", config.concurrency);
    line(text, "minInstances", config.minInstances);
    line(text, "maxInstances", config.maxInstances);
    line(text, "serviceAccount", config.serviceAccount);
    line(text, "executionEnvironment", config.executionEnvironment);
    line(text, "sessionAffinity", config.sessionAffinity ? "yes" : "no");
    probe(text, "startupProbe", config.startup);
    probe(text, "livenessProbe", config.liveness);
    std::vector<EnvVar> env = config.env;
    std::stable_sort(env.begin(), env.end(),
                     [](const EnvVar &a, const EnvVar &b) { return a.name < b.name; });
    if (!env.empty())
        text += "env:\n";
    for (const EnvVar &variable : env)
        text += "  " + variable.name + ": " + valueOf(variable) + "\n";
    return text;
}

cloud::Revision revisionOf(const cloud::Service &service)
{
    cloud::Revision revision;
    revision.of = service.name;
    revision.name = service.latestCreated;
    revision.config = service.config;
    return revision;
}

FileSides besideFile(const cloud::Revision &revision, const std::vector<cloud::EnvVar> &file)
{
    FileSides sides{revision, revision};
    sides.file.config.env = file;
    for (cloud::Revision *side : {&sides.revision, &sides.file})
        for (EnvVar &variable : side->config.env)
            if (!variable.isSecret() && json::isSecretName(variable.name) && !variable.value.empty())
                variable.value = json::kMask;
    return sides;
}

std::string shortRevision(const std::string &revision, const std::string &service)
{
    return revision.starts_with(service + "-") ? revision.substr(service.size() + 1) : revision;
}

std::string shortDigest(const cloud::Revision &revision)
{
    constexpr std::size_t kShown = 7;
    std::string digest = revision.imageDigest.empty() ? revision.config.image : revision.imageDigest;
    const std::size_t mark = digest.find("sha256:");
    if (mark != std::string::npos)
        return digest.substr(mark + 7, kShown);
    const std::size_t name = digest.rfind('/');
    return name == std::string::npos ? digest : digest.substr(name + 1);
}

} // namespace batuta::views
