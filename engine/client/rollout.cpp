// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// How a rollout is spelt in JSON.
#include "engine/client/rollout.h"

#include <algorithm>
#include <array>

namespace batuta::client {
namespace {

constexpr std::size_t kMostStages = 20;
constexpr std::size_t kMostGates = 30;
constexpr std::size_t kMostKeys = 1'000;
constexpr std::size_t kLongestText = 64 * 1'024;

Error badRollout(std::string subject, std::string detail, std::string mend = {})
{
    return {ErrorCode::InputInvalid, std::move(subject), std::move(detail), {}, std::move(mend)};
}

json::Value numberOr(const std::optional<double> &value)
{
    return value ? json::Value(*value) : json::Value();
}

std::optional<double> numberFrom(const json::Value &value)
{
    return value.isNumber() ? std::optional(value.asDouble()) : std::nullopt;
}

bool isRehearsal(const RolloutGate &gate)
{
    return gate.figure == "rehearsal";
}

json::Value gateJson(const RolloutGate &gate)
{
    json::Object json{{"figure", gate.figure}, {"samples", gate.samples}};
    for (const auto &[key, bound] : {std::pair{"max", &gate.max}, std::pair{"min", &gate.min}})
        if (*bound)
            json.set(key, numberOr(*bound));
    for (const auto &[key, text] : {std::pair{"name", &gate.name}, std::pair{"query", &gate.query}})
        if (!text->empty())
            json.set(key, *text);
    if (gate.window > Duration{})
        json.set("over", durationText(gate.window));
    for (const auto &[key, value] : gate.rehearsal.asObject())
        json.set(key, value);
    return json;
}

json::Value envJson(const std::vector<cloud::EnvVar> &env)
{
    json::Object json;
    for (const cloud::EnvVar &one : env)
        json.set(one.name, one.isSecret() ? json::Value(json::Object{{"secret", one.secret},
                                                                     {"version", one.secretVersion}})
                                          : json::Value(one.value));
    return json;
}

json::Value draftJson(const RolloutDraft &draft)
{
    json::Object settings;
    for (const auto &[name, value] : draft.settings)
        settings.set(name, value);
    return json::Object{
        {"image", draft.image},      {"from", draft.from},
        {"suffix", draft.suffix},    {"settings", std::move(settings)},
        {"env", envJson(draft.env)}, {"unset", json::Array(draft.unset.begin(), draft.unset.end())}};
}

Result<Duration> lengthFrom(const json::Value &value, const char *subject)
{
    if (value.isNull())
        return Duration{};
    const Result<Duration> length = parseDuration(value.asString());
    return length ? length : badRollout(subject, "it is no time", "Write 10m, 90s …");
}

Result<RolloutGate> gateFrom(const json::Value &json)
{
    static constexpr std::array<std::string_view, 7> kFigures{"error_rate", "p95",  "memory",   "series",
                                                              "promql",     "flow", "rehearsal"};
    RolloutGate gate;
    gate.figure = json["figure"].asString();
    if (std::find(kFigures.begin(), kFigures.end(), gate.figure) == kFigures.end())
        return badRollout("gates", "there is no figure `" + gate.figure.substr(0, 60) + "`");
    gate.max = numberFrom(json["max"]);
    gate.min = numberFrom(json["min"]);
    gate.name = json["name"].asString();
    gate.query = json["query"].asString();
    gate.samples = static_cast<int>(std::clamp<std::int64_t>(json["samples"].asInteger(20), 0, 1'000'000));
    if (gate.samples < 1)
        return badRollout("gates", "samples is below 1");
    const Result<Duration> window = lengthFrom(json["over"], "gates");
    if (!window)
        return window.error();
    gate.window = *window;
    for (const char *key : {"succeeded", "failed", "different", "slower", "ignore"})
        if (isRehearsal(gate) && !json[key].isNull())
            gate.rehearsal.object().set(key, json[key]);
    const bool isFlow = gate.figure == "flow" || isRehearsal(gate);
    if (isFlow ? gate.query.empty() : !gate.max && !gate.min)
        return badRollout("gates", isFlow ? "which flow?" : gate.figure + " has no bound");
    return gate;
}

Result<RolloutDraft> draftFrom(const json::Value &json)
{
    RolloutDraft draft{json["image"].asString(), json["suffix"].asString(), {}, {}, {},
                       json["from"].asString()};
    for (const auto &[name, value] : json["settings"].asObject())
        draft.settings.emplace_back(name,
                                    value.isInteger() ? std::to_string(value.asInteger()) : value.asString());
    for (const auto &[name, value] : json["env"].asObject()) {
        if (value.asString().size() > kLongestText)
            return badRollout("env", "the value of " + name.substr(0, 60) + " is too long");
        draft.env.push_back(
            {name, value.asString(), value["secret"].asString(), value["version"].asString()});
    }
    for (const json::Value &name : json["unset"].asArray())
        draft.unset.push_back(name.asString());
    if (draft.env.size() > kMostKeys || draft.unset.size() > kMostKeys || draft.settings.size() > kMostKeys)
        return badRollout("env", "there are more than 1,000 keys");
    return draft;
}

Status readStages(const json::Value &list, RolloutRequest &request)
{
    if (list.asArray().size() > kMostStages)
        return badRollout("stages", "there are more than 20");
    int before = 0;
    for (const json::Value &one : list.asArray()) {
        const std::int64_t percent = one["percent"].asInteger(-1);
        const Result<Duration> length = lengthFrom(one["for"], "stages");
        if (!length)
            return length.error();
        if (percent <= before || percent > 99)
            return badRollout("stages",
                              std::to_string(percent) + " % does not follow " + std::to_string(before) + " %",
                              "Write rising shares from 1 to 99.");
        before = static_cast<int>(percent);
        request.stages.push_back({before, *length});
    }
    return {};
}

Status readGates(const json::Value &list, RolloutRequest &request)
{
    if (list.asArray().size() > kMostGates)
        return badRollout("gates", "there are more than 30");
    for (const json::Value &one : list.asArray()) {
        Result<RolloutGate> gate = gateFrom(one);
        if (!gate)
            return gate.error();
        request.gates.push_back(std::move(*gate));
    }
    const bool watches = std::any_of(request.gates.begin(), request.gates.end(),
                                     [](const RolloutGate &gate) { return !isRehearsal(gate); });
    if (watches && request.stages.empty())
        return badRollout("gates", "there is no stage for them", "Add a stage.");
    return {};
}

} // namespace

json::Value gatesJson(const RolloutRequest &request)
{
    json::Array gates;
    for (const RolloutGate &gate : request.gates)
        if (!isRehearsal(gate))
            gates.push_back(gateJson(gate));
    return gates;
}

json::Value rehearsalsJson(const RolloutRequest &request)
{
    json::Array gates;
    for (const RolloutGate &gate : request.gates)
        if (isRehearsal(gate))
            gates.push_back(gateJson(gate));
    return gates;
}

json::Value stagesJson(const RolloutRequest &request)
{
    json::Array stages;
    for (const RolloutStage &stage : request.stages)
        stages.emplace_back(json::Object{{"percent", stage.percent}, {"for", durationText(stage.length)}});
    return stages;
}

json::Value toJson(const RolloutRequest &request)
{
    json::Value gates = rehearsalsJson(request); // in the order in which they are asked
    const json::Value watching = gatesJson(request);
    gates.array().insert(gates.array().end(), watching.asArray().begin(), watching.asArray().end());
    return json::Object{{"environment", request.environment},
                        {"service", request.service},
                        {"revision", request.revision},
                        {"draft", draftJson(request.draft)},
                        {"tag", request.tag},
                        {"health_path", request.healthPath},
                        {"stages", stagesJson(request)},
                        {"gates", std::move(gates)},
                        {"holds", request.holds},
                        {"held_most", durationText(request.heldMost)},
                        {"promote", request.isPromoted},
                        {"confirmed", request.confirmed},
                        {"why", request.why}};
}

Result<RolloutRequest> rolloutFromJson(const json::Value &value)
{
    if (!value.isObject())
        return badRollout("rollout", "it is no object");
    RolloutRequest request;
    request.environment = value["environment"].asString();
    request.service = value["service"].asString();
    if (request.service.empty())
        return badRollout("service", "it is missing");
    request.revision = value["revision"].asString();
    Result<RolloutDraft> draft = draftFrom(value["draft"]);
    if (!draft)
        return draft.error();
    request.draft = std::move(*draft);
    request.tag = value["tag"].asString();
    request.healthPath = value["health_path"].asString();
    if (const Status read = readStages(value["stages"], request); !read)
        return read.error();
    if (const Status read = readGates(value["gates"], request); !read)
        return read.error();
    request.holds = value["holds"].asBoolean();
    const Result<Duration> most = lengthFrom(value["held_most"], "held_most");
    if (!most)
        return most.error();
    request.heldMost = *most;
    request.isPromoted = value["promote"].asBoolean(true);
    request.confirmed = value["confirmed"].asString();
    request.why = value["why"].asString();
    return request;
}

Act rolloutAct(const RolloutRequest &request, Actor actor)
{
    Act act;
    act.verb = "roll_out";
    act.subject = request.environment + "/" + request.service;
    act.data = toJson(request);
    act.why = request.why;
    act.actor = std::move(actor);
    return act;
}

} // namespace batuta::client
