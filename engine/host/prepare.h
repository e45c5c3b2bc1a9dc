// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/flow/library.h"

#include <vector>

namespace batuta::host {

/// A command that has passed: which flow runs, with what input, without which steps.
struct Prepared
{
    flow::FlowPtr flow;
    json::Value input; ///< with the schema's defaults
    client::RoutingView routing;
    std::vector<bool> dropped; ///< per step of the flow
};

/// Routes, validates and filters a command. Pure: the same library and command give the same result. Requests
/// that are routed lose their unknown and null members first, as the ML Orchestrator does with them.
/// `version` runs instead of the library's newest.
Result<Prepared> prepare(const flow::Library &library, const client::StartExecution &command,
                         flow::FlowPtr version = nullptr);

/// All violations as one error that names each field.
Error inputError(const std::string &subject, const std::vector<json::Violation> &violations);

} // namespace batuta::host
