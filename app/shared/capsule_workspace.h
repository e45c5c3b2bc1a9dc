// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/capsule/capsule.h"
#include "engine/host/engine_options.h"

namespace batuta::app {

/// Makes a workspace out of a capsule in `folder`, which is empty: its flows, its log, its executions in a
/// history, and for each key of their environments a value that leads nowhere, so that what replays finds
/// them set. The options of an engine on it: without the variables of this process, starting nothing by
/// itself. Blocks for the disk.
Result<host::EngineOptions> unfold(const capsule::Capsule &capsule, const std::string &folder);

} // namespace batuta::app
