// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// From a written service to running revisions and moved traffic.
#include "engine/cloud_local/conditions.h"
#include "engine/cloud_local/names.h"
#include "engine/cloud_local/service_draft.h"
#include "engine/cloud_local/services.h"
#include "engine/json/json.h"

#include <algorithm>

namespace batuta::cloud_local {

using json::Object;
using json::Value;

namespace {

constexpr std::string_view kMissing = "ContainerMissing";
constexpr std::string_view kUnhealthy = "HealthCheckContainerError";

std::string failureText(const std::string &revision, int port)
{
    return "Revision '" + revision +
           "' is not ready and cannot serve traffic. The user-provided container failed to start and listen "
           "on "
           "the port defined provided by the PORT=" +
           std::to_string(port) +
           " environment variable within the allocated timeout. This can happen when the container port is "
           "misconfigured or if the timeout is too short. The health check timeout can be extended. Logs for "
           "this revision might contain more information.";
}

std::int64_t generationOf(const Value *revision)
{
    if (!revision)
        return 0;
    const auto number = quantity(label(*revision, "serving.knative.dev/configurationGeneration"));
    return static_cast<std::int64_t>(number.value_or(0));
}

std::vector<std::string> hostsOf(const Ref &service)
{
    const std::string hash = sha256Hex(service.project + "/" + service.name).substr(0, 10);
    return {service.name + "-" + projectNumber(service.project) + "." + service.region + ".run.app",
            service.name + "-" + hash + "-" + regionCode(service.region) + ".a.run.app"};
}

} // namespace

void Services::restore()
{
    for (const auto &[key, value] : m_documents.list("service")) {
        const std::string path(key);
        const std::size_t first = path.find('/');
        const std::size_t last = path.rfind('/');
        const Ref ref{path.substr(0, first), path.substr(first + 1, last - first - 1), path.substr(last + 1)};
        std::vector<std::pair<std::string, bool>> back;
        for (const auto &[name, revision] : m_documents.list("revision", ref.prefix())) {
            if (label(*revision, "serving.knative.dev/service") != ref.name)
                continue;
            const Condition ready = conditionOf(*revision, "Ready");
            // What failed stays failed, unless its image was not there.
            if (!ready.isFalse() || ready.reason == kMissing)
                back.emplace_back((*revision)["metadata"]["name"].asString(), ready.isTrue());
        }
        for (const auto &[name, isProven] : back)
            bringIn(ref, name, isProven);
        const Value *service = m_documents.find("service", ref.key());
        Value object = service ? *service : Value();
        if (object["status"]["traffic"].asArray().empty())
            continue;
        applyTraffic(ref, object);
        settle(ref, std::move(object));
    }
}

Outcome<fleet::RevisionSpec> Services::specFor(const Ref &service, const Value &revision) const
{
    const Value &container = servingContainer(revision["spec"]);
    const std::string &pinned = revision["status"]["imageDigest"].asString();
    const auto manifest = m_images.find(pinned.empty() ? container["image"].asString() : pinned);
    if (!manifest)
        return Refused(manifest.error());
    std::vector<std::string> environment =
        m_ports.surroundings ? m_ports.surroundings() : std::vector<std::string>{};
    for (const Value &variable : container["env"].asArray()) {
        std::string value = variable["value"].asString();
        if (const Value &from = variable["valueFrom"]["secretKeyRef"]; from.isObject()) {
            const std::string &name = from["name"].asString();
            const std::string &version = from["key"].asString();
            const auto secret = m_ports.secret ? m_ports.secret(name, version) : std::nullopt;
            if (!secret)
                return refused(404, "SecretsAccessCheckFailed",
                               "Secret projects/" + projectNumber(service.project) + "/secrets/" + name +
                                   "/versions/" + (version.empty() ? "latest" : version) + " was not found");
            value = *secret;
        }
        environment.push_back(variable["name"].asString() + "=" + value);
    }
    fleet::RevisionSpec spec = specOf(revision, service);
    spec.launch = launchOf(*manifest, container, environment);
    return spec;
}

void Services::bringIn(const Ref &service, const std::string &revision, bool isProven)
{
    const Value *kept = m_documents.find("revision", Ref{service.project, service.region, revision}.key());
    if (!kept)
        return;
    auto spec = specFor(service, *kept);
    if (!spec) {
        const bool isSecret = spec.error().status == "SecretsAccessCheckFailed";
        return fail(service, revision, isSecret ? spec.error().status : std::string(kMissing),
                    spec.error().message);
    }
    spec->isProven = isProven;
    const Status begun =
        m_fleet.start(std::move(*spec), [this, service, revision](const fleet::StartOutcome &outcome) {
            hear(service, revision, outcome);
            if (m_ports.changed)
                m_ports.changed();
        });
    if (!begun)
        fail(service, revision, "Internal", errorText(begun.error()));
}

void Services::hear(const Ref &service, const std::string &revision, const fleet::StartOutcome &outcome)
{
    const std::string key = Ref{service.project, service.region, revision}.key();
    const Value *kept = m_documents.find("revision", key);
    if (!kept || outcome.failure == fleet::StartFailure::Retired)
        return;
    if (!outcome.isReady) {
        const auto port = servingContainer((*kept)["spec"])["ports"].at(0)["containerPort"].asInteger(8080);
        return fail(service, revision, std::string(kUnhealthy),
                    failureText(revision, static_cast<int>(port)));
    }
    if (conditionOf(*kept, "Ready").isTrue())
        return;
    Value up = *kept;
    setUp(up, now());
    m_documents.put("revision", key, std::move(up));
    afterRevision(service, revision);
}

void Services::fail(const Ref &service, const std::string &revision, const std::string &reason,
                    const std::string &message)
{
    const std::string key = Ref{service.project, service.region, revision}.key();
    const Value *kept = m_documents.find("revision", key);
    if (!kept)
        return;
    Value failed = *kept;
    setFailed(failed, reason, message, now());
    m_documents.put("revision", key, std::move(failed));
    afterRevision(service, revision);
}

void Services::afterRevision(const Ref &service, const std::string &revision)
{
    const Value *stored = m_documents.find("service", service.key());
    const Value *kept = m_documents.find("revision", Ref{service.project, service.region, revision}.key());
    if (!stored || !kept)
        return;
    Value object = *stored;
    const bool isUp = conditionOf(*kept, "Ready").isTrue();
    const bool isNewest = object["status"]["latestCreatedRevisionName"].asString() == revision;
    const std::string ready = object["status"]["latestReadyRevisionName"].asString();
    const Value *readyOne =
        ready.empty() ? nullptr
                      : m_documents.find("revision", Ref{service.project, service.region, ready}.key());
    const bool isNewestReady = isUp && (isNewest || generationOf(kept) > generationOf(readyOne));
    if (isNewestReady)
        child(object, {"status", "latestReadyRevisionName"}) = revision;
    if (isNewest)
        takeConfiguration(object, kept);
    if (isNewestReady || (isUp && !conditionOf(object, "RoutesReady").isTrue()))
        applyTraffic(service, object);
    else if (isNewest && !object["status"]["traffic"].asArray().empty())
        setCondition(object, {"RoutesReady", "True"}, now()); // the newest failed: traffic stays where it was
    settle(service, std::move(object));
}

void Services::applyTraffic(const Ref &service, Value &object)
{
    json::Array routed;
    for (const Value &target : object["spec"]["traffic"].asArray()) {
        const bool isLatest = target["latestRevision"].asBoolean();
        const std::string name = isLatest ? object["status"]["latestReadyRevisionName"].asString()
                                          : target["revisionName"].asString();
        const Value *revision =
            m_documents.find("revision", Ref{service.project, service.region, name}.key());
        if (name.empty() || (revision && conditionOf(*revision, "Ready").status == "Unknown"))
            return setCondition(object, {"RoutesReady", "Unknown", "RoutesPending", {}}, now());
        if (!revision || label(*revision, "serving.knative.dev/service") != service.name)
            return setCondition(
                object,
                {"RoutesReady", "False", "RevisionMissing",
                 "Revision '" + name +
                     "' does not exist or is deleted. Update all traffic to route to currently "
                     "available revisions."},
                now());
        if (const Condition ready = conditionOf(*revision, "Ready"); ready.isFalse())
            return setCondition(object, {"RoutesReady", "False", "RevisionFailed", ready.message}, now());
        Value status = Object{{"revisionName", name}};
        for (const char *member : {"percent", "tag", "latestRevision"})
            if (!target[member].isNull())
                status.object().set(member, target[member]);
        routed.push_back(std::move(status));
    }
    if (const Status told = tellFleet(service, routed); !told)
        return setCondition(object, {"RoutesReady", "False", "RevisionFailed", errorText(told.error())},
                            now());
    const fleet::ServiceKey key{service.project, service.region, service.name};
    for (Value &target : routed)
        if (const std::string &tag = target["tag"].asString(); !tag.empty())
            target.object().set("url", m_fleet.url(key, tag));
    const std::string url = m_fleet.url(key);
    child(object, {"status", "traffic"}) = std::move(routed);
    child(object, {"status", "url"}) = url;
    child(object, {"status", "address", "url"}) = url;
    child(object, {"metadata", "annotations", "run.googleapis.com/urls"}) = json::write(json::Array{url});
    setCondition(object, {"RoutesReady", "True"}, now());
}

Status Services::tellFleet(const Ref &service, const Value &traffic)
{
    fleet::Route route;
    for (const Value &target : traffic.asArray())
        route.shares.push_back({target["revisionName"].asString(),
                                static_cast<int>(target["percent"].asInteger()), target["tag"].asString()});
    route.hosts = hostsOf(service);
    return m_fleet.route({service.project, service.region, service.name}, std::move(route));
}

void Services::settle(const Ref &service, Value object)
{
    const bool isDecided = conditionOf(object, "ConfigurationsReady").status != "Unknown";
    if (isDecided)
        child(object, {"status", "observedGeneration"}) = object["metadata"]["generation"];
    setReady(object, now());
    const Condition ready = conditionOf(object, "Ready");
    m_documents.put("service", service.key(), object);
    if (!isDecided || ready.status == "Unknown")
        return;
    Value error;
    if (ready.isFalse())
        error = Object{{"code", ready.reason == kMissing ? 5 : 9}, {"message", ready.message}};
    m_operations.finish(service, "service", object, std::move(error));
}

void Services::pruneRevisions(const Ref &service)
{
    std::vector<Value> own = revisions(service.project, service.region);
    std::erase_if(own, [&](const Value &revision) {
        return label(revision, "serving.knative.dev/service") != service.name;
    });
    std::size_t excess = own.size() - std::min(own.size(), m_ports.maxRevisions);
    for (auto oldest = own.rbegin(); excess > 0 && oldest != own.rend(); ++oldest)
        if (removeRevision({service.project, service.region, (*oldest)["metadata"]["name"].asString()}, {}))
            --excess;
}

} // namespace batuta::cloud_local
