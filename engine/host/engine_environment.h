// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/env/environment.h"
#include "engine/host/engine_options.h"

namespace batuta::host {

/// The environment that an engine runs with: files, the process, overrides, and the secrets of the
/// workspace's store, which are stronger than the files and marked as secret. Reads files, and may wait for a
/// keyring.
env::Loaded loadEnvironment(const EngineOptions &options);

} // namespace batuta::host
