// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"

#include <string_view>

namespace batuta::host {

/// The position of a step as the plan counts: those of `steps`, then those of `finally`. -1 when the flow has
/// none of that name.
inline int findStep(const flow::Flow &flow, std::string_view name)
{
    int position = 0;
    for (const auto *list : {&flow.steps, &flow.finallySteps})
        for (const flow::Step &step : *list) {
            if (step.id.value == name)
                return position;
            ++position;
        }
    return -1;
}

} // namespace batuta::host
