// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/environments/env_template.h"
#include "engine/environments/env_text.h"

#include <string>
#include <vector>

namespace batuta::environments {

/// A file of an environment as it is on the disk, or why it cannot be read.
struct EnvFile
{
    std::string path; ///< whole
    EnvFormat format = EnvFormat::Dotenv;
    Result<EnvText> text;
    bool isWritable = false;
};

/// One environment with its files, the weakest first: what env-vars.yaml and .env both hold comes from .env.
struct EnvironmentFiles
{
    std::string name;   ///< as people call it
    std::string suffix; ///< of the names of its files; "" for the workspace's own
    std::vector<EnvFile> files;
    std::vector<std::string>
        stored; ///< keys whose values are in the workspace's store of secrets; see its names()

    /// The entry that counts, and its file; nullptr when no file has the key.
    const env::Entry *find(std::string_view key, const EnvFile **file = nullptr) const;
};

/// All env files of a workspace: `.env`, `env-vars.yaml`, `deployments/env-vars.yaml` are the environment
/// `ownName`, and so are those that have it as their suffix; `.env.staging`, `env-vars.staging.yaml` are
/// staging. Templates are the files named
/// `.env.example`, `.env.template`, `env-vars-template.yaml`, `env-vars.example.yaml`, also in `deployments`
/// and in the folders of flows.
struct WorkspaceFiles
{
    std::vector<EnvironmentFiles> environments; ///< the own one first, then dev, staging, production, others
    std::vector<EnvTemplate> templates;
};

/// Reads the files: call it on a worker.
WorkspaceFiles readWorkspaceFiles(const std::string &workspace, const std::string &ownName);

/// The environment of this name, also when it has no files yet or no more.
EnvironmentFiles &environmentNamed(WorkspaceFiles &files, const std::string &name);
/// The store of secrets has a value for `key`; an environment that has no files is there from now on.
void addStored(WorkspaceFiles &files, const std::string &environment, const std::string &key);

} // namespace batuta::environments
