// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/text_patch.h"

#include <algorithm>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;

/// `key: value` or the value alone, as a flow collection has it.
std::string flowChild(const TreeNode &collection, const TreeChild &child)
{
    if (!collection.isMapping())
        return flowText(child.value);
    TreeNode pair;
    pair.kind = Kind::Mapping;
    pair.style = TreeNode::Style::Flow;
    pair.children.push_back(child);
    const std::string text = flowText(pair);
    return text.substr(1, text.size() - 2);
}

/// What its last line belongs to.
const TreeNode &lastIn(const TreeNode &node)
{
    const TreeNode *last = &node;
    while (last->isBlock() && !last->children.empty())
        last = &last->children.back().value;
    return *last;
}

} // namespace

Piece TextPatch::asCollection(const TreeNode &like, const TreeChild &child, const Piece &piece) const
{
    const bool isItem = like.isSequence() && child.key.empty();
    Piece whole;
    whole.node.kind = isItem ? Kind::Sequence : Kind::Mapping;
    whole.node.style = TreeNode::Style::Block;
    whole.node.children.push_back(child);
    whole.text = isItem ? itemText(piece, m_ways) : memberText(keyText(child.key), piece, m_ways);
    return whole;
}

void TextPatch::insertChildren(const Slot &slot, std::size_t position, const Piece &children)
{
    const TreeNode &collection = *slot.value;
    if (collection.children.empty()) {
        // `{}`, `[]` or nothing: what is new takes its place.
        setValue(slot, children, slot.parent != nullptr && slot.parent->isFlow());
        return;
    }
    if (!collection.isFlow()) {
        insertInBlock(collection, position, children.text);
        return;
    }
    std::string text;
    for (const TreeChild &child : children.node.children)
        text += (text.empty() ? "" : ", ") + flowChild(collection, child);
    insertInFlow(collection, position, text);
}

/// Whether the last thing in a node is a block text that keeps the blank lines behind it (`|+`).
bool TextPatch::isKeepingBlanks(const TreeNode &node) const
{
    const TreeNode &last = lastIn(node);
    const std::string_view header = std::string_view(m_content.text).substr(last.own.from, 3);
    return last.isBlockText() && header.find('+') != std::string_view::npos;
}

/// Whether blank lines separate the children around a place for a new one.
bool TextPatch::isSeparated(const TreeNode &collection, std::size_t position) const
{
    const TextLines &lines = m_content.lines;
    const std::size_t count = collection.children.size();
    const auto isGap = [&](std::size_t behind) {
        const std::size_t from = lines.member(collection, behind).from;
        return from > 0 && from == lines.start(from) && lines.isBlank(lines.start(from - 1));
    };
    if (count < 2)
        return false;
    if (position == 0)
        return isGap(1);
    const bool isGapBehind = position == count || isGap(position);
    return isGapBehind && (position == 1 || isGap(position - 1));
}

void TextPatch::insertInBlock(const TreeNode &collection, std::size_t position, const std::string &text)
{
    const TextLines &lines = m_content.lines;
    const std::size_t column = lines.column(collection.children.front().entry.from);
    const bool isKept = position > 0 && isKeepingBlanks(collection.children[position - 1].value);
    const std::string gap = isSeparated(collection, position) && !isKept ? "\n" : "";
    const std::string shifted = indented(text, column, true);
    if (position == 0) {
        const std::size_t first = collection.children.front().entry.from;
        if (lines.isFirst(first)) {
            const std::size_t at = lines.member(collection, 0).from;
            replace({at, at}, shifted + "\n" + gap);
        } else {
            replace({first, first}, shifted.substr(column) + "\n" + gap + std::string(column, ' '));
        }
        return;
    }
    const std::size_t at = lines.member(collection, position - 1).to;
    const bool isOpen = at == m_content.text.size() && at > 0 && m_content.text[at - 1] != '\n';
    if (isOpen)
        insertAtOpenEnd("\n" + gap + shifted);
    else
        replace({at, at}, gap + shifted + "\n");
}

/// Behind the last line, which has no break. A block text there would gain one by the next line: its
/// indicator then says that it does not.
void TextPatch::insertAtOpenEnd(const std::string &text)
{
    const TreeNode &last = lastIn(m_content.tree);
    const std::size_t end = m_content.text.size();
    const std::string_view header = std::string_view(m_content.text).substr(last.own.from, 3);
    const bool hasBreak = last.text.ends_with('\n'); // comments follow it
    if (last.isBlockText() && !hasBreak && header.find_first_of("-+") == std::string_view::npos)
        replace({last.own.from + 1, last.own.from + 1}, "-");
    replace({end, end}, text);
}

