// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"

namespace batuta::cli {

/// Does what the command line says; gives the exit code.
int perform(const Options &options);

int run(const Options &options);
int serve(const Options &options);
int trace(const Options &options);
int executions(const Options &options);
int flows(const Options &options);
int validate(const Options &options);
int eval(const Options &options);
int route(const Options &options); ///< also `plan`: with a flow named

} // namespace batuta::cli
