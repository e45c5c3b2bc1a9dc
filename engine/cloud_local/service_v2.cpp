// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/service_v2.h"

#include "engine/base/clock.h"
#include "engine/base/text.h"
#include "engine/cloud_local/names.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

using Pairs = std::array<std::pair<std::string_view, std::string_view>, 4>;
constexpr Pairs kIngress{{{"all", "INGRESS_TRAFFIC_ALL"},
                          {"internal", "INGRESS_TRAFFIC_INTERNAL_ONLY"},
                          {"internal-and-cloud-load-balancing", "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"},
                          {"none", "INGRESS_TRAFFIC_NONE"}}};

/// Names under which v2 has fields of its own: they are not repeated among its annotations and labels.
bool isSystem(std::string_view name)
{
    for (const char *space : {"run.googleapis.com/", "cloud.googleapis.com/", "serving.knative.dev/",
                              "autoscaling.knative.dev/", "client.knative.dev/"})
        if (name.starts_with(space))
            return true;
    return false;
}

Object ownOnly(const Value &labels)
{
    Object kept;
    for (const auto &[name, value] : labels.asObject())
        if (!isSystem(name))
            kept.set(name, value);
    return kept;
}

/// Only what is there: proto3 leaves defaults out.
void copy(const Value &from, std::string_view name, Object &to, std::string_view as)
{
    const Value &value = from[name];
    const bool isEmpty = value.isNull() || (value.isString() && value.asString().empty()) ||
                         (value.isArray() && value.asArray().empty()) ||
                         (value.isObject() && value.asObject().empty());
    if (!isEmpty)
        to.set(as, value);
}

void number(const Value &annotations, std::string_view name, Object &to, std::string_view as)
{
    if (const auto count = quantity(annotations[name].asString()); count && *count > 0)
        to.set(as, static_cast<std::int64_t>(*count));
}

std::string upperSnake(std::string_view camel)
{
    std::string text;
    for (std::size_t i = 0; i < camel.size(); ++i) {
        const bool isUpper = camel[i] >= 'A' && camel[i] <= 'Z';
        if (isUpper && i > 0)
            text += '_';
        text += isUpper ? camel[i]
                        : static_cast<char>(camel[i] >= 'a' && camel[i] <= 'z' ? camel[i] - 32 : camel[i]);
    }
    return text;
}

Value containerV2(const Value &container, const Value &annotations)
{
    Object made;
    for (const char *name : {"name", "image", "command", "args", "workingDir", "ports", "volumeMounts",
                             "startupProbe", "livenessProbe", "readinessProbe"})
        copy(container, name, made, name);
    json::Array environment;
    for (const Value &variable : container["env"].asArray()) {
        Object item{{"name", variable["name"]}};
        if (const Value &from = variable["valueFrom"]["secretKeyRef"]; from.isObject())
            item.set("valueSource",
                     Object{{"secretKeyRef", Object{{"secret", from["name"]}, {"version", from["key"]}}}});
        else
            copy(variable, "value", item, "value");
        environment.push_back(std::move(item));
    }
    if (!environment.empty())
        made.set("env", std::move(environment));
    Object resources{{"limits", container["resources"]["limits"]}};
    if (annotations["run.googleapis.com/cpu-throttling"].asString() != "false")
        resources.set("cpuIdle", true);
    if (annotations["run.googleapis.com/startup-cpu-boost"].asString() == "true")
        resources.set("startupCpuBoost", true);
    made.set("resources", std::move(resources));
    return made;
}

Value volumeV2(const Value &volume)
{
    Value made = volume;
    if (const Value secret = volume["secret"]; secret.isObject()) {
        Object other;
        copy(secret, "secretName", other, "secret");
        copy(secret, "defaultMode", other, "defaultMode");
        json::Array items;
        for (const Value &item : secret["items"].asArray())
            items.push_back(Object{{"version", item["key"]}, {"path", item["path"]}});
        if (!items.empty())
            other.set("items", std::move(items));
        made.object().set("secret", std::move(other));
    }
    return made;
}

json::Array trafficV2(const Value &traffic, const std::string &latest)
{
    json::Array targets;
    for (const Value &target : traffic.asArray()) {
        const bool isLatest = target["latestRevision"].asBoolean();
        Object made{{"type", isLatest ? "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST"
                                      : "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION"}};
        if (!isLatest)
            copy(target, "revisionName", made, "revision");
        else if (!latest.empty())
            made.set("revision", latest);
        copy(target, "percent", made, "percent");
        copy(target, "tag", made, "tag");
        copy(target, "url", made, "uri");
        targets.push_back(std::move(made));
    }
    return targets;
}

