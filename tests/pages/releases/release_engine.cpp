// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/releases/release_engine.h"

#include "engine/base/text.h"
#include "engine/client/release_codec.h"

namespace batuta::tests {
namespace {

using namespace std::chrono_literals;

const std::string kName = "ml-orchestrator";

cloud::Condition readyCondition(bool isReady, std::string message = {})
{
    cloud::Condition condition;
    condition.type = "Ready";
    condition.state = isReady ? cloud::ConditionState::Succeeded : cloud::ConditionState::Failed;
    condition.message = std::move(message);
    return condition;
}

cloud::Revision revisionOf(const cloud::ServiceName &of, const std::string &suffix, Duration ago,
                           const std::string &digest, const std::string &who)
{
    cloud::Revision revision;
    revision.of = of;
    revision.name = kName + "-" + suffix;
    revision.imageDigest = "sha256:" + digest + "c0e20a7711aa";
    revision.created = releaseNow() - ago;
    revision.creator = who;
    revision.conditions = {readyCondition(true)};
    revision.config.image = "us-east1-docker.pkg.dev/plataforma-ml-prd/ml/ml-orchestrator:stable";
    revision.config.cpu = "2";
    revision.config.memory = "2Gi";
    revision.config.timeoutSeconds = 540;
    revision.config.minInstances = 1;
    revision.config.env = {{"EMBEDDING_DIM", "768", {}, {}},
                           {"MAX_RETRIES", "3", {}, {}},
                           {"ML_API_TOKEN", {}, "ml-api-token", "7"},
                           {"REQUEST_TIMEOUT_SECONDS", "540", {}, {}}};
    return revision;
}

} // namespace

WallTime releaseNow()
{
    WallTime now{};
    parseIsoTime("2026-11-21T14:32:00Z", now);
    return now;
}

ReleaseEngine::ReleaseEngine()
{
    places = {{"dev", "plataforma-ml-dev", "us-east1", kName, true, false},
              {"staging", "plataforma-ml-stg", "us-east1", kName, false, false},
              {"production", "plataforma-ml-prd", "us-east1", kName, false, true}};
    const cloud::ServiceName name{"plataforma-ml-prd", "us-east1", kName};
    board.at = releaseNow();
    board.place = places.back();
    cloud::Service &service = board.service;
    service.name = name;
    service.url = "https://ml-orchestrator-prd-ue.a.run.app";
    service.urls = {service.url};
    service.etag = "\"1\"";
    service.generation = service.observedGeneration = 43;
    service.updated = releaseNow() - 22min;
    service.lastModifier = "renata.lima@example.com";
    service.latestReady = service.latestCreated = kName + "-00043-tam";
    service.ready = readyCondition(true);
    board.revisions = {revisionOf(name, "00043-tam", 42min, "7d1e9a5", "pipeline@example.com"),
                       revisionOf(name, "00042-kex", 50h, "1b9f44c", "renata.lima@example.com"),
                       revisionOf(name, "00041-wob", 214h, "e02c7b1", "pipeline@example.com"),
                       revisionOf(name, "00040-zam", 300h, "4410aef", "pipeline@example.com"),
                       revisionOf(name, "00039-pex", 390h, "90fa3d8", "marcos.alves@example.com")};
    cloud::ServiceConfig &canary = board.revisions[0].config;
    canary.concurrency = 40;
    canary.minInstances = 2;
    canary.env[0].value = "512";
    canary.env[1].value = "5";
    canary.env[3].value = "300";
    board.revisions[3].conditions = {readyCondition(
        false, "The user-provided container failed to start and listen on the port defined by PORT=8080.")};
    board.figures = {{kName + "-00043-tam", 1, 8.5, 42min, 21'400, 90, 24'100},
                     {kName + "-00042-kex", 3, 25.6, 23h, 2'100'000, 8'190, 21'200},
                     {kName + "-00041-wob", 0, std::nullopt, 0s, 0, 0, std::nullopt}};
    board.entries = {
        {releaseNow() - 22min, "renata.lima", "route_traffic", kName + "-00043-tam", "First gate passed", {}},
        {releaseNow() - 42min, "pipeline", "deployed", kName + "-00043-tam", {}, {}},
        {releaseNow() - 50h, "renata.lima", "deployed", kName + "-00042-kex", {}, {}},
        {releaseNow() - 60h, "renata.lima", "roll_back", kName + "-00041-wob", "F1 drop on live data", {}}};
    board.flows = {"create_profile", "update_profile"};
    check.at = releaseNow();
    check.imageFound = true;
    check.image = "sha256:1b9f44cc0e20a7711aa";
    settle({{kName + "-00042-kex", 75, {}, {}}, {kName + "-00043-tam", 25, "canary", {}}});
}

void ReleaseEngine::settle(const std::vector<cloud::TrafficTarget> &traffic)
{
    board.service.traffic = traffic;
    if (!isSlow)
        board.service.routed = traffic;
}

void ReleaseEngine::moveBy(const std::string &who, const std::vector<cloud::TrafficTarget> &traffic)
{
    board.service.lastModifier = who;
    board.service.etag += "+";
    settle(traffic);
}

void ReleaseEngine::act(client::Act done, client::Reply<json::Value> reply)
{
    acts.push_back(done);
    if (refusal)
        return reply(*refusal);
    const auto traffic = client::trafficFromJson(done.data["traffic"]);
    if (!traffic)
        return reply(traffic.error());
    moveBy(done.actor.who, *traffic);
    reply(json::Value(json::Object{{"operation", "operations/1"}, {"done", false}}));
}

void ReleaseEngine::releases(const client::ReleaseQuery &query, client::Reply<client::ReleaseBoard> reply)
{
    if (trouble)
        return reply(*trouble);
    client::ReleaseBoard all;
    all.at = releaseNow();
    all.places = places;
    if (places.empty())
        return reply(std::move(all));
    all.environment = query.environment.empty() ? "production" : query.environment;
    all.services = {board.service};
    if (all.environment == "production")
        for (const char *name : {"match-candidato", "gap-analysis", "create-embeddings", "oraculo-core"}) {
            cloud::Service other = board.service;
            other.name.service = name;
            other.latestReady = std::string(name) + "-00027-bex";
            other.updated = releaseNow() - 144h;
            other.traffic = other.routed = {{{}, 100, {}, {}}};
            other.ready = readyCondition(std::string_view(name) != "gap-analysis");
            all.services.push_back(std::move(other));
        }
    reply(std::move(all));
}

void ReleaseEngine::releasedService(const client::ServiceQuery &query,
                                    client::Reply<client::ServiceBoard> reply)
{
    if (trouble)
        return reply(*trouble);
    client::ServiceBoard one = board;
    one.place.environment = query.environment;
    one.service.name.service = query.service;
    reply(std::move(one));
}

void ReleaseEngine::checkRoute(const client::RouteQuery &query, client::Reply<client::RouteCheck> reply)
{
    checked.push_back(query);
    reply(check);
}

} // namespace batuta::tests
