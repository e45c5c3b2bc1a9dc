// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/cloud_local/log_filter_node.h"
#include "engine/fleet/book.h"
#include "engine/json/json.h"

#include <algorithm>
#include <charconv>

namespace batuta::cloud_local {
namespace {

using json::Value;

std::optional<double> numberOf(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc())
        return std::nullopt;
    const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (rest == "s") // a duration
        return number;
    if (rest == "ms")
        return number / 1000;
    return rest.empty() ? std::optional(number) : std::nullopt;
}

std::string textOf(const Value &value)
{
    if (value.isString())
        return value.asString();
    return value.isArray() || value.isObject() ? std::string() : json::write(value);
}

bool holds(int order, std::string_view sign)
{
    if (sign == "=")
        return order == 0;
    if (sign == "!=")
        return order != 0;
    if (sign == ">")
        return order > 0;
    if (sign == ">=")
        return order >= 0;
    return sign == "<" ? order < 0 : order <= 0;
}

template <class T> int orderOf(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

/// One value that is neither list nor object.
bool compareOne(const FilterNode &node, const Value &value)
{
    const std::string text = textOf(value);
    if (node.pattern)
        return re2::RE2::PartialMatch(text, *node.pattern) == (node.sign == "=~");
    if (node.sign == ":")
        return lowered(text).find(lowered(node.value)) != std::string::npos;
    if (node.path.size() == 1 && node.path[0] == "severity") {
        const auto rank = [](const std::string &name) {
            const auto number = numberOf(name);
            return number ? static_cast<int>(*number) : static_cast<int>(fleet::severityOf(name));
        };
        return holds(orderOf(rank(text), rank(node.value)), node.sign);
    }
    WallTime one{};
    WallTime two{};
    if (text.size() > 10 && text[4] == '-' && parseIsoTime(text, one) && parseIsoTime(node.value, two))
        return holds(orderOf(one, two), node.sign);
    const auto a = numberOf(text);
    const auto b = numberOf(node.value);
    if (a && b)
        return holds(orderOf(*a, *b), node.sign);
    return holds(orderOf(lowered(text), lowered(node.value)), node.sign);
}

bool compare(const FilterNode &node, const Value &value)
{
    if (value.isNull())
        return false; // comparisons with what is missing fail
    if (node.sign == "has")
        return true;
    if (value.isArray())
        return std::any_of(value.asArray().begin(), value.asArray().end(),
                           [&](const Value &item) { return compare(node, item); });
    if (value.isObject())
        return node.sign == ":" && value[node.value].type() != json::ValueType::Null;
    return compareOne(node, value);
}

bool compareAt(const FilterNode &node, const Value &value, std::size_t depth)
{
    if (depth == node.path.size())
        return compare(node, value);
    if (value.isArray())
        return std::any_of(value.asArray().begin(), value.asArray().end(),
                           [&](const Value &item) { return compareAt(node, item, depth); });
    const Value &member = value[node.path[depth]];
    if (member.isNull() && value.isObject() && depth + 1 < node.path.size()) {
        // A label may have dots in its name without being quoted.
        std::string rest = node.path[depth];
        for (std::size_t i = depth + 1; i < node.path.size(); ++i)
            rest += "." + node.path[i];
        return compare(node, value[rest]);
    }
    return compareAt(node, member, depth + 1);
}

bool hasText(const Value &value, const std::string &needle)
{
    if (value.isArray())
        return std::any_of(value.asArray().begin(), value.asArray().end(),
                           [&](const Value &item) { return hasText(item, needle); });
    if (value.isObject())
        return std::any_of(value.asObject().begin(), value.asObject().end(),
                           [&](const auto &member) { return hasText(member.second, needle); });
    return lowered(textOf(value)).find(needle) != std::string::npos;
}

std::string encodedLogId(std::string_view id)
{
    std::string text;
    for (const char c : id)
        text += c == '/' ? "%2F" : std::string(1, c);
    return text;
}

const Value &at(const Value &entry, const std::vector<std::string> &path)
{
    const Value *value = &entry;
    for (const std::string &name : path)
        value = &(*value)[name];
    return *value;
}

/// SEARCH looks for all words, in any order.
bool search(const FilterNode &node, const Value &entry)
{
    const auto words = split(node.value, ' ');
    return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
        return trimmed(word).empty() || hasText(at(entry, node.path), std::string(trimmed(word)));
    });
}

} // namespace

bool filterMatches(const FilterNode &node, const Value &entry)
{
    const auto holdsFor = [&](const FilterPart &part) { return filterMatches(*part, entry); };
    switch (node.kind) {
    case FilterNode::Kind::And:
        return std::all_of(node.parts.begin(), node.parts.end(), holdsFor);
    case FilterNode::Kind::Or:
        return std::any_of(node.parts.begin(), node.parts.end(), holdsFor);
    case FilterNode::Kind::Not:
        return !filterMatches(*node.parts.front(), entry);
    case FilterNode::Kind::Compare:
        return compareAt(node, entry, 0);
    case FilterNode::Kind::Text:
        return hasText(entry, node.value);
    case FilterNode::Kind::LogId:
        return entry["logName"].asString().ends_with("/logs/" + encodedLogId(node.value));
    case FilterNode::Kind::Sample:
        return static_cast<double>(std::hash<std::string>()(entry["insertId"].asString()) % 10'000) <
               node.share * 10'000;
    case FilterNode::Kind::Search:
        return search(node, entry);
    }
    return false;
}

} // namespace batuta::cloud_local
