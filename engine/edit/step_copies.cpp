// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/step_patch.h"
#include "engine/flow/reading.h"

#include <algorithm>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;

/// Without anchors, with what aliases stand for.
TreeNode expanded(const TreeNode &node)
{
    TreeNode out = node.kind == Kind::Alias && node.target != nullptr ? expanded(*node.target) : node;
    out.anchor.clear();
    for (TreeChild &child : out.children)
        child.value = expanded(child.value);
    return out;
}

/// The edits that take anchors away and write out aliases.
void addExpansions(const std::string &text, const TreeNode &node, TextEdits &edits)
{
    if (node.kind == Kind::Alias) {
        edits.push_back({node.own, flowText(expanded(node))});
        return;
    }
    const std::size_t mark = node.anchor.empty() ? std::string::npos : text.find('&', node.whole.from);
    if (mark < std::max(node.own.from, node.whole.from + 1)) {
        Range range{mark, std::min(text.find_first_of(" \t\r\n,]}", mark), text.size())};
        const bool isBeside = range.to < text.size() && text[range.to] == ' ';
        range.to += isBeside ? 1 : 0;
        range.from -= !isBeside && range.from > 0 && text[range.from - 1] == ' ' ? 1 : 0;
        edits.push_back({range, ""});
    }
    for (const TreeChild &child : node.children)
        addExpansions(text, child.value, edits);
}

std::string stepText(const FlowContent &content, const TreeNode &list, std::size_t index)
{
    const TreeChild &child = list.children[index];
    const Range range = content.lines.member(list, index);
    TextEdits edits;
    addExpansions(content.text, child.value, edits);
    for (TextEdit &edit : edits) {
        edit.range.from -= range.from;
        edit.range.to -= range.from;
    }
    const std::string lines = applied(content.text.substr(range.from, range.size()), edits);
    const std::size_t column = list.isFlow() ? 0 : content.lines.column(child.entry.from);
    std::string out;
    std::size_t skipped = content.lines.isFirst(child.entry.from) ? 0 : column;
    for (const char c : lines) {
        if (c == '\r')
            continue;
        if (c == ' ' && skipped < column) {
            ++skipped;
            continue;
        }
        skipped = c == '\n' ? 0 : column;
        out += c;
    }
    while (!out.empty() && out.back() == '\n')
        out.pop_back();
    return out;
}

} // namespace

std::string stepsText(const FlowContent &content, const std::vector<std::string> &ids)
{
    std::string out;
    for (const std::string &id : ids) {
        const auto found = content.steps.find(id);
        if (found == content.steps.end())
            continue;
        const TreeNode &list = *content.list(found->second.list);
        const std::size_t index = found->second.index;
        const std::size_t from =
            list.children.size() < 2 ? 0 : content.lines.member(list, index ? index : 1).from;
        const bool isSeparated =
            !list.isFlow() && from > 0 && content.lines.isBlank(content.lines.start(from - 1));
        out += out.empty() ? "" : isSeparated ? "\n\n" : "\n";
        out += stepText(content, list, index);
    }
    return out;
}

Result<std::shared_ptr<const FlowContent>> readSteps(const std::string &text)
{
    const auto content = std::make_shared<FlowContent>();
    const std::string head = "batuta: 1\nname: copies\nsteps:\n";
    if (Status status = content->fill(head + indented(text, 2, true) + "\n", ""); !status)
        return status.error();
    const TreeNode *list = content->list(StepList::Steps);
    const bool isSteps =
        list != nullptr && content->tree.children.size() == 3 &&
        std::all_of(list->children.begin(), list->children.end(), [](const TreeChild &child) {
            return flow::isName(child.key) && (child.value.isMapping() || child.value.kind == Kind::Null);
        });
    if (!isSteps)
        return Error{ErrorCode::FlowWrongType, "", "the text is not steps of a flow", {}, ""};
    return std::shared_ptr<const FlowContent>(content);
}

