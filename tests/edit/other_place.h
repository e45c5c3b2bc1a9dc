// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/yaml_node.h"

#include <string>

namespace batuta::test {

/// Where the flow's reader and the editor's put the same node differently, or "".
inline std::string otherPlace(const flow::YamlNode &a, const flow::YamlNode &b)
{
    if (a.kind != b.kind || a.text != b.text || a.plain != b.plain || a.items.size() != b.items.size() ||
        a.members.size() != b.members.size())
        return "another value at line " + std::to_string(a.mark.line);
    const bool isSame = a.mark == b.mark && a.textMark == b.textMark && a.indent == b.indent;
    if (!a.isNull() && !isSame)
        return "another place of " + a.text + " at line " + std::to_string(a.mark.line);
    for (std::size_t i = 0; i < a.items.size(); ++i)
        if (const std::string wrong = otherPlace(a.items[i], b.items[i]); !wrong.empty())
            return wrong;
    for (std::size_t i = 0; i < a.members.size(); ++i) {
        if (a.members[i].key != b.members[i].key || a.members[i].keyMark != b.members[i].keyMark)
            return "another key or place of " + a.members[i].key;
        if (const std::string wrong = otherPlace(a.members[i].value, b.members[i].value); !wrong.empty())
            return wrong;
    }
    return "";
}

} // namespace batuta::test
