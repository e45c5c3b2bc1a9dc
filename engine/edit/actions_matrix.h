// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/actions_job.h"

namespace batuta::edit {

/// The `foreach` of a job's `strategy`, as YAML at indent 4: one item for each combination, after `exclude`
/// and `include`. "" without a matrix; one that is an expression, or too large, is noted.
std::string matrixOf(ActionsImport &import, const flow::YamlNode *strategy);

} // namespace batuta::edit
