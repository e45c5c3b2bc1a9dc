// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/models/trace/one_execution.h"
#include "tests/models/trace/trace_sample.h"

namespace batuta::tests {

/// The run of the mockup: ten steps in two domains, one retried to a good end, one that failed three times,
/// one skipped after it; with its flow and its log lines.
void tellStory(OneExecution &engine);

} // namespace batuta::tests
