// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/yaml_tree.h"
#include "engine/json/value.h"

#include <string>
#include <string_view>

namespace batuta::edit {

/// How a file writes its blocks.
struct BlockWays
{
    std::size_t indent = 2;
    bool isListIndented = true; ///< the items of a list under a key
};

/// YAML that is to be put somewhere: its text at indent 0, with `\n` breaks and none at the end, and what it
/// says.
struct Piece
{
    std::string text;
    TreeNode node;

    /// It cannot stand beside its key: a block, or something with comments above it.
    bool isLines() const;
    bool isBlockText() const; ///< `|` or `>` and lines below it
};

/// YAML as a person typed it.
Result<Piece> readPiece(std::string_view yaml);
/// What a JSON value is in YAML. Texts with an expression are quoted, as flows write them.
TreeNode nodeOf(const json::Value &value);
/// Writes the node as a block, or in the style of what was there (`like` may be null).
Piece writtenPiece(const TreeNode &node, const TreeNode *like, const BlockWays &ways);
/// On one line, for flow collections.
std::string flowText(const TreeNode &node);
std::string keyText(std::string_view key);

/// `key: …` and `- …` at indent 0. `key` as it is to be written.
std::string memberText(const std::string &key, const Piece &piece, const BlockWays &ways);
std::string itemText(const Piece &piece, const BlockWays &ways);
/// Every line but the first (or that one too) moved to the right; empty lines stay empty.
std::string indented(std::string_view text, std::size_t blanks, bool isFirstToo);

} // namespace batuta::edit
