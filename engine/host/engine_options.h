// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/settings.h"
#include "engine/exports/settings.h"
#include "engine/net/http_client.h"
#include "engine/secrets/passphrase.h"
#include "engine/store/history.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace batuta::host {

/// Everything an engine is started with.
struct EngineOptions
{
    std::string workspace;   ///< folder with flows/, .env and env-vars.yaml
    std::string environment; ///< "" for the default files, or `staging` …
    std::vector<std::pair<std::string, std::string>> overrides; ///< `--set KEY=value`
    const char *const *process = nullptr;                       ///< environ
    std::string historyFile; ///< "" takes <workspace>/.batuta/history.db; ":memory:" keeps nothing
    /// postgresql://… keeps the history there instead of in a file. What is sealed in it then opens with
    /// <workspace>/.batuta/history.key, so engines that share a store need copies of one key.
    std::string store;
    std::string logFile;          ///< the file that the log goes to, for logLines(); "" when there is none
    bool correctedFilter = false; ///< filter steps by their domain label, whatever routes.yaml says
    store::Durability durability = store::Durability::Full;
    std::string wakeDevice; ///< where Awake asks that processors stay awake; "" lets them sleep
    bool resumes = false;   ///< goes on with what dead engines left in this history, and starts what is due
    store::Retention retention; ///< what the history keeps; empty keeps everything
    std::size_t maxRunning = 20'000;
    std::uint64_t maxData = 64ULL << 20; ///< bytes of the outputs of one execution
    net::HttpClientOptions http;
    /// Environments and the clouds they live in, read when somebody asks for releases; none without it.
    std::function<Result<std::vector<std::pair<std::string, cloud::Settings>>>()> clouds;
    /// Gives id tokens of Google for an audience; null takes who is signed in where the environment lives.
    std::function<void(const std::string &audience, std::function<void(Result<std::string>)>)> idToken;
    /// Of the sealed file of secrets, when somebody can type it; null takes what the program knows by itself.
    std::shared_ptr<const secrets::Passphrase> passphrase;
    exports::Wanted exports; ///< whom to tell what happens, besides what the environment says
};

/// Version of this program, `0.1.0`.
std::string_view version();

} // namespace batuta::host
