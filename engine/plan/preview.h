// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/plan/gate.h"
#include "engine/plan/graph.h"

#include <string>
#include <vector>

namespace batuta::plan {

/// What would become of one step if the flow were started now with this input and environment.
struct PreviewStep
{
    enum class Verdict {
        Runs,
        Skips,   ///< a skip rule, a condition, or a missing key decides already
        Dropped, ///< taken away by a filter of the routes
        Depends, ///< the condition looks at the results of other steps
    };
    int step = 0;
    int level = 0; ///< steps of the same level may run side by side
    bool isFinally = false;
    Verdict verdict = Verdict::Runs;
    Reason reason;
};

std::string_view verdictName(PreviewStep::Verdict verdict);

/// One entry per step, in file order, `finally` last; what would be undone is not listed. Calls nothing.
std::vector<PreviewStep> preview(const flow::Flow &flow, const std::vector<bool> &dropped,
                                 const expr::Context &context);

} // namespace batuta::plan
