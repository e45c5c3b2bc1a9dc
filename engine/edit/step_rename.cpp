// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/edit/step_patch.h"
#include "engine/flow/partial_reader.h"

#include <algorithm>
#include <map>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;

/// Which steps a text names, by the byte of its decoded characters.
using Words = std::map<std::size_t, std::string>;
using Spots = std::map<const TreeNode *, Words>;

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// Every place of the word in the text, in any case.
std::vector<std::size_t> wordsAt(std::string_view text, const std::string &word)
{
    std::vector<std::size_t> places;
    const std::string all = lowered(text);
    const std::string wanted = lowered(word);
    for (std::size_t at = all.find(wanted); at != std::string::npos; at = all.find(wanted, at + 1)) {
        const std::size_t end = at + wanted.size();
        if ((at == 0 || !isWordByte(all[at - 1])) && (end == all.size() || !isWordByte(all[end])))
            places.push_back(at);
    }
    return places;
}

/// Finds the texts of the file that nodes of the flow's reading were made of.
class NodeFinder
{
public:
    NodeFinder(const flow::YamlNode &root, const TreeNode &tree) { walk(root, tree); }

    const TreeNode *find(const flow::YamlNode *node) const
    {
        const auto found = m_texts.find(node);
        return found == m_texts.end() ? nullptr : found->second;
    }

private:
    void walk(const flow::YamlNode &node, const TreeNode &written)
    {
        const TreeNode &tree = written.kind == Kind::Alias ? *written.target : written;
        if (node.isScalar())
            m_texts[&node] = &tree;
        for (std::size_t i = 0; i < node.items.size(); ++i)
            walk(node.items[i], tree.children[i].value);
        for (std::size_t i = 0; i < node.members.size(); ++i)
            walk(node.members[i].value, tree.children[i].value);
    }

    std::unordered_map<const flow::YamlNode *, const TreeNode *> m_texts;
};

void addExpressions(const FlowContent &content, const StepNames &names, Spots &spots)
{
    const flow::YamlNode *root = content.root();
    const flow::PartialReading reading = flow::readPartly(*root, content.text, content.file);
    const NodeFinder finder(*root, content.tree);
    for (const flow::Use &use : reading.uses) {
        const expr::Reference &reference = use.reference;
        if (reference.path.size() < 2 || !equalIgnoringCase(reference.path[0], "steps"))
            continue;
        const auto name = std::find_if(names.begin(), names.end(), [&](const auto &pair) {
            return equalIgnoringCase(pair.first, reference.path[1]);
        });
        const TreeNode *node = name == names.end() ? nullptr : finder.find(use.node);
        if (node == nullptr)
            continue;
        const std::size_t behindRoot =
            std::min(reference.offset + reference.path[0].size(), node->text.size());
        const std::vector<std::size_t> words =
            wordsAt(std::string_view(node->text).substr(behindRoot), name->first);
        if (!words.empty())
            spots[node][behindRoot + words.front()] = name->first;
    }
}

void addNeeds(const TreeNode &list, const StepNames &names, Spots &spots)
{
    const auto resolved = [](const TreeNode *node) {
        return node != nullptr && node->kind == Kind::Alias ? node->target : node;
    };
    const auto take = [&](const TreeNode *name) {
        if (name->kind == Kind::Scalar && names.count(name->text) > 0)
            spots[name][0] = name->text;
    };
    for (const TreeChild &step : list.children) {
        const TreeNode *needs = resolved(resolved(&step.value)->child("needs"));
        if (needs == nullptr)
            continue;
        take(needs);
        for (const TreeChild &item : needs->children)
            take(resolved(&item.value));
    }
}

/// The same node in the copy that says what is wanted. Both trees have the same shape.
void pairUp(const TreeNode &tree, TreeNode &wanted, std::unordered_map<const TreeNode *, TreeNode *> &pairs)
{
    pairs[&tree] = &wanted;
    for (std::size_t i = 0; i < tree.children.size(); ++i)
        pairUp(tree.children[i].value, wanted.children[i].value, pairs);
}

/// The edits of one text, or none when its words cannot be told apart as it is written (behind `\n` in
/// double quotes, for one).
std::optional<TextEdits> wordEdits(const FlowContent &content, const TreeNode &node, const Words &words,
                                   const StepNames &names)
{
    const std::string_view raw = std::string_view(content.text).substr(node.own.from, node.own.size());
    TextEdits edits;
    std::map<std::string, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> found;
    for (const auto &[place, id] : words) {
        auto &[said, written] = found[id];
        if (said.empty()) {
            said = wordsAt(node.text, id);
            written = wordsAt(raw, id);
        }
        const auto at = std::find(said.begin(), said.end(), place);
        if (said.size() != written.size() || at == said.end())
            return std::nullopt;
        const std::size_t from = node.own.from + written[static_cast<std::size_t>(at - said.begin())];
        edits.push_back({{from, from + id.size()}, names.at(id)});
    }
    return edits;
}

} // namespace

Status renameInPatch(const FlowContent &content, TextPatch &patch, const StepNames &names)
{
    const std::string list = listName(content.steps.at(names.begin()->first).list);
    if (content.root() == nullptr)
        return content.problem(ErrorCode::YamlSyntax, list, "its expressions cannot be read", 0);
    Spots spots;
    addNeeds(*content.list(content.steps.at(names.begin()->first).list), names, spots);
    addExpressions(content, names, spots);
    std::unordered_map<const TreeNode *, TreeNode *> pairs;
    pairUp(content.tree, patch.wanted(), pairs);
    for (const auto &[node, words] : spots) {
        TreeNode &wanted = *pairs.at(node);
        for (auto word = words.rbegin(); word != words.rend(); ++word)
            wanted.text.replace(word->first, word->second.size(), names.at(word->second));
        if (const auto edits = wordEdits(content, *node, words, names)) {
            for (const TextEdit &edit : *edits)
                patch.replace(edit.range, edit.text);
            continue;
        }
        const Piece piece = writtenPiece(wanted, node, waysOf(content.tree, content.lines));
        const std::size_t column = content.lines.indent(content.lines.start(node->own.from));
        patch.replace(node->own, indented(piece.text, column, false));
    }
    for (const auto &[id, to] : names)
        if (Status status = patch.renameKey({list, id}, to); !status)
            return status;
    return {};
}

} // namespace batuta::edit
