// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"
#include "engine/host/engine.h"
#include "engine/json/json.h"

#include <string>

namespace batuta::cli {

/// The JSON in a file, or on standard input for `-`; at most 16 MiB.
Result<json::Value> readJson(const std::string &file);

/// The token of --token-file or BATUTA_TOKEN; "" when neither is given.
Result<std::string> readToken(const Options &options);

/// The engine's options for the workspace that the command line names.
Result<host::EngineOptions> engineOptions(const Options &options);
/// The same for an engine that will run: with the journal that batuta.yaml or the command line wants, and for
/// `serve` with what the history keeps.
Result<host::EngineOptions> runningOptions(const Options &options);

} // namespace batuta::cli
