// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace batuta::expr::detail {

enum class TokenKind {
    End,
    Open,       ///< (
    Close,      ///< )
    OpenIndex,  ///< [
    CloseIndex, ///< ]
    Comma,
    Star,
    Dot,
    String,   ///< `text` is what the quotes hold
    Number,   ///< `number`
    Word,     ///< a name, true, false, null, NaN or Infinity
    Operator, ///< ! < <= > >= == != && ||
    Bad,      ///< `text` says what is wrong
};

struct Token
{
    TokenKind kind = TokenKind::End;
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string text;
    double number = 0;
};

/// Cuts an expression into tokens, one at a time. What a `.` means depends on the token before it.
class Lexer
{
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {
    }

    Token next();

private:
    Token read();
    Token token(TokenKind kind, std::size_t length, std::string text = {});
    Token readString();
    Token readNumber();
    Token readOperator();
    Token readWord();
    bool startsOperand() const;
    std::size_t wordLength(bool withDots) const;

    std::string_view m_text;
    std::size_t m_at = 0;
    TokenKind m_last = TokenKind::End;
};

} // namespace batuta::expr::detail
