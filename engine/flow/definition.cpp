// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/definition.h"

#include <algorithm>
#include <array>

namespace batuta::flow {
namespace {

std::string_view labelIn(const Labels &labels, std::string_view name)
{
    const auto found =
        std::find_if(labels.begin(), labels.end(), [&](const auto &label) { return label.first == name; });
    return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace

std::string_view kindName(const StepAction &action)
{
    // In the order of the variant.
    static constexpr std::array<std::string_view, 13> names{"http",  "set",     "wait",     "flow", "log",
                                                            "check", "process", "approval", "jq",   "webhook",
                                                            "slack", "notify",  "cloud_run"};
    static_assert(names.size() == std::variant_size_v<StepAction>);
    return names.at(action.index());
}

std::string_view Step::label(std::string_view name) const
{
    return labelIn(labels, name);
}

std::string_view Flow::label(std::string_view key) const
{
    return labelIn(labels, key);
}

const Step *Flow::find(const StepId &id) const
{
    for (const auto *list : {&steps, &finallySteps})
        for (const Step &step : *list)
            if (step.id == id)
                return &step;
    return nullptr;
}

} // namespace batuta::flow
