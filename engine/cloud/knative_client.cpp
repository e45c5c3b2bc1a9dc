// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/knative.h"
#include "engine/cloud/refusal.h"
#include "engine/cloud/run_client.h"
#include "engine/cloud/settings.h"

namespace batuta::cloud {
namespace {

ApiCall callOf(const ServiceName &name, bool isNew)
{
    ApiCall call;
    call.url = knativeUrl(name.region, "apis/serving.knative.dev/v1/namespaces/" + name.project +
                                           "/services" + (isNew ? "" : "/" + name.service));
    call.subject = name.service;
    return call;
}

} // namespace

void KnativeClient::exportYaml(const ServiceName &name, Reply<std::string> reply)
{
    if (Status good = checkName(name); !good)
        return m_api.refuse(std::move(reply), good.error());
    m_api.json(callOf(name, false), [reply = std::move(reply)](Result<json::Value> json) {
        reply(json ? Result<std::string>(knativeYaml(*json)) : Result<std::string>(json.error()));
    });
}

void KnativeClient::replace(const ServiceName &name, const std::string &yaml, CloudPort::Check check,
                            Reply<Operation> reply)
{
    if (Status good = checkName(name); !good)
        return m_api.refuse(std::move(reply), good.error());
    Result<json::Value> wanted = readKnative(yaml, name.service + ".yaml", name);
    if (!wanted)
        return m_api.refuse(std::move(reply), wanted.error());
    m_api.json(callOf(name, false),
               [this, name, wanted = *wanted, check, reply = std::move(reply)](auto json) {
                   if (!json && json.error().code != ErrorCode::HttpNotFound)
                       return reply(json.error());
                   send(name, wanted, json ? &*json : nullptr, check, reply);
               });
}

/// `current` is null for a service that is not there yet.
void KnativeClient::send(const ServiceName &name, json::Value service, const json::Value *current,
                         CloudPort::Check check, Reply<Operation> reply)
{
    json::Object metadata = service["metadata"].asObject();
    json::Object annotations = metadata["annotations"].asObject();
    annotations.set("run.googleapis.com/client-name", kClientName);
    metadata.set("annotations", std::move(annotations));
    // A version in the file is what its writer has seen: it is believed, so that a change since then is a
    // conflict.
    if (current != nullptr && !metadata.contains("resourceVersion"))
        metadata.set("resourceVersion", (*current)["metadata"]["resourceVersion"]);
    service.object().set("metadata", std::move(metadata));
    ApiCall call = callOf(name, current == nullptr);
    call.method = current == nullptr ? "POST" : "PUT";
    call.url += check == CloudPort::Check::Only ? "?dryRun=all" : "";
    call.body = std::move(service);
    const std::string who =
        current == nullptr
            ? std::string()
            : (*current)["metadata"]["annotations"]["serving.knative.dev/lastModifier"].asString();
    m_api.json(std::move(call), [name, check, who, reply = std::move(reply)](Result<json::Value> json) {
        if (!json && json.error().code == ErrorCode::CloudConflict && !who.empty())
            json.error().detail = "changed by " + citation(who, 200) + "; " + json.error().detail;
        if (!json)
            return reply(json.error());
        const std::string &id =
            (*json)["metadata"]["annotations"]["run.googleapis.com/operation-id"].asString();
        const bool goesOn = !id.empty() && check == CloudPort::Check::Apply;
        reply(Operation{goesOn ? name.parent() + "/operations/" + id : std::string(), !goesOn, {}, *json});
    });
}

} // namespace batuta::cloud
