// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/cloud/settings.h"
#include "engine/flow/yaml_node.h"

#include <map>
#include <string>
#include <vector>

namespace batuta::app {

/// `cloud:` of batuta.yaml: what holds for every environment, and what is else in some.
class CloudPlaces
{
public:
    /// The mapping's values; errors have their place in `file`. Files in it are taken from `workspace` on.
    static Result<CloudPlaces> read(const flow::YamlNode &node, const std::string &file,
                                    const std::string &workspace);

    /// What a command line says instead; "" for what it does not.
    struct Instead
    {
        std::string project;
        std::string region;
    };
    /// Where an environment lives. Production is guarded unless the file says otherwise. FlowBadValue when
    /// nothing says which project and region, EngineUnreachable when the local Cloud Run does not run.
    Result<cloud::Settings> of(const std::string &environment, const Instead &instead = {}) const;
    /// Those that the file says something of their own about.
    std::vector<std::string> environments() const
    {
        std::vector<std::string> names;
        for (const auto &[name, settings] : m_own)
            names.push_back(name);
        return names;
    }
    /// Some environment is the local Cloud Run of the workspace: `server: local`.
    bool wantsLocal() const;
    /// Where the first of them lives; "" for what is not said.
    Instead local() const;
    bool isEmpty() const { return m_common.project.empty() && m_own.empty(); }

private:
    std::string m_workspace;
    cloud::Settings m_common;
    std::map<std::string, cloud::Settings> m_own; ///< m_common included
};

} // namespace batuta::app
