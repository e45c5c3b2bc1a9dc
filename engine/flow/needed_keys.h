// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"

#include <vector>

namespace batuta::flow {

/// The keys of `env` and `secrets` that the action cannot do without, those of its address first. A key under
/// default() or `||` may be missing. Only what calls an address needs keys.
std::vector<NeededKey> neededKeys(const StepAction &action);

} // namespace batuta::flow
