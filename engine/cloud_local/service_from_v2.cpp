// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What a client writes by API v2, in the shape that is kept.
#include "engine/base/text.h"
#include "engine/cloud_local/service_v2.h"
#include "engine/json/json.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;
using Names = std::set<std::string_view>;

/// proto3's JSON takes integers as numbers and as texts.
std::optional<std::int64_t> integer(const Value &value)
{
    if (value.isInteger())
        return value.asInteger();
    std::int64_t number = 0;
    const std::string &text = value.asString();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

class V2Reader
{
public:
    Value take(const Value &service)
    {
        static const Names kKnown{"name",
                                  "description",
                                  "uid",
                                  "generation",
                                  "labels",
                                  "annotations",
                                  "createTime",
                                  "updateTime",
                                  "deleteTime",
                                  "expireTime",
                                  "creator",
                                  "lastModifier",
                                  "client",
                                  "clientVersion",
                                  "ingress",
                                  "launchStage",
                                  "binaryAuthorization",
                                  "template",
                                  "traffic",
                                  "scaling",
                                  "invokerIamDisabled",
                                  "defaultUriDisabled",
                                  "urls",
                                  "uri",
                                  "iapEnabled",
                                  "multiRegionSettings",
                                  "customAudiences",
                                  "buildConfig",
                                  "observedGeneration",
                                  "terminalCondition",
                                  "conditions",
                                  "latestReadyRevision",
                                  "latestCreatedRevision",
                                  "trafficStatuses",
                                  "satisfiesPzs",
                                  "threatDetectionEnabled",
                                  "reconciling",
                                  "etag"};
        known(service, "service", kKnown);
        m_made = Object{};
        Value &metadata = child(m_made, {"metadata"});
        labels(service, metadata);
        settings(service, child(metadata, {"annotations"}).object());
        takeTemplate(service["template"]);
        for (const Value &target : service["traffic"].asArray())
            traffic(target);
        return std::move(m_made);
    }

    Violations found;

private:
    void known(const Value &value, const std::string &at, const Names &names)
    {
        for (const auto &[name, ignored] : value.asObject())
            if (!names.contains(name))
                found.push_back({at, "Invalid JSON payload received. Unknown name \"" + name + "\" at '" +
                                         at + "': Cannot find field."});
    }

    void labels(const Value &from, Value &metadata)
    {
        for (const auto &[name, value] : from["labels"].asObject())
            child(metadata, {"labels"}).object().set(name, value);
        for (const auto &[name, value] : from["annotations"].asObject()) {
            for (const char *space : {"run.googleapis.com", "cloud.googleapis.com", "serving.knative.dev",
                                      "autoscaling.knative.dev"})
                if (name.starts_with(space))
                    found.push_back({"annotations[" + name + "]", "annotations under " + std::string(space) +
                                                                      " are not allowed in API v2: use "
                                                                      "the field of the same meaning."});
            child(metadata, {"annotations"}).object().set(name, value);
        }
    }

    void count(const Value &from, const char *name, Object &annotations, std::string_view as)
    {
        if (const auto number = integer(from[name]))
            annotations.set(as, std::to_string(*number));
        else if (!from[name].isNull())
            found.push_back({name, "must be an integer."});
    }

    void settings(const Value &service, Object &annotations)
    {
        static const std::pair<const char *, const char *> kTexts[] = {
            {"description", "run.googleapis.com/description"},
            {"client", "run.googleapis.com/client-name"},
            {"clientVersion", "run.googleapis.com/client-version"}};
        for (const auto &[from, as] : kTexts)
            if (const std::string &text = service[from].asString(); !text.empty())
                annotations.set(as, text);
        if (const std::string &stage = service["launchStage"].asString(); !stage.empty() && stage != "GA")
            annotations.set("run.googleapis.com/launch-stage", stage);
        static const std::pair<std::string_view, std::string_view> kIngress[] = {
            {"INGRESS_TRAFFIC_ALL", "all"},
            {"INGRESS_TRAFFIC_INTERNAL_ONLY", "internal"},
            {"INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER", "internal-and-cloud-load-balancing"},
            {"INGRESS_TRAFFIC_NONE", "none"}};
        if (const std::string &ingress = service["ingress"].asString();
            !ingress.empty() && ingress != "INGRESS_TRAFFIC_UNSPECIFIED") {
            const auto known = std::find_if(std::begin(kIngress), std::end(kIngress),
                                            [&](const auto &pair) { return pair.first == ingress; });
            annotations.set("run.googleapis.com/ingress",
                            known == std::end(kIngress) ? ingress : known->second);
        }
        const Value &scaling = service["scaling"];
        count(scaling, "minInstanceCount", annotations, "run.googleapis.com/minScale");
        count(scaling, "maxInstanceCount", annotations, "run.googleapis.com/maxScale");
        count(scaling, "manualInstanceCount", annotations, "run.googleapis.com/manualInstanceCount");
        if (scaling["scalingMode"].asString() == "MANUAL")
            annotations.set("run.googleapis.com/scalingMode", "manual");
        if (service["invokerIamDisabled"].asBoolean())
            annotations.set("run.googleapis.com/invoker-iam-disabled", "true");
        if (service["defaultUriDisabled"].asBoolean())
            annotations.set("run.googleapis.com/default-url-disabled", "true");
        if (!service["customAudiences"].asArray().empty())
            annotations.set("run.googleapis.com/custom-audiences", json::write(service["customAudiences"]));
    }

    void takeTemplate(const Value &given)
    {
        static const Names kKnown{"revision",
                                  "labels",
                                  "annotations",
                                  "scaling",
                                  "vpcAccess",
                                  "timeout",
                                  "serviceAccount",
                                  "containers",
                                  "volumes",
                                  "executionEnvironment",
                                  "encryptionKey",
                                  "maxInstanceRequestConcurrency",
                                  "serviceMesh",
                                  "encryptionKeyRevocationAction",
                                  "encryptionKeyShutdownDuration",
                                  "sessionAffinity",
                                  "healthCheckDisabled",
                                  "nodeSelector",
                                  "gpuZonalRedundancyDisabled",
                                  "client",
                                  "clientVersion"};
        known(given, "service.template", kKnown);
        Value &metadata = child(m_made, {"spec", "template", "metadata"});
        labels(given, metadata);
        if (const std::string &name = given["revision"].asString(); !name.empty())
            metadata.object().set("name", name);
        Object &annotations = child(metadata, {"annotations"}).object();
        count(given["scaling"], "minInstanceCount", annotations, "autoscaling.knative.dev/minScale");
        count(given["scaling"], "maxInstanceCount", annotations, "autoscaling.knative.dev/maxScale");
        if (given["sessionAffinity"].asBoolean())
            annotations.set("run.googleapis.com/sessionAffinity", "true");
        if (given["healthCheckDisabled"].asBoolean())
            annotations.set("run.googleapis.com/health-check-disabled", "true");
        if (const std::string &gen = given["executionEnvironment"].asString();
            gen.starts_with("EXECUTION_ENVIRONMENT_GEN"))
            annotations.set("run.googleapis.com/execution-environment", "gen" + gen.substr(25));
        Value &spec = child(m_made, {"spec", "template", "spec"});
        takeTimeout(given["timeout"], spec);
        if (const auto most = integer(given["maxInstanceRequestConcurrency"]); most && *most > 0)
            spec.object().set("containerConcurrency", *most);
        if (const std::string &account = given["serviceAccount"].asString(); !account.empty())
            spec.object().set("serviceAccountName", account);
        json::Array &containers = child(spec, {"containers"}).array();
        for (std::size_t i = 0; i < given["containers"].asArray().size(); ++i)
            containers.push_back(container(given["containers"].at(i),
                                           "service.template.containers[" + std::to_string(i) + "]",
                                           annotations));
        for (const Value &volume : given["volumes"].asArray())
            child(spec, {"volumes"}).array().push_back(volumeOf(volume));
    }

    void takeTimeout(const Value &timeout, Value &spec)
    {
        const std::string &text = timeout.asString();
        if (timeout.isNull())
            return;
        double seconds = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (error != std::errc() || std::string_view(end) != "s" || seconds < 0 || seconds > 1e6)
            found.push_back({"template.timeout", "must be a duration in seconds, such as \"300s\"."});
        else
            spec.object().set("timeoutSeconds", static_cast<std::int64_t>(seconds));
    }

    Value container(const Value &given, const std::string &at, Object &annotations)
    {
        static const Names kKnown{"name",       "image",         "command",      "args",
                                  "env",        "resources",     "ports",        "volumeMounts",
                                  "workingDir", "livenessProbe", "startupProbe", "readinessProbe",
                                  "dependsOn",  "baseImageUri",  "buildInfo",    "sourceCode"};
        known(given, at, kKnown);
        Object made;
        for (const char *name : {"name", "image", "command", "args", "workingDir", "ports", "volumeMounts",
                                 "livenessProbe", "startupProbe", "readinessProbe"})
            if (!given[name].isNull())
                made.set(name, given[name]);
        json::Array environment;
        for (const Value &variable : given["env"].asArray()) {
            Object item{{"name", variable["name"]}};
            if (const Value &from = variable["valueSource"]["secretKeyRef"]; from.isObject())
                item.set(
                    "valueFrom",
                    Object{{"secretKeyRef",
                            Object{{"name", from["secret"]},
                                   {"key", from["version"].isNull() ? Value("latest") : from["version"]}}}});
            else
                item.set("value", variable["value"].isNull() ? Value("") : variable["value"]);
            environment.push_back(std::move(item));
        }
        if (!environment.empty())
            made.set("env", std::move(environment));
        const Value &resources = given["resources"];
        if (resources["limits"].isObject())
            made.set("resources", Object{{"limits", resources["limits"]}});
        // With resources, what is not said is false: cpu is then always allocated.
        if (resources.isObject() && !resources["cpuIdle"].asBoolean())
            annotations.set("run.googleapis.com/cpu-throttling", "false");
        if (resources["startupCpuBoost"].asBoolean())
            annotations.set("run.googleapis.com/startup-cpu-boost", "true");
        return made;
    }

    static Value volumeOf(const Value &given)
    {
        Value made = given;
        if (const Value secret = given["secret"]; secret.isObject()) {
            Object other{{"secretName", secret["secret"]}};
            json::Array items;
            for (const Value &item : secret["items"].asArray())
                items.push_back(Object{{"key", item["version"]}, {"path", item["path"]}});
            other.set("items", std::move(items));
            made.object().set("secret", std::move(other));
        }
        return made;
    }

    void traffic(const Value &target)
    {
        Object made;
        const bool isRevision = target["type"].asString() == "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION";
        if (isRevision) {
            const std::string &name = target["revision"].asString();
            made.set("revisionName", name.substr(name.rfind('/') + 1));
        } else {
            made.set("latestRevision", true);
        }
        if (const auto percent = integer(target["percent"]))
            made.set("percent", *percent);
        else if (!target["percent"].isNull())
            made.set("percent", target["percent"]);
        if (const std::string &tag = target["tag"].asString(); !tag.empty())
            made.set("tag", tag);
        child(m_made, {"spec", "traffic"}).array().push_back(std::move(made));
    }

    Value m_made;
};

void replaceAll(std::string &text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

void inWordsOfV2(std::string &text)
{
    static const std::pair<std::string_view, std::string_view> kWords[] = {
        {"spec.template.metadata.annotations[autoscaling.knative.dev/minScale]",
         "template.scaling.minInstanceCount"},
        {"spec.template.metadata.annotations[autoscaling.knative.dev/maxScale]",
         "template.scaling.maxInstanceCount"},
        {"spec.template.metadata.name", "template.revision"},
        {"spec.template.spec.containerConcurrency", "template.maxInstanceRequestConcurrency"},
        {"spec.template.spec.timeoutSeconds", "template.timeout"},
        {"spec.template.spec.", "template."},
        {"spec.traffic", "traffic"},
        {"metadata.annotations[run.googleapis.com/ingress]", "ingress"},
        {"metadata.annotations[run.googleapis.com/description]", "description"},
        {"metadata.labels", "labels"}};
    for (const auto &[one, two] : kWords)
        replaceAll(text, one, two);
}

} // namespace

Outcome<Value> serviceV1(const Value &service)
{
    V2Reader reader;
    Value made = reader.take(service);
    if (!reader.found.empty())
        return invalid(std::move(reader.found));
    return made;
}

Value taskShapeV1(const Value &task)
{
    V2Reader reader;
    const Value made = reader.take(
        Object{{"template", Object{{"containers", task["containers"]}, {"volumes", task["volumes"]}}}});
    return look(made, {"spec", "template", "spec"});
}

Refusal fieldsV2(Refusal refusal)
{
    inWordsOfV2(refusal.message);
    for (Value &detail : refusal.details)
        if (detail["fieldViolations"].isArray())
            for (Value &violation : child(detail, {"fieldViolations"}).array()) {
                std::string field = violation["field"].asString();
                inWordsOfV2(field);
                violation.object().set("field", field);
            }
    return refusal;
}

} // namespace batuta::cloud_local