void addConditions(const Value &object, Object &made)
{
    json::Array others;
    bool isReconciling = false;
    for (const Value &condition : object["status"]["conditions"].asArray()) {
        if (condition["type"].asString() != "Ready") {
            others.push_back(conditionV2(condition));
            continue;
        }
        made.set("terminalCondition", conditionV2(condition));
        isReconciling = condition["status"].asString() == "Unknown";
    }
    made.set("conditions", std::move(others));
    if (isReconciling)
        made.set("reconciling", true);
    if (const Value &observed = object["status"]["observedGeneration"]; !observed.isNull())
        made.set("observedGeneration", std::to_string(observed.asInteger()));
}

void addIdentity(const Value &object, Object &made)
{
    const Value &metadata = object["metadata"];
    made.set("uid", metadata["uid"]);
    made.set("generation", std::to_string(metadata["generation"].asInteger()));
    if (Object labels = ownOnly(metadata["labels"]); !labels.empty())
        made.set("labels", std::move(labels));
    if (Object annotations = ownOnly(metadata["annotations"]); !annotations.empty())
        made.set("annotations", std::move(annotations));
    made.set("createTime", metadata["creationTimestamp"]);
    made.set("updateTime", isoTime(WallTime(std::chrono::microseconds(static_cast<std::int64_t>(
                               versionNumber(metadata["resourceVersion"].asString()).value_or(0))))));
    copy(metadata, "deletionTimestamp", made, "deleteTime");
    copy(metadata["annotations"], "serving.knative.dev/creator", made, "creator");
    copy(metadata["annotations"], "serving.knative.dev/lastModifier", made, "lastModifier");
    copy(metadata["annotations"], "run.googleapis.com/client-name", made, "client");
    copy(metadata["annotations"], "run.googleapis.com/client-version", made, "clientVersion");
    made.set("etag", etagOf(object));
}

void addServiceSettings(const Value &annotations, Object &made)
{
    copy(annotations, "run.googleapis.com/description", made, "description");
    for (const auto &[one, two] : kIngress)
        if (annotations["run.googleapis.com/ingress"].asString() == one)
            made.set("ingress", two);
    const std::string &stage = annotations["run.googleapis.com/launch-stage"].asString();
    made.set("launchStage", stage.empty() ? "GA" : stage);
    Object scaling;
    number(annotations, "run.googleapis.com/minScale", scaling, "minInstanceCount");
    number(annotations, "run.googleapis.com/maxScale", scaling, "maxInstanceCount");
    number(annotations, "run.googleapis.com/manualInstanceCount", scaling, "manualInstanceCount");
    if (annotations["run.googleapis.com/scalingMode"].asString() == "manual")
        scaling.set("scalingMode", "MANUAL");
    if (!scaling.empty())
        made.set("scaling", std::move(scaling));
    if (annotations["run.googleapis.com/invoker-iam-disabled"].asString() == "true")
        made.set("invokerIamDisabled", true);
    if (annotations["run.googleapis.com/default-url-disabled"].asString() == "true")
        made.set("defaultUriDisabled", true);
    for (const auto &[name, as] : {std::pair("run.googleapis.com/urls", "urls"),
                                   {"run.googleapis.com/custom-audiences", "customAudiences"}})
        if (const auto list = json::parse(annotations[name].asString()); list && list->isArray())
            made.set(as, *list);
}

} // namespace

std::string etagOf(const Value &object)
{
    return "\"" + object["metadata"]["resourceVersion"].asString() + "\"";
}

Value conditionV2(const Value &condition)
{
    const std::string &status = condition["status"].asString();
    Object made{{"type", condition["type"]},
                {"state", status == "True"    ? "CONDITION_SUCCEEDED"
                          : status == "False" ? "CONDITION_FAILED"
                                              : "CONDITION_RECONCILING"}};
    copy(condition, "message", made, "message");
    copy(condition, "lastTransitionTime", made, "lastTransitionTime");
    if (const std::string &severity = condition["severity"].asString(); !severity.empty())
        made.set("severity", upperSnake(severity));
    static constexpr std::string_view kCommon[] = {"RevisionFailed", "ContainerMissing",
                                                   "SecretsAccessCheckFailed", "Internal"};
    static constexpr std::string_view kOfRevision[] = {"HealthCheckContainerError", "Retired", "Reserve"};
    const std::string &reason = condition["reason"].asString();
    if (std::find(std::begin(kCommon), std::end(kCommon), reason) != std::end(kCommon))
        made.set("reason", upperSnake(reason));
    else if (reason == "RevisionMissing")
        made.set("reason", "REVISION_FAILED");
    else if (std::find(std::begin(kOfRevision), std::end(kOfRevision), reason) != std::end(kOfRevision))
        made.set("revisionReason", upperSnake(reason));
    return made;
}

