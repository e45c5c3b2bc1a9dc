// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/compare/env_difference.h"

#include "engine/base/text.h"
#include "engine/env/environment.h"
#include "engine/environments/env_history.h"
#include "views/models/environments/env_mask.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <filesystem>
#include <map>

namespace batuta::views {
namespace {

constexpr std::size_t kMostEdits = 5'000; // the newest

using Values = std::map<std::string, std::optional<std::string>>;

/// The files without a suffix have three names.
std::string plainName(const std::string &environment)
{
    return environment.empty() || environment == "default" ? std::string(env::kOwnName) : environment;
}

/// In small letters: flows do not mind them.
SecretKeys usedAsSecrets(const std::string &workspace)
{
    SecretKeys keys;
    for (const environments::KeyUse &use : environments::keyUsesOf(workspace))
        if (use.isSecret)
            keys.insert(lowered(use.key));
    return keys;
}

std::vector<EnvKeyDifference> differing(const Values &a, const Values &b, const SecretKeys &secret)
{
    std::map<std::string, EnvKeyDifference> found;
    const auto shown = [&](const std::string &key, const std::optional<std::string> &value) {
        environments::Row row;
        row.key = key;
        row.isSecret = secret.count(lowered(key)) > 0;
        return value ? std::optional(shownValue(row, *value)) : std::nullopt;
    };
    for (const auto *side : {&a, &b})
        for (const auto &[key, value] : *side) {
            const auto inA = a.find(key), inB = b.find(key);
            const auto before = inA == a.end() ? std::nullopt : inA->second;
            const auto after = inB == b.end() ? std::nullopt : inB->second;
            if (before != after)
                found.try_emplace(key, EnvKeyDifference{key, shown(key, before), shown(key, after)});
        }
    std::vector<EnvKeyDifference> list;
    for (auto &[key, one] : found)
        list.push_back(std::move(one));
    return list;
}

std::vector<EnvKeyDifference> ofFiles(const std::string &workspace, const EnvMoment &a, const EnvMoment &b)
{
    const auto valuesOf = [&](const EnvMoment &side) {
        Values values;
        const env::Loaded loaded = env::load({workspace, plainName(side.environment)});
        for (const env::Entry &entry : loaded.environment.entries())
            values[entry.key] = entry.value;
        return values;
    };
    return differing(valuesOf(a), valuesOf(b), usedAsSecrets(workspace));
}

/// Of each key the value before its first edit between the two moments, and after its last one.
std::vector<EnvKeyDifference> ofEdits(const std::string &workspace, const EnvMoment &a, const EnvMoment &b)
{
    std::error_code failure;
    if (!std::filesystem::exists(workspace + "/.batuta/environments/history.jsonl", failure))
        return {};
    const auto history = environments::EnvHistory::open(workspace);
    const auto newest = history ? history->newest(kMostEdits) : history.error();
    if (!newest)
        return {};
    const auto [from, to] = std::minmax(a.at, b.at);
    Values before, after;
    for (const environments::EnvChange &edit : *newest) { // the newest first
        if (edit.file.empty() || edit.at <= from || edit.at > to ||
            plainName(edit.environment) != plainName(a.environment))
            continue;
        for (const environments::KeyChange &key : edit.keys) {
            after.try_emplace(key.key, key.after);
            before[key.key] = key.before;
        }
    }
    const SecretKeys secret = usedAsSecrets(workspace);
    return a.at <= b.at ? differing(before, after, secret) : differing(after, before, secret);
}

} // namespace

std::vector<EnvKeyDifference> envDifferences(const std::string &workspace, const EnvMoment &a,
                                             const EnvMoment &b)
{
    if (workspace.empty())
        return {};
    return plainName(a.environment) == plainName(b.environment) ? ofEdits(workspace, a, b)
                                                                : ofFiles(workspace, a, b);
}

void askEnvDifferences(const std::string &workspace, const EnvMoment &a, const EnvMoment &b, QObject *context,
                       std::function<void(std::vector<EnvKeyDifference>)> then)
{
    QThreadPool::globalInstance()->start([workspace, a, b, guard = QPointer(context), then] {
        auto found = envDifferences(workspace, a, b);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [guard, then, found = std::move(found)] {
            if (guard)
                then(found);
        });
    });
}

} // namespace batuta::views
