// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/service_shape.h"

#include "engine/base/text.h"
#include "engine/cloud_local/names.h"

#include <array>
#include <charconv>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

constexpr std::array<std::string_view, 6> kBooleans{
    "run.googleapis.com/startup-cpu-boost",    "run.googleapis.com/cpu-throttling",
    "run.googleapis.com/sessionAffinity",      "run.googleapis.com/health-check-disabled",
    "run.googleapis.com/invoker-iam-disabled", "run.googleapis.com/default-url-disabled"};

bool isEmpty(const Value &value)
{
    return value.isNull() || (value.isObject() && value.asObject().empty()) ||
           (value.isArray() && value.asArray().empty()) || (value.isString() && value.asString().empty());
}

void dropEmpty(Value &parent, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        if (isEmpty(parent[name]))
            parent.object().erase(name);
}

void setDefault(Value &parent, std::string_view name, Value value)
{
    if (parent[name].isNull())
        parent.object().set(name, std::move(value));
}

void lowerBooleans(Value &metadata)
{
    for (const std::string_view name : kBooleans)
        if (const Value &value = metadata["annotations"][name]; value.isString())
            child(metadata, {"annotations"}).object().set(name, lowered(value.asString()));
}

int portOf(const Value &container)
{
    return static_cast<int>(container["ports"].at(0)["containerPort"].asInteger(8080));
}

void fillProbe(Value &probe, int port)
{
    setDefault(probe, "timeoutSeconds", 1);
    setDefault(probe, "periodSeconds", 10);
    setDefault(probe, "failureThreshold", 3);
    for (const std::string_view kind : {"httpGet", "tcpSocket", "grpc"})
        if (probe[kind].isObject()) {
            Value &action = child(probe, {kind});
            setDefault(action, "port", port);
            if (kind == "httpGet")
                setDefault(action, "path", "/");
        }
}

/// Also the label that says whose the startup probe is.
void fillContainer(Value &container, bool isServing, Value &metadata)
{
    dropEmpty(container, {"name", "env", "command", "args", "workingDir", "volumeMounts", "ports"});
    if (isServing) {
        if (!container["ports"].isArray())
            container.object().set("ports", json::Array{Object{{"name", "http1"}, {"containerPort", 8080}}});
        Value &port = child(container, {"ports"}).array().front();
        setDefault(port, "name", "http1");
        setDefault(port, "containerPort", 8080);
    }
    Value &limits = child(container, {"resources", "limits"});
    setDefault(limits, "cpu", "1000m");
    setDefault(limits, "memory", "512Mi");
    child(container, {"resources"}).object().erase("requests");
    if (!isServing)
        return;
    const bool isCustom = container["startupProbe"].isObject();
    if (!isCustom)
        container.object().set("startupProbe", Object{{"tcpSocket", Object{{"port", portOf(container)}}},
                                                      {"timeoutSeconds", 240},
                                                      {"periodSeconds", 240},
                                                      {"failureThreshold", 1}});
    else
        fillProbe(child(container, {"startupProbe"}), portOf(container));
    if (container["livenessProbe"].isObject())
        fillProbe(child(container, {"livenessProbe"}), portOf(container));
    // What was the default is sent back by clients that read it; it stays one.
    const Value &probe = container["startupProbe"];
    const bool isDefault = probe["tcpSocket"].isObject() && probe["timeoutSeconds"].asInteger() == 240 &&
                           probe["periodSeconds"].asInteger() == 240 &&
                           probe["failureThreshold"].asInteger() == 1;
    child(metadata, {"labels"})
        .object()
        .set("run.googleapis.com/startupProbeType", isDefault ? "Default" : "Custom");
}

std::size_t servingIndex(const json::Array &containers)
{
    for (std::size_t i = 0; i < containers.size(); ++i)
        if (!isEmpty(containers[i]["ports"]))
            return i;
    return 0;
}

json::Array trafficOf(const Value &traffic)
{
    json::Array kept;
    for (Value target : traffic.asArray()) {
        if (!target.isObject())
            continue;
        target.object().erase("url");
        dropEmpty(target, {"tag", "revisionName", "configurationName"});
        if (!target["latestRevision"].asBoolean())
            target.object().erase("latestRevision");
        if (target["percent"].isInteger() && target["percent"].asInteger() == 0)
            target.object().erase("percent");
        if (target["percent"].isNull() && target["tag"].isNull())
            continue;
        kept.push_back(std::move(target));
    }
    if (kept.empty())
        kept.push_back(Object{{"latestRevision", true}, {"percent", 100}});
    return kept;
}

} // namespace

Value &child(Value &value, std::initializer_list<std::string_view> path)
{
    Value *at = &value;
    for (const std::string_view name : path)
        at = &at->object()[name];
    return *at;
}

const Value &look(const Value &value, std::initializer_list<std::string_view> path)
{
    const Value *at = &value;
    for (const std::string_view name : path)
        at = &(*at)[name];
    return *at;
}

Value withDefaults(const Value &given, const std::string &project)
{
    Value spec = Object{{"template", given["template"]}};
    Value &metadata = child(spec, {"template", "metadata"});
    dropEmpty(metadata, {"name", "creationTimestamp"});
    lowerBooleans(metadata);
    Value &inner = child(spec, {"template", "spec"});
    dropEmpty(inner, {"nodeSelector", "volumes", "serviceAccountName", "runtimeClassName"});
    inner.object().erase("enableServiceLinks");
    setDefault(inner, "timeoutSeconds", 300);
    setDefault(inner, "serviceAccountName",
               projectNumber(project) + "-compute@developer.gserviceaccount.com");
    if (inner["containers"].isArray()) {
        json::Array &containers = child(inner, {"containers"}).array();
        const std::size_t serving = servingIndex(containers);
        for (std::size_t i = 0; i < containers.size(); ++i)
            if (containers[i].isObject())
                fillContainer(containers[i], i == serving, metadata);
    }
    if (inner["containerConcurrency"].asInteger() == 0) {
        const auto cpu = quantity(servingContainer(inner)["resources"]["limits"]["cpu"].asString());
        inner.object().set("containerConcurrency", cpu.value_or(1) < 1 ? 1 : 80);
    }
    spec.object().set("traffic", trafficOf(given["traffic"]));
    return spec;
}

const Value &servingContainer(const Value &templateSpec)
{
    const json::Array &containers = templateSpec["containers"].asArray();
    return templateSpec["containers"].at(servingIndex(containers));
}

std::optional<double> quantity(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0)
        return std::nullopt;
    static constexpr std::array<std::pair<std::string_view, double>, 9> kUnits{{{"", 1},
                                                                                {"m", 0.001},
                                                                                {"k", 1e3},
                                                                                {"M", 1e6},
                                                                                {"G", 1e9},
                                                                                {"Ki", 1024.0},
                                                                                {"Mi", 1048576.0},
                                                                                {"Gi", 1073741824.0},
                                                                                {"Ti", 1099511627776.0}}};
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    for (const auto &[name, factor] : kUnits)
        if (unit == name)
            return number * factor;
    return std::nullopt;
}

const std::string &annotation(const Value &object, std::string_view name)
{
    return object["metadata"]["annotations"][name].asString();
}

const std::string &label(const Value &object, std::string_view name)
{
    return object["metadata"]["labels"][name].asString();
}

} // namespace batuta::cloud_local
