// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// API v2: services and revisions over the same objects.
#include "engine/base/text.h"
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/operation_view.h"
#include "engine/cloud_local/service_draft.h"
#include "engine/cloud_local/service_v2.h"

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

Answer refusal(const Refusal &refused)
{
    return answerOf(fieldsV2(refused));
}

Writing writingV2(const Call &call)
{
    Writing writing;
    writing.who = call.who;
    writing.isDryRun = call.query("validateOnly") == "true";
    writing.forcesNew = call.query("forceNewRevision") == "true";
    writing.version = call.query("etag");
    return writing;
}

/// The operation of a write: the one that runs, or one that is done when nothing was kept.
Answer operationOf(const Call &call, const Ref &ref, const Outcome<Value> &written, bool isDryRun)
{
    if (!written)
        return refusal(written.error());
    if (isDryRun)
        return ok(doneOperation(ref, serviceV2(*written, ref), "Service"));
    const std::string &id = annotation(*written, "run.googleapis.com/operation-id");
    const Value *operation = call.cloud.operations.find({ref.project, ref.region, id});
    return ok(operationV2(*operation, call.cloud));
}

Answer createServiceV2(Call &call)
{
    const Ref ref{call.project(), call.region(), std::string(call.query("serviceId"))};
    if (ref.name.empty())
        return refusal(invalid(Violations{{"serviceId", "is required."}}).value());
    auto body = serviceV1(call.body);
    if (!body)
        return refusal(body.error());
    const Writing writing = writingV2(call);
    return operationOf(call, ref, call.cloud.services.create(ref, *body, writing), writing.isDryRun);
}

Answer readServiceV2(Call &call)
{
    const Ref ref = call.ref("s");
    const auto service = call.cloud.services.service(ref);
    return service ? ok(serviceV2(*service, ref)) : refusal(service.error());
}

Answer listServicesV2(Call &call)
{
    if (call.region().empty())
        return refusal(invalid("Listing in all regions (-) is not possible in API v2.").value());
    const std::vector<Value> services = call.cloud.services.services(call.project(), call.region());
    const Page page = pageOf(call, services.size(), 1000);
    json::Array shown;
    for (std::size_t i = page.from; i < page.to; ++i)
        shown.push_back(serviceV2(
            services[i], {call.project(), call.region(), services[i]["metadata"]["name"].asString()}));
    Object body;
    if (!shown.empty())
        body.set("services", std::move(shown));
    if (!page.next.empty())
        body.set("nextPageToken", page.next);
    return ok(std::move(body));
}

/// Puts the member at `path` (`template.containers`) of `from` into `to`, or takes it away.
void overlay(const Value &from, Value &to, std::string_view path)
{
    const std::size_t dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    if (dot == std::string_view::npos) {
        if (from[name].isNull())
            to.object().erase(name);
        else
            to.object().set(name, from[name]);
        return;
    }
    overlay(from[name], to.object()[name], path.substr(dot + 1));
}

std::string camel(std::string_view path)
{
    std::string text;
    for (std::size_t i = 0; i < path.size(); ++i)
        if (path[i] == '_' && i + 1 < path.size())
            text += static_cast<char>(path[++i] >= 'a' && path[i] <= 'z' ? path[i] - 32 : path[i]);
        else
            text += path[i];
    return text;
}

/// The kept service with the fields of the mask as the body has them.
Outcome<Value> masked(const Call &call, const Value &kept, const Ref &ref)
{
    const std::string_view mask = call.query("updateMask");
    if (mask.empty() || mask == "*")
        return call.body;
    Value merged = serviceV2(kept, ref);
    for (const char *output : {"conditions", "terminalCondition", "trafficStatuses"})
        merged.object().erase(output);
    for (const std::string_view part : split(mask, ',')) {
        const std::string path = camel(trimmed(part));
        if (path.empty() || path.size() > 200)
            return invalid(Violations{{"updateMask", "has an empty or overlong path."}});
        overlay(call.body, merged, path);
    }
    return merged;
}

void keep(const Value &from, Value &to, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        if (const Value &value = from["annotations"][name];
            !value.isNull() && to["annotations"][name].isNull())
            child(to, {"annotations"}).object().set(name, value);
}

