// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/run_client.h"

#include "engine/cloud/pages.h"
#include "engine/cloud/run_codec.h"
#include "engine/cloud/settings.h"
#include "engine/net/url.h"

#include <algorithm>
#include <map>

namespace batuta::cloud {
namespace {

constexpr std::size_t kMostServices = 1'000,
                      kMostRevisions = 1'000; ///< of a region, of a service: its quotas
constexpr Duration kWaitOnce = std::chrono::seconds(30);

bool isPlainId(const std::string &text)
{
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
               letter == '.' || letter == ':';
    });
}

Status checkPlain(const char *what, const std::string &text)
{
    if (isPlainId(text))
        return {};
    return Error{ErrorCode::FlowBadValue,
                 what,
                 text.empty() ? "it is missing" : "`" + text.substr(0, 100) + "` is no name",
                 {},
                 "Write it in `cloud:` of batuta.yaml: small letters, digits and hyphens."};
}

Reply<json::Value> asOperation(Reply<Operation> reply)
{
    return [reply = std::move(reply)](Result<json::Value> json) {
        reply(json ? Result<Operation>(readOperation(*json)) : Result<Operation>(json.error()));
    };
}

Reply<json::Value> asPolicy(Reply<Policy> reply)
{
    return [reply = std::move(reply)](Result<json::Value> json) {
        reply(json ? Result<Policy>(readPolicy(*json)) : Result<Policy>(json.error()));
    };
}

std::string onlyChecked(CloudPort::Check check, const char *separator)
{
    return check == CloudPort::Check::Only ? std::string(separator) + "validateOnly=true" : std::string();
}

/// Who changed it and when, as far as the newest state tells.
Error conflictBy(const Error &error, const Result<Service> &newest)
{
    Error told = error;
    if (newest && !newest->lastModifier.empty())
        told.detail =
            "changed by " + newest->lastModifier + " at " + isoTime(newest->updated) + "; " + told.detail;
    return told;
}

} // namespace

Status checkName(const ServiceName &name)
{
    if (Status project = checkPlain("project", name.project); !project)
        return project;
    if (Status region = checkPlain("region", name.region); !region)
        return region;
    return checkPlain("service", name.service);
}

