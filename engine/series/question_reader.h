// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/reading.h"
#include "engine/series/values.h"

namespace batuta::series {

/// The keys of a question in a file: metric, where, function, quantile, by, share, source, expression, most.
/// Notes what is wrong in `reading`.
Question readQuestion(flow::Reading &reading, const flow::Field &field);
/// Their names, to be put before those of whoever has a question among its own keys.
std::vector<flow::Key> withQuestionKeys(std::vector<flow::Key> own);

} // namespace batuta::series