/// What v2 has no field for here stays as it was, so that a template that nobody touched is the same one.
void keepSystem(const Value &kept, const Value &whole, const Ref &ref, Value &body)
{
    keep(kept["metadata"], child(body, {"metadata"}),
         {"run.googleapis.com/custom-audiences", "run.googleapis.com/maxScale"});
    if (whole["template"] == serviceV2(kept, ref)["template"]) {
        child(body, {"spec", "template"}) = kept["spec"]["template"];
        return;
    }
    keep(kept["spec"]["template"]["metadata"], child(body, {"spec", "template", "metadata"}),
         {"run.googleapis.com/cloudsql-instances", "run.googleapis.com/vpc-access-connector",
          "run.googleapis.com/vpc-access-egress", "run.googleapis.com/network-interfaces",
          "run.googleapis.com/encryption-key", "run.googleapis.com/container-dependencies",
          "run.googleapis.com/base-images"});
}

Answer updateService(Call &call)
{
    const Ref ref = call.ref("s");
    const Writing writing = writingV2(call);
    const auto kept = call.cloud.services.service(ref);
    if (!kept && call.query("allowMissing") == "true") {
        auto body = serviceV1(call.body);
        if (!body)
            return refusal(body.error());
        return operationOf(call, ref, call.cloud.services.create(ref, *body, writing), writing.isDryRun);
    }
    if (!kept)
        return refusal(kept.error());
    if (const std::string &etag = call.body["etag"].asString(); !etag.empty())
        if (const auto conflict = versionConflict(ref.name, etag, *kept))
            return refusal(*conflict);
    auto whole = masked(call, *kept, ref);
    if (!whole)
        return refusal(whole.error());
    auto body = serviceV1(*whole);
    if (!body)
        return refusal(body.error());
    keepSystem(*kept, *whole, ref, *body);
    return operationOf(call, ref, call.cloud.services.replace(ref, *body, writing), writing.isDryRun);
}

Answer removed(const Call &call, const Ref &ref, const Outcome<std::string> &id)
{
    if (!id)
        return refusal(id.error());
    if (id->empty())
        return ok(doneOperation(ref, Object{}, "Service"));
    return ok(operationV2(*call.cloud.operations.find({ref.project, ref.region, *id}), call.cloud));
}

Answer deleteServiceV2(Call &call)
{
    return removed(call, call.ref("s"), call.cloud.services.remove(call.ref("s"), writingV2(call)));
}

Answer listRevisionsV2(Call &call)
{
    std::vector<Value> revisions = call.cloud.services.revisions(call.project(), call.region());
    if (const std::string &service = call["s"]; service != "-") {
        if (!call.cloud.services.has(call.ref("s")))
            return refusal(call.cloud.services.service(call.ref("s")).error());
        std::erase_if(revisions, [&](const Value &revision) {
            return label(revision, "serving.knative.dev/service") != service;
        });
    }
    const Page page = pageOf(call, revisions.size(), 1000);
    json::Array shown;
    for (std::size_t i = page.from; i < page.to; ++i)
        shown.push_back(revisionV2(
            revisions[i], {call.project(), call.region(), revisions[i]["metadata"]["name"].asString()}));
    Object body;
    if (!shown.empty())
        body.set("revisions", std::move(shown));
    if (!page.next.empty())
        body.set("nextPageToken", page.next);
    return ok(std::move(body));
}

Answer readRevisionV2(Call &call)
{
    const Ref ref = call.ref("x");
    const auto revision = call.cloud.services.revision(ref);
    return revision ? ok(revisionV2(*revision, ref)) : refusal(revision.error());
}

Answer deleteRevisionV2(Call &call)
{
    return removed(call, call.ref("x"), call.cloud.services.removeRevision(call.ref("x"), writingV2(call)));
}

} // namespace

void addRunV2(Routes &routes)
{
    const Routes own{
        {Api::Run, "POST", "/v2/projects/{p}/locations/{r}/services", createServiceV2},
        {Api::Run, "GET", "/v2/projects/{p}/locations/{r}/services", listServicesV2},
        {Api::Run, "GET", "/v2/projects/{p}/locations/{r}/services/{s}", readServiceV2},
        {Api::Run, "PATCH", "/v2/projects/{p}/locations/{r}/services/{s}", updateService},
        {Api::Run, "DELETE", "/v2/projects/{p}/locations/{r}/services/{s}", deleteServiceV2},
        {Api::Run, "GET", "/v2/projects/{p}/locations/{r}/services/{s}/revisions", listRevisionsV2},
        {Api::Run, "GET", "/v2/projects/{p}/locations/{r}/services/{s}/revisions/{x}", readRevisionV2},
        {Api::Run, "DELETE", "/v2/projects/{p}/locations/{r}/services/{s}/revisions/{x}", deleteRevisionV2},
    };
    routes.insert(routes.end(), own.begin(), own.end());
}

} // namespace batuta::cloud_local
