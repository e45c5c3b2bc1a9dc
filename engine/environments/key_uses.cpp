// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/key_uses.h"

#include "engine/base/text.h"
#include "engine/edit/checks.h"
#include "engine/env/dotenv.h"
#include "engine/flow/partial_reader.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <tuple>

namespace batuta::environments {
namespace {

constexpr std::uint64_t kFlowLimit = 8ULL << 20;

/// The key, and whether it is used as a secret.
std::optional<std::pair<std::string, bool>> keyOf(const flow::Use &use)
{
    for (const bool isSecret : {true, false})
        if (auto key = edit::nameUnder(use, isSecret ? "secrets" : "env"))
            return std::pair(std::move(*key), isSecret);
    return std::nullopt;
}

const flow::Step *stepNamed(const flow::Flow &flow, const std::string &id)
{
    for (const auto *list : {&flow.steps, &flow.finallySteps})
        for (const flow::Step &step : *list)
            if (step.id.value == id)
                return &step;
    return nullptr;
}

UseKind kindOf(const flow::Flow &flow, const flow::Use &use, const std::string &step, const std::string &key)
{
    if (use.reference.optional)
        return UseKind::Optional;
    if (const flow::Step *found = stepNamed(flow, step))
        for (const flow::NeededKey &needed : found->neededKeys)
            if (equalIgnoringCase(needed.key, key))
                return needed.isUrl ? UseKind::Url : UseKind::Needed;
    return UseKind::Other;
}

} // namespace

std::vector<KeyUse> keyUses(const std::string &text, const std::string &file)
{
    const flow::YamlReading yaml = flow::readYaml(text, file);
    if (!yaml.root)
        return {};
    const flow::PartialReading reading = flow::readPartly(*yaml.root, text, file);
    if (!reading.flow)
        return {};
    std::map<std::pair<std::string, std::string>, KeyUse> strongest; // by step and key
    for (const flow::Use &use : reading.uses) {
        const auto found = keyOf(use);
        if (!found)
            continue;
        const auto &[key, isSecret] = *found;
        const std::string step = edit::stepOfPath(edit::pathOfSubject(*yaml.root, use.subject));
        const UseKind kind = kindOf(*reading.flow, use, step, key);
        const auto [at, isNew] =
            strongest.try_emplace({step, lowered(key)}, KeyUse{key, reading.flow->name.value, step, kind});
        if (!isNew)
            at->second.kind = std::min(at->second.kind, kind);
        at->second.isSecret = at->second.isSecret || isSecret;
    }
    std::vector<KeyUse> uses;
    for (auto &[place, use] : strongest)
        uses.push_back(std::move(use));
    return uses;
}

std::vector<KeyUse> keyUsesOf(const std::string &workspace)
{
    std::vector<std::filesystem::path> files;
    std::error_code failure;
    for (const auto &system : std::filesystem::directory_iterator(workspace + "/flows", failure)) {
        std::error_code other;
        for (const auto &file : std::filesystem::directory_iterator(system.path(), other))
            if (file.path().extension() == ".yaml" && file.path().stem() != "routes")
                files.push_back(file.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<KeyUse> uses;
    for (const std::filesystem::path &file : files) {
        const Result<std::string> text = readFile(file.string(), kFlowLimit);
        if (!text)
            continue;
        std::vector<KeyUse> some = keyUses(*text, file.string());
        std::move(some.begin(), some.end(), std::back_inserter(uses));
    }
    return uses;
}

} // namespace batuta::environments
