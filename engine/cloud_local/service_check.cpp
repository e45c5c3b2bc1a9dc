// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/cloud_local/names.h"
#include "engine/cloud_local/service_shape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace batuta::cloud_local {
namespace {

using json::Value;

constexpr double kGi = 1073741824.0;
constexpr std::array<std::string_view, 4> kReserved{"PORT", "K_SERVICE", "K_REVISION", "K_CONFIGURATION"};

class SpecCheck
{
public:
    explicit SpecCheck(const std::string &service)
        : m_service(service)
    {
    }

    Violations take(const Value &spec)
    {
        checkTemplate(spec["template"]);
        checkTraffic(spec["traffic"]);
        return std::move(m_found);
    }

private:
    void add(std::string field, std::string description)
    {
        m_found.push_back({std::move(field), std::move(description)});
    }

    void range(const Value &value, const std::string &field, std::int64_t least, std::int64_t most)
    {
        if (value.isNull())
            return;
        if (!value.isInteger() || value.asInteger() < least || value.asInteger() > most)
            add(field, "must be between " + std::to_string(least) + " and " + std::to_string(most) + ".");
    }

    void checkScale(const Value &metadata)
    {
        std::int64_t bounds[2] = {0, 100};
        const std::string names[2] = {"autoscaling.knative.dev/minScale", "autoscaling.knative.dev/maxScale"};
        for (int i = 0; i < 2; ++i) {
            const Value &value = metadata["annotations"][names[i]];
            if (value.isNull())
                continue;
            const auto number = quantity(value.asString());
            if (!number || *number != std::floor(*number) || *number < i || *number > 5000)
                add("spec.template.metadata.annotations[" + names[i] + "]",
                    "must be an integer between " + std::to_string(i) + " and 5000.");
            else
                bounds[i] = static_cast<std::int64_t>(*number);
        }
        if (bounds[0] > bounds[1])
            add("spec.template.metadata.annotations[" + names[0] + "]", "must not be above maxScale.");
    }

    void checkTemplate(const Value &given)
    {
        const std::string &name = given["metadata"]["name"].asString();
        if (!name.empty() && (!isServiceName(name) || !name.starts_with(m_service + "-") ||
                              name.size() == m_service.size() + 1))
            add("spec.template.metadata.name",
                "Revision name must be prefixed by the name of the enclosing Service or Configuration with a "
                "trailing -, and have at most 63 lower-case letters, digits and hyphens.");
        checkScale(given["metadata"]);
        const Value &spec = given["spec"];
        range(spec["timeoutSeconds"], "spec.template.spec.timeoutSeconds", 1, 3600);
        range(spec["containerConcurrency"], "spec.template.spec.containerConcurrency", 1, 1000);
        const json::Array &containers = spec["containers"].asArray();
        if (containers.empty()) {
            add("spec.template.spec.containers", "Revision template should contain at least one container.");
            return;
        }
        if (containers.size() > 1)
            add("spec.template.spec.containers",
                "the local Cloud Run runs one container per instance: sidecars are not supported here.");
        if (const auto gen =
                look(given, {"metadata", "annotations"})["run.googleapis.com/execution-environment"];
            !gen.isNull() && gen.asString() != "gen1" && gen.asString() != "gen2")
            add("spec.template.metadata.annotations[run.googleapis.com/execution-environment]",
                "must be gen1 or gen2.");
        checkContainer(containers.front(), given);
    }

    void checkContainer(const Value &container, const Value &given)
    {
        const std::string at = "spec.template.spec.containers[0]";
        if (container["image"].asString().empty())
            add(at + ".image", "Container image is required.");
        const json::Array &ports = container["ports"].asArray();
        if (ports.size() > 1)
            add(at + ".ports", "should contain exactly one port.");
        for (const Value &port : ports) {
            range(port["containerPort"], at + ".ports[0].containerPort", 1, 65535);
            if (port["name"].asString() != "http1" && port["name"].asString() != "h2c")
                add(at + ".ports[0].name", "should be http1 or h2c.");
            if (port["name"].asString() == "h2c")
                add(at + ".ports[0].name",
                    "the local Cloud Run speaks HTTP/1.1 with containers: no h2c here.");
        }
        checkEnvironment(container["env"], at);
        checkResources(container["resources"]["limits"], given, at);
        checkProbe(container["startupProbe"], at + ".startupProbe", 240);
        checkProbe(container["livenessProbe"], at + ".livenessProbe", 3600);
        const Value &startup = container["startupProbe"];
        if (startup["initialDelaySeconds"].asInteger() +
                startup["periodSeconds"].asInteger() * startup["failureThreshold"].asInteger() >
            240)
            add(at + ".startupProbe",
                "initialDelaySeconds and failureThreshold times periodSeconds must not exceed 240 seconds.");
    }

