// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

namespace batuta::json {

/// About as many bytes as the value has as text, without writing it.
std::uint64_t weight(const Value &value);

} // namespace batuta::json
