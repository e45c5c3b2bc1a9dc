// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/draft.h"

#include "engine/base/units.h"

#include <algorithm>
#include <charconv>

namespace batuta::releases {

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

Status setSetting(const std::string &name, const std::string &value, cloud::ServiceConfig &config)
{
    if (name == "memory" || name == "cpu" || name == "service-account") {
        (name == "memory" ? config.memory : name == "cpu" ? config.cpu : config.serviceAccount) = value;
        return {};
    }
    if (name == "timeout") {
        const Result<Duration> timeout = parseDuration(value);
        if (!timeout)
            return Error{ErrorCode::UsageInvalid, name, "it is no time: " + value, {}, "Write 540s, 9m …"};
        config.timeoutSeconds =
            static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(*timeout).count());
        return {};
    }
    int *const figure = name == "concurrency" ? &config.concurrency
                        : name == "min"       ? &config.minInstances
                        : name == "max"       ? &config.maxInstances
                        : name == "port"      ? &config.port
                                              : nullptr;
    if (figure == nullptr)
        return Error{ErrorCode::UsageInvalid,
                     name,
                     "there is no such setting",
                     {},
                     "Write memory, cpu, timeout, concurrency, min, max, port or service-account."};
    const char *end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, *figure);
    if (read.ec == std::errc() && read.ptr == end)
        return {};
    return Error{ErrorCode::UsageInvalid,
                 name,
                 "`" + value.substr(0, 40) + "` is no number",
                 {},
                 "Write a whole number."};
}

Result<cloud::ServiceConfig> configOf(const DraftWish &wish, const cloud::ServiceConfig *base)
{
    cloud::ServiceConfig config = base == nullptr ? guideDefaults() : *base;
    if (!wish.image.empty())
        config.image = wish.image;
    for (const auto &[name, value] : wish.settings)
        if (const Status set = setSetting(name, value, config); !set)
            return set.error();
    for (const cloud::EnvVar &one : wish.env)
        setKey(config.env, one);
    for (const std::string &name : wish.unset)
        std::erase_if(config.env, [&](const cloud::EnvVar &one) { return one.name == name; });
    return config;
}

Result<Traffic> trafficOf(const cloud::Service *now, std::optional<int> percent, const std::string &tag)
{
    if (now == nullptr)
        return tag.empty() ? Traffic() : Traffic{{{}, 100, {}, {}}, {{}, 0, tag, {}}};
    if (percent)
        return withNewRevision(*now, *percent, tag);
    if (tag.empty())
        return Traffic();
    Traffic traffic = withTag(now->traffic, tag, {}).value_or(now->traffic);
    traffic.push_back({{}, 0, tag, {}});
    return traffic;
}

std::vector<Finding> findingsOf(const std::string &service, const cloud::CloudPort::Draft &draft,
                                const cloud::Service *now, const std::vector<cloud::Revision> &revisions)
{
    std::vector<Finding> findings = checkConfig(draft.config);
    for (const auto &more : {checkNames(service, draft.revision),
                             now == nullptr ? std::vector<Finding>() : checkState(*now, draft, revisions)})
        findings.insert(findings.end(), more.begin(), more.end());
    return findings;
}

} // namespace batuta::releases
