// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A deployment as gcloud would be told of it.
#include "engine/base/text.h"
#include "engine/json/redact.h"
#include "engine/releases/draft.h"

#include <algorithm>

namespace batuta::releases {
namespace {

/// As a shell takes it for one word.
std::string quoted(const std::string &text)
{
    const bool isPlain = !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char letter) {
        return std::isalnum(letter) != 0 ||
               std::string_view("-_./:=,@%+").find(static_cast<char>(letter)) != std::string_view::npos;
    });
    if (isPlain)
        return text;
    std::string word = "'";
    for (const char letter : text)
        word += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return word + "'";
}

/// A list of KEY=VALUE; a value with a comma wants another separator, which gcloud takes in front.
std::string listOf(const std::vector<std::string> &items)
{
    const auto has = [&](char letter) {
        return std::any_of(items.begin(), items.end(),
                           [&](const std::string &item) { return item.find(letter) != std::string::npos; });
    };
    if (!has(','))
        return quoted(join(items, ","));
    for (const char separator : {';', '|', '#', '~', '@', '!'})
        if (!has(separator))
            return quoted("^" + std::string(1, separator) + "^" + join(items, std::string(1, separator)));
    return quoted(join(items, ","));
}

const cloud::EnvVar *find(const std::vector<cloud::EnvVar> &env, const std::string &name)
{
    const auto found =
        std::find_if(env.begin(), env.end(), [&](const cloud::EnvVar &one) { return one.name == name; });
    return found == env.end() ? nullptr : &*found;
}

std::string keyFlags(const std::vector<cloud::EnvVar> &before, const std::vector<cloud::EnvVar> &after)
{
    std::vector<std::string> values, secrets, gone;
    for (const cloud::EnvVar &one : after) {
        const cloud::EnvVar *was = find(before, one.name);
        if (was != nullptr && *was == one)
            continue;
        if (one.isSecret())
            secrets.push_back(one.name + "=" + one.secret + ":" +
                              (one.secretVersion.empty() ? "latest" : one.secretVersion));
        else
            values.push_back(one.name + "=" +
                             (json::isSecretName(one.name) ? std::string(json::kMask) : one.value));
    }
    for (const cloud::EnvVar &one : before)
        if (find(after, one.name) == nullptr)
            gone.push_back(one.name);
    std::string text;
    if (!values.empty())
        text += " --update-env-vars=" + listOf(values);
    if (!secrets.empty())
        text += " --update-secrets=" + listOf(secrets);
    if (!gone.empty())
        text += " --remove-env-vars=" + listOf(gone);
    return text;
}

} // namespace

std::string gcloudLine(const cloud::ServiceName &name, const cloud::CloudPort::Draft &draft,
                       const cloud::Service *now)
{
    const cloud::ServiceConfig before = now == nullptr ? cloud::ServiceConfig() : now->config;
    const cloud::ServiceConfig &after = draft.config;
    std::string line = "gcloud run deploy " + name.service + " --image=" + quoted(after.image);
    const auto flag = [&](const char *word, const std::string &was, const std::string &is) {
        if (was != is)
            line += " --" + std::string(word) + "=" + quoted(is);
    };
    const auto number = [&](const char *word, int was, int is) {
        flag(word, std::to_string(was), std::to_string(is));
    };
    flag("memory", before.memory, after.memory);
    flag("cpu", before.cpu, after.cpu);
    number("timeout", before.timeoutSeconds, after.timeoutSeconds);
    number("concurrency", before.concurrency, after.concurrency);
    number("min-instances", before.minInstances, after.minInstances);
    number("max-instances", before.maxInstances, after.maxInstances);
    number("port", before.port, after.port);
    flag("service-account", before.serviceAccount, after.serviceAccount);
    line += keyFlags(before.env, after.env);
    if (!draft.revision.empty())
        line += " --revision-suffix=" + draft.revision.substr(name.service.size() + 1);
    for (const cloud::TrafficTarget &target : draft.traffic)
        if (!target.tag.empty() && (target.isLatest() || target.revision == draft.revision))
            line += " --tag=" + target.tag;
    const bool isServing = std::any_of(draft.traffic.begin(), draft.traffic.end(), [&](const auto &target) {
        return target.percent > 0 && (target.isLatest() || target.revision == draft.revision);
    });
    if (!draft.traffic.empty() && !isServing)
        line += " --no-traffic";
    return line + " --region=" + name.region + " --project=" + name.project;
}

} // namespace batuta::releases
