// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_step.h"

#include <vector>

namespace batuta::views {

/// The steps that decided how long the execution took, in their order: it ends with the step that ended last,
/// and each step follows that one of its needs which ended last. A step of `finally` follows the step that
/// ended last of all others. A need that was skipped takes the place of its own needs: it is passed through,
/// but is no part of the path. Steps that have not run are no part of it either; one that is still open ends
/// `now`.
///
/// Without `hasNeeds` (the flow is not there any more, or is another one by now) the step before is the one
/// that ended last before the start. Of two that ended together the one that started earlier counts, then the
/// first. Positions in `steps`.
std::vector<int> criticalPath(const std::vector<TraceStep> &steps, WallTime now, bool hasNeeds);

/// The time spent in the steps of a path, waits between attempts included, waits between steps not.
Duration pathDuration(const std::vector<TraceStep> &steps, const std::vector<int> &path, WallTime now);

} // namespace batuta::views
