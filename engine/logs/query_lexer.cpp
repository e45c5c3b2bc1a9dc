// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/query_lexer.h"

#include "engine/base/text.h"
#include "engine/logs/letters.h"

namespace batuta::logs {
namespace detail {
namespace {

std::size_t operatorLength(std::string_view text)
{
    for (const std::string_view two : {"==", "&&", "||", "!=", ">=", "<=", "!~"})
        if (text.starts_with(two))
            return 2;
    return !text.empty() && std::string_view("=<>~").find(text[0]) != std::string_view::npos ? 1 : 0;
}

bool isOperator(const Lexeme &lexeme)
{
    return lexeme.kind == Lexeme::Kind::Operator;
}

/// Reads one piece at `at` and moves behind it.
class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {
    }

    Lexeme next(const Lexeme &before)
    {
        const std::size_t from = m_at;
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
        Lexeme lexeme;
        lexeme.begin = m_at;
        lexeme.touches = m_at == from && from > 0;
        if (m_at < m_text.size())
            read(lexeme, lexeme.touches && isOperator(before));
        lexeme.length = m_at - lexeme.begin;
        return lexeme;
    }

private:
    /// `isValue`: directly behind an operator, where nearly everything belongs to the value.
    void read(Lexeme &lexeme, bool isValue)
    {
        const char byte = m_text[m_at];
        if (byte == '"')
            return quoted(lexeme);
        if (!isValue && (byte == '(' || byte == ')')) {
            lexeme.kind = byte == '(' ? Lexeme::Kind::Open : Lexeme::Kind::Close;
            ++m_at;
            return;
        }
        if (const std::size_t length = operatorLength(m_text.substr(m_at)); length > 0 && !isValue) {
            lexeme.text = m_text.substr(m_at, length);
            const bool isOurs = lexeme.text != "==" && lexeme.text != "&&" && lexeme.text != "||";
            lexeme.kind = isOurs ? Lexeme::Kind::Operator : Lexeme::Kind::Broken;
            m_at += length;
            return;
        }
        word(lexeme, isValue);
    }

    void word(Lexeme &lexeme, bool isValue)
    {
        const std::size_t begin = m_at;
        int depth = 0; // brackets within a value, as in ~(a|b), are its own
        for (; m_at < m_text.size() && !isBlank(m_text[m_at]); ++m_at) {
            const char byte = m_text[m_at];
            if (!isValue && (byte == '(' || byte == '"' || operatorLength(m_text.substr(m_at)) > 0))
                break;
            depth += byte == '(' ? 1 : 0;
            if (byte == ')' && --depth < 0)
                break;
        }
        lexeme.text = m_text.substr(begin, m_at - begin);
        lexeme.kind = Lexeme::Kind::Text;
        if (isValue)
            return;
        if (equalIgnoringCase(lexeme.text, "and"))
            lexeme.kind = Lexeme::Kind::And;
        else if (equalIgnoringCase(lexeme.text, "or"))
            lexeme.kind = Lexeme::Kind::Or;
        else if (equalIgnoringCase(lexeme.text, "not"))
            lexeme.kind = Lexeme::Kind::Not;
    }

    /// `\"` and `\\` are escapes; every other backslash stands for itself, as in a regular expression.
    void quoted(Lexeme &lexeme)
    {
        lexeme.kind = Lexeme::Kind::Broken;
        lexeme.text.clear();
        for (++m_at; m_at < m_text.size(); ++m_at) {
            char byte = m_text[m_at];
            if (byte == '"') {
                lexeme.kind = Lexeme::Kind::Quoted;
                ++m_at;
                return;
            }
            if (byte == '\\' && m_at + 1 < m_text.size() &&
                (m_text[m_at + 1] == '"' || m_text[m_at + 1] == '\\'))
                byte = m_text[++m_at];
            lexeme.text += byte;
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::vector<Lexeme> lexemes(std::string_view text)
{
    Reader reader(text);
    std::vector<Lexeme> all;
    do
        all.push_back(reader.next(all.empty() ? Lexeme() : all.back()));
    while (all.back().kind != Lexeme::Kind::End);
    return all;
}

} // namespace detail

std::vector<QueryToken> queryTokens(std::string_view text)
{
    using detail::Lexeme;
    std::vector<QueryToken> tokens;
    const std::vector<Lexeme> all = detail::lexemes(text);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        QueryToken::Kind kind = QueryToken::Kind::Word;
        switch (all[i].kind) {
        case Lexeme::Kind::And:
        case Lexeme::Kind::Or:
        case Lexeme::Kind::Not:
            kind = QueryToken::Kind::Keyword;
            break;
        case Lexeme::Kind::Open:
        case Lexeme::Kind::Close:
            kind = QueryToken::Kind::Bracket;
            break;
        case Lexeme::Kind::Operator:
            kind = QueryToken::Kind::Operator;
            break;
        default:
            if (i > 0 && all[i - 1].kind == Lexeme::Kind::Operator)
                kind = QueryToken::Kind::Value;
            else if (all[i + 1].kind == Lexeme::Kind::Operator)
                kind = QueryToken::Kind::Field;
        }
        tokens.push_back({kind, all[i].begin, all[i].length});
    }
    return tokens;
}

} // namespace batuta::logs
