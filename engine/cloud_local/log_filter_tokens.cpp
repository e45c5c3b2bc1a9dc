// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/cloud_local/log_filter_node.h"

namespace batuta::cloud_local {
namespace {

constexpr std::size_t kMostTokens = 2'000;

using Kind = FilterToken::Kind;

class Lexer
{
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {
    }

    Outcome<std::vector<FilterToken>> run()
    {
        for (;;) {
            skipBlanks();
            if (m_at >= m_text.size())
                break;
            if (m_tokens.size() >= kMostTokens)
                return unparseable(m_text, m_at, "the filter has too many terms");
            if (!next())
                return unparseable(m_text, m_at, m_why);
        }
        m_tokens.push_back({Kind::End, {}, {}, m_text.size()});
        return std::move(m_tokens);
    }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
    static bool endsWord(char c)
    {
        return isBlank(c) || c == '(' || c == ')' || c == '"' || c == '=' || c == '!' || c == '<' ||
               c == '>' || c == ':' || c == ',' || c == '~';
    }
    bool isSign(std::string_view sign) const { return m_text.substr(m_at, sign.size()) == sign; }
    void push(Kind kind, std::string text, std::size_t at)
    {
        m_tokens.push_back({kind, std::move(text), {}, at});
    }
    /// A comparison's other side may hold what ends a word elsewhere: 12:30:45.
    bool isAfterSign() const { return !m_tokens.empty() && m_tokens.back().kind == Kind::Sign; }

    void skipBlanks()
    {
        for (; m_at < m_text.size(); ++m_at) {
            if (isSign("--") && !isAfterSign())
                m_at = std::min(m_text.find('\n', m_at), m_text.size()) - 1;
            else if (!isBlank(m_text[m_at]))
                return;
        }
    }

    bool next()
    {
        const std::size_t at = m_at;
        const char c = m_text[m_at];
        for (const std::string_view sign : {"!=", "!~", "=~", ">=", "<=", "=", ">", "<", ":"})
            if (isSign(sign)) {
                m_at += sign.size();
                push(Kind::Sign, std::string(sign), at);
                return true;
            }
        if (c == '(' || c == ')' || c == ',') {
            ++m_at;
            push(c == '(' ? Kind::Open : c == ')' ? Kind::Close : Kind::Comma, std::string(1, c), at);
            return true;
        }
        if (c == '-' && !isAfterSign() && m_at + 1 < m_text.size() && !isBlank(m_text[m_at + 1])) {
            ++m_at;
            push(Kind::Minus, "-", at);
            return true;
        }
        if (c == '"')
            return quotedOrPath();
        return word();
    }

    bool quotedOrPath()
    {
        const std::size_t at = m_at;
        std::string text;
        if (!quoted(text))
            return false;
        push(Kind::Text, std::move(text), at);
        return true;
    }

    bool quoted(std::string &text)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c == '\\' && m_at + 1 < m_text.size()) {
                c = m_text[++m_at];
                // Of a regular expression the backslash belongs to it, but before a quote.
                const bool isPattern = isAfterSign() && m_tokens.back().text.back() == '~';
                if (isPattern && c != '"')
                    text += '\\';
                else
                    c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
            }
            text += c;
        }
        m_why = "a quote is not closed";
        return false;
    }

    bool word()
    {
        FilterToken token{Kind::Word, {}, {}, m_at};
        const bool isValue = isAfterSign();
        std::string part;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"' && !isValue && !token.text.empty() && token.text.back() == '.') {
                std::string text;
                if (!quoted(text))
                    return false;
                part += text;
                token.text += text;
                continue;
            }
            const bool isEnd =
                isValue ? isBlank(c) || c == '(' || c == ')' || c == '"' || c == ',' : endsWord(c);
            if (isEnd)
                break;
            if (c == '.') {
                token.path.push_back(std::move(part));
                part.clear();
            } else {
                part += c;
            }
            token.text += c;
            ++m_at;
        }
        if (token.text.empty()) {
            m_why = "unexpected character";
            return false;
        }
        token.path.push_back(std::move(part));
        m_tokens.push_back(std::move(token));
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_why;
    std::vector<FilterToken> m_tokens;
};

} // namespace

Refused unparseable(std::string_view text, std::size_t at, std::string_view what)
{
    const auto [line, column] = lineAndColumn(text, std::min(at, text.size()));
    return invalid("Unparseable filter: syntax error at line " + std::to_string(line) + ", column " +
                   std::to_string(column) + ": " + std::string(what) + ".");
}

Outcome<std::vector<FilterToken>> filterTokens(std::string_view text)
{
    return Lexer(text).run();
}

} // namespace batuta::cloud_local
