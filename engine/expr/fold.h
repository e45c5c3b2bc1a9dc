// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

namespace batuta::expr::detail {

/// The upper-case letter of one code point for the Latin, Greek, Cyrillic and Armenian scripts; others are
/// returned as they are. Letters whose upper case is more than one letter (ß) have none, as in .NET's ordinal
/// comparison.
char32_t upperCase(char32_t point);

} // namespace batuta::expr::detail
