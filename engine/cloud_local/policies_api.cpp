// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Alert policies, notification channels and budgets: kept, checked as Google checks them, and never fired.
#include "engine/base/text.h"
#include "engine/base/uuid.h"
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/names.h"
#include "engine/cloud_local/policy_check.h"

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

/// One kind of object that clients make, read, change and delete by name.
struct Collection
{
    const char *kind;    ///< of its documents
    const char *member;  ///< of a list: `alertPolicies`
    const char *segment; ///< of the name
    Violations (*check)(const Value &);
};

constexpr Collection kPolicies{"alert-policy", "alertPolicies", "alertPolicies", alertPolicyViolations};
constexpr Collection kChannels{"notification-channel", "notificationChannels", "notificationChannels",
                               channelViolations};
constexpr Collection kBudgets{"budget", "budgets", "budgets", budgetViolations};

std::string parentOf(const Call &call)
{
    return call["a"].empty() ? "projects/" + call.project() : "billingAccounts/" + call["a"];
}

std::string nameOf(const Call &call, const Collection &collection)
{
    return parentOf(call) + "/" + collection.segment + "/" + call["id"];
}

Answer noSuch(const std::string &name)
{
    return answerOf(missing("Cannot find " + name + ".").value());
}

/// What a service adds to a new or changed object.
void stamp(Call &call, const Collection &collection, Value &object, bool isNew)
{
    const Object record{{"mutateTime", call.cloud.now()}, {"mutatedBy", call.who}};
    if (&collection == &kBudgets) {
        object.object().set("etag", randomHex(8));
        return;
    }
    if (isNew)
        object.object().set("creationRecord", record);
    object.object().set("mutationRecord", record);
    if (object["enabled"].isNull())
        object.object().set("enabled", true);
    if (&collection != &kPolicies)
        return;
    json::Array &conditions = child(object, {"conditions"}).array();
    for (Value &condition : conditions)
        if (condition["name"].asString().empty())
            condition.object().set("name",
                                   object["name"].asString() + "/conditions/" + projectNumber(randomHex(8)));
}

Answer create(Call &call, const Collection &collection)
{
    Value object = call.body;
    if (Violations found = collection.check(object); !found.empty())
        return answerOf(invalid(std::move(found)).value());
    const std::string id = &collection == &kBudgets ? newUuid() : projectNumber(randomHex(12));
    const std::string name = parentOf(call) + "/" + collection.segment + "/" + id;
    object.object().set("name", name);
    stamp(call, collection, object, true);
    call.cloud.documents->put(collection.kind, name, object);
    return ok(std::move(object));
}

Answer read(Call &call, const Collection &collection)
{
    const Value *object = call.cloud.documents->find(collection.kind, nameOf(call, collection));
    return object ? ok(*object) : noSuch(nameOf(call, collection));
}

Answer list(Call &call, const Collection &collection)
{
    const auto all =
        call.cloud.documents->list(collection.kind, parentOf(call) + "/" + collection.segment + "/");
    const Page page = pageOf(call, all.size(), 1000);
    json::Array shown;
    for (std::size_t i = page.from; i < page.to; ++i)
        shown.push_back(*all[i].second);
    Object body;
    if (!shown.empty())
        body.set(collection.member, std::move(shown));
    if (!page.next.empty())
        body.set("nextPageToken", page.next);
    return ok(std::move(body));
}

/// One path of a mask: a member of a member is taken without those beside it.
void takePath(Value &object, const Value &given, std::string_view path)
{
    const std::size_t dot = path.find('.');
    const std::string_view member = path.substr(0, dot);
    if (dot != std::string_view::npos && object[member].isObject() && given[member].isObject())
        takePath(object.object()[member], given[member], path.substr(dot + 1));
    else if (given[member].isNull())
        object.object().erase(member);
    else
        object.object().set(member, given[member]);
}

Answer update(Call &call, const Collection &collection)
{
    const std::string name = nameOf(call, collection);
    const Value *kept = call.cloud.documents->find(collection.kind, name);
    if (!kept)
        return noSuch(name);
    if (const std::string &etag = call.body["etag"].asString();
        &collection == &kBudgets && !etag.empty() && etag != (*kept)["etag"].asString())
        return answerOf(Refusal{409, "ABORTED", "Etag mismatch: the budget was changed meanwhile."});
    Value object = *kept;
    const std::string_view mask = call.query("updateMask");
    if (mask.empty())
        for (const auto &[member, value] : call.body.asObject())
            object.object().set(member, value);
    for (const std::string_view part : split(mask, ','))
        if (!trimmed(part).empty())
            takePath(object, call.body, trimmed(part));
    object.object().set("name", name);
    if (Violations found = collection.check(object); !found.empty())
        return answerOf(invalid(std::move(found)).value());
    stamp(call, collection, object, false);
    call.cloud.documents->put(collection.kind, name, object);
    return ok(std::move(object));
}

Answer remove(Call &call, const Collection &collection)
{
    const std::string name = nameOf(call, collection);
    return call.cloud.documents->erase(collection.kind, name) ? ok(Object{}) : noSuch(name);
}

using Act = Answer (*)(Call &, const Collection &);

template <Act act, const Collection &collection> Answer handler(Call &call)
{
    return act(call, collection);
}

template <const Collection &collection>
void addAll(Routes &routes, Api api, std::string_view all, std::string_view one)
{
    routes.push_back({api, "POST", all, handler<create, collection>});
    routes.push_back({api, "GET", all, handler<list, collection>});
    routes.push_back({api, "GET", one, handler<read, collection>});
    routes.push_back({api, "PATCH", one, handler<update, collection>});
    routes.push_back({api, "DELETE", one, handler<remove, collection>});
}

} // namespace

void addPolicies(Routes &routes)
{
    addAll<kPolicies>(routes, Api::Monitoring, "/v3/projects/{p}/alertPolicies",
                      "/v3/projects/{p}/alertPolicies/{id}");
    addAll<kChannels>(routes, Api::Monitoring, "/v3/projects/{p}/notificationChannels",
                      "/v3/projects/{p}/notificationChannels/{id}");
    addAll<kBudgets>(routes, Api::Budgets, "/v1/billingAccounts/{a}/budgets",
                     "/v1/billingAccounts/{a}/budgets/{id}");
}

} // namespace batuta::cloud_local
