// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/engine_options.h"
#include "engine/steps/runner.h"

namespace batuta::host {

/// Asks whoever is signed in where the engine's environment lives: with the account of batuta.yaml when it
/// names one, else as Google's own programs do. Signs in when the first token is wanted. On the loop's
/// thread.
steps::AskIdToken idTokens(net::Loop &loop, const Clock &clock, const EngineOptions &options);

} // namespace batuta::host
