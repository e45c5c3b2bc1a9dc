// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/yaml_tree.h"

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

namespace batuta::test {

/// Whole lines of comments, and the marked comments behind values, in their order.
inline std::vector<std::pair<std::size_t, std::string>> comments(const std::string &text)
{
    static const std::regex pattern("(^|\n)[ \t]*(#[^\r\n]*)|[ \t](#c[0-9]+)");
    std::vector<std::pair<std::size_t, std::string>> found;
    for (auto it = std::sregex_iterator(text.begin(), text.end(), pattern); it != std::sregex_iterator();
         ++it) {
        const int group = (*it)[2].matched ? 2 : 3;
        found.emplace_back(static_cast<std::size_t>(it->position(group)), it->str(group));
    }
    return found;
}

/// The first comment that is gone or elsewhere, without those that may go; or "".
inline std::string lostComment(const std::string &before, const std::string &after,
                               const std::vector<edit::Range> &mayGo)
{
    const auto all = comments(after);
    auto next = all.begin();
    for (const auto &[place, comment] : comments(before)) {
        if (std::any_of(mayGo.begin(), mayGo.end(),
                        [at = place](const edit::Range &range) { return range.contains(at); }))
            continue;
        next = std::find_if(next, all.end(), [&text = comment](const auto &c) { return c.second == text; });
        if (next == all.end())
            return comment;
        ++next;
    }
    return "";
}

inline bool hasSwallowedComment(const edit::TreeNode &node)
{
    static const std::regex mark("#c[0-9]+");
    return std::regex_search(node.text, mark) ||
           std::any_of(node.children.begin(), node.children.end(),
                       [](const edit::TreeChild &child) { return hasSwallowedComment(child.value); });
}

} // namespace batuta::test
