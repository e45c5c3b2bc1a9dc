// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_values.h"
#include "engine/client/rollout.h"

namespace batuta::tests {

// The cloud of the overview's afternoon: a canary that a gate holds at 25 %, and a service that fails.

std::string rolloutId();
client::ExecutionRecord heldRollout(WallTime now);
/// The same after somebody has rolled back: nobody is asked any more.
client::ExecutionRecord takenOverRollout(WallTime ended);
std::vector<client::CloudPlace> cloudPlaces();
client::ReleaseBoard cloudBoard(WallTime now);
client::ServiceBoard cloudService(const std::string &name, WallTime now);

} // namespace batuta::tests
