// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/yaml_tree.h"

#include <algorithm>
#include <array>
#include <utility>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;

/// Lines and columns of bytes, in characters; quick when they are asked for in the order of the text.
class Marks
{
public:
    explicit Marks(std::string_view text)
        : m_text(text)
    {
    }

    flow::YamlMark at(std::size_t offset)
    {
        offset = std::min(offset, m_text.size());
        if (offset < m_at) {
            m_at = 0;
            m_mark = {1, 1};
        }
        for (; m_at < offset; ++m_at) {
            if (m_text[m_at] == '\n') {
                ++m_mark.line;
                m_mark.column = 1;
            } else if ((static_cast<unsigned char>(m_text[m_at]) & 0xC0) != 0x80) {
                ++m_mark.column;
            }
        }
        return m_mark;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    flow::YamlMark m_mark{1, 1};
};

class PlainRoot
{
public:
    explicit PlainRoot(std::string_view text)
        : m_text(text)
        , m_marks(text)
    {
    }

    bool isRefused() const { return m_isRefused; }

    flow::YamlNode node(const TreeNode &tree)
    {
        flow::YamlNode node;
        node.mark = node.textMark = m_marks.at(tree.own.from);
        const bool isWritten = !tree.isFlow() || m_text[tree.own.from] == (tree.isMapping() ? '{' : '[');
        m_isRefused = m_isRefused || tree.kind == Kind::Alias || !tree.anchor.empty() || !isWritten;
        if (tree.isMapping()) {
            node.kind = flow::YamlNode::Kind::Mapping;
            node.members.reserve(tree.children.size());
            for (const TreeChild &child : tree.children) {
                const flow::YamlMark mark = m_marks.at(child.keyRange.from);
                node.members.push_back({child.key, mark, this->node(child.value)});
            }
        } else if (tree.isSequence()) {
            node.kind = flow::YamlNode::Kind::Sequence;
            node.items.reserve(tree.children.size());
            for (const TreeChild &child : tree.children)
                node.items.push_back(this->node(child.value));
        } else if (!isNull(tree)) {
            takeText(tree, node);
        }
        return node;
    }

private:
    static bool isNull(const TreeNode &tree)
    {
        static constexpr std::array<std::string_view, 5> words{"", "~", "null", "Null", "NULL"};
        return tree.kind == Kind::Null || (tree.style == TreeNode::Style::Plain &&
                                           std::find(words.begin(), words.end(), tree.text) != words.end());
    }

    void takeText(const TreeNode &tree, flow::YamlNode &node)
    {
        node.kind = flow::YamlNode::Kind::Scalar;
        node.plain = tree.style == TreeNode::Style::Plain;
        node.text = tree.text;
        if (tree.isBlockText()) {
            const std::size_t start = std::min(m_text.find('\n', tree.own.from), m_text.size() - 1) + 1;
            const std::size_t content = std::min(m_text.find_first_not_of(" \r\n", start), m_text.size());
            const std::size_t line = m_text.rfind('\n', content == 0 ? 0 : content - 1);
            node.indent = static_cast<int>(content - (line == std::string_view::npos ? 0 : line + 1));
            node.textMark = m_marks.at(start);
            node.textMark.column += node.indent;
        } else if (!node.plain) {
            node.textMark = m_marks.at(tree.own.from + 1);
        }
    }

    std::string_view m_text;
    Marks m_marks;
    bool m_isRefused = false;
};

} // namespace

std::optional<flow::YamlNode> plainRoot(const TreeNode &tree, std::string_view text)
{
    PlainRoot root(text);
    flow::YamlNode node = root.node(tree);
    return root.isRefused() ? std::nullopt : std::optional(std::move(node));
}

} // namespace batuta::edit
