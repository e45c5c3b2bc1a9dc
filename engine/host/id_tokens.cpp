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
    struct Known // shared: every execution has a copy of the function
    {
        EngineOptions options;
        std::string environment;
        std::unique_ptr<cloud::Cloud> cloud;
    };
    const auto known = std::make_shared<Known>();
    known->options.clouds = options.clouds;
    known->options.http = options.http;
    known->environment = options.environment.empty() ? std::string(env::kOwnName) : options.environment;
    return [&loop, &clock, known](const std::string &audience, auto reply) {
        const auto refuse = [&](const Error &error) { loop.post([reply, error] { reply(error); }); };
        if (!known->cloud) {
            const Result<cloud::Settings> settings = settingsOf(known->options, known->environment);
            if (!settings)
                return refuse(settings.error());
            auto opened = cloud::Cloud::open(loop, clock, *settings, known->options.http);
            if (!opened)
                return refuse(opened.error());
            known->cloud = std::move(*opened);
        }
        known->cloud->idToken(audience, reply);
    };
}

} // namespace batuta::host
