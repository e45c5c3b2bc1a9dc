// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/text_patch.h"
#include "engine/flow/keys.h"

#include <algorithm>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;

/// The value as the last of the parts that are not there yet: {"retry", "on", "0"} of `429` is
/// `retry: {on: [429]}`. A part `0` makes a list.
TreeNode wrapped(const FieldPath &missing, TreeNode value)
{
    for (auto part = missing.rbegin(); part != missing.rend(); ++part) {
        TreeNode outer;
        outer.kind = *part == "0" ? Kind::Sequence : Kind::Mapping;
        outer.style = TreeNode::Style::Block;
        outer.children.emplace_back().value = std::move(value);
        if (outer.isMapping())
            outer.children.back().key = *part;
        value = std::move(outer);
    }
    return value;
}

/// Members whose order the format knows; null for others.
const flow::KeyTable *orderOf(const FieldPath &mapping)
{
    if (mapping.empty())
        return &flow::keys::flow();
    const bool isStep = mapping.size() == 2 && (mapping[0] == "steps" || mapping[0] == "finally");
    return isStep ? &flow::keys::step() : nullptr;
}

std::size_t rankOf(const flow::KeyTable &table, std::string_view key)
{
    const auto found = std::find_if(table.keys.begin(), table.keys.end(),
                                    [&](const flow::Key &known) { return known.name == key; });
    return static_cast<std::size_t>(found - table.keys.begin());
}

Status addMissing(const FlowContent &content, TextPatch &patch, const FieldPath &path, const Piece &piece)
{
    const std::size_t depth = content.find(path).depth;
    const FieldPath collection(path.begin(), path.begin() + static_cast<long>(depth));
    const TreeNode &node = content.find(collection).node();
    const std::string &key = path[depth];
    if (depth + 1 < path.size()) {
        const TreeNode outer = wrapped({path.begin() + static_cast<long>(depth) + 1, path.end()}, piece.node);
        return addMissing(content, patch, {path.begin(), path.begin() + static_cast<long>(depth) + 1},
                          writtenPiece(outer, nullptr, waysOf(content.tree, content.lines)));
    }
    if (node.isSequence() && key == std::to_string(node.children.size()))
        return patch.insert(collection, node.children.size(), "", piece);
    if (node.isMapping() || (depth > 0 && !node.isSequence()))
        return patch.insert(collection, placeOfKey(node, collection, key), key, piece);
    return content.problem(ErrorCode::FlowWrongType, pathText(collection), "a list without an item " + key,
                           node.own.from);
}

bool isMisfit(const Result<TextEdits> &edits)
{
    return !edits && edits.error().code == ErrorCode::Internal;
}

/// What does not fit as it is wanted (a block text above comments that it would swallow) fits on one line.
Result<TextEdits> setOnOneLine(const FlowContent &content, const FieldPath &path, const TreeNode &node)
{
    Piece piece;
    piece.text = flowText(node);
    piece.node = node;
    piece.node.style = node.children.empty() ? TreeNode::Style::Double : TreeNode::Style::Flow;
    if (node.kind == Kind::Scalar && node.style == TreeNode::Style::Plain)
        piece.node.style = node.style;
    piece.node.own = {0, piece.text.size()};
    TextPatch patch(content);
    const bool isThere = content.find(path).depth == path.size();
    const Status status = isThere ? patch.set(path, piece) : addMissing(content, patch, path, piece);
    return status ? patch.finish() : status.error();
}

} // namespace

std::size_t placeOfKey(const TreeNode &mapping, const FieldPath &path, const std::string &key)
{
    const std::size_t last = mapping.children.size();
    const flow::KeyTable *table = orderOf(path);
    // In a step, what stands before its kind has its place; the rest follows at the end.
    if (table == nullptr || (isStepPath(path) && rankOf(*table, key) > rankOf(*table, "skip")))
        return last;
    std::size_t place = 0;
    for (std::size_t i = 0; i < last; ++i)
        if (rankOf(*table, mapping.children[i].key) < rankOf(*table, key))
            place = i + 1;
    return rankOf(*table, key) == table->keys.size() ? last : place;
}

