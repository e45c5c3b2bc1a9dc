// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/env/dotenv.h"

#include "engine/base/text.h"

#include <algorithm>
#include <optional>

namespace batuta::env {
namespace {

constexpr std::string_view kBlanks = " \t\v\f";
constexpr std::string_view kQuotes = "'\"`";
constexpr std::string_view kSpaces = " \t\v\f\n";

bool isKeyByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-';
}

constexpr std::string_view kMark = "\xEF\xBB\xBF"; // of the byte order

/// Where the bytes of a text stood before its line ends were made plain.
struct Origins
{
    std::size_t head = 0;             ///< bytes of a byte order mark
    std::vector<std::size_t> removed; ///< before these bytes of the plain text a CR went

    std::size_t of(std::size_t at) const
    {
        const auto behind = std::upper_bound(removed.begin(), removed.end(), at);
        return head + at + static_cast<std::size_t>(behind - removed.begin());
    }
};

/// CRLF and CR become LF; a byte order mark goes.
std::string withPlainLineEnds(std::string_view text, Origins &origins)
{
    if (text.starts_with(kMark)) {
        origins.head = kMark.size();
        text.remove_prefix(kMark.size());
    }
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            plain += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            plain += '\n';
        else
            origins.removed.push_back(plain.size() + 1); // what stands before the line feed ends before it
    }
    return plain;
}

std::string_view trimmedValue(std::string_view value)
{
    constexpr std::string_view kHardSpace = "\xC2\xA0"; // comes along when a value is pasted from a web page
    for (std::size_t before = value.size() + 1; before != value.size();) {
        before = value.size();
        value.remove_prefix(std::min(value.find_first_not_of(kSpaces), value.size()));
        value = value.substr(0, value.find_last_not_of(kSpaces) + 1);
        if (value.substr(0, 2) == kHardSpace)
            value.remove_prefix(2);
        if (value.size() >= 2 && value.substr(value.size() - 2) == kHardSpace)
            value.remove_suffix(2);
    }
    return value;
}

std::string withLineEnds(std::string_view value)
{
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char next = value[i] == '\\' && i + 1 < value.size() ? value[i + 1] : '\0';
        if (next == 'n' || next == 'r') {
            text += next == 'n' ? '\n' : '\r';
            ++i;
        } else {
            text += value[i];
        }
    }
    return text;
}

class DotenvReader
{
public:
    DotenvReader(std::string_view text, const std::string &file)
        : m_text(withPlainLineEnds(text, m_origins))
        , m_file(file)
    {
    }

    Parsed read()
    {
        while (m_at < m_text.size()) {
            const std::size_t start = m_at;
            const std::size_t entries = m_parsed.entries.size();
            skipBlanks();
            if (m_at < m_text.size() && m_text[m_at] != '\n' && m_text[m_at] != '#')
                readAssignment();
            endLine();
            if (m_parsed.entries.size() > entries)
                addWritten(start, std::min(m_at - 1, m_text.size()));
        }
        return std::move(m_parsed);
    }

private:
    char current() const { return m_at < m_text.size() ? m_text[m_at] : '\n'; }
    void skipBlanks() { m_at = std::min(m_text.find_first_not_of(kBlanks, m_at), m_text.size()); }

    void endLine()
    {
        const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
        m_at = end + 1;
        ++m_line;
        m_lineStart = m_at;
    }

    void addWritten(std::size_t start, std::size_t end)
    {
        m_parsed.written.push_back(
            {{m_origins.of(start), m_origins.of(end)}, {m_origins.of(m_valueFrom), m_origins.of(m_valueTo)}});
    }

    Place here(std::size_t offset) const
    {
        const std::string_view before(m_text.data() + m_lineStart, offset - m_lineStart);
        return {m_file, m_line, lineAndColumn(before, before.size()).second};
    }

