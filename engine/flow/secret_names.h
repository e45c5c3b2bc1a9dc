// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace batuta::flow {

/// The names that a flow's text takes from `secrets` (`secrets.NAME`, `secrets['NAME']`, in any case),
/// sorted, each once. What only looks like an expression is found as well: a value too many is masked rather
/// than one too few.
std::vector<std::string> secretNames(std::string_view source);

} // namespace batuta::flow
