// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/flow_content.h"
#include "engine/edit/yaml_writer.h"

#include <string>
#include <vector>

namespace batuta::edit {

/// Where a value stands in the tree: a child of `parent`, or the root (no parent).
struct Slot
{
    const TreeNode *parent = nullptr;
    std::size_t index = 0;
    const TreeNode *value = nullptr;

    const TreeChild &child() const { return parent->children[index]; }
    Slot inner(std::size_t position) const { return {value, position, &value->children[position].value}; }
};

/// Edits of one flow file in the making, and beside them what the file is to say afterwards. finish() reads
/// the edited text and refuses when it says anything else, so that no mistake in an edit can damage a file.
/// Lives on the stack of one command.
class TextPatch
{
public:
    explicit TextPatch(const FlowContent &content);

    // Each is refused when the place is unknown, or what is written there is also used elsewhere.
    Status set(const FieldPath &path, const Piece &piece);
    /// With as few edits as the difference of the two needs.
    Status merge(const FieldPath &path, const TreeNode &value);
    /// A new member at this position of the mapping; items of a list have no key.
    Status insert(const FieldPath &collection, std::size_t position, const std::string &key,
                  const Piece &piece);
    /// The members of a block mapping, as its text writes them.
    Status insertMembers(const FieldPath &collection, std::size_t position, const Piece &members);
    Status remove(const FieldPath &path);
    Status removeChildren(const FieldPath &collection, const std::vector<std::size_t> &positions);
    Status renameKey(const FieldPath &path, const std::string &key);
    /// What has been looked at already: an edit, and what it makes of the value at the path.
    void replace(Range range, std::string text);
    TreeNode &wanted() { return m_wanted; }

    Result<TextEdits> finish();

private:
    Result<Slot> slot(const FieldPath &path) const;
    Error shared(const TreeNode &node, const FieldPath &path, const std::string &detail) const;
    Status refuseShared(const TreeNode &node, const FieldPath &path) const;
    Status refuseSharedIn(const TreeNode &node, const FieldPath &path) const;
    TreeNode *wantedAt(const FieldPath &path);

    // text_patch_nodes.cpp: the edits alone
    void setValue(const Slot &slot, const Piece &piece, bool isInFlow);
    void setInBlock(const Slot &slot, const Piece &piece);
    void setInFlow(const Slot &slot, const Piece &piece);
    bool setBelowKey(const Slot &slot, const Piece &piece);
    std::size_t commentBehind(std::size_t at) const; ///< its `#`, or `at` when none follows
    std::pair<std::string, std::string> besideAndBelow(const Slot &slot, const Piece &piece,
                                                       bool isCommented) const;
    void mergeValue(const Slot &slot, const TreeNode &value, bool isInFlow);
    bool mergeMapping(const Slot &slot, const TreeNode &value, bool isInFlow);
    bool mergeList(const Slot &slot, const TreeNode &value, bool isInFlow);
    // text_patch_children.cpp
    Piece asCollection(const TreeNode &like, const TreeChild &child, const Piece &piece) const;
    void insertChildren(const Slot &collection, std::size_t position, const Piece &children);
    void insertInBlock(const TreeNode &collection, std::size_t position, const std::string &text);
    void insertInFlow(const TreeNode &collection, std::size_t position, const std::string &text);
    void removeFromBlock(const TreeNode &collection, std::size_t index, bool isLeading);
    void insertAtOpenEnd(const std::string &text);
    void removeFirstOnLine(const TreeNode &collection, std::size_t index);
    void removeFromFlow(const TreeNode &collection, std::size_t first, std::size_t last);
    void removeRuns(const Slot &collection, std::vector<std::size_t> positions);
    void leaveEmpty(const Slot &collection);
    bool isKeepingBlanks(const TreeNode &node) const;
    bool isSeparated(const TreeNode &collection, std::size_t position) const;
    std::string toFileBreaks(const std::string &text) const;

    const FlowContent &m_content;
    BlockWays m_ways;
    TextEdits m_edits;
    TreeNode m_wanted;
};

/// Where a new key stands among the members of the mapping at `path`: as the format orders a flow's keys, and
/// those of a step before its kind; others at the end.
std::size_t placeOfKey(const TreeNode &mapping, const FieldPath &path, const std::string &key);
/// How the blocks of a tree are written.
BlockWays waysOf(const TreeNode &root, const TextLines &lines);

} // namespace batuta::edit
