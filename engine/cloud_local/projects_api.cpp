// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What stands around Cloud Run: locations, projects, enabled APIs, billing of a project.
#include "engine/base/uuid.h"
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/names.h"

#include <set>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

Answer listLocations(Call &call)
{
    std::set<std::string> regions{"us-central1",  "us-east1",        "us-west1",
                                  "europe-west1", "europe-west4",    "southamerica-east1",
                                  "asia-east1",   "asia-northeast1", call.cloud.options.region};
    for (const Value &service : call.cloud.services.services(call.project(), {}))
        regions.insert(label(service, "cloud.googleapis.com/location"));
    json::Array locations;
    for (const std::string &region : regions)
        locations.push_back(Object{{"name", "projects/" + call.project() + "/locations/" + region},
                                   {"locationId", region},
                                   {"displayName", region}});
    return ok(Object{{"locations", std::move(locations)}});
}

Answer readProject(Call &call)
{
    const std::string project = call.project();
    return ok(Object{{"projectNumber", projectNumber(project)},
                     {"projectId", project},
                     {"lifecycleState", "ACTIVE"},
                     {"name", project}});
}

Value stateOf(const Cloud &cloud, const std::string &project, const std::string &api)
{
    const Value *kept = cloud.documents->find("api", project + "/" + api);
    return Object{{"name", "projects/" + projectNumber(project) + "/services/" + api},
                  {"config", Object{{"name", api}}},
                  {"state", kept ? (*kept)["state"].asString() : std::string("ENABLED")},
                  {"parent", "projects/" + projectNumber(project)}};
}

Answer readApi(Call &call)
{
    return ok(stateOf(call.cloud, call.project(), call["api"]));
}

Answer listApis(Call &call)
{
    json::Array found;
    const bool wantsDisabled = call.query("filter") == "state:DISABLED";
    for (int api = static_cast<int>(Api::Run); api < static_cast<int>(Api::Metadata); ++api) {
        const std::string host(hostOf(static_cast<Api>(api)));
        Value state = stateOf(call.cloud, call.project(), host);
        if ((state["state"].asString() == "DISABLED") == wantsDisabled)
            found.push_back(std::move(state));
    }
    return ok(Object{{"services", std::move(found)}});
}

Answer doneAtOnce(Value response)
{
    return ok(
        Object{{"name", "operations/acat." + newUuid()}, {"done", true}, {"response", std::move(response)}});
}

Answer setState(Call &call, const char *state)
{
    call.cloud.documents->put("api", call.project() + "/" + call["api"], Object{{"state", state}});
    return doneAtOnce(Object{{"service", stateOf(call.cloud, call.project(), call["api"])}});
}

Answer enableApi(Call &call)
{
    return setState(call, "ENABLED");
}

Answer disableApi(Call &call)
{
    return setState(call, "DISABLED");
}

Answer enableApis(Call &call)
{
    json::Array enabled;
    const json::Array ids = call.body["serviceIds"].asArray();
    if (ids.empty() || ids.size() > 20)
        return answerOf(invalid(Violations{{"serviceIds", "must hold 1 to 20 names."}}).value());
    for (const Value &id : ids) {
        call.cloud.documents->put("api", call.project() + "/" + id.asString(), Object{{"state", "ENABLED"}});
        enabled.push_back(stateOf(call.cloud, call.project(), id.asString()));
    }
    return doneAtOnce(Object{{"services", std::move(enabled)}});
}

Answer readBilling(Call &call)
{
    const std::string project = call.project();
    if (const Value *kept = call.cloud.documents->find("billing", project))
        return ok(*kept);
    return ok(Object{{"name", "projects/" + project + "/billingInfo"},
                     {"projectId", project},
                     {"billingAccountName", "billingAccounts/000000-000000-000000"},
                     {"billingEnabled", true}});
}

Answer writeBilling(Call &call)
{
    const std::string project = call.project();
    const std::string account = call.body["billingAccountName"].asString();
    if (!account.empty() && !account.starts_with("billingAccounts/"))
        return answerOf(
            invalid(Violations{{"billingAccountName", "must be billingAccounts/ID, or empty."}}).value());
    Object info{{"name", "projects/" + project + "/billingInfo"},
                {"projectId", project},
                {"billingAccountName", account},
                {"billingEnabled", !account.empty()}};
    call.cloud.documents->put("billing", project, info);
    return ok(std::move(info));
}

} // namespace

void addProjects(Routes &routes)
{
    const Routes own{
        {Api::Run, "GET", "/v1/projects/{p}/locations", listLocations},
        {Api::ResourceManager, "GET", "/v1/projects/{p}", readProject},
        {Api::ServiceUsage, "GET", "/v1/projects/{p}/services", listApis},
        {Api::ServiceUsage, "GET", "/v1/projects/{p}/services/{api}", readApi},
        {Api::ServiceUsage, "POST", "/v1/projects/{p}/services/{api}:enable", enableApi},
        {Api::ServiceUsage, "POST", "/v1/projects/{p}/services/{api}:disable", disableApi},
        {Api::ServiceUsage, "POST", "/v1/projects/{p}/services:batchEnable", enableApis},
        {Api::Billing, "GET", "/v1/projects/{p}/billingInfo", readBilling},
        {Api::Billing, "PUT", "/v1/projects/{p}/billingInfo", writeBilling},
    };
    routes.insert(routes.end(), own.begin(), own.end());
}

} // namespace batuta::cloud_local
