// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <string>
#include <string_view>

namespace batuta::expr::detail {

/// GitHub's reading of a text as a number: blanks around it are dropped, "" is 0, hexadecimal and octal
/// digits are those of a 32-bit integer (0xFFFFFFFF is -1), and what is no number is NaN.
double parseNumber(std::string_view text);
/// Fifteen significant digits, as GitHub prints numbers: 0.1, 1E+15, 1E-05, NaN, Infinity.
std::string githubNumber(double number);
/// An integer where the double is one that GitHub prints in full, otherwise the double.
json::Value numberValue(double number);
/// The length of the blank character at the start of `text` in bytes, 0 when there is none. Unicode's blanks
/// count.
std::size_t blankLength(std::string_view text);

} // namespace batuta::expr::detail
