// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/service_env.h"

#include "engine/base/text.h"
#include "engine/env/secret_reference.h"
#include "engine/environments/convert.h"

#include <map>

namespace batuta::environments {
namespace {

/// What secretKeyRef.name stands for, by name.
using Aliases = std::map<std::string, std::string>;

/// The name of the secret; of one with that name in another project the next that is free.
std::string aliasOf(const env::SecretReference &reference, Aliases &aliases)
{
    const std::string resource = reference.resourceOfSecret();
    std::string alias = reference.secret;
    for (int i = 2; !aliases.try_emplace(alias, resource).second && aliases[alias] != resource; ++i)
        alias = reference.secret + "-" + std::to_string(i);
    return alias;
}

/// Why a key cannot be in a service, or "".
std::string whyNot(const std::string &key, const std::string &value)
{
    if (std::string reason = whyReserved(key); !reason.empty() || !env::isReference(value))
        return reason;
    const auto reference = env::readReference(value);
    if (!reference)
        return reference.error().detail;
    return reference->location.empty() ? "" : "Cloud Run takes no secret of one region";
}

} // namespace

ServiceEnv serviceEnv(const std::vector<std::pair<std::string, std::string>> &variables)
{
    ServiceEnv out;
    Aliases aliases;
    std::string env;
    for (const auto &[key, value] : variables) {
        if (std::string reason = whyNot(key, value); !reason.empty()) {
            out.leftOut.push_back({ErrorCode::EnvBadKey, key, std::move(reason), {}, ""});
            continue;
        }
        env += "            - name: " + key + "\n";
        if (const auto reference = env::readReference(value); reference)
            env += "              valueFrom:\n                secretKeyRef:\n                  name: " +
                   quotedYaml(aliasOf(*reference, aliases)) +
                   "\n                  key: " + quotedYaml(reference->version) + "\n";
        else
            env += "              value: " + quotedYaml(value) + "\n";
    }
    std::vector<std::string> places;
    for (const auto &[alias, resource] : aliases)
        places.push_back(alias + ":" + resource);
    out.text = "spec:\n  template:\n";
    if (!places.empty())
        out.text += "    metadata:\n      annotations:\n        run.googleapis.com/secrets: " +
                    quotedYaml(join(places, ",")) + "\n";
    out.text += "    spec:\n      containers:\n        - env:" + (env.empty() ? " []\n" : "\n" + env);
    return out;
}

} // namespace batuta::environments
