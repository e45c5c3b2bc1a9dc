// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/text_patch.h"

#include <algorithm>
#include <utility>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;

/// Whether both mean the same value, whatever anchors, tags and aliases `before` uses for it.
bool meansTheSame(const TreeNode &before, const TreeNode &after)
{
    if (before.kind == Kind::Alias)
        return before.target != nullptr && meansTheSame(*before.target, after);
    const bool isCollection = before.isMapping() || before.isSequence();
    if (!isCollection)
        return !after.isMapping() && !after.isSequence() && scalarValue(before) == scalarValue(after);
    return before.kind == after.kind &&
           std::equal(before.children.begin(), before.children.end(), after.children.begin(),
                      after.children.end(), [](const TreeChild &a, const TreeChild &b) {
                          return a.key == b.key && meansTheSame(a.value, b.value);
                      });
}

void keepEqualItems(const TreeNode &before, TreeNode &after)
{
    const std::size_t most = std::min(before.children.size(), after.children.size());
    std::size_t head = 0;
    for (; head < most && meansTheSame(before.children[head].value, after.children[head].value); ++head)
        after.children[head].value = before.children[head].value;
    for (std::size_t i = 1; i <= most - head; ++i) {
        const TreeNode &old = before.children[before.children.size() - i].value;
        TreeNode &item = after.children[after.children.size() - i].value;
        if (!meansTheSame(old, item))
            break;
        item = old;
    }
}

/// What will be there: what means the same stays as it is written, members that were there keep their order,
/// and an anchor stays with its place.
TreeNode reconciled(const TreeNode &before, const TreeNode &after)
{
    if (meansTheSame(before, after))
        return before;
    TreeNode out = after;
    if (before.tag.empty())
        out.anchor = before.anchor;
    if (before.isSequence() && after.isSequence())
        keepEqualItems(before, out);
    if (!before.isMapping() || !after.isMapping())
        return out;
    out.children.clear();
    for (const TreeChild &child : before.children)
        if (const std::size_t at = after.position(child.key); at < after.children.size()) {
            out.children.push_back(after.children[at]);
            out.children.back().value = reconciled(child.value, after.children[at].value);
        }
    for (const TreeChild &child : after.children)
        if (before.position(child.key) == before.children.size())
            out.children.push_back(child);
    return out;
}

/// The first line of a text, and the rest with the break before it.
std::pair<std::string, std::string> cut(const std::string &text)
{
    const std::size_t at = std::min(text.find('\n'), text.size());
    return {text.substr(0, at), text.substr(at)};
}

/// Behind the anchor of the value, or behind its `:` or `-`. A tag goes with the value it was for.
std::size_t beginOfValue(std::string_view text, const Slot &slot)
{
    const TreeNode &value = *slot.value;
    const bool isAnchorKept = !value.anchor.empty() && value.tag.empty();
    return isAnchorKept
               ? value.whole.from + std::min(text.substr(value.whole.from).find_first_of(" \t\r\n,]}"),
                                             text.size() - value.whole.from)
               : slot.child().after;
}

} // namespace

void TextPatch::mergeValue(const Slot &slot, const TreeNode &value, bool isInFlow)
{
    const TreeNode &before = *slot.value;
    if (saysTheSame(before, value))
        return;
    if (before.tag.empty() && before.isMapping() && value.isMapping() && mergeMapping(slot, value, isInFlow))
        return;
    if (before.tag.empty() && before.isSequence() && value.isSequence() && mergeList(slot, value, isInFlow))
        return;
    TreeNode bare = value;
    bare.anchor.clear(); // it stays where it is
    setValue(slot, writtenPiece(bare, &before, m_ways), isInFlow);
}

bool TextPatch::mergeMapping(const Slot &slot, const TreeNode &value, bool isInFlow)
{
    const TreeNode &before = *slot.value;
    std::vector<std::size_t> gone;
    std::size_t behind = 0;
    for (std::size_t i = 0; i < before.children.size(); ++i) {
        if (value.position(before.children[i].key) == value.children.size())
            gone.push_back(i);
        else
            behind = i + 1;
        if (before.children[i].isExplicit)
            return false;
    }
    if (gone.size() == before.children.size())
        return false;
    for (std::size_t i = 0; i < before.children.size(); ++i)
        if (const TreeNode *next = value.child(before.children[i].key))
            mergeValue(slot.inner(i), *next, isInFlow || before.isFlow());
    for (const TreeChild &child : value.children)
        if (before.position(child.key) == before.children.size())
            insertChildren(slot, behind,
                           asCollection(before, child, writtenPiece(child.value, nullptr, m_ways)));
    removeRuns(slot, gone);
    return true;
}

bool TextPatch::mergeList(const Slot &slot, const TreeNode &value, bool isInFlow)
{
    const auto &before = slot.value->children;
    const auto &after = value.children;
    const std::size_t most = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < most && saysTheSame(before[head].value, after[head].value))
        ++head;
    std::size_t tail = 0;
    while (tail < most - head &&
           saysTheSame(before[before.size() - tail - 1].value, after[after.size() - tail - 1].value))
        ++tail;
    const std::size_t pairs = most - head - tail;
    if (head + tail + pairs == 0)
        return false;
    for (std::size_t i = head; i < head + pairs; ++i)
        mergeValue(slot.inner(i), after[i].value, isInFlow || slot.value->isFlow());
    for (std::size_t i = head + pairs; i + tail < after.size(); ++i)
        insertChildren(slot, head + pairs,
                       asCollection(value, after[i], writtenPiece(after[i].value, nullptr, m_ways)));
    std::vector<std::size_t> gone;
    for (std::size_t i = head + pairs; i + tail < before.size(); ++i)
        gone.push_back(i);
    removeRuns(slot, gone);
    return true;
}

