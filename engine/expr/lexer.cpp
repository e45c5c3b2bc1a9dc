// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/lexer.h"

#include "engine/expr/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace batuta::expr::detail {
namespace {

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNameRest(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-';
}

bool isSign(char c)
{
    return std::string_view("()[],.!<>=&|").find(c) != std::string_view::npos;
}

} // namespace

Token Lexer::next()
{
    while (const std::size_t length = blankLength(m_text.substr(m_at)))
        m_at += length;
    Token token = read();
    m_at += token.length;
    m_last = token.kind;
    return token;
}

Token Lexer::read()
{
    if (m_at >= m_text.size())
        return token(TokenKind::End, 0);
    const char c = m_text[m_at];
    switch (c) {
    case '(':
        return token(TokenKind::Open, 1);
    case ')':
        return token(TokenKind::Close, 1);
    case '[':
        return token(TokenKind::OpenIndex, 1);
    case ']':
        return token(TokenKind::CloseIndex, 1);
    case ',':
        return token(TokenKind::Comma, 1);
    case '*':
        return token(TokenKind::Star, 1);
    case '\'':
        return readString();
    case '.':
        return startsOperand() ? readNumber() : token(TokenKind::Dot, 1);
    case '!':
    case '<':
    case '>':
    case '=':
    case '&':
    case '|':
        return readOperator();
    default:
        return c == '-' || c == '+' || (c >= '0' && c <= '9') ? readNumber() : readWord();
    }
}

Token Lexer::token(TokenKind kind, std::size_t length, std::string text)
{
    return Token{kind, m_at, length, std::move(text), 0};
}

bool Lexer::startsOperand() const
{
    return m_last == TokenKind::End || m_last == TokenKind::Comma || m_last == TokenKind::Open ||
           m_last == TokenKind::OpenIndex || m_last == TokenKind::Operator;
}

Token Lexer::readString()
{
    std::string value;
    std::size_t at = m_at + 1;
    while (at < m_text.size()) {
        const std::size_t quote = std::min(m_text.find('\'', at), m_text.size());
        value += m_text.substr(at, quote - at);
        at = quote + 1;
        if (quote == m_text.size())
            break;
        if (at >= m_text.size() || m_text[at] != '\'')
            return token(TokenKind::String, at - m_at, std::move(value));
        value += '\'';
        ++at;
    }
    return token(TokenKind::Bad, m_text.size() - m_at, "the text that starts here has no closing quote");
}

std::size_t Lexer::wordLength(bool withDots) const
{
    std::size_t at = m_at + 1;
    while (at < m_text.size() && blankLength(m_text.substr(at)) == 0 &&
           (!isSign(m_text[at]) || (withDots && m_text[at] == '.')))
        ++at;
    return at - m_at;
}

Token Lexer::readNumber()
{
    const std::size_t length = wordLength(true);
    const std::string word(m_text.substr(m_at, length));
    Token result = token(TokenKind::Number, length, word);
    result.number = parseNumber(word);
    if (std::isnan(result.number))
        return token(TokenKind::Bad, length, "`" + word + "` is not a number");
    return result;
}

Token Lexer::readOperator()
{
    constexpr std::array<std::string_view, 6> kPairs = {"!=", ">=", "<=", "==", "&&", "||"};
    const std::string_view pair = m_text.substr(m_at, 2);
    if (std::find(kPairs.begin(), kPairs.end(), pair) != kPairs.end())
        return token(TokenKind::Operator, 2, std::string(pair));
    const char c = m_text[m_at];
    if (c == '!' || c == '<' || c == '>')
        return token(TokenKind::Operator, 1, std::string(1, c));
    const std::string doubled(2, c);
    return token(TokenKind::Bad, 1, "`" + doubled.substr(1) + "` is no operator; `" + doubled + "` is");
}

Token Lexer::readWord()
{
    const std::size_t length = wordLength(false);
    const std::string_view word = m_text.substr(m_at, length);
    if (isNameStart(word[0]) && std::all_of(word.begin(), word.end(), isNameRest))
        return token(TokenKind::Word, length, std::string(word));
    if (word[0] == '"')
        return token(TokenKind::Bad, length, "texts stand in single quotes");
    return token(TokenKind::Bad, length, "`" + std::string(word) + "` is not expected here");
}

} // namespace batuta::expr::detail