void TextPatch::insertInFlow(const TreeNode &collection, std::size_t position, const std::string &text)
{
    if (position == 0) {
        const std::size_t at = collection.children.front().entry.from;
        replace({at, at}, text + ", ");
        return;
    }
    const std::size_t at = collection.children[position - 1].entry.to;
    replace({at, at}, ", " + text);
}

void TextPatch::removeRuns(const Slot &slot, std::vector<std::size_t> positions)
{
    const TreeNode &collection = *slot.value;
    if (positions.empty())
        return;
    std::sort(positions.begin(), positions.end());
    if (positions.size() == collection.children.size()) {
        leaveEmpty(slot);
        return;
    }
    if (!collection.isFlow()) {
        for (std::size_t i = 0; i < positions.size(); ++i)
            removeFromBlock(collection, positions[i], positions[i] == i);
        return;
    }
    for (std::size_t i = 0; i < positions.size();) {
        std::size_t last = i;
        while (last + 1 < positions.size() && positions[last + 1] == positions[last] + 1)
            ++last;
        removeFromFlow(collection, positions[i], positions[last]);
        i = last + 1;
    }
}

void TextPatch::leaveEmpty(const Slot &slot)
{
    Piece empty;
    empty.node.kind = slot.value->kind;
    empty.node.style = TreeNode::Style::Flow;
    empty.text = slot.value->isMapping() ? "{}" : "[]";
    empty.node.own = {0, 2};
    setValue(slot, empty, slot.parent != nullptr && slot.parent->isFlow());
}

/// `isLeading`: all children before it go as well.
void TextPatch::removeFromBlock(const TreeNode &collection, std::size_t index, bool isLeading)
{
    const TextLines &lines = m_content.lines;
    if (!lines.isFirst(collection.children[index].entry.from)) {
        removeFirstOnLine(collection, index);
        return;
    }
    Range range = lines.member(collection, index);
    const TreeNode *above = index > 0 ? &lastIn(collection.children[index - 1].value) : nullptr;
    const bool isKept = above != nullptr && isKeepingBlanks(*above);
    const bool isLast = index + 1 == collection.children.size();
    const bool isBlankAbove = range.from > 0 && lines.isBlank(lines.start(range.from - 1));
    const bool isBlankBelow = lines.isBlank(range.to);
    if (isLeading && index + 1 < collection.children.size() && isBlankBelow && (index > 0 || !isBlankAbove))
        range.to = lines.next(range.to);
    else if (isBlankAbove && !isKept && (isBlankBelow || isLast))
        range.from = lines.start(range.from - 1);
    if (isKept)
        while (lines.isBlank(range.to))
            range.to = lines.next(range.to);
    const bool isOpen = range.to == m_content.text.size() && m_content.text.back() != '\n';
    // The last line had no break: the line before it has none then, unless a text ends with it.
    if (isOpen && range.from > 0 &&
        (above == nullptr || !above->isBlockText() || !above->text.ends_with('\n')))
        range.from = lines.end(lines.start(range.from - 1));
    replace(range, "");
}

/// `- a: 1` loses `a`: the next member takes its place beside the dash, unless a comment is in between.
void TextPatch::removeFirstOnLine(const TreeNode &collection, std::size_t index)
{
    const Range entry = collection.children[index].entry;
    if (index + 1 < collection.children.size()) {
        const std::size_t next = collection.children[index + 1].entry.from;
        if (std::string_view(m_content.text).substr(entry.to, next - entry.to).find('#') ==
            std::string_view::npos) {
            replace({entry.from, next}, "");
            return;
        }
    }
    replace({entry.from, commentBehind(entry.to)}, "");
}

void TextPatch::removeFromFlow(const TreeNode &collection, std::size_t first, std::size_t last)
{
    const TextLines &lines = m_content.lines;
    const std::string_view text = m_content.text;
    const auto &children = collection.children;
    const Range run{children[first].entry.from, children[last].entry.to};
    const std::size_t comma = text.find_first_not_of(" \t", run.to);
    const std::size_t behind = comma < text.size() && text[comma] == ',' ? comma + 1 : run.to;
    const std::size_t after = std::min(text.find_first_not_of(" \t", behind), text.size());
    const bool isRestFree =
        after == text.size() || text[after] == '#' || text[after] == '\r' || text[after] == '\n';
    const auto isOneLine = [&](std::size_t from, std::size_t to) {
        return text.substr(from, to - from).find('\n') == std::string_view::npos;
    };
    if (lines.isFirst(run.from) && isRestFree) {
        replace({lines.start(run.from), lines.next(behind)}, "");
        return;
    }
    if (first > 0 && isOneLine(children[first - 1].entry.to, run.from))
        replace({children[first - 1].entry.to, run.to}, "");
    else if (last + 1 < children.size() && isOneLine(run.to, children[last + 1].entry.from))
        replace({run.from, children[last + 1].entry.from}, "");
    else
        replace({run.from, behind}, "");
}

} // namespace batuta::edit
