// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/service_draft.h"

#include "engine/base/text.h"
#include "engine/cloud_local/conditions.h"
#include "engine/cloud_local/names.h"

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

/// What the server alone writes; a client sends back what it has read.
constexpr std::string_view kOwn[] = {"serving.knative.dev/creator", "serving.knative.dev/lastModifier",
                                     "run.googleapis.com/urls", "run.googleapis.com/operation-id",
                                     "run.googleapis.com/ingress-status"};

Violations identityViolations(const Ref &ref, const Value &body)
{
    Violations found;
    const Value &metadata = body["metadata"];
    if (!isServiceName(ref.name))
        found.push_back(
            {"metadata.name", "Resource name '" + ref.name +
                                  "' must use only lowercase, digits, -, begin with a letter, not end "
                                  "with -, and have at most 63 characters."});
    if (!metadata["name"].isNull() && metadata["name"].asString() != ref.name)
        found.push_back({"metadata.name", "must be '" + ref.name + "' as in the address."});
    const std::string &space = metadata["namespace"].asString();
    if (!space.empty() && space != ref.project && space != projectNumber(ref.project))
        found.push_back({"metadata.namespace", "must be project '" + ref.project + "' or its number."});
    if (const std::string &version = body["apiVersion"].asString();
        !version.empty() && version != "serving.knative.dev/v1")
        found.push_back({"apiVersion", "must be serving.knative.dev/v1."});
    if (const std::string &kind = body["kind"].asString(); !kind.empty() && kind != "Service")
        found.push_back({"kind", "must be Service."});
    return found;
}

Value metadataOf(const Ref &ref, const Value &body, const Value *stored, const std::string &who)
{
    const std::string number = projectNumber(ref.project);
    Value metadata =
        Object{{"name", ref.name},
               {"namespace", number},
               {"selfLink", "/apis/serving.knative.dev/v1/namespaces/" + number + "/services/" + ref.name}};
    const Value &old = stored ? (*stored)["metadata"] : Value();
    for (const char *name : {"uid", "resourceVersion", "generation", "creationTimestamp"})
        metadata.object().set(name, old[name]);
    metadata.object().set("labels", body["metadata"]["labels"]);
    metadata.object().set("annotations", body["metadata"]["annotations"]);
    child(metadata, {"labels"}).object().set("cloud.googleapis.com/location", ref.region);
    Object &annotations = child(metadata, {"annotations"}).object();
    for (const std::string_view own : kOwn)
        annotations.erase(own);
    for (const char *flag :
         {"run.googleapis.com/invoker-iam-disabled", "run.googleapis.com/default-url-disabled"})
        if (const Value *value = annotations.find(flag))
            annotations.set(flag, lowered(value->asString()));
    const Value &creator = old["annotations"]["serving.knative.dev/creator"];
    annotations.set("serving.knative.dev/creator", creator.isNull() ? Value(who) : creator);
    annotations.set("serving.knative.dev/lastModifier", who);
    if (!annotations.contains("run.googleapis.com/ingress"))
        annotations.set("run.googleapis.com/ingress", "all");
    annotations.set("run.googleapis.com/ingress-status", annotations["run.googleapis.com/ingress"]);
    if (!annotations.contains("run.googleapis.com/maxScale"))
        annotations.set("run.googleapis.com/maxScale", "100");
    if (const Value &urls = old["annotations"]["run.googleapis.com/urls"]; !urls.isNull())
        annotations.set("run.googleapis.com/urls", urls);
    return metadata;
}

} // namespace

Outcome<Value> draftService(const Ref &ref, const Value &body, const Value *stored, const std::string &who)
{
    if (!body.isObject())
        return invalid("The request has no Service in its body.");
    Violations found = identityViolations(ref, body);
    for (Violations more : {unknownNames(body), metadataViolations(body)})
        found.insert(found.end(), more.begin(), more.end());
    Value service = Object{{"apiVersion", "serving.knative.dev/v1"}, {"kind", "Service"}};
    service.object().set("metadata", metadataOf(ref, body, stored, who));
    service.object().set("spec", withDefaults(body["spec"], ref.project));
    const Violations inSpec = specViolations(service["spec"], ref.name);
    found.insert(found.end(), inSpec.begin(), inSpec.end());
    if (!found.empty())
        return invalid(std::move(found));
    Value &generation = child(service, {"metadata", "generation"});
    if (!stored || !((*stored)["spec"] == service["spec"]))
        generation = stored ? (*stored)["metadata"]["generation"].asInteger() + 1 : 1;
    service.object().set("status", stored ? (*stored)["status"] : Value(Object{}));
    return service;
}

std::optional<Refusal> versionConflict(const std::string &name, const std::string &version,
                                       const Value &stored)
{
    const std::string &current = stored["metadata"]["resourceVersion"].asString();
    const auto given = versionNumber(version);
    const auto own = versionNumber(current);
    if (given && given == own)
        return std::nullopt;
    return Refusal{409, "ABORTED",
                   "Conflict for resource '" + name + "': version '" +
                       (given ? std::to_string(*given) : version) +
                       "' was specified but current version is '" + std::to_string(own.value_or(0)) + "'."};
}

bool isOfTemplate(const Value &revision, const Value &wanted, const std::string &service)
{
    if (label(revision, "serving.knative.dev/service") != service || !(revision["spec"] == wanted["spec"]))
        return false;
    for (const char *part : {"labels", "annotations"})
        for (const auto &[name, value] : wanted["metadata"][part].asObject())
            if (!(revision["metadata"][part][name] == value))
                return false;
    return true;
}

void takeConfiguration(Value &service, const Value *revision)
{
    if (!revision)
        return;
    const Condition ready = conditionOf(*revision, "Ready");
    const Condition configured{"ConfigurationsReady", ready.status, ready.reason, ready.message};
    for (const Value &known : (*revision)["status"]["conditions"].asArray())
        if (known["type"].asString() == "Ready")
            setCondition(service, configured, known["lastTransitionTime"].asString());
}

} // namespace batuta::cloud_local
