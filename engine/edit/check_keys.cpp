// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/edit/checks.h"

#include <set>

namespace batuta::edit {
namespace {

/// By environment, the names that have a value there in lower case: names ignore case.
using KeyNames = std::map<std::string, std::set<std::string>>;

/// A flow sees one environment as `env`, secret or not: a key of either list counts for both.
KeyNames keyNamesOf(const Surroundings &surroundings)
{
    KeyNames names;
    for (const auto *list : {&surroundings.environmentKeys, &surroundings.secretKeys})
        for (const auto &[environment, keys] : *list) {
            std::set<std::string> &known = names[environment]; // also when it has none
            for (const std::string &key : keys)
                known.insert(lowered(key));
        }
    return names;
}

/// `dev, staging and production`
std::string listed(const std::vector<std::string> &words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return text;
}

} // namespace

void checkKeys(Checking &checking)
{
    const KeyNames names = keyNamesOf(checking.surroundings);
    std::set<std::pair<std::string, std::string>> seen; // once for each step
    for (const flow::Use &use : checking.uses) {
        const auto secret = nameUnder(use, "secrets");
        const auto key = secret ? secret : nameUnder(use, "env");
        const bool isKnown = !checking.surroundings.environmentKeys.empty() ||
                             (secret && !checking.surroundings.secretKeys.empty());
        if (!key || use.reference.optional || !isKnown)
            continue;
        std::vector<std::string> without;
        for (const auto &[environment, known] : names)
            if (known.count(lowered(*key)) == 0)
                without.push_back(environment);
        const std::string step = stepOfPath(pathOfSubject(checking.text.root(), use.subject));
        if (without.empty() || !seen.emplace(step, lowered(*key)).second)
            continue;
        checking.add(Severity::Warning, secret ? "check.secret_without_value" : "check.key_without_value",
                     use, *key + " has no value in " + listed(without),
                     "Set it in " + std::string(without.size() == 1 ? "that environment" : "each of them") +
                         ", or write default(…) around it.");
    }
}

} // namespace batuta::edit
