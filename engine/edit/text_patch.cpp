// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/text_patch.h"

#include <algorithm>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;

/// `key:`, `key: ~`, `key: null`
bool isNothing(const TreeNode &node)
{
    return node.kind == Kind::Null || (node.kind == Kind::Scalar && scalarValue(node).isNull());
}

bool isAnySharedIn(const TreeNode &node)
{
    return node.isShared || std::any_of(node.children.begin(), node.children.end(),
                                        [](const TreeChild &child) { return isAnySharedIn(child.value); });
}

/// In ascending order; deletions that overlap become one, an edit that changes nothing goes.
TextEdits ordered(TextEdits edits, std::string_view text)
{
    std::stable_sort(edits.begin(), edits.end(), [](const TextEdit &a, const TextEdit &b) {
        return a.range.from != b.range.from ? a.range.from < b.range.from : a.range.to < b.range.to;
    });
    TextEdits out;
    for (TextEdit &edit : edits) {
        if (!out.empty() && edit.range.from <= out.back().range.to) {
            TextEdit &last = out.back();
            const bool isBothGone = edit.text.empty() && last.text.empty();
            if (edit.range.from == last.range.to || isBothGone) {
                last.range.to = std::max(last.range.to, edit.range.to);
                last.text += edit.text;
                continue;
            }
        }
        out.push_back(std::move(edit));
    }
    TextEdits smallest;
    for (const TextEdit &edit : out)
        for (TextEdit part : difference(text.substr(edit.range.from, edit.range.size()), edit.text)) {
            part.range.from += edit.range.from;
            part.range.to += edit.range.from;
            smallest.push_back(std::move(part));
        }
    return smallest;
}

bool isOverlapping(const TextEdits &edits)
{
    for (std::size_t i = 1; i < edits.size(); ++i)
        if (edits[i].range.from < edits[i - 1].range.to)
            return true;
    return false;
}

} // namespace

TextPatch::TextPatch(const FlowContent &content)
    : m_content(content)
    , m_ways(waysOf(content.tree, content.lines))
    , m_wanted(content.tree)
{
}

Result<Slot> TextPatch::slot(const FieldPath &path) const
{
    const Found found = m_content.find(path);
    if (found.depth < path.size())
        return m_content.problem(ErrorCode::FlowMissingKey, pathText(path), "", found.node().own.from);
    for (std::size_t i = 0; i + 1 < found.nodes.size(); ++i)
        if (Status status =
                refuseShared(*found.nodes[i], {path.begin(), path.begin() + static_cast<long>(i)});
            !status)
            return status.error();
    if (found.isThroughAlias)
        return shared(found.node(), path,
                      "stands in a value that is written elsewhere and taken over with `*`");
    Slot slot;
    slot.value = found.nodes.back();
    if (!path.empty()) {
        slot.parent = found.nodes[path.size() - 1];
        slot.index = found.positions.back();
        if (slot.child().isExplicit)
            return m_content.problem(ErrorCode::FlowNotSupported, pathText(path),
                                     "a key that is written with `?`", slot.child().entry.from);
    }
    return slot;
}

Error TextPatch::shared(const TreeNode &node, const FieldPath &path, const std::string &detail) const
{
    Error error = m_content.problem(ErrorCode::FlowContradiction, pathText(path), detail, node.own.from);
    error.mend = "Change it in the text, or write the value out in each place that takes it over with `*`.";
    return error;
}

Status TextPatch::refuseShared(const TreeNode &node, const FieldPath &path) const
{
    if (!node.isShared)
        return {};
    return shared(node, path, "is used in other places too, as `*" + node.anchor + "`");
}

Status TextPatch::refuseSharedIn(const TreeNode &node, const FieldPath &path) const
{
    if (!isAnySharedIn(node))
        return {};
    return shared(node, path, "is used in other places too, with `*`");
}

TreeNode *TextPatch::wantedAt(const FieldPath &path)
{
    TreeNode *node = &m_wanted;
    for (const std::string &part : path) {
        const std::size_t position = node->position(part);
        if (position >= node->children.size())
            return nullptr;
        node = &node->children[position].value;
    }
    return node;
}

Status TextPatch::set(const FieldPath &path, const Piece &piece)
{
    const Result<Slot> place = slot(path);
    if (!place)
        return place.error();
    if (Status status = refuseSharedIn(*place->value, path); !status)
        return status;
    TreeNode *wanted = wantedAt(path);
    const std::string anchor = wanted->tag.empty() && piece.node.anchor.empty() ? wanted->anchor : "";
    *wanted = piece.node;
    if (!anchor.empty())
        wanted->anchor = anchor;
    setValue(*place, piece, place->parent != nullptr && place->parent->isFlow());
    return {};
}

Status TextPatch::insert(const FieldPath &collection, std::size_t position, const std::string &key,
                         const Piece &piece)
{
    TreeChild child;
    child.key = key;
    child.value = piece.node;
    return insertMembers(collection, position, asCollection(m_content.find(collection).node(), child, piece));
}