    void checkEnvironment(const Value &environment, const std::string &at)
    {
        std::set<std::string> names;
        const json::Array &items = environment.asArray();
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string field = at + ".env[" + std::to_string(i) + "]";
            const std::string &name = items[i]["name"].asString();
            const Value &value = items[i]["value"];
            const bool isSecret = items[i]["valueFrom"].isObject();
            if (name.empty() || name.size() > 32768 || name.find('=') != std::string::npos)
                add(field + ".name", "must not be empty, hold an equals sign, or exceed 32768 characters.");
            else if (std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end())
                add(field + ".name", "The following reserved env names were provided: " + name +
                                         ". These values are automatically set by the system.");
            else if (!names.insert(name).second)
                add(field + ".name", "duplicate environment variable " + name + ".");
            if (!value.isNull() && !value.isString())
                add(field + ".value", "must be a string.");
            if (value.asString().size() > 32768)
                add(field + ".value", "must not exceed 32768 bytes.");
            if (isSecret && !value.isNull())
                add(field, "may not have both value and valueFrom.");
            if (isSecret && items[i]["valueFrom"]["secretKeyRef"]["name"].asString().empty())
                add(field + ".valueFrom.secretKeyRef.name", "is required.");
        }
    }

    void checkResources(const Value &limits, const Value &given, const std::string &at)
    {
        const auto cpu = quantity(limits["cpu"].asString());
        const auto memory = quantity(limits["memory"].asString());
        static constexpr double kWhole[] = {1, 2, 4, 6, 8};
        const bool isKnown =
            cpu && ((*cpu >= 0.08 && *cpu < 1) ||
                    std::find(std::begin(kWhole), std::end(kWhole), *cpu) != std::end(kWhole));
        if (!isKnown)
            add(at + ".resources.limits.cpu", "Invalid value specified for cpu. For the specified value, "
                                              "must be 0.08 to 1 in steps of 0.01, or one of 1, 2, 4, 6, 8.");
        if (!memory || *memory < 128 * 1048576.0 || *memory > 32 * kGi)
            add(at + ".resources.limits.memory",
                "Invalid value specified for memory. It must be between 128Mi and 32Gi.");
        if (!isKnown || !memory)
            return;
        struct Pair
        {
            double cpu, least, most;
        };
        static constexpr Pair kPairs[] = {{0.08, 0, 0.5}, {0.5, 0, 1}, {1, 0, 4}, {2, 0, 8},
                                          {4, 2, 16},     {6, 4, 24},  {8, 4, 32}};
        const Pair *pair = &kPairs[0];
        for (const Pair &next : kPairs)
            pair = *cpu >= next.cpu ? &next : pair;
        if (*memory < pair->least * kGi || *memory > pair->most * kGi)
            add(at + ".resources.limits.memory",
                "Invalid value specified for container memory: with " + limits["cpu"].asString() +
                    " cpu it must be between " +
                    (pair->least > 0 ? std::to_string(int(pair->least)) + "Gi" : "128Mi") + " and " +
                    (pair->most < 1 ? "512Mi" : std::to_string(int(pair->most)) + "Gi") + ".");
        if (*cpu < 1 && given["spec"]["containerConcurrency"].asInteger() > 1)
            add("spec.template.spec.containerConcurrency",
                "Total cpu < 1 is not supported with concurrency > 1.");
        const Value &annotations = given["metadata"]["annotations"];
        if (*cpu < 1 && annotations["run.googleapis.com/cpu-throttling"].asString() == "false")
            add(at + ".resources.limits.cpu", "cpu < 1 is not supported when cpu is always allocated.");
        if (annotations["run.googleapis.com/execution-environment"].asString() == "gen2" &&
            (*cpu < 1 || *memory < 0.5 * kGi))
            add(at + ".resources.limits",
                "the second generation execution environment needs at least 1 cpu and "
                "512Mi of memory.");
    }

    void checkProbe(const Value &probe, const std::string &at, std::int64_t longest)
    {
        if (!probe.isObject())
            return;
        range(probe["initialDelaySeconds"], at + ".initialDelaySeconds", 0, longest);
        range(probe["periodSeconds"], at + ".periodSeconds", 1, longest);
        range(probe["timeoutSeconds"], at + ".timeoutSeconds", 1, probe["periodSeconds"].asInteger(longest));
        range(probe["failureThreshold"], at + ".failureThreshold", 1, 1'000'000);
        const int kinds = int(probe["httpGet"].isObject()) + int(probe["tcpSocket"].isObject()) +
                          int(probe["grpc"].isObject());
        if (kinds != 1)
            add(at, "exactly one of httpGet, tcpSocket and grpc must be set.");
        if (probe["grpc"].isObject())
            add(at + ".grpc", "the local Cloud Run probes with tcpSocket and httpGet only.");
        const std::string &path = probe["httpGet"]["path"].asString();
        if (probe["httpGet"].isObject() && (path.empty() || path.front() != '/'))
            add(at + ".httpGet.path", "must start with /.");
    }

