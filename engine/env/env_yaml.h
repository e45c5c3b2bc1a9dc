// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/env/dotenv.h"

#include <string>
#include <string_view>

namespace batuta::env {

/// Reads the flat `KEY: value` map of `gcloud run deploy --env-vars-file`. Values are texts: an unquoted
/// scalar is taken as it is written (`PORT: 8080` is "8080", `DEBUG: on` is "on"), an empty one is "". Lists,
/// nested maps, aliases and duplicate keys are refused, each with its place; the other keys are still read.
Parsed parseEnvYaml(std::string_view text, const std::string &file);

} // namespace batuta::env