    void readAssignment()
    {
        std::size_t start = m_at;
        std::string key = readWord();
        if (key == "export" && kBlanks.find(current()) != std::string_view::npos) {
            const std::size_t afterExport = m_at;
            skipBlanks();
            start = m_at;
            const std::string exported = readWord();
            if (!exported.empty())
                key = exported;
            else
                m_at = start = afterExport;
        }
        const Place place = here(start);
        if (key.empty() || !skipSeparator()) {
            m_parsed.problems.push_back(
                {ErrorCode::EnvSyntax, "", "not KEY=value, so it is passed over", place, ""});
            return;
        }
        std::string value = readValue();
        if (isValidKey(key))
            m_parsed.entries.push_back({std::move(key), std::move(value), Source::DotenvFile, place});
        else
            m_parsed.problems.push_back({ErrorCode::EnvBadKey, key, "", place, ""});
    }

    std::string readWord()
    {
        const std::size_t start = m_at;
        while (isKeyByte(current()))
            ++m_at;
        return m_text.substr(start, m_at - start);
    }

    /// `=` after any blanks, or `:` right after the key and followed by a blank.
    bool skipSeparator()
    {
        if (current() == ':' && m_at + 1 < m_text.size() &&
            kBlanks.find(m_text[m_at + 1]) != std::string_view::npos) {
            m_at += 2;
            return true;
        }
        skipBlanks();
        if (current() != '=')
            return false;
        ++m_at;
        return true;
    }

    std::string readValue()
    {
        skipBlanks();
        const char quote = current();
        std::string_view raw;
        if (const std::optional<std::size_t> end = closingQuote()) {
            raw = std::string_view(m_text).substr(m_at, *end + 1 - m_at);
        } else {
            const std::size_t stop = std::min(m_text.find_first_of("#\n", m_at), m_text.size());
            raw = std::string_view(m_text).substr(m_at, stop - m_at);
        }
        countLines(raw);
        m_valueFrom = m_at;
        m_at += raw.size();
        const std::size_t spaces = raw.find_last_not_of(kSpaces) + 1;
        m_valueTo = m_valueFrom + spaces;
        raw = trimmedValue(raw);
        if (raw.size() >= 2 && raw.front() == raw.back() &&
            kQuotes.find(raw.front()) != std::string_view::npos)
            raw = raw.substr(1, raw.size() - 2);
        return quote == '"' ? withLineEnds(raw) : std::string(raw);
    }

    /// The quote that ends the value which starts here. A quote after a backslash ends it only when no later
    /// one does; behind the end only blanks and a comment may stand, otherwise the quotes are part of a plain
    /// value.
    std::optional<std::size_t> closingQuote() const
    {
        const char quote = current();
        if (kQuotes.find(quote) == std::string_view::npos)
            return std::nullopt;
        std::optional<std::size_t> end;
        for (std::size_t at = m_text.find(quote, m_at + 1); at != std::string::npos;
             at = m_text.find(quote, at + 1)) {
            if (isEndOfLine(at + 1))
                end = at;
            if (m_text[at - 1] != '\\' || at - 1 == m_at)
                break;
        }
        return end;
    }

    bool isEndOfLine(std::size_t at) const
    {
        at = std::min(m_text.find_first_not_of(kBlanks, at), m_text.size());
        return at == m_text.size() || m_text[at] == '\n' || m_text[at] == '#';
    }

    void countLines(std::string_view raw)
    {
        for (std::size_t i = 0; i < raw.size(); ++i)
            if (raw[i] == '\n')
                ++m_line;
    }

    Origins m_origins;
    std::string m_text;
    const std::string &m_file;
    Parsed m_parsed;
    std::size_t m_valueFrom = 0;
    std::size_t m_valueTo = 0;
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    int m_line = 1;
};

} // namespace

Parsed parseDotenv(std::string_view text, const std::string &file)
{
    const Place start{file, 1, 1};
    if (text.size() > kEnvFileLimit)
        return {{}, {{ErrorCode::FileTooLarge, file, "more than 1 MiB", start, ""}}};
    if (!isValidUtf8(text) || text.find('\0') != std::string_view::npos)
        return {{},
                {{ErrorCode::EnvSyntax, file, "it is not text in UTF-8", start, "Save the file as UTF-8."}}};
    return DotenvReader(text, file).read();
}

} // namespace batuta::env
