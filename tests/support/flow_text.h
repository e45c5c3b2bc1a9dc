// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"

#include <string_view>

namespace batuta::test {

/// A flow from a few lines, for tests of what runs rather than of what is read:
///
///     @ max=2 deadline=10s          settings of the flow
///     a key=TOKEN url=A_URL         a step, and the env keys that it needs
///     b: a retry=3 backoff=1s,2,8s  a step that needs a; attempts, first wait, factor, longest wait
///     b total=10s                   all its attempts together: total_timeout
///     c: a b if=always() skip=input.fast|fast on_failure=abort
///     -- d: e                       a step of `finally`
///     ~ a retry=2                   what undoes step a, written below it; its name is a_undo
///
/// Conditions hold no blanks. on_failure is continue, skip or abort; `on=connection` narrows what is tried
/// again, else timeouts, connections, 429 and 5xx are; `jitter` turns full jitter on. Bad text ends the test
/// with a message.
flow::FlowPtr flowFromText(std::string_view text);

} // namespace batuta::test
