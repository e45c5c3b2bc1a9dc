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
    service.config = canary;
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
    board.figures[0].windows = {{releaseNow() - 42min, releaseNow(), 21'400, 90}};
    board.figures[1].windows = {{releaseNow() - 23h, releaseNow() - 8h, 1'300'000, 2'190},
                                {releaseNow() - 7h, releaseNow(), 800'000, 6'000}};
    tellStory();
    check.at = releaseNow();
    check.imageFound = true;
    check.image = "sha256:1b9f44cc0e20a7711aa";
    settle({{kName + "-00042-kex", 75, {}, {}}, {kName + "-00043-tam", 25, "canary", {}}});
}

/// What a deployment is looked at with, and how it goes.
void ReleaseEngine::tellStory()
{
    using State = client::DeployFinding::State;
    deployCheck.at = releaseNow();
    deployCheck.findings = {
        {"image", State::Passes, {}, "sha256:7d1e9a5c0e20a7711aa", {}},
        {"limits", State::Passes, {}, {}, {}},
        {"names", State::Passes, {}, {}, {}},
        {"keys", State::Warns, "empty", "WEBHOOK_URL has no value", "Set it, or remove the key."},
        {"traffic", State::Passes, {}, {}, {}},
        {"quota", State::Passes, {}, {}, {}},
        {"health", State::Passes, {}, "/health: 200", {}},
        {"cloud", State::Passes, {}, {}, {}}};
    deployCheck.command =
        "gcloud run deploy ml-orchestrator --image=us-east1-docker.pkg.dev/plataforma-ml-prd/ml/"
        "ml-orchestrator:stable --update-env-vars=MAX_RETRIES=5 --tag=canary --no-traffic "
        "--region=us-east1 --project=plataforma-ml-prd";
    rollout.id = "0b6a2f0e-5d0b-4f5e-9a53-1c7d2f4c9e10";
    rollout.flow = "rollout";
    rollout.status = "running";
    rollout.startedAt = releaseNow();
    rollout.input = json::Object{{"service", kName}, {"environment", "production"}};
    const auto step = [](const char *name, const char *status) {
        store::StepRecord record;
        record.step = name;
        record.status = status;
        record.startedAt = releaseNow();
        return record;
    };
    rollout.steps = {step("deploy", "success"), step("healthy", "running"), step("promote", "pending")};
    rollout.steps[0].output = R"({"revision":"ml-orchestrator-00044-new"})";
    watching.billingAccount = "000000-000000-000000";
    watching.channels = {{"projects/p/notificationChannels/1", "email", "Plantão ML", true, true}};
    backups.folder = "backups";
    backups.backups = {{"production-2026-11-20T03-15-00Z", releaseNow() - 35h, {kName, "gap-analysis"}, {}},
                       {"production-2026-11-13T03-15-00Z", releaseNow() - 203h, {kName}, {}}};
    sides.now = "kind: Service\nmetadata:\n  name: ml-orchestrator\nspec:\n  concurrency: 40\n";
    sides.then = "kind: Service\nmetadata:\n  name: ml-orchestrator\nspec:\n  concurrency: 80\n";
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
    if (done.verb == "roll_out" || done.verb == "rehearse")
        return reply(json::Value(json::Object{{"execution_id", rollout.id}}));
    if (done.verb == "back_up")
        return reply(json::Value(json::Object{{"folder", "backups/production-1"}, {"services", 5}}));
    if (done.verb == "export_service")
        return reply(json::Value(json::Object{{"yaml", "kind: Service\n"}}));
    if (!done.data["traffic"].isArray())
        return reply(json::Value(json::Object{{"done", true}}));
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
    if (isBare)
        return reply(std::move(all));
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

void ReleaseEngine::lookUpRelease(const client::ReleaseLookup &lookup, client::Reply<json::Value> reply)
{
    lookups.push_back(lookup);
    if (trouble)
        return reply(*trouble);
    reply(lookup.kind == "deploy"     ? client::toJson(deployCheck)
          : lookup.kind == "watching" ? client::toJson(watching)
          : lookup.kind == "backups"  ? client::toJson(backups)
                                      : client::toJson(sides));
}

void ReleaseEngine::execution(ExecutionId, client::Reply<client::ExecutionRecord> reply)
{
    reply(rollout);
}

void ReleaseEngine::cloudLogs(const client::CloudLogQuery &, client::Reply<client::CloudLogPage> reply)
{
    reply(client::CloudLogPage{log, {}});
}

void ReleaseEngine::checkRoute(const client::RouteQuery &query, client::Reply<client::RouteCheck> reply)
{
    checked.push_back(query);
    reply(check);
}

} // namespace batuta::tests