    void checkTraffic(const Value &traffic)
    {
        std::int64_t sum = 0;
        std::set<std::string> tags;
        const json::Array &targets = traffic.asArray();
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const std::string at = "spec.traffic[" + std::to_string(i) + "]";
            range(targets[i]["percent"], at + ".percent", 0, 100);
            sum += targets[i]["percent"].asInteger();
            const std::string &tag = targets[i]["tag"].asString();
            if (!tag.empty() && (!isTag(tag) || tag.size() + 3 + m_service.size() > 63))
                add(at + ".tag", "must be lower-case letters, digits and hyphens, and at most 63 characters "
                                 "together with the service's name.");
            else if (!tag.empty() && !tags.insert(tag).second)
                add(at + ".tag", "Traffic tags must be unique: '" + tag + "' stands twice.");
            const bool isLatest = targets[i]["latestRevision"].asBoolean();
            if (isLatest == !targets[i]["revisionName"].asString().empty())
                add(at, "exactly one of revisionName and latestRevision must be set.");
        }
        if (sum != 100)
            add("spec.traffic", "Traffic targets must sum to 100, but sum to " + std::to_string(sum) + ".");
    }

    const std::string &m_service;
    Violations m_found;
};

} // namespace

Violations specViolations(const Value &spec, const std::string &service)
{
    return SpecCheck(service).take(spec);
}

Violations metadataViolations(const Value &service)
{
    Violations found;
    static const std::set<std::string_view> ingresses{"all", "internal", "internal-and-cloud-load-balancing",
                                                      "none"};
    const std::string &ingress = annotation(service, "run.googleapis.com/ingress");
    if (!ingress.empty() && !ingresses.contains(ingress))
        found.push_back({"metadata.annotations[run.googleapis.com/ingress]",
                         "must be all, internal, internal-and-cloud-load-balancing or none."});
    const std::string &description = annotation(service, "run.googleapis.com/description");
    if (description.size() > 512 * 4)
        found.push_back(
            {"metadata.annotations[run.googleapis.com/description]", "must not exceed 512 characters."});
    for (const auto &[name, value] : service["metadata"]["labels"].asObject()) {
        const std::string &text = value.asString();
        const bool isFine =
            value.isString() && text.size() <= 63 && std::all_of(text.begin(), text.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
                       static_cast<unsigned char>(c) >= 0x80;
            });
        if (!isFine)
            found.push_back({"metadata.labels[" + name + "]",
                             "must be at most 63 lower-case letters, digits, underscores and hyphens."});
    }
    return found;
}

namespace {

using Names = std::set<std::string_view>;

void collectUnknown(const Value &value, const std::string &at, const Names &known, Violations &found)
{
    for (const auto &[name, ignored] : value.asObject())
        if (!known.contains(name))
            found.push_back({at, "Invalid JSON payload received. Unknown name \"" + name + "\" at '" + at +
                                     "': Cannot find field."});
}

} // namespace

Violations unknownNames(const Value &service)
{
    static const Names kTop{"apiVersion", "kind", "metadata", "spec", "status"};
    static const Names kSpec{"template", "traffic"};
    static const Names kTemplate{"metadata", "spec"};
    static const Names kInner{
        "containerConcurrency", "timeoutSeconds",   "serviceAccountName", "containers",      "volumes",
        "nodeSelector",         "runtimeClassName", "enableServiceLinks", "imagePullSecrets"};
    static const Names kContainer{"name",
                                  "image",
                                  "command",
                                  "args",
                                  "env",
                                  "envFrom",
                                  "ports",
                                  "resources",
                                  "volumeMounts",
                                  "workingDir",
                                  "startupProbe",
                                  "livenessProbe",
                                  "readinessProbe",
                                  "securityContext",
                                  "imagePullPolicy",
                                  "terminationMessagePath",
                                  "terminationMessagePolicy"};
    static const Names kTarget{"revisionName", "latestRevision",   "percent", "tag",
                               "url",          "configurationName"};
    Violations found;
    collectUnknown(service, "service", kTop, found);
    collectUnknown(service["spec"], "service.spec", kSpec, found);
    collectUnknown(service["spec"]["template"], "service.spec.template", kTemplate, found);
    const Value &inner = service["spec"]["template"]["spec"];
    collectUnknown(inner, "service.spec.template.spec", kInner, found);
    const json::Array &containers = inner["containers"].asArray();
    for (std::size_t i = 0; i < containers.size(); ++i)
        collectUnknown(containers[i], "service.spec.template.spec.containers[" + std::to_string(i) + "]",
                       kContainer, found);
    const json::Array &targets = service["spec"]["traffic"].asArray();
    for (std::size_t i = 0; i < targets.size(); ++i)
        collectUnknown(targets[i], "service.spec.traffic[" + std::to_string(i) + "]", kTarget, found);
    return found;
}

} // namespace batuta::cloud_local
