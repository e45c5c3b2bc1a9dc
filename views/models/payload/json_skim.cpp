// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/payload/json_skim.h"

#include "engine/json/json.h"

#include <cstring>

namespace batuta::views {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// One past the string whose first quote is at `at`.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size(); ++at) {
        const void *quote = std::memchr(text.data() + at, '"', text.size() - at);
        if (!quote)
            return text.size();
        const auto found = static_cast<std::size_t>(static_cast<const char *>(quote) - text.data());
        std::size_t slashes = 0;
        while (found - slashes > at && text[found - slashes - 1] == '\\')
            ++slashes;
        at = found;
        if (slashes % 2 == 0)
            return found + 1;
    }
    return text.size();
}

/// Writes a text anew, bracket by bracket.
class Indenter
{
public:
    Indenter(std::string_view text, std::string &out)
        : m_text(text)
        , m_out(out)
    {
    }

    /// False at the first bracket that does not fit. `isWhole` afterwards: all of them were closed.
    bool run()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (isBlank(c))
                ++m_at;
            else if (c == '{' || c == '[')
                open(c);
            else if (c == '}' || c == ']') {
                if (!close(c))
                    return false;
            } else if (c == ',' || c == ':')
                separate(c);
            else
                copy();
        }
        return true;
    }
    bool isWhole() const { return m_open.empty(); }

private:
    void newLine()
    {
        m_out += '\n';
        m_out.append(m_open.size() * 2, ' ');
    }
    void open(char c)
    {
        m_out += c;
        const std::size_t next = skipBlanks(m_text, ++m_at);
        const char last = c == '{' ? '}' : ']';
        if (next < m_text.size() && m_text[next] == last) { // empty: on one line
            m_out += last;
            m_at = next + 1;
            return;
        }
        m_open.push_back(last);
        newLine();
    }
    bool close(char c)
    {
        if (m_open.empty() || m_open.back() != c)
            return false;
        m_open.pop_back();
        newLine();
        m_out += c;
        ++m_at;
        return true;
    }
    void separate(char c)
    {
        m_out += c;
        ++m_at;
        if (c == ':')
            m_out += ' ';
        else
            newLine();
    }
    /// A string, or a word up to the next sign of structure.
    void copy()
    {
        std::size_t end = m_at + 1;
        if (m_text[m_at] == '"')
            end = endOfString(m_text, m_at);
        else
            while (end < m_text.size() && !isBlank(m_text[end]) && !std::strchr(",:{}[]\"", m_text[end]))
                ++end;
        m_out.append(m_text.substr(m_at, end - m_at));
        m_at = end;
    }

    std::string_view m_text;
    std::string &m_out;
    std::size_t m_at = 0;
    std::vector<char> m_open; ///< the bracket that closes each level
};

} // namespace

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

std::size_t endOfValue(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return text.size();
    if (text[at] == '"')
        return endOfString(text, at);
    if (text[at] != '{' && text[at] != '[') {
        while (at < text.size() && !isBlank(text[at]) && text[at] != ',' && text[at] != '}' &&
               text[at] != ']')
            ++at;
        return at;
    }
    for (std::size_t depth = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"') {
            at = endOfString(text, at);
            continue;
        }
        ++at;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return text.size();
}

std::vector<JsonChild> childrenOf(std::string_view text, std::size_t at)
{
    std::vector<JsonChild> children;
    if (at >= text.size() || (text[at] != '{' && text[at] != '['))
        return children;
    const bool isObject = text[at] == '{';
    for (at = skipBlanks(text, at + 1); at < text.size() && text[at] != '}' && text[at] != ']';) {
        JsonChild child;
        if (isObject) {
            if (text[at] != '"')
                break; // no JSON from here on
            child.keyBegin = static_cast<std::uint32_t>(at);
            child.keyEnd = static_cast<std::uint32_t>(endOfString(text, at));
            at = skipBlanks(text, child.keyEnd);
            if (at >= text.size() || text[at] != ':')
                break;
            at = skipBlanks(text, at + 1);
        }
        child.begin = static_cast<std::uint32_t>(at);
        child.end = static_cast<std::uint32_t>(endOfValue(text, at));
        if (child.end == child.begin)
            break;
        children.push_back(child);
        at = skipBlanks(text, child.end);
        if (at < text.size() && text[at] == ',')
            at = skipBlanks(text, at + 1);
        else
            break;
    }
    return children;
}

bool hasChildren(std::string_view text, std::size_t at)
{
    if (at >= text.size() || (text[at] != '{' && text[at] != '['))
        return false;
    const std::size_t first = skipBlanks(text, at + 1);
    return first < text.size() && text[first] != '}' && text[first] != ']';
}

std::optional<std::string> indentedJson(std::string_view text, bool mayEndEarly)
{
    const std::size_t first = skipBlanks(text, 0);
    if (text.size() > kMostSkimmed || first >= text.size() || (text[first] != '{' && text[first] != '['))
        return std::nullopt;
    std::string out;
    out.reserve(text.size() + text.size() / 2);
    Indenter indenter(text, out);
    if (!indenter.run() || (!indenter.isWhole() && !mayEndEarly))
        return std::nullopt;
    return out;
}

QString plainText(std::string_view value)
{
    if (value.size() >= 2 && value.front() == '"')
        if (const Result<json::Value> parsed = json::parse(value, {kMostSkimmed, 4}))
            return QString::fromStdString(parsed->asString());
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace batuta::views
