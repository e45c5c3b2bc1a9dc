// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"
#include "engine/plan/state.h"

namespace batuta::plan {

/// What the status functions say at one step.
struct GateState
{
    bool needsMet =
        true; ///< success(): every need succeeded, or failed or was skipped with on_failure: continue
    bool needFailed = false; ///< failure(): a step above failed, needed directly or not
    bool cancelled = false;  ///< cancelled()
    bool stopping =
        false; ///< cancelled, aborted or out of time: only steps with a status function of their own run
    Reason stopReason;
    std::string unmetNeed;
};

struct Verdict
{
    enum class Kind { Run, Skip, NotRun, Critical };
    Kind kind = Kind::Run;
    Reason reason;
};

/// Whether a step runs, in the order: needs, `if`, skip rules, needed keys. Pure.
Verdict judge(const flow::Step &step, const GateState &state, const expr::Context &context);

/// Whether a breakpoint with this condition holds there. One whose condition cannot be evaluated does: better
/// to hold in vain than to run past what somebody wanted to see.
bool holds(const expr::Template &condition, const GateState &state, const expr::Context &context);

/// The first needed key that `env` lacks, as a reason; None when all are there.
Reason missingKey(const flow::Step &step, const expr::Context &context);

} // namespace batuta::plan
