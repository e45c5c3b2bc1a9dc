// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/values.h"

#include <algorithm>

namespace batuta::cloud {

const Condition *Revision::condition(std::string_view type) const
{
    const auto found = std::find_if(conditions.begin(), conditions.end(),
                                    [&](const Condition &one) { return one.type == type; });
    return found == conditions.end() ? nullptr : &*found;
}

bool Revision::isReady() const
{
    const Condition *ready = condition("Ready");
    return ready != nullptr && ready->state == ConditionState::Succeeded;
}

bool Policy::isPublic() const
{
    return std::any_of(bindings.begin(), bindings.end(), [](const Binding &binding) {
        return binding.role == "roles/run.invoker" &&
               std::find(binding.members.begin(), binding.members.end(), "allUsers") != binding.members.end();
    });
}

} // namespace batuta::cloud
