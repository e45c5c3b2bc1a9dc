// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/yaml_tree.h"

#include <string>
#include <string_view>

namespace batuta::edit {

/// A YAML text as lines, with the ways of writing that are usual in it. A view: the text outlives it.
class TextLines
{
public:
    explicit TextLines(std::string_view text);

    std::size_t start(std::size_t at) const; ///< of the line that the byte stands in
    std::size_t end(std::size_t at) const;   ///< of that line, without its break
    std::size_t next(std::size_t at) const;  ///< start of the line behind it, or the end of the text
    std::size_t column(std::size_t at) const { return at - start(at); } ///< in bytes, from 0
    bool isFirst(std::size_t at) const; ///< nothing but blanks before it on its line
    bool isBlank(std::size_t lineStart) const;
    bool isComment(std::size_t lineStart) const;
    std::size_t indent(std::size_t lineStart) const; ///< blanks at its start
    std::string_view lineBreak() const { return m_break; }

    /// What belongs to a child: whole lines in a block, with the comment lines directly above it at its
    /// indent, and the deeper ones below it. In a flow collection: the child alone.
    Range member(const TreeNode &parent, std::size_t index) const;

private:
    std::size_t commentsAbove(const TreeNode &parent, std::size_t index) const;

    std::string_view m_text;
    std::string_view m_break = "\n";
    std::size_t m_begin = 0; ///< behind a byte order mark
};

} // namespace batuta::edit
