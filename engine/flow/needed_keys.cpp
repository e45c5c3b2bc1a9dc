// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/needed_keys.h"

#include "engine/base/text.h"

#include <set>

namespace batuta::flow {
namespace {

/// Collects each key once, as it was used first.
class KeyCollector
{
public:
    void add(const std::vector<expr::Reference> &references, bool isUrl = false)
    {
        for (const expr::Reference &reference : references)
            if (isKey(reference) && !reference.optional && m_seen.insert(reference.path[1]).second)
                keys.push_back({reference.path[1], isUrl});
    }
    void add(const NamedTemplates &list)
    {
        for (const auto &entry : list)
            add(entry.second.references());
    }
    template <class T> void add(const std::optional<T> &value)
    {
        if (value)
            add(value->references());
    }

    std::vector<NeededKey> keys;

private:
    static bool isKey(const expr::Reference &reference)
    {
        return reference.path.size() > 1 && (equalIgnoringCase(reference.path[0], "env") ||
                                             equalIgnoringCase(reference.path[0], "secrets"));
    }

    std::set<std::string> m_seen;
};

} // namespace

std::vector<NeededKey> neededKeys(const StepAction &action)
{
    KeyCollector collector;
    if (const auto *http = std::get_if<HttpStep>(&action)) {
        collector.add(http->url.references(), true);
        collector.add(http->headers);
        collector.add(http->query);
        collector.add(http->json);
        collector.add(http->bearer);
        if (http->idToken)
            collector.add(http->idToken->audience);
    } else if (const auto *webhook = std::get_if<WebhookStep>(&action)) {
        collector.add(webhook->url.references(), true);
        collector.add(webhook->headers);
        collector.add(webhook->json.references());
        collector.add(webhook->secret);
    } else if (const auto *slack = std::get_if<SlackStep>(&action)) {
        collector.add(slack->webhook.references(), true);
        collector.add(slack->text.references());
        collector.add(slack->blocks);
    }
    return std::move(collector.keys);
}

} // namespace batuta::flow
