// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::edit {

/// What of a workflow has no counterpart here, or not a whole one.
struct Unmapped
{
    int line = 0;     ///< of the workflow's file
    std::string what; ///< as it is written there
    std::string why;  ///< what was done instead
};

struct ImportedFlow
{
    std::string name;
    std::string text; ///< a valid flow; what is in `unmapped` also stands in it as comments
    std::vector<Unmapped> unmapped;
};

/// Reads a workflow of GitHub Actions (its documented syntax of jobs, steps, needs, if, matrix, env and on)
/// as a flow of the system. A job's `run` steps become processes one after the other; a job with a matrix
/// becomes one process for each combination. A step with an expression that cannot be mapped is switched off
/// (`if: false`), so that nothing runs on wrong data.
Result<ImportedFlow> importActions(std::string_view workflow, const std::string &file,
                                   const std::string &system);

} // namespace batuta::edit