void TextPatch::setValue(const Slot &slot, const Piece &piece, bool isInFlow)
{
    if (slot.parent == nullptr) {
        const std::size_t column = m_content.lines.column(slot.value->own.from);
        replace(slot.value->own, indented(piece.text, column, false));
        return;
    }
    if (isInFlow)
        setInFlow(slot, piece);
    else if (!setBelowKey(slot, piece))
        setInBlock(slot, piece);
}

void TextPatch::setInFlow(const Slot &slot, const Piece &piece)
{
    const bool isOneLine = piece.text.find('\n') == std::string::npos && piece.node.own.from == 0 &&
                           piece.node.own.to == piece.text.size();
    const bool isFlow = isOneLine && (piece.node.isFlow() || piece.node.style == TreeNode::Style::Double ||
                                      piece.node.style == TreeNode::Style::Single);
    const std::string text = isFlow ? piece.text : flowText(piece.node);
    const TreeNode &value = *slot.value;
    if (value.kind == Kind::Null) {
        const std::size_t at = slot.child().after != 0 ? slot.child().after : slot.child().entry.to;
        replace({at, at}, (slot.parent->isMapping() && slot.child().after == 0 ? ": " : " ") + text);
        return;
    }
    replace(value.tag.empty() ? value.own : value.whole, text);
}

std::size_t TextPatch::commentBehind(std::size_t at) const
{
    const std::size_t hash = m_content.text.find_first_not_of(" \t", at);
    return hash != std::string::npos && m_content.text[hash] == '#' ? hash : at;
}

/// A value that begins on a line of its own below its key, as in `key: # why⏎  text`, is changed where it
/// stands.
bool TextPatch::setBelowKey(const Slot &slot, const Piece &piece)
{
    const TreeNode &value = *slot.value;
    const TextLines &lines = m_content.lines;
    const bool isBelow = value.kind != Kind::Null && lines.start(value.own.from) > slot.child().after;
    const std::size_t column = lines.column(value.own.from);
    if (!isBelow || value.isBlock() || value.isBlockText() || !value.tag.empty() || piece.text.empty())
        return false;
    if (column <= lines.column(slot.child().entry.from))
        return false;
    if (commentBehind(value.own.to) == value.own.to || !(piece.isLines() || piece.isBlockText())) {
        replace(value.own, indented(piece.text, column, false));
        return true;
    }
    const auto [first, others] =
        piece.isLines() ? std::pair(std::string(), "\n" + piece.text) : cut(piece.text);
    replace(value.own, first);
    replace({lines.end(value.own.to), lines.end(value.own.to)}, indented(others, column, false));
    return true;
}

/// What stands beside the key (or the dash), and the lines below it.
std::pair<std::string, std::string> TextPatch::besideAndBelow(const Slot &slot, const Piece &piece,
                                                              bool isCommented) const
{
    const std::size_t column = m_content.lines.column(slot.child().entry.from);
    const bool isMember = slot.parent->isMapping();
    std::string text = isMember ? memberText("k", piece, m_ways) : itemText(piece, m_ways);
    if (!isMember && piece.isLines() && isCommented)
        text = "-\n" + indented(piece.text, m_ways.indent, true);
    auto [head, rest] = cut(text.substr(isMember ? 2 : 1));
    // Only a block may have a comment between its first line and the others.
    const bool isDivided = head.empty() || piece.isBlockText();
    if (!isDivided)
        head += indented(std::exchange(rest, ""), column, false);
    return {head, indented(rest, column, false)};
}

/// What stands beside the key and what stands below it are changed apart, so that a comment between the two
/// stays.
void TextPatch::setInBlock(const Slot &slot, const Piece &piece)
{
    const TreeNode &value = *slot.value;
    const TextLines &lines = m_content.lines;
    const std::size_t begin = beginOfValue(m_content.text, slot);
    Range beside{begin, begin};
    Range below;
    if (value.isBlockText()) {
        beside.to = std::min(m_content.text.find_first_of(" \t\r\n#", value.own.from), value.own.to);
        below = {std::min(lines.end(beside.to), value.own.to), value.own.to};
    } else if (value.isBlock() && lines.isFirst(value.own.from)) {
        below = {lines.end(begin), std::max(lines.end(begin), lines.end(slot.child().entry.to))};
    } else {
        beside.to = value.kind == Kind::Null ? begin : value.own.to;
        below = {lines.end(beside.to), lines.end(beside.to)};
    }
    const std::size_t comment = commentBehind(beside.to);
    const auto [head, rest] = besideAndBelow(slot, piece, comment != beside.to);
    // A tab before a comment is one only behind a value: `-⇥# why` is no YAML.
    if (head.empty() && !slot.parent->isMapping() && comment != beside.to)
        replace({beside.from, comment}, " ");
    else
        replace(beside, head);
    if (!rest.empty() || below.size() > 0)
        replace(below, rest);
}

Status TextPatch::merge(const FieldPath &path, const TreeNode &value)
{
    const Result<Slot> place = slot(path);
    if (!place)
        return place.error();
    if (Status status = refuseSharedIn(*place->value, path); !status)
        return status;
    TreeNode *wanted = wantedAt(path);
    *wanted = reconciled(*place->value, value);
    mergeValue(*place, *wanted, place->parent != nullptr && place->parent->isFlow());
    return {};
}

} // namespace batuta::edit
