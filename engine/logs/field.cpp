// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/field.h"

#include "engine/logs/line_head.h"
#include "engine/logs/members.h"

#include "engine/base/text.h"

#include <cstring>

namespace batuta::logs {
namespace {

std::optional<std::string_view> scanned(std::string_view object, std::string_view name)
{
    Members members(object);
    RawMember member;
    while (members.next(member))
        if (member.name == name)
            return member.value;
    return std::nullopt;
}

/// A member of the outermost object. Most lines are flat: then the name's place is found without reading what
/// stands before. A quote within a string has a backslash before it, so that this is a name for sure.
std::optional<std::string_view> outermost(std::string_view line, const Needle &quoted)
{
    const std::string_view name = std::string_view(quoted.text()).substr(1, quoted.text().size() - 2);
    for (std::size_t at = quoted.find(line); at != Needle::npos; at = quoted.find(line, at + 1)) {
        if (at == 0 || line[at - 1] == '\\')
            continue;
        RawMember member;
        if (!memberAt(line, at, member)) // the value of another member
            continue;
        const std::size_t open = line.find('{');
        if (std::memchr(line.data() + open + 1, '{', at - open - 1) != nullptr)
            return scanned(line, name);
        return member.value;
    }
    return std::nullopt;
}

std::optional<std::string_view> messageMember(std::string_view line)
{
    static const Needle kMessage("\"message\"");
    if (const std::optional<std::string_view> message = outermost(line, kMessage))
        return message;
    Members members(line);
    RawMember member;
    std::optional<std::string_view> best;
    int bestRank = 0;
    while (members.next(member)) {
        const int rank = messageRank(member.name);
        if (rank > 0 && (bestRank == 0 || rank < bestRank)) {
            best = member.value;
            bestRank = rank;
        }
    }
    return best;
}

} // namespace

Field::Field(std::string name)
    : m_name(std::move(name))
    , m_isMessage(m_name == "message")
    , m_isLine(m_name == "line")
    , m_quoted('"' + m_name + '"')
    , m_pair(m_name + '=')
{
    if (m_name.find('.') != std::string::npos)
        for (const std::string_view part : split(m_name, '.'))
            m_path.emplace_back(part);
}

std::string Field::surely() const
{
    if (m_isMessage || m_isLine)
        return {};
    return m_path.empty() ? m_name : m_path.back();
}

std::optional<std::string_view> Field::raw(std::string_view line) const
{
    if (m_isLine)
        return line;
    if (!looksLikeObject(line))
        return m_isMessage ? std::optional(line) : pair(line);
    return m_isMessage ? messageMember(line) : member(line);
}

std::optional<std::string_view> Field::text(std::string_view line, std::string &scratch) const
{
    const std::optional<std::string_view> found = raw(line);
    if (!found || m_isLine || !looksLikeObject(line))
        return found;
    return plainText(*found, scratch);
}

std::optional<std::string_view> Field::member(std::string_view line) const
{
    if (const std::optional<std::string_view> own = outermost(line, m_quoted); own || m_path.empty())
        return own;
    std::optional<std::string_view> value = line;
    for (const std::string &part : m_path) {
        value = scanned(*value, part);
        if (!value)
            return std::nullopt;
    }
    return value;
}

std::optional<std::string_view> Field::pair(std::string_view line) const
{
    for (std::size_t at = m_pair.find(line); at != Needle::npos; at = m_pair.find(line, at + 1)) {
        if (at > 0 && std::string_view(" \t[({,;|").find(line[at - 1]) == std::string_view::npos)
            continue;
        std::string_view rest = line.substr(at + m_pair.text().size());
        if (!rest.empty() && rest.front() == '"') {
            const std::size_t end = rest.find('"', 1);
            return end == std::string_view::npos ? rest.substr(1) : rest.substr(1, end - 1);
        }
        return rest.substr(0, rest.find_first_of(" \t,;])}|"));
    }
    return std::nullopt;
}

std::string_view messageOf(std::string_view line, std::string &scratch)
{
    if (!looksLikeObject(line))
        return line;
    const std::optional<std::string_view> raw = messageMember(line);
    return raw ? plainText(*raw, scratch) : line;
}

} // namespace batuta::logs
