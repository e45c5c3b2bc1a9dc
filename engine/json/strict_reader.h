// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/json.h"

#include <string_view>

namespace batuta::json::detail {

/// Reads JSON character by character: the second, slow look at a text that the fast reader refused. It names
/// the place and the rule that was broken, and reads the few valid texts the fast one does not know (huge
/// integers).
Result<Value> readStrictly(std::string_view text, const Limits &limits);

} // namespace batuta::json::detail
