// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"
#include "engine/client/values.h"

namespace batuta::cli {

/// The filter as a query; times may be written as how long ago they are.
Result<client::ExecutionQuery> queryOf(const Filter &filter);
/// One page of a running engine's executions.
Result<client::ExecutionPage> listRemote(const Options &options, const client::ExecutionQuery &query);

} // namespace batuta::cli
