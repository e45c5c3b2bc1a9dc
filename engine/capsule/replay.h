// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/capsule/capsule.h"

namespace batuta::capsule {

/// The command that runs the execution of a capsule once more, on the text it ran, with its input: every step
/// that reaches outside (calls, processes, sub-flows, waits, approvals) is answered as it was answered then,
/// and nothing is called. Expressions, conditions, checks and retries are worked out anew. What masking took
/// away stays masked. ActRefused when the capsule has no text of the flow, or it cannot be read.
Result<client::StartExecution> replayOf(const CapsuleExecution &one);

/// Whether a step does more than work out values.
bool reachesOut(const flow::StepAction &action);

} // namespace batuta::capsule
