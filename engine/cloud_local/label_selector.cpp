// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/label_selector.h"

#include "engine/base/text.h"

#include <algorithm>

namespace batuta::cloud_local {
namespace {

/// At commas that stand outside parentheses.
std::vector<std::string_view> terms(std::string_view text)
{
    std::vector<std::string_view> found;
    int depth = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ',';
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ',' && (depth <= 0 || i == text.size())) {
            if (const auto term = trimmed(text.substr(from, i - from)); !term.empty())
                found.push_back(term);
            from = i + 1;
        }
    }
    return found;
}

bool isKey(std::string_view key)
{
    return !key.empty() && key.find_first_of(" \t=!()") == std::string_view::npos;
}

} // namespace

Outcome<LabelSelector::Term> LabelSelector::term(std::string_view text)
{
    Term made;
    if (const std::size_t open = text.find('('); open != std::string_view::npos && text.ends_with(')')) {
        const std::string_view before = trimmed(text.substr(0, open));
        const std::size_t blank = before.find_last_of(" \t");
        const std::string_view word = blank == std::string_view::npos ? before : before.substr(blank + 1);
        made.key = trimmed(before.substr(0, blank == std::string_view::npos ? 0 : blank));
        made.isNegated = word == "notin";
        for (const std::string_view value : split(text.substr(open + 1, text.size() - open - 2), ','))
            made.values.emplace_back(trimmed(value));
        if ((word != "in" && word != "notin") || !isKey(made.key))
            return invalid("Invalid label selector: '" + std::string(text) + "'.");
        return made;
    }
    const std::size_t sign = text.find('=');
    if (sign == std::string_view::npos) {
        made.isPresence = true;
        made.isNegated = text.starts_with('!');
        made.key = trimmed(made.isNegated ? text.substr(1) : text);
    } else {
        made.isNegated = sign > 0 && text[sign - 1] == '!';
        made.key = trimmed(text.substr(0, made.isNegated ? sign - 1 : sign));
        std::string_view value = text.substr(sign + 1);
        if (value.starts_with('='))
            value.remove_prefix(1);
        made.values.emplace_back(trimmed(value));
    }
    if (!isKey(made.key))
        return invalid("Invalid label selector: '" + std::string(text) + "'.");
    return made;
}

Outcome<LabelSelector> LabelSelector::parse(std::string_view text)
{
    LabelSelector selector;
    for (const std::string_view part : terms(text)) {
        auto made = term(part);
        if (!made)
            return Refused(made.error());
        selector.m_terms.push_back(std::move(*made));
    }
    return selector;
}

bool LabelSelector::matches(const json::Value &labels) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &wanted) {
        const json::Value &value = labels[wanted.key];
        const bool isThere = !value.isNull();
        if (wanted.isPresence)
            return isThere != wanted.isNegated;
        const bool isAmong = isThere && std::find(wanted.values.begin(), wanted.values.end(),
                                                  value.asString()) != wanted.values.end();
        return isAmong != wanted.isNegated;
    });
}

} // namespace batuta::cloud_local
