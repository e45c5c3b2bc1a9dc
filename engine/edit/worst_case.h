// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"

#include <vector>

namespace batuta::edit {

/// The longest that the step can take when each attempt takes its whole timeout and each wait is the longest
/// of its backoff, or total_timeout when that is less. Without it, what a server asks for, a rate limit and a
/// second item of a `foreach` come on top, and what has no timeout counts as nothing: a lower bound.
Duration worstCaseOf(const flow::Step &step);

struct LongestPath
{
    Duration worst{};
    std::vector<int> steps; ///< from the first to the last
};

/// Over `Flow::steps`. Needs in a circle are not followed.
LongestPath longestPath(const flow::Flow &flow);

/// The positions of `steps`, each behind what it needs; of a circle as many as can be.
std::vector<int> inOrderOfNeeds(const std::vector<flow::Step> &steps);

} // namespace batuta::edit