void RunClient::services(const std::string &project, const std::string &region,
                         Reply<std::vector<Service>> reply)
{
    if (Status good = checkName({project, region, "any"}); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.url = runUrl("projects/" + project + "/locations/" + region + "/services?pageSize=100");
    call.subject = project + "/" + region;
    readPages(m_api, std::move(call), "services", kMostServices, asValues(readService, std::move(reply)));
}

void RunClient::service(const ServiceName &name, Reply<Service> reply)
{
    if (Status good = checkName(name); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.url = runUrl(name.path());
    call.subject = name.service;
    m_api.json(std::move(call), [reply = std::move(reply)](Result<json::Value> json) {
        reply(json ? readService(*json) : Result<Service>(json.error()));
    });
}

void RunClient::revisions(const ServiceName &name, Reply<std::vector<Revision>> reply)
{
    if (Status good = checkName(name); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.url = runUrl(name.path() + "/revisions?pageSize=100");
    call.subject = name.service;
    readPages(m_api, std::move(call), "revisions", kMostRevisions,
              asValues<Revision>(readRevision, [this, name, reply = std::move(reply)](auto revisions) {
                  if (!revisions)
                      return reply(revisions.error());
                  std::stable_sort(
                      revisions->begin(), revisions->end(),
                      [](const Revision &a, const Revision &b) { return a.created > b.created; });
                  addDigests(name, std::move(*revisions), reply);
              }));
}

/// Only API v1 says which digest a tag was when its revision was made. Without that answer they stay unknown.
void RunClient::addDigests(const ServiceName &name, std::vector<Revision> revisions,
                           Reply<std::vector<Revision>> reply)
{
    if (std::none_of(revisions.begin(), revisions.end(),
                     [](const Revision &one) { return one.imageDigest.empty(); }))
        return reply(std::move(revisions));
    ApiCall call;
    call.url = knativeUrl(
        name.region, "apis/serving.knative.dev/v1/namespaces/" + name.project + "/revisions?labelSelector=" +
                         net::percentEncoded("serving.knative.dev/service=" + name.service));
    call.subject = name.service;
    m_api.json(std::move(call),
               [revisions = std::move(revisions), reply = std::move(reply)](auto list) mutable {
                   std::map<std::string, std::string> digests;
                   if (list)
                       for (const json::Value &one : (*list)["items"].asArray()) {
                           const std::string &digest = one["status"]["imageDigest"].asString();
                           digests[one["metadata"]["name"].asString()] = digest.substr(digest.find('@') + 1);
                       }
                   for (Revision &revision : revisions)
                       if (const std::string &digest = digests[revision.name];
                           revision.imageDigest.empty() && digest.starts_with("sha256:"))
                           revision.imageDigest = digest;
                   reply(std::move(revisions));
               });
}

void RunClient::create(const ServiceName &name, const Draft &draft, Check check, Reply<Operation> reply)
{
    if (Status good = checkName(name); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.method = "POST";
    call.url = runUrl(name.parent() + "/services?serviceId=" + name.service + onlyChecked(check, "&"));
    call.subject = name.service;
    json::Object body{{"template", templateJson(draft)}, {"client", kClientName}};
    if (!draft.traffic.empty())
        body.set("traffic", trafficJson(draft.traffic));
    call.body = std::move(body);
    m_api.json(std::move(call), asOperation(std::move(reply)));
}

void RunClient::change(const Service &read, ApiCall call, Reply<Operation> reply)
{
    if (Status good = checkName(read.name); !good)
        return m_api.refuse(std::move(reply), good.error());
    call.subject = read.name.service;
    m_api.json(std::move(call), [this, name = read.name, reply = std::move(reply)](Result<json::Value> json) {
        if (json || json.error().code != ErrorCode::CloudConflict)
            return asOperation(reply)(std::move(json));
        service(name,
                [reply, error = json.error()](Result<Service> newest) { reply(conflictBy(error, newest)); });
    });
}

void RunClient::update(const Service &read, const Draft &draft, Check check, Reply<Operation> reply)
{
    ApiCall call;
    call.method = "PATCH";
    json::Object body{{"name", read.name.path()},
                      {"etag", read.etag},
                      {"client", kClientName},
                      {"template", templateJson(draft)}};
    if (!draft.traffic.empty())
        body.set("traffic", trafficJson(draft.traffic));
    call.url = runUrl(read.name.path() + "?updateMask=template,client" +
                      (draft.traffic.empty() ? "" : ",traffic") + onlyChecked(check, "&"));
    call.body = std::move(body);
    change(read, std::move(call), std::move(reply));
}

void RunClient::route(const Service &read, const std::vector<TrafficTarget> &traffic, Check check,
                      Reply<Operation> reply)
{
    ApiCall call;
    call.method = "PATCH";
    call.url = runUrl(read.name.path() + "?updateMask=traffic" + onlyChecked(check, "&"));
    call.body =
        json::Object{{"name", read.name.path()}, {"etag", read.etag}, {"traffic", trafficJson(traffic)}};
    change(read, std::move(call), std::move(reply));
}

void RunClient::remove(const Service &read, Reply<Operation> reply)
{
    ApiCall call;
    call.method = "DELETE";
    call.url = runUrl(read.name.path() + "?etag=" + net::percentEncoded(read.etag));
    change(read, std::move(call), std::move(reply));
}

void RunClient::removeRevision(const Revision &revision, Reply<Operation> reply)
{
    const Status good = checkName(revision.of), named = checkPlain("revision", revision.name);
    if (!good || !named)
        return m_api.refuse(std::move(reply), good ? named.error() : good.error());
    ApiCall call;
    call.method = "DELETE";
    call.url = runUrl(revision.of.path() + "/revisions/" + revision.name);
    call.subject = revision.name;
    m_api.json(std::move(call), asOperation(std::move(reply)));
}

void RunClient::operation(const std::string &name, Reply<Operation> reply)
{
    ApiCall call;
    call.url = runUrl(name);
    call.subject = name.substr(name.rfind('/') + 1);
    m_api.json(std::move(call), asOperation(std::move(reply)));
}

void RunClient::wait(const std::string &name, Duration most, Reply<Operation> reply)
{
    waitUntil(name, m_api.ground().clock.steady() + most, std::move(reply));
}

void RunClient::waitUntil(const std::string &name, SteadyTime end, Reply<Operation> reply)
{
    const Duration left = std::chrono::duration_cast<Duration>(end - m_api.ground().clock.steady());
    const auto once = std::chrono::ceil<std::chrono::seconds>(std::min(left, kWaitOnce));
    ApiCall call;
    call.method = "POST";
    call.url = runUrl(name + ":wait");
    call.body = json::Object{{"timeout", std::to_string(std::max<std::int64_t>(1, once.count())) + "s"}};
    call.subject = name.substr(name.rfind('/') + 1);
    call.timeout = kWaitOnce + std::chrono::seconds(15);
    call.repeats = true;
    m_api.json(std::move(call), [this, name, end, reply = std::move(reply)](Result<json::Value> json) {
        if (!json)
            return reply(json.error());
        Operation operation = readOperation(*json);
        if (operation.isDone)
            return reply(std::move(operation));
        if (m_api.ground().clock.steady() >= end)
            return reply(Error{ErrorCode::NetTimeout,
                               name.substr(name.rfind('/') + 1),
                               "the operation goes on at the server",
                               {},
                               "Look at the service again in a minute."});
        waitUntil(name, end, reply);
    });
}

void RunClient::policy(const ServiceName &name, Reply<Policy> reply)
{
    if (Status good = checkName(name); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.url = runUrl(name.path() + ":getIamPolicy?options.requestedPolicyVersion=3");
    call.subject = name.service;
    m_api.json(std::move(call), asPolicy(std::move(reply)));
}

void RunClient::setPolicy(const ServiceName &name, const Policy &policy, Reply<Policy> reply)
{
    if (Status good = checkName(name); !good)
        return m_api.refuse(std::move(reply), good.error());
    ApiCall call;
    call.method = "POST";
    call.url = runUrl(name.path() + ":setIamPolicy");
    call.subject = name.service;
    call.body = json::Object{{"policy", policyJson(policy)}};
    m_api.json(std::move(call), asPolicy(std::move(reply)));
}

} // namespace batuta::cloud
