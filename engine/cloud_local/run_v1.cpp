// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// API v1 (Knative): services, revisions, configurations, routes.
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/label_selector.h"
#include "engine/cloud_local/names.h"

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

Writing writingV1(const Call &call)
{
    Writing writing;
    writing.who = call.who;
    writing.isDryRun = call.query("dryRun") == "all";
    return writing;
}

/// A Knative list with labels chosen and paged; `metadata` is always there, clients fall over without it.
Answer listOf(const Call &call, std::string_view kind, std::vector<Value> items)
{
    const auto selector = LabelSelector::parse(call.query("labelSelector"));
    if (!selector)
        return answerOf(selector.error());
    std::erase_if(items, [&](const Value &item) { return !selector->matches(item["metadata"]["labels"]); });
    const Page page = pageOf(call, items.size(), 1'000'000, true);
    json::Array chosen(items.begin() + static_cast<std::ptrdiff_t>(page.from),
                       items.begin() + static_cast<std::ptrdiff_t>(page.to));
    Object metadata;
    if (!page.next.empty())
        metadata.set("continue", page.next);
    return ok(Object{{"apiVersion", "serving.knative.dev/v1"},
                     {"kind", kind},
                     {"metadata", std::move(metadata)},
                     {"items", std::move(chosen)}});
}

Answer listServicesV1(Call &call)
{
    return listOf(call, "ServiceList", call.cloud.services.services(call.project(), call.region()));
}

Answer createServiceV1(Call &call)
{
    const Ref ref{call.project(), call.region(), call.body["metadata"]["name"].asString()};
    return answerOf(call.cloud.services.create(ref, call.body, writingV1(call)));
}

Answer readServiceV1(Call &call)
{
    return answerOf(call.cloud.services.service(call.ref("s")));
}

Answer replaceService(Call &call)
{
    return answerOf(call.cloud.services.replace(call.ref("s"), call.body, writingV1(call)));
}

Answer success(const Outcome<std::string> &removed)
{
    return removed ? ok(Object{{"kind", "Status"}, {"metadata", Object{}}, {"status", "Success"}})
                   : answerOf(removed.error());
}

Answer deleteServiceV1(Call &call)
{
    return success(call.cloud.services.remove(call.ref("s"), writingV1(call)));
}

Answer listRevisionsV1(Call &call)
{
    return listOf(call, "RevisionList", call.cloud.services.revisions(call.project(), call.region()));
}

Answer readRevisionV1(Call &call)
{
    return answerOf(call.cloud.services.revision(call.ref("x")));
}

Answer deleteRevisionV1(Call &call)
{
    return success(call.cloud.services.removeRevision(call.ref("x"), writingV1(call)));
}

void keepCondition(const Value &service, std::string_view type, Object &status)
{
    for (const Value &condition : service["status"]["conditions"].asArray())
        if (condition["type"].asString() == type) {
            Value ready = condition;
            ready.object().set("type", "Ready");
            status.set("conditions", json::Array{std::move(ready)});
        }
}

/// What is derived from a service: its configuration, or its route.
Value partOf(const Value &service, const std::string &kind)
{
    Value part = Object{{"apiVersion", "serving.knative.dev/v1"}, {"kind", kind}};
    Value &metadata = child(part, {"metadata"});
    for (const char *name :
         {"name", "namespace", "uid", "resourceVersion", "generation", "creationTimestamp", "labels"})
        metadata.object().set(name, service["metadata"][name]);
    const bool isRoute = kind == "Route";
    metadata.object().set(
        "selfLink", "/apis/serving.knative.dev/v1/namespaces/" + service["metadata"]["namespace"].asString() +
                        (isRoute ? "/routes/" : "/configurations/") + service["metadata"]["name"].asString());
    child(metadata, {"labels", "serving.knative.dev/service"}) = service["metadata"]["name"];
    Object status{{"observedGeneration", service["status"]["observedGeneration"]}};
    for (const char *name : {"traffic", "url", "address"})
        if (isRoute && !service["status"][name].isNull())
            status.set(name, service["status"][name]);
    for (const char *name : {"latestReadyRevisionName", "latestCreatedRevisionName"})
        if (!isRoute && !service["status"][name].isNull())
            status.set(name, service["status"][name]);
    keepCondition(service, isRoute ? "RoutesReady" : "ConfigurationsReady", status);
    const char *spec = isRoute ? "traffic" : "template";
    part.object().set("spec", Object{{spec, service["spec"][spec]}});
    part.object().set("status", std::move(status));
    return part;
}

Answer readPart(Call &call, const std::string &kind)
{
    auto service = call.cloud.services.service(call.ref("s"));
    if (!service)
        return answerOf(service.error());
    return ok(partOf(*service, kind));
}

Answer listParts(Call &call, const std::string &kind)
{
    std::vector<Value> parts;
    for (const Value &service : call.cloud.services.services(call.project(), call.region()))
        parts.push_back(partOf(service, kind));
    return listOf(call, kind + "List", std::move(parts));
}

Answer readRoute(Call &call)
{
    return readPart(call, "Route");
}

Answer readConfiguration(Call &call)
{
    return readPart(call, "Configuration");
}

Answer listRoutes(Call &call)
{
    return listParts(call, "Route");
}

Answer listConfigurations(Call &call)
{
    return listParts(call, "Configuration");
}

struct Entry
{
    std::string_view method;
    std::string_view path;
    Handler handler;
};

constexpr Entry kEntries[] = {
    {"GET", "/services", listServicesV1},
    {"POST", "/services", createServiceV1},
    {"GET", "/services/{s}", readServiceV1},
    {"PUT", "/services/{s}", replaceService},
    {"DELETE", "/services/{s}", deleteServiceV1},
    {"GET", "/revisions", listRevisionsV1},
    {"GET", "/revisions/{x}", readRevisionV1},
    {"DELETE", "/revisions/{x}", deleteRevisionV1},
    {"GET", "/configurations", listConfigurations},
    {"GET", "/configurations/{s}", readConfiguration},
    {"GET", "/routes", listRoutes},
    {"GET", "/routes/{s}", readRoute},
};

} // namespace

void addRunV1(Routes &routes)
{
    static const std::vector<std::string> kPaths = [] {
        std::vector<std::string> paths;
        for (const char *start :
             {"/apis/serving.knative.dev/v1/namespaces/{p}", "/v1/projects/{p}/locations/{r}"})
            for (const Entry &entry : kEntries)
                paths.push_back(start + std::string(entry.path));
        return paths;
    }();
    for (std::size_t i = 0; i < kPaths.size(); ++i) {
        const Entry &entry = kEntries[i % std::size(kEntries)];
        routes.push_back({Api::Run, entry.method, kPaths[i], entry.handler});
    }
}

} // namespace batuta::cloud_local
