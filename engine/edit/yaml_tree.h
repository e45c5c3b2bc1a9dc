// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/edit/text_edit.h"
#include "engine/flow/yaml_node.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::edit {

struct TreeChild;

/// One node of a YAML text as it is written: with the bytes it takes, and aliases as aliases. A value that
/// owns its children; `target` points into the tree that it was read with.
struct TreeNode
{
    enum class Kind { Null, Scalar, Sequence, Mapping, Alias };
    enum class Style { Plain, Single, Double, Literal, Folded, Block, Flow };

    Kind kind = Kind::Null;
    Style style = Style::Plain;
    std::string text; ///< of a scalar, decoded; the name of an alias
    std::string anchor;
    std::string tag;
    Range whole; ///< with anchor and tag
    Range own;   ///< the value alone; of a block without the line break at its end
    std::vector<TreeChild> children;
    const TreeNode *target = nullptr; ///< of an alias
    bool isShared = false;            ///< some alias stands for it

    bool isMapping() const { return kind == Kind::Mapping; }
    bool isSequence() const { return kind == Kind::Sequence; }
    bool isFlow() const { return style == Style::Flow; }
    /// A mapping or a list over lines of its own.
    bool isBlock() const { return style == Style::Block; }
    bool isBlockText() const { return style == Style::Literal || style == Style::Folded; }
    std::size_t position(std::string_view key) const; ///< children.size() when it is not there
    const TreeNode *child(std::string_view key) const;
};

/// A member of a mapping, or an item of a list (without a key).
struct TreeChild
{
    std::string key;
    Range keyRange;
    Range entry;             ///< from the key, or the `-` of a block, to the end of the value
    std::size_t after = 0;   ///< behind the `:` or the `-`; 0 when there is none
    bool isExplicit = false; ///< the key is written behind a `?`
    TreeNode value;
};

/// The document of a text. Anything that libyaml refuses is an error; aliases without an anchor are one when
/// `isWhole`, a part of a file may have them.
Result<TreeNode> readTree(std::string_view text, const std::string &file, bool isWhole = true);

/// Whether the two say the same: kinds, texts with their types, keys in their order, anchors, tags.
bool saysTheSame(const TreeNode &a, const TreeNode &b);
/// Whether the tree is the node that the flow's reader made of the same text.
bool saysTheSame(const TreeNode &tree, const flow::YamlNode &node);

/// What the flow's reader makes of a text whose tree is plain (see readAgreed()): many times faster than that
/// reader. A value that is not written has its place behind its key. Nothing for what only looks plain.
std::optional<flow::YamlNode> plainRoot(const TreeNode &tree, std::string_view text);

/// The whole as JSON, with aliases expanded; only for trees whose weight is known to be bounded.
json::Value valueOf(const TreeNode &node);
/// A scalar as the core schema types it; null for collections and aliases.
json::Value scalarValue(const TreeNode &node);

} // namespace batuta::edit
