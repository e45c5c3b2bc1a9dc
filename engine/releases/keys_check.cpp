// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/redact.h"
#include "engine/releases/preflight.h"

namespace batuta::releases {
namespace {

bool isUnresolved(const std::string &value)
{
    return value.starts_with("sm://") || value.starts_with("${");
}

} // namespace

std::vector<Finding> checkKeys(const std::vector<cloud::EnvVar> &env)
{
    using Weight = Finding::Weight;
    std::vector<Finding> found;
    for (const cloud::EnvVar &one : env) {
        const std::string name = one.name.substr(0, 60);
        if (one.isSecret())
            continue;
        if (one.value.starts_with(json::kMask))
            found.push_back({Weight::Fails, "mask", name + " would get the mask of a secret as its value",
                             "Write its value again, or take it from Secret Manager."});
        else if (isUnresolved(one.value))
            found.push_back({Weight::Fails, "reference",
                             name + " is a reference that nobody would resolve: Cloud Run hands on the text",
                             "Take it from Secret Manager, or write its value."});
        else if (one.value.empty())
            found.push_back({Weight::Warns, "empty", name + " has no value", "Set it, or remove the key."});
        else if (json::isSecretName(one.name))
            found.push_back({Weight::Warns, "plain_secret",
                             name + " is a secret in plain sight: whoever may look at the service reads it",
                             "Put it into Secret Manager, and refer to it."});
    }
    return found;
}

} // namespace batuta::releases