Result<std::shared_ptr<const FlowContent>> renamedSteps(const std::string &text, const StepNames &names,
                                                        const IsStep &isKnown)
{
    auto content = readSteps(text);
    if (!content)
        return content;
    const auto next = [&](TextPatch &patch) -> Status {
        const Result<TextEdits> edits = patch.finish();
        if (!edits)
            return edits.error();
        const auto changed = std::make_shared<FlowContent>();
        const Status status = changed->fill(applied((*content)->text, *edits), "");
        *content = changed;
        return status;
    };
    if (!names.empty()) {
        const std::shared_ptr<const FlowContent> before = *content;
        TextPatch patch(*before);
        if (Status status = renameInPatch(*before, patch, names); !status)
            return status.error();
        if (Status status = next(patch); !status)
            return status.error();
    }
    const std::shared_ptr<const FlowContent> before = *content;
    TextPatch patch(*before);
    for (const auto &step : before->steps) {
        std::vector<std::string> needs = before->needs(step.first);
        const auto isForeign = [&](const std::string &need) {
            return before->steps.count(need) == 0 && !isKnown(need);
        };
        const std::size_t gone = std::erase_if(needs, isForeign);
        if (gone > 0)
            if (Status status = setNeeds(*before, patch, step.first, needs); !status)
                return status.error();
    }
    if (Status status = next(patch); !status)
        return status.error();
    return content;
}

std::string freeName(const std::string &id, const IsStep &isTaken)
{
    constexpr std::size_t kLongest = 63;
    const std::size_t end = id.find_last_not_of("0123456789");
    const bool isNumbered = end != std::string::npos && end > 0 && end + 1 < id.size() && id[end] == '_';
    const std::string base = isNumbered ? id.substr(0, end) : id;
    for (int number = 2;; ++number) {
        const std::string tail = "_" + std::to_string(number);
        std::string name = base.substr(0, kLongest - tail.size()) + tail;
        if (!isTaken(name))
            return name;
    }
}

std::string FlowText::copySteps(const std::vector<std::string> &ids) const
{
    const std::string text = stepsText(*m_content, ids);
    return text.empty() ? text : text + "\n";
}

Result<TextEdits> FlowText::duplicateSteps(const std::vector<std::string> &ids) const
{
    StepNames names;
    std::vector<std::string> taken;
    for (const std::string &id : ids) {
        if (!hasStep(id))
            return unknownStep(*m_content, id);
        if (names.count(id) > 0)
            continue;
        names[id] = freeName(id, [&](const std::string &name) {
            return hasStep(name) || std::find(taken.begin(), taken.end(), name) != taken.end();
        });
        taken.push_back(names[id]);
    }
    if (names.empty())
        return TextEdits();
    const auto copies = renamedSteps(stepsText(*m_content, ids), names,
                                     [&](const std::string &name) { return hasStep(name); });
    if (!copies)
        return copies.error();
    TextPatch patch(*m_content);
    for (const auto &[id, name] : names) {
        const Result<Piece> piece = readPiece(stepsText(**copies, {name}));
        if (!piece)
            return piece.error();
        const StepList list = m_content->steps.at(id).list;
        if (Status status = insertSteps(*m_content, patch, list, id, *piece); !status)
            return status.error();
    }
    return patch.finish();
}

Result<TextEdits> FlowText::pasteSteps(std::string_view yaml, const std::string &after) const
{
    Result<Piece> pasted = readPiece(yaml);
    if (!pasted)
        return pasted.error();
    std::string text = pasted->text;
    FlowContent whole;
    if (const TreeNode *steps = pasted->node.child("steps"); steps != nullptr && steps->isMapping()) {
        if (Status status = whole.fill(pasted->text + "\n", ""); !status)
            return status.error();
        std::vector<std::string> all;
        for (const TreeChild &child : steps->children)
            all.push_back(child.key);
        text = stepsText(whole, all);
    }
    const auto foreign = readSteps(text);
    if (!foreign)
        return foreign.error();
    const auto place = m_content->steps.find(after);
    const StepList list = place == m_content->steps.end() ? StepList::Steps : place->second.list;
    StepNames names;
    std::vector<std::string> taken;
    for (const TreeChild &child : (*foreign)->list(StepList::Steps)->children) {
        if (!hasStep(child.key))
            continue;
        names[child.key] = freeName(child.key, [&](const std::string &name) {
            return hasStep(name) || (*foreign)->steps.count(name) > 0 ||
                   std::find(taken.begin(), taken.end(), name) != taken.end();
        });
        taken.push_back(names[child.key]);
    }
    const auto isKnown = [&](const std::string &name) {
        const auto found = m_content->steps.find(name);
        return found != m_content->steps.end() && found->second.list == list;
    };
    const auto copies = renamedSteps(text, names, isKnown);
    if (!copies)
        return copies.error();
    std::vector<std::string> ids;
    for (const TreeChild &child : (*copies)->list(StepList::Steps)->children)
        ids.push_back(child.key);
    const Result<Piece> piece = readPiece(stepsText(**copies, ids));
    if (!piece)
        return piece.error();
    TextPatch patch(*m_content);
    const Status status = insertSteps(*m_content, patch, list, after, *piece);
    return status ? patch.finish() : status.error();
}

} // namespace batuta::edit
