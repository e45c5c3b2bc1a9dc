// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/operation_view.h"

#include "engine/base/uuid.h"
#include "engine/cloud_local/service_v2.h"

#include <charconv>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

constexpr std::string_view kTypes = "type.googleapis.com/google.cloud.run.";

Ref subjectOf(const Value &operation)
{
    return {operation["project"].asString(), operation["region"].asString(), operation["name"].asString()};
}

std::string nameOf(const Value &operation)
{
    return "projects/" + operation["project"].asString() + "/locations/" + operation["region"].asString() +
           "/operations/" + operation["id"].asString();
}

std::string typeOf(const Value &operation)
{
    std::string kind = operation["kind"].asString();
    if (!kind.empty())
        kind.front() = static_cast<char>(kind.front() - 'a' + 'A');
    return kind;
}

Value typed(Value value, std::string_view version, const std::string &type)
{
    Object made{{"@type", std::string(kTypes) + std::string(version) + "." + type}};
    for (const auto &[name, member] : value.asObject())
        made.set(name, member);
    return made;
}

/// What it is about, as it is now, or as it was when it ended.
Value snapshot(const Value &operation, const Cloud &cloud)
{
    const Ref subject = subjectOf(operation);
    if (operation["verb"].asString() != "delete" && operation["kind"].asString() == "service")
        if (auto service = cloud.services.service(subject))
            return *service;
    if (operation["kind"].asString() == "execution" && !operation["done"].asBoolean())
        if (const Value *execution = cloud.documents->find("execution", subject.key()))
            return *execution;
    return operation["snapshot"];
}

Value inV2(const Value &operation, const Value &kept)
{
    const Ref subject = subjectOf(operation);
    const std::string &kind = operation["kind"].asString();
    if (kept.isNull())
        return Object{};
    return kind == "service"    ? serviceV2(kept, subject)
           : kind == "revision" ? revisionV2(kept, subject)
                                : kept;
}

Answer answered(const Call &call, const Ref &ref, bool isV2)
{
    const Value *operation = call.cloud.operations.find(ref);
    if (!operation)
        return answerOf(missing("Resource '" + ref.name + "' of kind 'OPERATION' in region '" + ref.region +
                                "' in project '" + ref.project + "' does not exist.")
                            .value());
    return ok(isV2 ? operationV2(*operation, call.cloud) : operationV1(*operation, call.cloud));
}

Answer waitFor(Call &call, bool isV2)
{
    const Ref ref = call.ref("id");
    const std::string &text = call.body["timeout"].asString();
    double seconds = 30;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    const Value *operation = call.cloud.operations.find(ref);
    if (!operation || (*operation)["done"].asBoolean())
        return answered(call, ref, isV2);
    const auto longest =
        std::chrono::duration_cast<Duration>(std::chrono::duration<double>(std::clamp(seconds, 0.0, 300.0)));
    call.cloud.operations.wait(
        ref, longest, [call, ref, isV2]() mutable { send(call.responder, answered(call, ref, isV2)); });
    Answer later;
    later.isLater = true;
    return later;
}

Answer waitV1(Call &call)
{
    return waitFor(call, false);
}

Answer waitV2(Call &call)
{
    return waitFor(call, true);
}

Answer readV1(Call &call)
{
    return answered(call, call.ref("id"), false);
}

Answer readV2(Call &call)
{
    return answered(call, call.ref("id"), true);
}

Answer removeOperation(Call &call)
{
    if (!call.cloud.operations.erase(call.ref("id")))
        return answered(call, call.ref("id"), true);
    return ok(Object{});
}

Answer listOperations(Call &call, bool isV2)
{
    std::vector<const Value *> all = call.cloud.operations.list({call.project(), call.region(), {}});
    if (const std::string_view filter = call.query("filter"); filter == "done:true" || filter == "done=true")
        std::erase_if(all, [](const Value *operation) { return !(*operation)["done"].asBoolean(); });
    else if (filter == "done:false" || filter == "done=false")
        std::erase_if(all, [](const Value *operation) { return (*operation)["done"].asBoolean(); });
    else if (!filter.empty())
        return answerOf(invalid(Violations{{"filter", "done:true and done:false are supported."}}).value());
    const Page page = pageOf(call, all.size(), 100);
    json::Array shown;
    for (std::size_t i = page.from; i < page.to; ++i)
        shown.push_back(isV2 ? operationV2(*all[i], call.cloud) : operationV1(*all[i], call.cloud));
    Object body{{"operations", std::move(shown)}};
    if (!page.next.empty())
        body.set("nextPageToken", page.next);
    return ok(std::move(body));
}

Answer listV1(Call &call)
{
    return listOperations(call, false);
}

Answer listV2(Call &call)
{
    return listOperations(call, true);
}

} // namespace

Value operationV1(const Value &operation, const Cloud &cloud)
{
    Object made{{"name", nameOf(operation)},
                {"metadata", Object{{"@type", std::string(kTypes) + "v1." + typeOf(operation)},
                                    {"name", operation["name"]},
                                    {"createTime", operation["createTime"]}}}};
    if (!operation["done"].asBoolean())
        return made;
    made.set("done", true);
    made.set("response", typed(snapshot(operation, cloud), "v1", typeOf(operation)));
    return made;
}

Value operationV2(const Value &operation, const Cloud &cloud)
{
    const Value shown = inV2(operation, snapshot(operation, cloud));
    Object made{{"name", nameOf(operation)}, {"metadata", typed(shown, "v2", typeOf(operation))}};
    if (!operation["done"].asBoolean())
        return made;
    made.set("done", true);
    if (operation["error"].isObject())
        made.set("error", operation["error"]);
    else
        made.set("response", typed(shown, "v2", typeOf(operation)));
    return made;
}

Value doneOperation(const Ref &subject, Value response, std::string_view type)
{
    const Value shown = typed(std::move(response), "v2", std::string(type));
    return Object{
        {"name", "projects/" + subject.project + "/locations/" + subject.region + "/operations/" + newUuid()},
        {"metadata", shown},
        {"done", true},
        {"response", shown}};
}

void addOperations(Routes &routes)
{
    const Routes own{
        {Api::Run, "POST", "/v1/projects/{p}/locations/{r}/operations/{id}:wait", waitV1},
        {Api::Run, "POST", "/v2/projects/{p}/locations/{r}/operations/{id}:wait", waitV2},
        {Api::Run, "GET", "/v1/projects/{p}/locations/{r}/operations/{id}", readV1},
        {Api::Run, "GET", "/v2/projects/{p}/locations/{r}/operations/{id}", readV2},
        {Api::Run, "DELETE", "/v1/projects/{p}/locations/{r}/operations/{id}", removeOperation},
        {Api::Run, "DELETE", "/v2/projects/{p}/locations/{r}/operations/{id}", removeOperation},
        {Api::Run, "GET", "/v1/projects/{p}/locations/{r}/operations", listV1},
        {Api::Run, "GET", "/v2/projects/{p}/locations/{r}/operations", listV2},
    };
    routes.insert(routes.end(), own.begin(), own.end());
}

} // namespace batuta::cloud_local
