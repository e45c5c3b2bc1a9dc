// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/yaml_node.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace batuta::flow {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t skipDigits(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

/// [-+]? ( digits (. digits?)? | . digits ) ( [eE] [-+]? digits )?
bool isNumber(std::string_view text)
{
    std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const std::size_t whole = skipDigits(text, at);
    std::size_t digits = whole - at;
    at = whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t end = skipDigits(text, at + 1);
        digits += end - at - 1;
        at = end;
    }
    if (digits == 0)
        return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        at += at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+') ? 2 : 1;
        const std::size_t end = skipDigits(text, at);
        if (end == at)
            return false;
        at = end;
    }
    return at == text.size();
}

std::optional<std::int64_t> integer(std::string_view text, int base)
{
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (text.empty() || code != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<json::Value> number(std::string_view text)
{
    if (text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'o') && text[2] != '-') {
        const auto value = integer(text.substr(2), text[1] == 'x' ? 16 : 8);
        return value ? std::optional<json::Value>(*value) : std::nullopt;
    }
    if (!isNumber(text))
        return std::nullopt;
    const std::string_view unsignedPart = text.front() == '+' ? text.substr(1) : text;
    if (const auto value = integer(unsignedPart, 10))
        return json::Value(*value);
    double value = 0;
    const auto [end, code] =
        std::from_chars(unsignedPart.data(), unsignedPart.data() + unsignedPart.size(), value);
    if (code != std::errc())
        return std::nullopt; // beyond the range of a double: it stays a text rather than become another
                             // number
    return json::Value(value);
}

json::Value coreValue(std::string_view text)
{
    for (const std::string_view word : {"true", "True", "TRUE"})
        if (text == word)
            return true;
    for (const std::string_view word : {"false", "False", "FALSE"})
        if (text == word)
            return false;
    for (const std::string_view word : {"", "~", "null", "Null", "NULL"})
        if (text == word)
            return nullptr;
    if (auto value = number(text))
        return *value;
    return text;
}

} // namespace

const YamlNode::Member *YamlNode::member(std::string_view key) const
{
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member &m) { return m.key == key; });
    return found == members.end() ? nullptr : &*found;
}

Place YamlNode::placeInText(Place place) const
{
    if (place.line > textMark.line)
        place.column += indent;
    return place;
}

json::Value toJson(const YamlNode &node)
{
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return nullptr;
    case YamlNode::Kind::Scalar:
        return node.plain ? coreValue(node.text) : json::Value(node.text);
    case YamlNode::Kind::Sequence: {
        json::Array items;
        items.reserve(node.items.size());
        for (const YamlNode &item : node.items)
            items.push_back(toJson(item));
        return items;
    }
    case YamlNode::Kind::Mapping: {
        json::Object members;
        members.reserve(node.members.size());
        for (const YamlNode::Member &member : node.members)
            members.append(member.key, toJson(member.value));
        return members;
    }
    }
    return nullptr;
}

std::string_view kindText(const YamlNode &node)
{
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return "nothing";
    case YamlNode::Kind::Sequence:
        return "a list";
    case YamlNode::Kind::Mapping:
        return "a mapping";
    case YamlNode::Kind::Scalar:
        break;
    }
    const json::Value value = toJson(node);
    return value.isBoolean()  ? "a boolean"
           : value.isNumber() ? "a number"
           : value.isNull()   ? "nothing"
                              : "a text";
}

} // namespace batuta::flow
