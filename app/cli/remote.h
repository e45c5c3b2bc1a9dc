// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"
#include "engine/base/result.h"
#include "engine/base/units.h"
#include "engine/json/value.h"

#include <string>

namespace batuta::cli {

/// One call to the API of a running engine.
struct RemoteCall
{
    std::string method = "GET";
    std::string path; ///< with its query
    std::string body;
    std::string correlationId;
    Duration timeout = std::chrono::minutes(1);
};

/// The JSON answer; an error answer of the engine as the Error it carries, no answer as EngineUnreachable.
/// Blocks: for the command line only.
Result<json::Value> callEngine(const Options &options, const RemoteCall &call);

} // namespace batuta::cli