Status TextPatch::insertMembers(const FieldPath &collection, std::size_t position, const Piece &members)
{
    const Result<Slot> place = slot(collection);
    if (!place)
        return place.error();
    if (Status status = refuseShared(*place->value, collection); !status)
        return status;
    TreeNode *wanted = wantedAt(collection);
    const bool isCollection = wanted->isMapping() || wanted->isSequence();
    if (isCollection ? wanted->kind != members.node.kind : !isNothing(*wanted))
        return m_content.problem(ErrorCode::FlowWrongType, pathText(collection), "it takes no members",
                                 place->value->own.from);
    if (!isCollection) {
        wanted->kind = members.node.kind;
        wanted->text.clear();
    }
    // Other members may have come or gone: the one before it in the file shows where.
    std::size_t at = position;
    if (position > 0 && wanted->isMapping())
        at = wanted->position(place->value->children[position - 1].key) + 1;
    at = std::min(at, wanted->children.size());
    insertChildren(*place, position, members);
    wanted->children.insert(wanted->children.begin() + static_cast<long>(at), members.node.children.begin(),
                            members.node.children.end());
    return {};
}

Status TextPatch::remove(const FieldPath &path)
{
    const Result<Slot> place = slot(path);
    if (!place)
        return place.error();
    return removeChildren({path.begin(), path.end() - 1}, {place->index});
}

Status TextPatch::removeChildren(const FieldPath &collection, const std::vector<std::size_t> &positions)
{
    const Result<Slot> place = slot(collection);
    if (!place)
        return place.error();
    if (Status status = refuseShared(*place->value, collection); !status)
        return status;
    TreeNode *wanted = wantedAt(collection);
    for (auto at = positions.rbegin(); at != positions.rend(); ++at) {
        const TreeChild &child = place->value->children[*at];
        if (Status status = refuseSharedIn(child.value, collection); !status)
            return status;
        const std::size_t position = wanted->isMapping() ? wanted->position(child.key) : *at;
        wanted->children.erase(wanted->children.begin() + static_cast<long>(position));
    }
    removeRuns(*place, positions);
    return {};
}

Status TextPatch::renameKey(const FieldPath &path, const std::string &key)
{
    const Result<Slot> place = slot(path);
    if (!place)
        return place.error();
    TreeNode *wanted = wantedAt({path.begin(), path.end() - 1});
    wanted->children[wanted->position(path.back())].key = key;
    const TreeChild &child = place->child();
    const std::string quote = m_content.text.substr(child.keyRange.from, 1);
    const bool isQuoted = quote == "\"" || quote == "'";
    const std::string text = keyText(key);
    replace(child.keyRange, isQuoted && text == key ? quote + key + quote : text);
    return {};
}

void TextPatch::replace(Range range, std::string text)
{
    m_edits.push_back({range, toFileBreaks(text)});
}

std::string TextPatch::toFileBreaks(const std::string &text) const
{
    if (m_content.lines.lineBreak() == "\n")
        return text;
    std::string out;
    for (const char c : text)
        out += c == '\n' ? std::string(m_content.lines.lineBreak()) : std::string(1, c);
    return out;
}

Result<TextEdits> TextPatch::finish()
{
    TextEdits edits = ordered(std::move(m_edits), m_content.text);
    const std::size_t at = edits.empty() ? 0 : edits.front().range.from;
    if (isOverlapping(edits))
        return m_content.problem(ErrorCode::Internal, m_content.file, "the change cannot be written here",
                                 at);
    std::optional<flow::YamlNode> root;
    const Result<TreeNode> after = readAgreed(applied(m_content.text, edits), m_content.file, root);
    if (!after)
        return m_content.problem(
            ErrorCode::Internal, m_content.file,
            "the change would leave text that cannot be read (" + after.error().detail + ")", at);
    if (!saysTheSame(*after, m_wanted))
        return m_content.problem(ErrorCode::Internal, m_content.file,
                                 "the change would say something else than was wanted", at);
    return edits;
}

BlockWays waysOf(const TreeNode &root, const TextLines &lines)
{
    BlockWays ways;
    bool hasIndent = false;
    bool hasList = false;
    std::vector<const TreeNode *> open{&root};
    while (!open.empty() && !(hasIndent && hasList)) {
        const TreeNode &node = *open.back();
        open.pop_back();
        for (auto child = node.children.rbegin(); child != node.children.rend(); ++child)
            open.push_back(&child->value);
        if (!node.isBlock() || !node.isMapping())
            continue;
        for (const TreeChild &child : node.children) {
            if (!child.value.isBlock())
                continue;
            const std::size_t outer = lines.column(child.entry.from);
            const std::size_t inner = lines.column(child.value.own.from);
            if (child.value.isSequence() && !hasList) {
                ways.isListIndented = inner > outer;
                hasList = true;
            } else if (child.value.isMapping() && !hasIndent && inner > outer) {
                ways.indent = inner - outer;
                hasIndent = true;
            }
        }
    }
    return ways;
}

} // namespace batuta::edit
