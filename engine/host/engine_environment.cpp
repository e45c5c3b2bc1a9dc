// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/engine_environment.h"

#include "engine/host/fetch_secrets.h"
#include "engine/secrets/secret_store.h"

#include <filesystem>

namespace batuta::host {
namespace {

std::string thisProgram()
{
    std::error_code failure;
    return std::filesystem::read_symlink("/proc/self/exe", failure).string();
}

} // namespace

env::Loaded loadEnvironment(const EngineOptions &options)
{
    env::Loaded loaded =
        env::load({options.workspace, options.environment, options.overrides, options.process});
    std::vector<env::Entry> entries = loaded.environment.entries();
    std::vector<std::string> names;
    if (!options.workspace.empty()) {
        secrets::LoadedSecrets found = secrets::loadSecrets(
            options.workspace, options.environment.empty() ? std::string(env::kOwnName) : options.environment,
            secrets::accessOf(thisProgram(), options.passphrase.get()));
        std::move(found.problems.begin(), found.problems.end(), std::back_inserter(loaded.problems));
        for (env::Entry &secret : found.entries) {
            names.push_back(secret.key);
            entries.push_back(std::move(secret));
        }
    }
    entries = env::Environment(std::move(entries)).entries(); // what wins over a reference needs no fetching
    for (std::string &name : fetchSecrets(entries, options, loaded.problems))
        names.push_back(std::move(name));
    loaded.environment = env::Environment(std::move(entries));
    for (const std::string &name : names)
        loaded.environment.markSecret(name);
    return loaded;
}

} // namespace batuta::host
