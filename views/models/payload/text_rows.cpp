// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/payload/text_rows.h"

#include <algorithm>
#include <cstring>

namespace batuta::views {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool isInside(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

} // namespace

TextRows::TextRows(std::shared_ptr<const std::string> text)
    : m_text(std::move(text))
{
    const std::string_view whole = this->text();
    for (std::size_t at = 0; at < whole.size();) {
        const void *found = std::memchr(whole.data() + at, '\n', whole.size() - at);
        const std::size_t end =
            found ? static_cast<std::size_t>(static_cast<const char *>(found) - whole.data()) : whole.size();
        for (std::size_t from = at;;) {
            m_starts.push_back(static_cast<std::uint32_t>(from));
            std::size_t to = std::min(end, from + kLongest);
            while (to < end && to > from + 1 && isInside(whole[to]))
                --to;
            m_longest = std::max(m_longest, to - from);
            from = to;
            if (from >= end)
                break;
        }
        at = end + 1;
    }
    if (whole.ends_with('\n'))
        m_starts.push_back(static_cast<std::uint32_t>(whole.size()));
}

const std::string &TextRows::text() const
{
    static const std::string nothing;
    return m_text ? *m_text : nothing;
}

std::string_view TextRows::row(std::size_t at) const
{
    const std::size_t begin = m_starts[at];
    std::size_t end = at + 1 < m_starts.size() ? m_starts[at + 1] : text().size();
    if (end > begin && text()[end - 1] == '\n')
        --end;
    if (end > begin && text()[end - 1] == '\r')
        --end;
    return std::string_view(text()).substr(begin, end - begin);
}

bool TextRows::isContinued(std::size_t at) const
{
    return m_starts[at] > 0 && text()[m_starts[at] - 1] != '\n';
}

std::size_t TextRows::rowAt(std::size_t offset) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    return after == m_starts.begin() ? 0 : static_cast<std::size_t>(after - m_starts.begin()) - 1;
}

std::vector<std::uint32_t> placesOf(std::string_view needle, const std::string &text, std::size_t most)
{
    std::vector<std::uint32_t> places;
    if (needle.empty() || needle.size() > text.size())
        return places;
    std::string wanted(needle);
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), lower);
    const char first = wanted.front();
    const char other = first >= 'a' && first <= 'z' ? static_cast<char>(first & ~0x20) : first;
    const char *const end = text.data() + text.size() - wanted.size() + 1;
    const char *nextA = text.data(), *nextB = text.data();
    const auto seek = [end](const char *from, char c) {
        const void *found = from < end ? std::memchr(from, c, static_cast<std::size_t>(end - from)) : nullptr;
        return found ? static_cast<const char *>(found) : end;
    };
    nextA = seek(nextA, first);
    nextB = other == first ? end : seek(nextB, other);
    while (places.size() < most) {
        const char *at = std::min(nextA, nextB);
        if (at >= end)
            break;
        if (std::equal(wanted.begin(), wanted.end(), at, [](char a, char b) { return a == lower(b); }))
            places.push_back(static_cast<std::uint32_t>(at - text.data()));
        if (at == nextA)
            nextA = seek(at + 1, first);
        else
            nextB = seek(at + 1, other);
    }
    return places;
}

} // namespace batuta::views