Result<TextEdits> FlowText::setValue(const FieldPath &path, const json::Value &value) const
{
    TextPatch patch(*m_content);
    const TreeNode node = nodeOf(value);
    const bool isThere = m_content->find(path).depth == path.size();
    const BlockWays ways = waysOf(m_content->tree, m_content->lines);
    const Status status = isThere ? patch.merge(path, node)
                                  : addMissing(*m_content, patch, path, writtenPiece(node, nullptr, ways));
    Result<TextEdits> edits = status ? patch.finish() : status.error();
    return isMisfit(edits) ? setOnOneLine(*m_content, path, node) : edits;
}

Result<TextEdits> FlowText::setRaw(const FieldPath &path, std::string_view yaml) const
{
    const Result<Piece> piece = readPiece(yaml);
    if (!piece)
        return piece.error();
    TextPatch patch(*m_content);
    const Found found = m_content->find(path);
    const bool isThere = found.depth == path.size();
    if (!isThere && found.depth + 1 < path.size()) {
        // The way there first; then the value as typed, in the text as it is then.
        Result<TextEdits> way = setValue(path, nullptr);
        if (!way)
            return way;
        const std::string text = applied(m_content->text, *way);
        const Result<FlowText> next = read(text, m_content->file);
        Result<TextEdits> edits = next ? next->setRaw(path, yaml) : Result<TextEdits>(next.error());
        return edits ? difference(m_content->text, applied(text, *edits)) : edits;
    }
    const Status status = isThere ? patch.set(path, *piece) : addMissing(*m_content, patch, path, *piece);
    Result<TextEdits> edits = status ? patch.finish() : status.error();
    return isMisfit(edits) ? setOnOneLine(*m_content, path, piece->node) : edits;
}

Result<TextEdits> FlowText::removeField(const FieldPath &path) const
{
    if (path.empty())
        return Error{ErrorCode::FlowWrongType, "", "the whole file is not a field", {}, ""};
    FieldPath gone = path;
    // What would be left empty goes too, except a step, and the file.
    while (gone.size() > 1) {
        const FieldPath outer(gone.begin(), gone.end() - 1);
        const Found found = m_content->find(outer);
        if (found.depth < outer.size() || found.node().children.size() != 1 || isStepPath(outer))
            break;
        gone = outer;
    }
    TextPatch patch(*m_content);
    const Status status =
        m_content->find(path).depth == path.size() ? patch.remove(gone) : patch.remove(path);
    return status ? patch.finish() : status.error();
}

Result<TextEdits> FlowText::renameKey(const FieldPath &path, const std::string &key) const
{
    const Found found = m_content->find(path);
    if (path.empty() || found.depth < path.size() || !found.nodes[path.size() - 1]->isMapping())
        return m_content->problem(ErrorCode::FlowMissingKey, pathText(path), "", found.node().own.from);
    if (key == path.back())
        return TextEdits();
    const TreeNode &mapping = *found.nodes[path.size() - 1];
    if (mapping.child(key) != nullptr)
        return m_content->problem(ErrorCode::YamlDuplicateKey, key, "", mapping.own.from);
    TextPatch patch(*m_content);
    const Status status = patch.renameKey(path, key);
    return status ? patch.finish() : status.error();
}

Result<TextEdits> FlowText::appendItem(const FieldPath &list, const json::Value &value) const
{
    const Found found = m_content->find(list);
    if (found.depth < list.size())
        return setValue(list, json::Array{value});
    const TreeNode &node = found.node();
    if (node.kind == Kind::Null)
        return setValue(list, json::Array{value});
    if (!node.isSequence())
        return m_content->problem(ErrorCode::FlowWrongType, pathText(list), "no list", node.own.from);
    FieldPath item = list;
    item.push_back(std::to_string(node.children.size()));
    return setValue(item, value);
}

} // namespace batuta::edit
