// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/log_query.h"

namespace batuta::logs::detail {

/// A piece of a query as it is written.
struct Lexeme
{
    enum class Kind { End, Text, Quoted, Operator, Open, Close, And, Or, Not, Broken };
    Kind kind = Kind::End;
    std::size_t begin = 0, length = 0;
    std::string text{};   ///< without quotes and escapes
    bool touches = false; ///< nothing is between it and the one before
};

/// All of them, with one of Kind::End behind. Broken: a quote that is not closed, or `==`, `&&`, `||`.
std::vector<Lexeme> lexemes(std::string_view text);

} // namespace batuta::logs::detail
