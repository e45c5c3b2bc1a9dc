// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

namespace batuta::json::detail {

/// Of the decimal digits, whatever the locale.
inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace batuta::json::detail
