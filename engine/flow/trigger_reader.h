// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/reading.h"

namespace batuta::flow {

/// Reads the value of `concurrency`.
Concurrency readConcurrency(Reading &reading, const Field &field);
/// Reads the value of `triggers`; cron expressions and time zones are looked up here, once.
std::vector<Trigger> readTriggers(Reading &reading, const Field &field);

} // namespace batuta::flow
