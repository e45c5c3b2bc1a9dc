// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Policies of services and jobs, and whom they let in.
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/iam.h"
#include "engine/cloud_local/names.h"

#include <algorithm>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

constexpr std::string_view kInvoker = "roles/run.invoker";

std::string policyKey(const Call &call)
{
    return "services/" + call.ref("s").key();
}

Value policyOf(const Cloud &cloud, const std::string &key)
{
    const Value *kept = cloud.documents->find("iam", key);
    return kept ? *kept : Value(Object{{"etag", "ACAB"}});
}

Answer readPolicy(Call &call)
{
    if (const auto service = call.cloud.services.service(call.ref("s")); !service)
        return answerOf(service.error());
    return ok(policyOf(call.cloud, policyKey(call)));
}

Violations problems(const Value &policy)
{
    Violations found;
    const json::Array &bindings = policy["bindings"].asArray();
    for (std::size_t i = 0; i < bindings.size(); ++i) {
        const std::string at = "policy.bindings[" + std::to_string(i) + "]";
        const std::string &role = bindings[i]["role"].asString();
        if (!role.starts_with("roles/") && role.find("/roles/") == std::string::npos)
            found.push_back(
                {at + ".role", "Role (" + role + ") does not exist in the resource's hierarchy."});
        for (const Value &member : bindings[i]["members"].asArray()) {
            const std::string &who = member.asString();
            if (who != "allUsers" && who != "allAuthenticatedUsers" && who.find(':') == std::string::npos)
                found.push_back({at + ".members", "The member " + who +
                                                      " is of an unknown type. Please set a valid "
                                                      "type prefix for the member."});
        }
    }
    return found;
}

Answer writePolicy(Call &call)
{
    if (const auto service = call.cloud.services.service(call.ref("s")); !service)
        return answerOf(service.error());
    const Value &given = call.body["policy"];
    if (!given.isObject())
        return answerOf(invalid(Violations{{"policy", "is required."}}).value());
    if (Violations found = problems(given); !found.empty())
        return answerOf(invalid(std::move(found)).value());
    const Value known = policyOf(call.cloud, policyKey(call));
    if (const std::string &etag = given["etag"].asString(); !etag.empty() && etag != known["etag"].asString())
        return answerOf(
            Refusal{409, "ABORTED",
                    "There were concurrent policy changes. Please retry the whole read-modify-write with "
                    "exponential backoff."});
    Object policy{{"version", std::max<std::int64_t>(given["version"].asInteger(1), 1)},
                  {"etag", base64(call.cloud.now().substr(11))}};
    json::Array bindings;
    for (const Value &binding : given["bindings"].asArray())
        if (!binding["members"].asArray().empty())
            bindings.push_back(binding);
    if (!bindings.empty())
        policy.set("bindings", std::move(bindings));
    call.cloud.documents->put("iam", policyKey(call), policy);
    return ok(std::move(policy));
}

/// Whoever reaches the local cloud owns it, so all permissions are there.
Answer testPermissions(Call &call)
{
    Object body;
    if (!call.body["permissions"].asArray().empty())
        body.set("permissions", call.body["permissions"]);
    return ok(std::move(body));
}

bool letsIn(const Value &policy, const std::string &email)
{
    for (const Value &binding : policy["bindings"].asArray()) {
        if (binding["role"].asString() != kInvoker && binding["role"].asString() != "roles/run.admin")
            continue;
        for (const Value &member : binding["members"].asArray()) {
            const std::string &who = member.asString();
            if (who == "allUsers" ||
                (!email.empty() && (who == "allAuthenticatedUsers" || who == "user:" + email ||
                                    who == "serviceAccount:" + email)))
                return true;
        }
    }
    return false;
}

} // namespace

int admit(const Cloud &cloud, const fleet::Caller &caller)
{
    const Ref ref{caller.service.project, caller.service.region, caller.service.service};
    const Value *service = cloud.documents->find("service", ref.key());
    if (!service || annotation(*service, "run.googleapis.com/ingress") == "none")
        return 404;
    if (annotation(*service, "run.googleapis.com/invoker-iam-disabled") == "true")
        return 0;
    const Value policy = policyOf(cloud, "services/" + ref.key());
    if (letsIn(policy, {}))
        return 0;
    const std::string_view token = bearer(caller.authorization);
    if (token.empty())
        return 403;
    const auto identity = cloud.tokens.read(token);
    if (!identity)
        return 401;
    const bool isOwner = identity->email == cloud.options.account;
    return isOwner || letsIn(policy, identity->email) ? 0 : 403;
}

void addRunIam(Routes &routes)
{
    static constexpr std::string_view kV1 = "/v1/projects/{p}/locations/{r}/services/";
    static constexpr std::string_view kV2 = "/v2/projects/{p}/locations/{r}/services/";
    static const std::string kPaths[] = {
        std::string(kV1) + "{s}:getIamPolicy",       std::string(kV2) + "{s}:getIamPolicy",
        std::string(kV1) + "{s}:setIamPolicy",       std::string(kV2) + "{s}:setIamPolicy",
        std::string(kV1) + "{s}:testIamPermissions", std::string(kV2) + "{s}:testIamPermissions"};
    for (std::size_t i = 0; i < std::size(kPaths); ++i)
        routes.push_back({Api::Run, i < 2 ? "GET" : "POST", kPaths[i],
                          i < 2   ? readPolicy
                          : i < 4 ? writePolicy
                                  : testPermissions});
}

} // namespace batuta::cloud_local
