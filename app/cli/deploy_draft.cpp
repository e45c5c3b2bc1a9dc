// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/deploy_draft.h"

#include "engine/base/text.h"
#include "engine/base/units.h"
#include "engine/env/env_yaml.h"
#include "engine/json/redact.h"
#include "engine/releases/traffic.h"

#include <algorithm>
#include <charconv>

namespace batuta::cli {
namespace {

Error usage(const std::string &subject, std::string detail, std::string mend)
{
    return {ErrorCode::UsageInvalid, subject, std::move(detail), {}, std::move(mend)};
}

/// What the guide of the ML Orchestrator deploys with.
cloud::ServiceConfig guideDefaults()
{
    cloud::ServiceConfig config;
    config.memory = "2Gi";
    config.cpu = "2";
    config.timeoutSeconds = 540;
    config.minInstances = 1;
    return config;
}

void setKey(std::vector<cloud::EnvVar> &env, cloud::EnvVar wanted)
{
    const auto found = std::find_if(env.begin(), env.end(),
                                    [&](const cloud::EnvVar &one) { return one.name == wanted.name; });
    if (found == env.end())
        env.push_back(std::move(wanted));
    else
        *found = std::move(wanted);
}

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
        setKey(env, {entry.key, entry.value, {}, {}});
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
    setKey(env, {name, word.substr(at + 1), {}, {}});
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
    setKey(env, {name,
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
    for (const std::string &name : words.unset)
        if (std::erase_if(env, [&](const cloud::EnvVar &one) { return one.name == name; }) == 0)
            return usage(name, "the service has no such key", "Look at `batuta release export`.");
    return {};
}

Status addSetting(const std::string &name, const std::string &value, cloud::ServiceConfig &config)
{
    if (name == "memory" || name == "cpu" || name == "service-account") {
        (name == "memory" ? config.memory : name == "cpu" ? config.cpu : config.serviceAccount) = value;
        return {};
    }
    if (name == "timeout") {
        const Result<Duration> timeout = parseDuration(value);
        if (!timeout)
            return timeout.error();
        config.timeoutSeconds =
            static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(*timeout).count());
        return {};
    }
    int &figure = name == "concurrency" ? config.concurrency
                  : name == "min"       ? config.minInstances
                  : name == "max"       ? config.maxInstances
                                        : config.port;
    const char *end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, figure);
    if (read.ec == std::errc() && read.ptr == end)
        return {};
    return usage("--" + name, "`" + value.substr(0, 40) + "` is no number", "Write a whole number.");
}

} // namespace

Result<cloud::CloudPort::Draft> draftOf(const CloudWords &words, const std::string &service,
                                        const cloud::Service *now)
{
    cloud::CloudPort::Draft draft;
    draft.config = now == nullptr ? guideDefaults() : now->config;
    if (!words.image.empty())
        draft.config.image = words.image;
    for (const auto &[name, value] : words.settings)
        if (Status set = addSetting(name, value, draft.config); !set)
            return set.error();
    if (Status added = addKeys(words, draft.config.env); !added)
        return added.error();
    if (!words.suffix.empty())
        draft.revision = service + "-" + words.suffix;
    if (now == nullptr) {
        if (!words.tag.empty())
            draft.traffic = {{{}, 100, {}, {}}, {{}, 0, words.tag, {}}};
        return draft;
    }
    if (words.percent < 0 && words.tag.empty())
        return draft;
    if (words.percent < 0) { // a tag alone moves nothing
        draft.traffic = releases::withTag(now->traffic, words.tag, {}).value_or(now->traffic);
        draft.traffic.push_back({{}, 0, words.tag, {}});
        return draft;
    }
    Result<releases::Traffic> traffic = releases::withNewRevision(*now, words.percent, words.tag);
    if (!traffic)
        return traffic.error();
    draft.traffic = std::move(*traffic);
    return draft;
}

} // namespace batuta::cli
