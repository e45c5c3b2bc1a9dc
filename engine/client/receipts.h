// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

namespace batuta::client {

/// What a cancel came to, step by step, as its record tells: an array of {step, kind, receipt, asked_at,
/// acknowledged_at, detail}; empty when nobody asked for it. `receipt` is
///
/// - `asked`       it runs, and has not answered yet
/// - `stopped`     it stopped before it was through
/// - `given_up`    its call was on its way and is no longer waited for: what it does there, nobody knows
/// - `finished`    it came to its end before it could be stopped
/// - `undone`      it had succeeded, and was compensated
/// - `not_undone`  it had succeeded, with effects elsewhere, and nothing took them back
///
/// A step that had not begun has no receipt: there was nothing to stop.
json::Value receiptsOf(const ExecutionRecord &record);

} // namespace batuta::client