Value templateV2(const Value &metadata, const Value &spec)
{
    Object made;
    const Value &annotations = metadata["annotations"];
    copy(metadata, "name", made, "revision");
    if (Object labels = ownOnly(metadata["labels"]); !labels.empty())
        made.set("labels", std::move(labels));
    if (Object own = ownOnly(annotations); !own.empty())
        made.set("annotations", std::move(own));
    Object scaling;
    number(annotations, "autoscaling.knative.dev/minScale", scaling, "minInstanceCount");
    number(annotations, "autoscaling.knative.dev/maxScale", scaling, "maxInstanceCount");
    if (!scaling.contains("maxInstanceCount"))
        scaling.set("maxInstanceCount", 100);
    made.set("scaling", std::move(scaling));
    made.set("timeout", std::to_string(spec["timeoutSeconds"].asInteger(300)) + "s");
    copy(spec, "serviceAccountName", made, "serviceAccount");
    json::Array containers;
    for (const Value &container : spec["containers"].asArray())
        containers.push_back(containerV2(container, annotations));
    made.set("containers", std::move(containers));
    json::Array volumes;
    for (const Value &volume : spec["volumes"].asArray())
        volumes.push_back(volumeV2(volume));
    if (!volumes.empty())
        made.set("volumes", std::move(volumes));
    if (const std::string &gen = annotations["run.googleapis.com/execution-environment"].asString();
        !gen.empty())
        made.set("executionEnvironment", "EXECUTION_ENVIRONMENT_" + upperSnake(gen));
    made.set("maxInstanceRequestConcurrency", spec["containerConcurrency"].asInteger(80));
    if (annotations["run.googleapis.com/sessionAffinity"].asString() == "true")
        made.set("sessionAffinity", true);
    if (annotations["run.googleapis.com/health-check-disabled"].asString() == "true")
        made.set("healthCheckDisabled", true);
    copy(annotations, "run.googleapis.com/client-name", made, "client");
    copy(annotations, "run.googleapis.com/client-version", made, "clientVersion");
    return made;
}

Value serviceV2(const Value &service, const Ref &ref)
{
    const std::string name = "projects/" + ref.project + "/locations/" + ref.region + "/services/" + ref.name;
    Object made{{"name", name}};
    addIdentity(service, made);
    const Value &annotations = service["metadata"]["annotations"];
    addServiceSettings(annotations, made);
    Value wanted = templateV2(service["spec"]["template"]["metadata"], service["spec"]["template"]["spec"]);
    made.set("template", std::move(wanted));
    made.set("traffic", trafficV2(service["spec"]["traffic"], {}));
    const Value &status = service["status"];
    for (const auto &[from, as] : {std::pair("latestReadyRevisionName", "latestReadyRevision"),
                                   {"latestCreatedRevisionName", "latestCreatedRevision"}})
        if (const std::string &revision = status[from].asString(); !revision.empty())
            made.set(as, name + "/revisions/" + revision);
    if (!status["traffic"].asArray().empty())
        made.set("trafficStatuses",
                 trafficV2(status["traffic"], status["latestReadyRevisionName"].asString()));
    copy(status, "url", made, "uri");
    addConditions(service, made);
    return made;
}

Value revisionV2(const Value &revision, const Ref &ref)
{
    const std::string &service = label(revision, "serving.knative.dev/service");
    Object made{{"name", "projects/" + ref.project + "/locations/" + ref.region + "/services/" + service +
                             "/revisions/" + ref.name}};
    addIdentity(revision, made);
    made.set("service", service);
    made.set("launchStage", "GA");
    const Value shape = templateV2(revision["metadata"], revision["spec"]);
    for (const auto &[name, value] : shape.asObject())
        if (name != "revision" && name != "labels" && name != "annotations")
            made.set(name, value);
    // The image that runs is the one that was found when the revision was made.
    if (const std::string &digest = revision["status"]["imageDigest"].asString(); !digest.empty())
        made["containers"].array().front().object().set("image", digest);
    addConditions(revision, made);
    if (const Value *ready = made.find("terminalCondition")) {
        made["conditions"].array().insert(made["conditions"].array().begin(), *ready);
        made.erase("terminalCondition");
    }
    made.set("scalingStatus",
             Object{{"desiredMinInstanceCount", shape["scaling"]["minInstanceCount"].asInteger()}});
    return made;
}

} // namespace batuta::cloud_local
