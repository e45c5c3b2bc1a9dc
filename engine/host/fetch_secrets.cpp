// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/fetch_secrets.h"

#include "engine/cloud/cloud.h"
#include "engine/env/secret_reference.h"

#include <algorithm>
#include <map>
#include <optional>

namespace batuta::host {
namespace {

constexpr Duration kPatience = std::chrono::seconds(15);

/// By the text of the reference: two keys may mean one secret.
using SecretValues = std::map<std::string, Result<std::string>>;

Result<cloud::Settings> settingsOf(const EngineOptions &options)
{
    const std::string name = options.environment.empty() ? std::string(env::kOwnName) : options.environment;
    const auto clouds =
        options.clouds ? options.clouds() : std::vector<std::pair<std::string, cloud::Settings>>();
    if (!clouds)
        return clouds.error();
    for (const auto &[environment, settings] : *clouds)
        if (environment == name)
            return settings;
    return Error{ErrorCode::InputInvalid,
                 name,
                 "no cloud is set up for this environment",
                 {},
                 "Write cloud: into batuta.yaml, or keep the value with batuta secrets set."};
}

/// All of them at once, as one identity.
Status fetch(SecretValues &values, const EngineOptions &options)
{
    const Result<cloud::Settings> settings = settingsOf(options);
    if (!settings)
        return settings.error();
    net::Loop loop;
    const SystemClock clock;
    const auto cloud = cloud::Cloud::open(loop, clock, *settings, options.http);
    if (!cloud)
        return cloud.error();
    std::size_t open = values.size();
    for (auto &[text, value] : values)
        (*cloud)->secret(*env::readReference(text), [&, slot = &value](Result<std::string> got) {
            *slot = std::move(got);
            if (--open == 0)
                loop.stop();
        });
    loop.startTimer(clock.steady() + kPatience, [&] { loop.stop(); });
    loop.run();
    return {};
}

} // namespace

std::vector<std::string> fetchSecrets(std::vector<env::Entry> &entries, const EngineOptions &options,
                                      Errors &problems)
{
    SecretValues values;
    for (const env::Entry &entry : entries)
        if (env::readReference(entry.value))
            values.try_emplace(
                entry.value,
                Error{ErrorCode::NetTimeout, "Secret Manager", "it has not answered in time", {}, ""});
    const Status fetched = values.empty() ? Status() : fetch(values, options);
    std::vector<std::string> names;
    std::erase_if(entries, [&](env::Entry &entry) {
        if (!env::isReference(entry.value))
            return false;
        const auto found = values.find(entry.value);
        if (fetched && found != values.end() && found->second) {
            entry.value = *found->second;
            names.push_back(entry.key);
            return false;
        }
        const Error why = found == values.end() ? env::readReference(entry.value).error()
                          : !fetched            ? fetched.error()
                                                : found->second.error();
        problems.push_back({ErrorCode::SecretMissing, entry.key,
                            "its value is in Secret Manager: " + errorText(why), entry.place, mendText(why)});
        return true;
    });
    return names;
}

} // namespace batuta::host
