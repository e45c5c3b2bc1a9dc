// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/id_tokens.h"

#include "engine/cloud/cloud.h"
#include "engine/env/environment.h"

#include <memory>

namespace batuta::host {
namespace {

/// Nobody has to name a cloud to call a private function: without a place it is who is signed in here.
Result<cloud::Settings> settingsOf(const EngineOptions &options, const std::string &environment)
{
    if (!options.clouds)
        return cloud::Settings();
    const auto places = options.clouds();
    if (!places)
        return places.error();
    for (const auto &[name, settings] : *places)
        if (name == environment)
            return settings;
    return cloud::Settings();
}

} // namespace

steps::AskIdToken idTokens(net::Loop &loop, const Clock &clock, const EngineOptions &options)
{
    const std::string environment =
        options.environment.empty() ? std::string(env::kOwnName) : options.environment;
    EngineOptions needed;
    needed.clouds = options.clouds;
    needed.http = options.http;
    const auto cloud = std::make_shared<std::unique_ptr<cloud::Cloud>>();
    return [&loop, &clock, needed, environment, cloud](const std::string &audience, auto reply) {
        const auto refuse = [&](const Error &error) { loop.post([reply, error] { reply(error); }); };
        if (!*cloud) {
            const Result<cloud::Settings> settings = settingsOf(needed, environment);
            if (!settings)
                return refuse(settings.error());
            auto opened = cloud::Cloud::open(loop, clock, *settings, needed.http);
            if (!opened)
                return refuse(opened.error());
            *cloud = std::move(*opened);
        }
        (*cloud)->idToken(audience, reply);
    };
}

} // namespace batuta::host
