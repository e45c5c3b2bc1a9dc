// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What clients write and read; service_rollout.cpp has what follows from it.
#include "engine/cloud_local/services.h"

#include "engine/base/uuid.h"
#include "engine/cloud_local/conditions.h"
#include "engine/cloud_local/names.h"
#include "engine/cloud_local/service_draft.h"

#include <algorithm>

namespace batuta::cloud_local {

using json::Object;
using json::Value;

namespace {

Refused noService(const Ref &ref)
{
    return missing("Resource '" + ref.name + "' of kind 'SERVICE' in region '" + ref.region +
                   "' in project '" + ref.project + "' does not exist.");
}

Refused noRevision(const Ref &ref)
{
    return missing("Resource '" + ref.name + "' of kind 'REVISION' in region '" + ref.region +
                   "' in project '" + ref.project + "' does not exist.");
}

bool isBefore(const Value &a, const Value &b)
{
    return a["metadata"]["creationTimestamp"].asString() > b["metadata"]["creationTimestamp"].asString();
}

} // namespace

Services::Services(const Clock &clock, Documents &documents, fleet::Fleet &fleet, Images &images,
                   Operations &operations)
    : m_clock(clock)
    , m_documents(documents)
    , m_fleet(fleet)
    , m_images(images)
    , m_operations(operations)
{
}

std::string Services::now() const
{
    return isoTime(m_clock.wall());
}

std::string Services::stamp()
{
    const auto time = static_cast<std::uint64_t>(m_clock.wall().time_since_epoch().count());
    m_lastStamp = std::max(m_lastStamp + 1, time); // two changes in one microsecond differ, too
    return versionText(m_lastStamp);
}

Outcome<Value> Services::create(const Ref &ref, const Value &body, const Writing &writing)
{
    if (has(ref))
        return refused(409, "ALREADY_EXISTS", "Resource '" + ref.name + "' already exists.");
    if (m_documents.count("service", ref.prefix()) >= static_cast<std::size_t>(m_ports.maxServices))
        return refused(429, "RESOURCE_EXHAUSTED",
                       "Quota exceeded for total allowable count of services per project per region.");
    auto drafted = draftService(ref, body, nullptr, writing.who);
    if (!drafted)
        return Refused(drafted.error());
    return put(ref, std::move(*drafted), nullptr, writing);
}

Outcome<Value> Services::replace(const Ref &ref, const Value &body, const Writing &writing)
{
    const Value *stored = m_documents.find("service", ref.key());
    if (!stored)
        return noService(ref);
    if (const std::string &version = body["metadata"]["resourceVersion"].asString(); !version.empty())
        if (const auto conflict = versionConflict(ref.name, version, *stored))
            return Refused(*conflict);
    auto drafted = draftService(ref, body, stored, writing.who);
    if (!drafted)
        return Refused(drafted.error());
    return put(ref, std::move(*drafted), stored, writing);
}

Outcome<Services::Plan> Services::plan(const Ref &ref, const Value &drafted, const Value *stored,
                                       bool forcesNew) const
{
    const Value &wanted = drafted["spec"]["template"];
    const std::string &name = wanted["metadata"]["name"].asString();
    const std::int64_t generation = drafted["metadata"]["generation"].asInteger();
    if (!name.empty()) {
        const Value *known = m_documents.find("revision", Ref{ref.project, ref.region, name}.key());
        if (!known)
            return Plan{name, true};
        if (forcesNew || !isOfTemplate(*known, wanted, ref.name))
            return refused(409, "ALREADY_EXISTS",
                           "Revision named '" + name + "' with different configuration already exists.");
        return Plan{name, false};
    }
    const bool isSame = stored && !forcesNew && (*stored)["spec"]["template"] == wanted;
    if (isSame)
        return Plan{(*stored)["status"]["latestCreatedRevisionName"].asString(), false};
    std::string made;
    do {
        const std::string suffix = revisionSuffix(generation);
        made = ref.name.substr(0, 62 - suffix.size()) + "-" + suffix;
    } while (m_documents.find("revision", Ref{ref.project, ref.region, made}.key()));
    return Plan{made, true};
}

Outcome<Value> Services::put(const Ref &ref, Value service, const Value *stored, const Writing &writing)
{
    const auto planned = plan(ref, service, stored, writing.forcesNew);
    if (!planned)
        return Refused(planned.error());
    if (planned->isNew && stored && (*stored)["spec"] == service["spec"]) // a revision is forced
        child(service, {"metadata", "generation"}) = (*stored)["metadata"]["generation"].asInteger() + 1;
    child(service, {"metadata", "resourceVersion"}) = stamp();
    if (!stored) {
        child(service, {"metadata", "uid"}) = newUuid();
        child(service, {"metadata", "creationTimestamp"}) = now();
    }
    Value &status = child(service, {"status"});
    if (planned->isNew || !planned->revision.empty())
        status.object().set("latestCreatedRevisionName", planned->revision);
    if (writing.isDryRun)
        return service;
    child(service, {"metadata", "annotations", "run.googleapis.com/operation-id"}) =
        m_operations.begin(ref, stored ? "update" : "create", "service");
    if (!planned->isNew) {
        const Value *revision =
            m_documents.find("revision", Ref{ref.project, ref.region, planned->revision}.key());
        takeConfiguration(service, revision);
        applyTraffic(ref, service);
        settle(ref, std::move(service));
        return this->service(ref);
    }
    for (const char *type : {"Ready", "ConfigurationsReady", "RoutesReady"})
        setCondition(service, {type, "Unknown", {}, "Deploying revision."}, now());
    Value revision = newRevision(ref, service, planned->revision);
    m_documents.put("revision", Ref{ref.project, ref.region, planned->revision}.key(), std::move(revision));
    m_documents.put("service", ref.key(), std::move(service));
    bringIn(ref, planned->revision, false);
    pruneRevisions(ref);
    return this->service(ref);
}

Value Services::newRevision(const Ref &ref, const Value &service, const std::string &name) const
{
    const Value &wanted = service["spec"]["template"];
    Value revision = Object{{"apiVersion", "serving.knative.dev/v1"}, {"kind", "Revision"}};
    Value &metadata = child(revision, {"metadata"});
    const std::string number = projectNumber(ref.project);
    metadata =
        Object{{"name", name},
               {"namespace", number},
               {"selfLink", "/apis/serving.knative.dev/v1/namespaces/" + number + "/revisions/" + name},
               {"uid", newUuid()},
               {"resourceVersion", service["metadata"]["resourceVersion"]},
               {"generation", 1},
               {"creationTimestamp", now()},
               {"labels", wanted["metadata"]["labels"]},
               {"annotations", wanted["metadata"]["annotations"]},
               {"ownerReferences", json::Array{Object{{"kind", "Configuration"},
                                                      {"name", ref.name},
                                                      {"uid", service["metadata"]["uid"]},
                                                      {"apiVersion", "serving.knative.dev/v1"},
                                                      {"controller", true},
                                                      {"blockOwnerDeletion", true}}}}};
    Object &labels = child(metadata, {"labels"}).object();
    labels.set("serving.knative.dev/service", ref.name);
    labels.set("serving.knative.dev/configuration", ref.name);
    labels.set("serving.knative.dev/configurationGeneration",
               std::to_string(service["metadata"]["generation"].asInteger()));
    labels.set("serving.knative.dev/serviceUid", service["metadata"]["uid"]);
    labels.set("cloud.googleapis.com/location", ref.region);
    child(metadata, {"annotations", "serving.knative.dev/creator"}) =
        annotation(service, "serving.knative.dev/lastModifier");
    revision.object().set("spec", wanted["spec"]);
    child(revision, {"status", "observedGeneration"}) = 1;
    const std::string &image = servingContainer(revision["spec"])["image"].asString();
    if (const std::string digest = m_images.digestOf(image); !digest.empty())
        child(revision, {"status", "imageDigest"}) = digest;
    setDeploying(revision, now());
    return revision;
}

Outcome<std::string> Services::remove(const Ref &ref, const Writing &writing)
{
    const Value *stored = m_documents.find("service", ref.key());
    if (!stored)
        return noService(ref);
    if (!writing.version.empty())
        if (const auto conflict = versionConflict(ref.name, writing.version, *stored))
            return Refused(*conflict);
    if (writing.isDryRun)
        return std::string();
    Value last = *stored;
    child(last, {"metadata", "deletionTimestamp"}) = now();
    const fleet::ServiceKey key{ref.project, ref.region, ref.name};
    m_fleet.unroute(key);
    for (const Value &revision : revisions(ref.project, ref.region)) {
        if (label(revision, "serving.knative.dev/service") != ref.name)
            continue;
        const std::string &name = revision["metadata"]["name"].asString();
        m_fleet.retire({key, name}, [] {});
        m_documents.erase("revision", Ref{ref.project, ref.region, name}.key());
    }
    m_documents.erase("service", ref.key());
    m_documents.erase("iam", "services/" + ref.key());
    const std::string id = m_operations.begin(ref, "delete", "service");
    m_operations.finish(ref, "service", last);
    return id;
}

Outcome<std::string> Services::removeRevision(const Ref &ref, const Writing &writing)
{
    const Value *stored = m_documents.find("revision", ref.key());
    if (!stored)
        return noRevision(ref);
    const std::string owner = label(*stored, "serving.knative.dev/service");
    const Ref service{ref.project, ref.region, owner};
    if (const Value *object = m_documents.find("service", service.key())) {
        const Value &status = (*object)["status"];
        if (status["latestCreatedRevisionName"].asString() == ref.name ||
            status["latestReadyRevisionName"].asString() == ref.name)
            return precondition("Revision '" + ref.name +
                                "' cannot be deleted: it is the latest revision of "
                                "service '" +
                                owner + "'.");
        for (const Value &target : status["traffic"].asArray())
            if (target["revisionName"].asString() == ref.name)
                return precondition("Revision '" + ref.name +
                                    "' cannot be deleted: it is actively serving "
                                    "traffic, or has a tag.");
    }
    if (writing.isDryRun)
        return std::string();
    Value last = *stored;
    child(last, {"metadata", "deletionTimestamp"}) = now();
    m_fleet.retire({{ref.project, ref.region, owner}, ref.name}, [] {});
    m_documents.erase("revision", ref.key());
    const std::string id = m_operations.begin(ref, "delete", "revision");
    m_operations.finish(ref, "revision", last);
    return id;
}

Outcome<Value> Services::service(const Ref &ref) const
{
    const Value *stored = m_documents.find("service", ref.key());
    if (!stored)
        return noService(ref);
    return *stored;
}

Outcome<Value> Services::revision(const Ref &ref) const
{
    const Value *stored = m_documents.find("revision", ref.key());
    if (!stored)
        return noRevision(ref);
    return shownRevision(*stored, ref);
}

std::vector<Value> Services::services(const std::string &project, const std::string &region) const
{
    std::vector<Value> found;
    for (const auto &[key, value] :
         m_documents.list("service", project + "/" + (region.empty() ? "" : region + "/")))
        found.push_back(*value);
    std::sort(found.begin(), found.end(), isBefore);
    return found;
}

std::vector<Value> Services::revisions(const std::string &project, const std::string &region) const
{
    std::vector<Value> found;
    for (const auto &[key, value] : m_documents.list("revision", Ref{project, region, {}}.prefix()))
        found.push_back(
            shownRevision(*value, {project, region, std::string(key.substr(key.rfind('/') + 1))}));
    std::sort(found.begin(), found.end(), isBefore);
    return found;
}

Value Services::shownRevision(const Value &kept, const Ref &ref) const
{
    Value shown = kept;
    const auto state =
        m_fleet.revision({{ref.project, ref.region, label(kept, "serving.knative.dev/service")}, ref.name});
    const bool isReady = conditionOf(kept, "Ready").isTrue();
    const bool isActive = isReady && state && (state->isServing || state->instances > 0);
    const std::string &since = kept["metadata"]["creationTimestamp"].asString();
    if (isActive)
        setCondition(shown, {"Active", "True", {}, {}, "Info"}, since);
    else if (isReady)
        setCondition(shown, {"Active", "False", "Retired", "Revision retired.", "Info"}, since);
    if (state)
        child(shown, {"status", "desiredReplicas"}) = state->instances;
    return shown;
}

} // namespace batuta::cloud_local
