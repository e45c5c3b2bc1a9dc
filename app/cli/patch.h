// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace batuta::cli {

/// What leads from one text to another, line by line; "" when they are the same.
std::string patchText(const std::string &before, const std::string &after);

} // namespace batuta::cli
