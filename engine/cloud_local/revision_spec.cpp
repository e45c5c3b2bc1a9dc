// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/service_shape.h"

#include <algorithm>

namespace batuta::cloud_local {
namespace {

using json::Value;

int scaleOf(const Value &revision, std::string_view name, int fallback)
{
    const auto number = quantity(annotation(revision, "autoscaling.knative.dev/" + std::string(name)));
    return number ? static_cast<int>(std::min(*number, 5000.0)) : fallback;
}

Duration seconds(const Value &value)
{
    return std::chrono::seconds(std::clamp<std::int64_t>(value.asInteger(), 0, 3600));
}

fleet::Probe probeOf(const Value &given, int ownPort)
{
    fleet::Probe probe;
    const Value &http = given["httpGet"];
    probe.kind = http.isObject() ? fleet::Probe::Kind::Http : fleet::Probe::Kind::Tcp;
    const Value &action = http.isObject() ? http : given["tcpSocket"];
    const auto port = static_cast<int>(action["port"].asInteger());
    probe.port = port == ownPort ? 0 : port;
    if (http.isObject())
        probe.path = http["path"].asString();
    for (const Value &header : http["httpHeaders"].asArray())
        probe.headers.emplace_back(header["name"].asString(), header["value"].asString());
    probe.initialDelay = seconds(given["initialDelaySeconds"]);
    probe.timeout = seconds(given["timeoutSeconds"]);
    probe.period = seconds(given["periodSeconds"]);
    probe.failureThreshold =
        static_cast<int>(std::clamp<std::int64_t>(given["failureThreshold"].asInteger(), 1, 1'000'000));
    return probe;
}

} // namespace

fleet::RevisionSpec specOf(const Value &revision, const Ref &service)
{
    const Value &spec = revision["spec"];
    const Value &container = servingContainer(spec);
    fleet::RevisionSpec made;
    made.key = {{service.project, service.region, service.name}, revision["metadata"]["name"].asString()};
    made.container = container["name"].asString();
    made.port = static_cast<int>(container["ports"].at(0)["containerPort"].asInteger(8080));
    made.concurrency = static_cast<int>(spec["containerConcurrency"].asInteger(80));
    made.minInstances = scaleOf(revision, "minScale", 0);
    made.maxInstances = std::max(scaleOf(revision, "maxScale", 100), 1);
    made.timeout = seconds(spec["timeoutSeconds"]);
    const Value &limits = container["resources"]["limits"];
    made.cpu = quantity(limits["cpu"].asString()).value_or(1);
    made.memoryBytes =
        static_cast<std::uint64_t>(quantity(limits["memory"].asString()).value_or(512.0 * 1048576));
    made.startup = probeOf(container["startupProbe"], made.port);
    made.startup.isDefault = label(revision, "run.googleapis.com/startupProbeType") == "Default";
    if (container["livenessProbe"].isObject())
        made.liveness = probeOf(container["livenessProbe"], made.port);
    made.hasSessionAffinity = annotation(revision, "run.googleapis.com/sessionAffinity") == "true";
    return made;
}

} // namespace batuta::cloud_local
