// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/reading.h"

namespace batuta::flow {

/// Reads the value of `breaker`; `name` is the one it has unless the file gives another.
BreakerPolicy readBreaker(Reading &reading, const Field &field, std::string name);
/// Reads the value of `rate_limit`; `name` as above.
RateLimitPolicy readRateLimit(Reading &reading, const Field &field, std::string name);
/// Reads the value of `foreach`. None when the step is not to see an item at all.
std::optional<Foreach> readForeach(Reading &reading, const Field &field);

} // namespace batuta::flow
