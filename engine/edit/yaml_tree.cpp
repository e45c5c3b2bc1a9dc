// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/yaml_tree.h"

#include <algorithm>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;
using Style = TreeNode::Style;

bool isEqualScalar(const TreeNode &a, const TreeNode &b)
{
    const bool isPlain = a.style == Style::Plain;
    if (a.text == b.text && isPlain == (b.style == Style::Plain))
        return true;
    return scalarValue(a) == scalarValue(b);
}

} // namespace

std::size_t TreeNode::position(std::string_view key) const
{
    if (isSequence()) {
        std::size_t index = 0;
        for (const char c : key)
            index = c >= '0' && c <= '9' && index < children.size()
                        ? index * 10 + static_cast<std::size_t>(c - '0')
                        : children.size();
        return key.empty() ? children.size() : std::min(index, children.size());
    }
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&](const TreeChild &child) { return child.key == key; });
    return static_cast<std::size_t>(found - children.begin());
}

const TreeNode *TreeNode::child(std::string_view key) const
{
    const std::size_t at = position(key);
    return at < children.size() ? &children[at].value : nullptr;
}

json::Value scalarValue(const TreeNode &node)
{
    if (node.kind != Kind::Scalar)
        return nullptr;
    flow::YamlNode scalar;
    scalar.kind = flow::YamlNode::Kind::Scalar;
    scalar.plain = node.style == Style::Plain && node.tag.empty();
    scalar.text = node.text;
    return flow::toJson(scalar);
}

json::Value valueOf(const TreeNode &node)
{
    if (node.kind == Kind::Alias)
        return node.target == nullptr ? json::Value() : valueOf(*node.target);
    if (node.isMapping()) {
        json::Object members;
        members.reserve(node.children.size());
        for (const TreeChild &child : node.children)
            members.append(child.key, valueOf(child.value));
        return members;
    }
    if (!node.isSequence())
        return scalarValue(node);
    json::Array items;
    for (const TreeChild &child : node.children)
        items.push_back(valueOf(child.value));
    return items;
}

bool saysTheSame(const TreeNode &a, const TreeNode &b)
{
    const auto isScalar = [](const TreeNode &n) { return n.kind == Kind::Scalar || n.kind == Kind::Null; };
    if (a.anchor != b.anchor || a.tag != b.tag || a.children.size() != b.children.size())
        return false;
    if (isScalar(a) && isScalar(b))
        return isEqualScalar(a, b);
    return a.kind == b.kind && a.text == b.text &&
           std::equal(a.children.begin(), a.children.end(), b.children.begin(),
                      [](const TreeChild &x, const TreeChild &y) {
                          return x.key == y.key && saysTheSame(x.value, y.value);
                      });
}

bool saysTheSame(const TreeNode &tree, const flow::YamlNode &node)
{
    switch (tree.kind) {
    case Kind::Alias:
        return tree.target != nullptr && saysTheSame(*tree.target, node);
    case Kind::Null:
        return flow::toJson(node).isNull();
    case Kind::Scalar:
        return node.isScalar() ? node.text == tree.text : node.isNull() && scalarValue(tree).isNull();
    case Kind::Sequence:
        return node.isSequence() &&
               std::equal(
                   tree.children.begin(), tree.children.end(), node.items.begin(), node.items.end(),
                   [](const TreeChild &child, const auto &item) { return saysTheSame(child.value, item); });
    case Kind::Mapping:
        break;
    }
    return node.isMapping() &&
           std::equal(tree.children.begin(), tree.children.end(), node.members.begin(), node.members.end(),
                      [](const TreeChild &child, const flow::YamlNode::Member &member) {
                          return (child.key == member.key || child.key.substr(0, 1) == "*") &&
                                 saysTheSame(child.value, member.value);
                      });
}

} // namespace batuta::edit
