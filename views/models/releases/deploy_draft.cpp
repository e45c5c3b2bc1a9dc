// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/releases/deploy_draft.h"

#include "engine/releases/draft.h"

#include <algorithm>

namespace batuta::views {
namespace {

std::map<std::string, std::string> settingsOf(const cloud::ServiceConfig &config)
{
    return {{"memory", config.memory},
            {"cpu", config.cpu},
            {"timeout", std::to_string(config.timeoutSeconds) + "s"},
            {"concurrency", std::to_string(config.concurrency)},
            {"min", std::to_string(config.minInstances)},
            {"max", std::to_string(config.maxInstances)},
            {"port", std::to_string(config.port)},
            {"service-account", config.serviceAccount}};
}

} // namespace

const std::vector<std::string> &deploySettings()
{
    static const std::vector<std::string> names{"memory", "cpu", "timeout", "concurrency",
                                                "min",    "max", "port",    "service-account"};
    return names;
}

const cloud::EnvVar *DeployKey::after() const
{
    return isRemoved ? nullptr : wished ? &*wished : base ? &*base : nullptr;
}

DeployKey::State DeployKey::state() const
{
    const cloud::EnvVar *is = after();
    if (is == nullptr)
        return State::Removed;
    return !now ? State::Added : *now == *is ? State::Same : State::Changed;
}

void DeployDraft::begin(const cloud::ServiceConfig &config)
{
    const auto before = settingsOf(base), fresh = settingsOf(config);
    const bool isFirst = settings.empty();
    for (const auto &[name, value] : fresh)
        if (isFirst || settings[name] == before.at(name))
            settings[name] = value;
    base = config;
    image = config.image;
    std::map<std::string, DeployKey> all;
    for (const cloud::EnvVar &one : now.env)
        all[one.name].now = one;
    for (const cloud::EnvVar &one : config.env)
        all[one.name].base = one;
    for (const DeployKey &key : keys)
        if (key.isTouched()) {
            all[key.name].wished = key.wished;
            all[key.name].isRemoved = key.isRemoved && all[key.name].base;
        }
    keys.clear();
    for (auto &[name, key] : all) {
        key.name = name;
        keys.push_back(std::move(key));
    }
}

void DeployDraft::takeGuide()
{
    auto guide = settingsOf(releases::guideDefaults());
    guide.erase("service-account");
    for (auto &[name, value] : guide)
        settings[name] = value;
}

void DeployDraft::setKey(const cloud::EnvVar &wished)
{
    auto at = std::lower_bound(keys.begin(), keys.end(), wished.name,
                               [](const DeployKey &key, const std::string &name) { return key.name < name; });
    if (at == keys.end() || at->name != wished.name)
        at = keys.insert(at, {wished.name, {}, {}, {}, false});
    at->isRemoved = false;
    at->wished = at->base && wished == *at->base ? std::nullopt : std::optional(wished);
}

/// One that was only added here is gone at once.
void DeployDraft::removeKey(const std::string &name)
{
    std::erase_if(keys, [&](const DeployKey &key) { return key.name == name && !key.base && !key.now; });
    for (DeployKey &key : keys)
        if (key.name == name) {
            key.wished.reset();
            key.isRemoved = key.base.has_value();
        }
}

void DeployDraft::restoreKey(const std::string &name)
{
    std::erase_if(keys, [&](const DeployKey &key) { return key.name == name && !key.base && !key.now; });
    for (DeployKey &key : keys)
        if (key.name == name) {
            key.wished.reset();
            key.isRemoved = false;
        }
}

client::RolloutRequest DeployDraft::request() const
{
    client::RolloutRequest request;
    request.environment = environment;
    request.service = service;
    client::RolloutDraft &wish = request.draft;
    wish.from = source == Source::Revision ? from : std::string();
    if (image != base.image || isNew)
        wish.image = image;
    wish.suffix = suffix;
    const auto before = settingsOf(base);
    for (const std::string &name : deploySettings())
        if (const auto set = settings.find(name); set != settings.end() && set->second != before.at(name))
            wish.settings.emplace_back(name, set->second);
    for (const DeployKey &key : keys) {
        if (key.isRemoved)
            wish.unset.push_back(key.name);
        else if (key.wished)
            wish.env.push_back(*key.wished);
    }
    request.tag = tag;
    request.healthPath = healthPath;
    request.isPromoted = rollout != Rollout::NoTraffic;
    if (rollout != Rollout::Canary)
        return request;
    request.stages = stages;
    request.holds = holds;
    request.heldMost = holds ? heldMost : Duration{};
    for (const Gate &gate : gates)
        if (gate.isOn)
            request.gates.push_back(gate.rule);
    return request;
}

Result<cloud::ServiceConfig> DeployDraft::config() const
{
    const client::RolloutDraft wish = request().draft;
    return releases::configOf({wish.image, wish.settings, wish.env, wish.unset}, &base);
}

std::vector<releases::Finding> DeployDraft::findings() const
{
    const Result<cloud::ServiceConfig> whole = config();
    if (!whole)
        return {{releases::Finding::Weight::Fails, whole.error().subject, whole.error().detail,
                 whole.error().mend}};
    std::vector<releases::Finding> found = releases::checkConfig(*whole);
    const std::string revision = suffix.empty() ? std::string() : service + "-" + suffix;
    for (releases::Finding &one : releases::checkNames(service, revision))
        found.push_back(std::move(one));
    return found;
}

std::vector<releases::KeyChange> DeployDraft::changes() const
{
    const Result<cloud::ServiceConfig> whole = config();
    return whole ? releases::changesBetween(now, *whole) : std::vector<releases::KeyChange>();
}

int DeployDraft::badStage() const
{
    int before = 0;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (stages[i].percent <= before || stages[i].percent > 99)
            return static_cast<int>(i);
        before = stages[i].percent;
    }
    return -1;
}

Duration DeployDraft::length() const
{
    Duration all{};
    for (const client::RolloutStage &stage : stages)
        all += stage.length;
    return all;
}

} // namespace batuta::views
