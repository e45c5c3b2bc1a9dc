// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/text_lines.h"

#include <algorithm>

namespace batuta::edit {

TextLines::TextLines(std::string_view text)
    : m_text(text)
{
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        m_begin = 3;
    const std::size_t first = text.find('\n');
    if (first != std::string_view::npos && first > 0 && text[first - 1] == '\r')
        m_break = "\r\n";
}

std::size_t TextLines::start(std::size_t at) const
{
    const std::size_t last = at == 0 ? std::string_view::npos : m_text.rfind('\n', at - 1);
    return last == std::string_view::npos ? m_begin : last + 1;
}

std::size_t TextLines::end(std::size_t at) const
{
    const std::size_t end = std::min(m_text.find('\n', at), m_text.size());
    return end > at && m_text[end - 1] == '\r' ? end - 1 : end;
}

std::size_t TextLines::next(std::size_t at) const
{
    return std::min(m_text.find('\n', at), m_text.size() - 1) + (m_text.empty() ? 0 : 1);
}

bool TextLines::isFirst(std::size_t at) const
{
    return start(at) + indent(start(at)) >= at;
}

bool TextLines::isBlank(std::size_t lineStart) const
{
    return lineStart < m_text.size() && lineStart + indent(lineStart) >= end(lineStart);
}

bool TextLines::isComment(std::size_t lineStart) const
{
    const std::size_t at = lineStart + indent(lineStart);
    return at < m_text.size() && m_text[at] == '#';
}

std::size_t TextLines::indent(std::size_t lineStart) const
{
    const std::size_t at = std::min(m_text.find_first_not_of(" \t", lineStart), m_text.size());
    return at - lineStart;
}

std::size_t TextLines::commentsAbove(const TreeNode &parent, std::size_t index) const
{
    const std::size_t at = parent.children[index].entry.from;
    const std::size_t line = start(at);
    const std::size_t floor = index > 0 ? parent.children[index - 1].entry.to : 0;
    std::size_t from = line;
    while (from > m_begin) {
        const std::size_t above = start(from - 1);
        if (above < floor || !isComment(above) || indent(above) != at - line)
            break;
        from = above;
    }
    // What begins the file speaks of the file.
    return from == m_begin ? line : from;
}

Range TextLines::member(const TreeNode &parent, std::size_t index) const
{
    const Range entry = parent.children[index].entry;
    if (parent.isFlow())
        return entry;
    const std::size_t from = isFirst(entry.from) ? commentsAbove(parent, index) : entry.from;
    std::size_t to = next(entry.to);
    for (std::size_t line = to; line < m_text.size(); line = next(line)) {
        if (isComment(line) && indent(line) > column(entry.from))
            to = next(line);
        else if (!isBlank(line))
            break;
    }
    return {from, to};
}

} // namespace batuta::edit
