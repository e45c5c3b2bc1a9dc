// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/cloud_desk.h"
#include "app/cli/interruption.h"
#include "engine/client/acts.h"
#include "engine/client/values.h"

#include <functional>
#include <string>

namespace batuta::cli {

/// An engine that starts executions by acts, here or elsewhere; each call blocks.
class ActEngine
{
public:
    virtual ~ActEngine() = default;
    /// The id of the execution that the act starts.
    virtual Result<std::string> start(const client::Act &act) = 0;
    virtual Result<client::ExecutionRecord> look(const std::string &id) = 0;
    virtual void abort(const std::string &id) = 0;
};

/// Works with the engine that --engine names, or else with one of this program that ends with the work, in
/// the environment of the desk. Gives what the work gives.
int withEngine(CloudDesk &desk, const std::function<int(ActEngine &, const Interruption &)> &work);

} // namespace batuta::cli
