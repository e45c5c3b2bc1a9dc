// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/reading.h"

namespace batuta::flow {

/// Reads the value of `http`.
void readHttp(Reading &reading, const Field &field, HttpStep &http);
/// The `env` keys that the call cannot do without, those of its URL first. A key under default() or `||` may
/// be missing.
std::vector<NeededKey> neededKeys(const HttpStep &http);

} // namespace batuta::flow
