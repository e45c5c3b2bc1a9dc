// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/text_places.h"

#include <algorithm>

namespace batuta::edit {
namespace {

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

TextPlaces::TextPlaces(std::string_view text)
    : m_text(text)
    , m_starts{0}
{
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
        m_starts.push_back(at + 1);
}

std::size_t TextPlaces::endOfLine(std::size_t line) const
{
    if (line + 1 >= m_starts.size())
        return m_text.size();
    const std::size_t end = m_starts[line + 1] - 1;
    return end > m_starts[line] && m_text[end - 1] == '\r' ? end - 1 : end;
}

std::size_t TextPlaces::offsetOf(const Place &place) const
{
    if (place.line <= 0)
        return 0;
    const auto line = static_cast<std::size_t>(place.line - 1);
    if (line >= m_starts.size())
        return m_text.size();
    std::size_t at = m_starts[line];
    const std::size_t end = endOfLine(line);
    for (int column = 1; column < place.column && at < end; ++column) {
        ++at;
        while (at < end && isContinuation(m_text[at]))
            ++at;
    }
    return at;
}

LineColumn TextPlaces::lineColumn(std::size_t at) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), std::min(at, m_text.size()));
    const auto line = static_cast<std::size_t>(after - m_starts.begin()) - 1;
    return {static_cast<int>(line) + 1, static_cast<int>(std::min(at, m_text.size()) - m_starts[line]) + 1};
}

Range TextPlaces::wordAt(std::size_t at) const
{
    if (at >= m_text.size())
        return {m_text.size(), m_text.size()};
    const char first = m_text[at];
    const std::size_t lineEnd = std::min(m_text.find('\n', at), m_text.size());
    if (first == '"' || first == '\'') {
        const std::size_t close = m_text.find(first, at + 1);
        if (close < lineEnd)
            return {at, close + 1};
    }
    std::size_t end = at;
    while (end < m_text.size() && isWordPart(m_text[end]))
        ++end;
    if (end == at && at < lineEnd)
        ++end;
    return {at, end};
}

} // namespace batuta::edit
