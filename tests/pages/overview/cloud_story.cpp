// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/overview/cloud_story.h"

#include "engine/json/json.h"

#include <array>

namespace batuta::tests {
namespace {

using namespace std::chrono_literals;

constexpr const char *kRolledOut = "ml-orchestrator";

struct Told
{
    const char *name;
    double instances, perSecond, p95;
};
constexpr std::array kServices{Told{kRolledOut, 4, 11.2, 212}, Told{"gap-analysis", 0, 0, 8'400},
                               Told{"match-candidato", 3, 4.1, 3'100}, Told{"api-gateway", 2, 138, 18},
                               Told{"data-processing", 1, 0.4, 640}};

client::StepRecord step(const char *name, const char *status, const json::Value &output = {})
{
    client::StepRecord step;
    step.step = name;
    step.status = status;
    if (!output.isNull())
        step.output = json::write(output);
    return step;
}

json::Value gate(const char *name, const char *verdict, double value, double bound)
{
    return json::Object{
        {"gate", name}, {"verdict", verdict}, {"value", value}, {"bound", bound}, {"samples", 212}};
}

} // namespace

std::string rolloutId()
{
    return "5b1c90aa-0000-4000-8000-000000000000";
}

client::ExecutionRecord heldRollout(WallTime now)
{
    client::ExecutionRecord record;
    record.id = rolloutId();
    record.flow = client::kRolloutFlow;
    record.status = "running";
    record.startedAt = now - 22min;
    json::Array stages;
    for (const int percent : {5, 25, 50, 100})
        stages.push_back(json::Object{{"percent", percent}, {"for", "10m"}});
    record.input = json::Object{{"service", kRolledOut}, {"environment", "production"}, {"stages", stages}};
    const json::Value good = json::Object{{"passed", true},
                                          {"gates", json::Array{gate("error_rate", "good", 0.0031, 0.01),
                                                                gate("p95", "good", 19'800, 22'000)}}};
    const json::Value broken = json::Object{{"passed", false},
                                            {"gates", json::Array{gate("error_rate", "good", 0.0042, 0.01),
                                                                  gate("p95", "broken", 24'100, 22'000)}}};
    record.steps = {step("deploy", "success", json::Object{{"revision", "ml-orchestrator-00043-tam"}}),
                    step("to_1", "success"),
                    step("gate_1", "success", good),
                    step("to_2", "success"),
                    step("gate_2", "success", broken),
                    step("ask_2", "running"),
                    step("to_3", "pending"),
                    step("to_4", "pending")};
    return record;
}

client::ExecutionRecord takenOverRollout(WallTime ended)
{
    client::ExecutionRecord record = heldRollout(ended);
    record.status = "failed";
    record.endedAt = ended;
    for (client::StepRecord &one : record.steps)
        if (one.step == "ask_2")
            one = step("ask_2", "failed",
                       json::Object{{"approved", false}, {"ended_by", "taken_over"}, {"moved_by", "ana"}});
    return record;
}

std::vector<client::CloudPlace> cloudPlaces()
{
    return {{"production", "plataforma-ml", "us-east1", kRolledOut, true, true}};
}

client::ReleaseBoard cloudBoard(WallTime now)
{
    client::ReleaseBoard board;
    board.at = now;
    board.environment = "production";
    board.places = cloudPlaces();
    for (const Told &told : kServices) {
        cloud::Service &service = board.services.emplace_back();
        service.name = {"plataforma-ml", "us-east1", told.name};
        const std::string revision = std::string(told.name) + "-00042-kex";
        const bool isRolledOut = service.name.service == kRolledOut;
        service.latestReady = revision;
        service.routed = {{revision, isRolledOut ? 75 : 100, {}, {}}};
        if (isRolledOut)
            service.routed.push_back({"ml-orchestrator-00043-tam", 25, {}, {}});
        const bool fails = told.instances == 0;
        service.ready.state = fails ? cloud::ConditionState::Failed : cloud::ConditionState::Succeeded;
        service.ready.message = fails ? "The container failed to start and listen on the port." : "";
    }
    return board;
}

client::ServiceBoard cloudService(const std::string &name, WallTime now)
{
    client::ServiceBoard board;
    board.at = now;
    for (const Told &told : kServices)
        if (told.name == name)
            board.figures = {{name + "-00042-kex", told.instances, told.perSecond, 24h, 1e5, 10, told.p95}};
    return board;
}

} // namespace batuta::tests
