// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/deploy_draft.h"

#include "app/cli/rollout.h"
#include "app/cli/usage.h"
#include "engine/base/text.h"
#include "engine/env/env_yaml.h"
#include "engine/json/redact.h"
#include "engine/releases/draft.h"
#include "engine/releases/traffic.h"

#include <algorithm>

namespace batuta::cli {
namespace {

Status addFile(const std::string &file, std::vector<cloud::EnvVar> &env)
{
    const Result<std::string> text = readFile(file, env::kEnvFileLimit);
    if (!text)
        return text.error();
    const bool isYaml = file.ends_with(".yaml") || file.ends_with(".yml");
    const env::Parsed parsed = isYaml ? env::parseEnvYaml(*text, file) : env::parseDotenv(*text, file);
    if (!parsed.problems.empty())
        return parsed.problems.front();
    for (const env::Entry &entry : parsed.entries)
        releases::setKey(env, {entry.key, entry.value, {}, {}});
    return {};
}

Status addKey(const std::string &word, std::vector<cloud::EnvVar> &env)
{
    const std::size_t at = word.find('=');
    const std::string name = word.substr(0, at);
    if (at == std::string::npos || !env::isValidKey(name))
        return usage("--key", "it is no KEY=VALUE", "Write KEY=VALUE.");
    if (json::isSecretName(name))
        return usage(name, "a secret on the command line can be read by everybody on this machine",
                     "Use --secret " + name + "=SECRET, or a file with --keys.");
    releases::setKey(env, {name, word.substr(at + 1), {}, {}});
    return {};
}

Status addSecret(const std::string &word, std::vector<cloud::EnvVar> &env)
{
    const std::size_t at = word.find('=');
    const std::string name = word.substr(0, at);
    if (at == std::string::npos || !env::isValidKey(name) || at + 1 == word.size())
        return usage("--secret", "it is no KEY=SECRET", "Write KEY=SECRET or KEY=SECRET:VERSION.");
    const std::string secret = word.substr(at + 1);
    const std::size_t colon = secret.find(':');
    releases::setKey(env, {name,
                           {},
                           secret.substr(0, colon),
                           colon == std::string::npos ? "latest" : secret.substr(colon + 1)});
    return {};
}

Status addKeys(const CloudWords &words, std::vector<cloud::EnvVar> &env)
{
    for (const std::string &file : words.keyFiles)
        if (Status added = addFile(file, env); !added)
            return added;
    for (const std::string &word : words.keys)
        if (Status added = addKey(word, env); !added)
            return added;
    for (const std::string &word : words.secrets)
        if (Status added = addSecret(word, env); !added)
            return added;
    return {};
}

Status removeKeys(const CloudWords &words, std::vector<cloud::EnvVar> &env)
{
    for (const std::string &name : words.unset)
        if (std::erase_if(env, [&](const cloud::EnvVar &one) { return one.name == name; }) == 0)
            return usage(name, "the service has no such key", "Look at `batuta release export`.");
    return {};
}

} // namespace

Result<std::vector<cloud::EnvVar>> keysOf(const CloudWords &words)
{
    std::vector<cloud::EnvVar> env;
    if (const Status added = addKeys(words, env); !added)
        return added.error();
    return env;
}

Result<cloud::CloudPort::Draft> draftOf(const CloudWords &words, const std::string &service,
                                        const cloud::Service *now)
{
    cloud::CloudPort::Draft draft;
    Result<cloud::ServiceConfig> config =
        releases::configOf({words.image, words.settings, {}, {}}, now == nullptr ? nullptr : &now->config);
    if (!config)
        return config.error();
    draft.config = std::move(*config);
    if (Status added = addKeys(words, draft.config.env); !added)
        return added.error();
    if (Status removed = removeKeys(words, draft.config.env); !removed)
        return removed.error();
    if (!words.suffix.empty())
        draft.revision = service + "-" + words.suffix;
    Result<releases::Traffic> traffic =
        releases::trafficOf(now, words.percent < 0 ? std::nullopt : std::optional(words.percent), words.tag);
    if (!traffic)
        return traffic.error();
    draft.traffic = std::move(*traffic);
    return draft;
}

} // namespace batuta::cli
