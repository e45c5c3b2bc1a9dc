// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What the words of `batuta deploy` say of a rollout.
#include "app/cli/rollout.h"

#include "app/cli/deploy_draft.h"
#include "app/cli/output.h"
#include "app/cli/usage.h"
#include "engine/base/text.h"
#include "engine/releases/gates.h"

#include <charconv>
#include <iostream>

namespace batuta::cli {
namespace {

Result<client::RolloutStage> stageOf(std::string_view word, Duration fallback)
{
    const std::size_t colon = word.find(':');
    client::RolloutStage stage{0, fallback};
    const std::string_view digits = word.substr(0, colon);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), stage.percent);
    const bool isPercent = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    if (!isPercent || stage.percent < 1 || stage.percent > 99)
        return usage("--canary", "`" + std::string(word.substr(0, 40)) + "` is no stage",
                     "Write shares from 1 to 99: 5,25,50 or 5:20m,25:1h.");
    if (colon == std::string_view::npos)
        return stage;
    const Result<Duration> length = parseDuration(word.substr(colon + 1));
    if (!length)
        return length.error();
    stage.length = *length;
    return stage;
}

Status addStages(const CloudWords &words, client::RolloutRequest &request)
{
    const Result<Duration> every = parseDuration(words.every.empty() ? "10m" : words.every);
    if (!every)
        return every.error();
    for (const std::string_view word : split(words.canary, ',')) {
        if (trimmed(word).empty())
            continue;
        const Result<client::RolloutStage> stage = stageOf(trimmed(word), *every);
        if (!stage)
            return stage.error();
        if (!request.stages.empty() && request.stages.back().percent >= stage->percent)
            return usage("--canary", "the shares do not rise", "Write them like 5,25,50.");
        request.stages.push_back(*stage);
    }
    if (request.stages.empty() && !words.canary.empty())
        return usage("--canary", "there is no stage", "Write 5,25,50 or 5:20m,25:1h.");
    return {};
}

Status addGates(const CloudWords &words, client::RolloutRequest &request)
{
    for (const std::string &word : words.gates) {
        const Result<releases::GateRule> rule = releases::gateRule(word);
        if (!rule)
            return rule.error();
        client::RolloutGate gate;
        gate.figure = releases::figureName(rule->figure);
        gate.name = rule->name;
        gate.max = rule->max;
        gate.min = rule->min;
        gate.query = rule->query;
        gate.samples = rule->samples;
        if (!rule->rehearsal.ignore.empty())
            gate.rehearsal = json::Object{
                {"ignore", json::Array(rule->rehearsal.ignore.begin(), rule->rehearsal.ignore.end())}};
        request.gates.push_back(std::move(gate));
    }
    return {};
}

} // namespace

bool wantsRollout(const CloudWords &words)
{
    return !words.canary.empty() || !words.healthPath.empty();
}

Result<client::RolloutRequest> rolloutRequest(const CloudWords &words)
{
    client::RolloutRequest request;
    request.draft.image = words.image;
    request.draft.suffix = words.suffix;
    request.draft.settings = words.settings;
    request.draft.unset = words.unset;
    auto keys = keysOf(words);
    if (!keys)
        return keys.error();
    request.draft.env = std::move(*keys);
    request.tag = words.tag;
    request.healthPath = words.healthPath;
    request.holds = words.holds;
    if (const Status added = addStages(words, request); !added)
        return added.error();
    if (const Status added = addGates(words, request); !added)
        return added.error();
    if (!words.heldMost.empty()) {
        const Result<Duration> most = parseDuration(words.heldMost);
        if (!most)
            return most.error();
        request.heldMost = *most;
    }
    if (words.percent >= 0 && words.canary.empty()) { // healthy first, then that share and no more
        request.isPromoted = words.percent == 100;
        if (words.percent > 0 && words.percent < 100)
            request.stages.push_back({words.percent, Duration{}});
    }
    return request;
}

std::string rolloutPreview(const CloudWords &words)
{
    const Result<client::RolloutRequest> request = rolloutRequest(words);
    if (!request)
        return {};
    std::string text = "  rollout 0 %";
    if (!request->healthPath.empty())
        text += ", healthy at " + request->healthPath;
    for (const client::RolloutStage &stage : request->stages)
        text += ", " + std::to_string(stage.percent) + " %" +
                (stage.length > Duration{} ? " for " + durationText(stage.length) : "");
    text += request->isPromoted ? ", 100 %\n" : "\n";
    for (const std::string &gate : words.gates)
        text += "  gate    " + gate + "\n";
    return text;
}

int printRollout(const Options &options)
{
    Result<client::RolloutRequest> request = rolloutRequest(options.cloud);
    if (!request)
        return fail(request.error());
    std::cout << client::rolloutFlow(*request);
    return kSuccess;
}

} // namespace batuta::cli
