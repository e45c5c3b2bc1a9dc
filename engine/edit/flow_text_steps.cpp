// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/edit/step_patch.h"
#include "engine/flow/reading.h"

#include <algorithm>
#include <set>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;
using Names = std::vector<std::string>;

bool contains(const Names &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

Error refusal(ErrorCode code, const std::string &subject, std::string detail)
{
    return {code, subject, std::move(detail), {}, ""};
}

/// From a step to another along needs: `c → b → a`; nothing when no way leads there.
Names wayOfNeeds(const FlowContent &content, const std::string &from, const std::string &to)
{
    std::unordered_map<std::string, std::string> reachedFrom{{from, ""}};
    Names open{from};
    while (!open.empty()) {
        const std::string at = open.back();
        open.pop_back();
        if (at == to) {
            Names way;
            for (std::string id = to; !id.empty(); id = reachedFrom[id])
                way.insert(way.begin(), id);
            return way;
        }
        for (const std::string &need : content.needs(at))
            if (reachedFrom.emplace(need, at).second)
                open.push_back(need);
    }
    return {};
}

/// Why a step cannot be added or renamed to this; no error when it can.
Status checkName(const FlowContent &content, const std::string &id)
{
    if (!flow::isName(id))
        return refusal(ErrorCode::FlowBadName, id, "");
    if (content.steps.count(id) > 0)
        return refusal(ErrorCode::FlowBadName, id, id + " is already a step");
    return {};
}

/// What is under the new step's key, with its needs before its kind.
Result<Piece> bodyOf(const NewStep &step)
{
    Result<Piece> body = readPiece(step.yaml);
    if (!body || step.needs.empty())
        return body;
    if (body->node.kind == Kind::Null || body->node.children.empty())
        return readPiece("needs: " + needsPiece(step.needs).text);
    if (!body->node.isMapping())
        return refusal(ErrorCode::FlowWrongType, step.id, "a step is a mapping");
    FlowContent content;
    content.text = body->text + "\n";
    content.tree = body->node;
    content.lines = TextLines(content.text);
    TextPatch patch(content);
    const std::size_t place = placeOfKey(body->node, {"steps", step.id}, "needs");
    if (Status status = patch.insert({}, place, "needs", needsPiece(step.needs)); !status)
        return status.error();
    const Result<TextEdits> edits = patch.finish();
    return edits ? readPiece(applied(content.text, *edits)) : Result<Piece>(edits.error());
}

Status addTo(const FlowContent &content, TextPatch &patch, const NewStep &step)
{
    if (Status status = checkName(content, step.id); !status)
        return status;
    for (const std::string &need : step.needs) {
        const auto found = content.steps.find(need);
        if (found == content.steps.end() || found->second.list != step.list)
            return unknownStep(content, need);
    }
    const Result<Piece> body = bodyOf(step);
    if (!body)
        return body.error();
    if (!body->node.isMapping() && body->node.kind != Kind::Null)
        return refusal(ErrorCode::FlowWrongType, step.id, "a step is a mapping");
    Piece members;
    members.text = memberText(step.id, *body, waysOf(content.tree, content.lines));
    members.node.kind = Kind::Mapping;
    members.node.style = TreeNode::Style::Block;
    members.node.children.emplace_back().key = step.id;
    members.node.children.back().value = body->node;
    return insertSteps(content, patch, step.list, step.after, members);
}

/// Whether needs can be written anew without losing what somebody typed there.
bool areNames(const TreeNode &needs)
{
    return !needs.isMapping() &&
           std::all_of(needs.children.begin(), needs.children.end(), [](const TreeChild &item) {
               return item.value.kind == Kind::Scalar || item.value.kind == Kind::Alias;
           });
}

/// What a step needs once the removed ones are gone: what those needed in their place (`bridge`), or nothing.
Names needsWithout(const FlowContent &content, const std::string &id, const std::set<std::string> &removed,
                   bool bridge)
{
    Names out;
    std::set<std::string> seen;
    const std::function<void(const std::string &)> take = [&](const std::string &name) {
        if (!seen.insert(name).second)
            return;
        if (removed.count(name) == 0)
            out.push_back(name);
        else if (bridge)
            for (const std::string &need : content.needs(name))
                take(need);
    };
    for (const std::string &need : content.needs(id))
        take(need);
    return out;
}

} // namespace

Error unknownStep(const FlowContent &content, const std::string &id)
{
    return {ErrorCode::FlowUnknownStep, id, "", {content.file, 0, 0}, ""};
}

Piece needsPiece(const Names &names)
{
    json::Array items;
    for (const std::string &name : names)
        items.emplace_back(name);
    Piece piece;
    piece.node = nodeOf(items);
    piece.node.style = TreeNode::Style::Flow;
    piece.text = flowText(piece.node);
    piece.node.own = {0, piece.text.size()};
    return piece;
}

Status setNeeds(const FlowContent &content, TextPatch &patch, const std::string &id, const Names &names)
{
    const auto step = content.steps.find(id);
    if (step == content.steps.end())
        return unknownStep(content, id);
    const FieldPath body{listName(step->second.list), id};
    FieldPath path = body;
    path.push_back("needs");
    const Found found = content.find(path);
    if (found.depth < path.size())
        return names.empty()
                   ? Status()
                   : patch.insert(body, placeOfKey(found.node(), body, "needs"), "needs", needsPiece(names));
    const TreeNode &needs = found.node();
    if (!areNames(needs)) {
        Error error = content.problem(ErrorCode::FlowWrongType, pathText(path),
                                      "holds something else than names of steps", needs.own.from);
        error.mend = "Write it as a list of names in the text first; what stands there would be lost.";
        return error;
    }
    if (names.empty())
        return patch.remove(path);
    if (needs.isSequence() && !needs.children.empty())
        return patch.merge(path, needsPiece(names).node);
    return patch.set(path, needsPiece(names));
}

Status insertSteps(const FlowContent &content, TextPatch &patch, StepList list, const std::string &after,
                   const Piece &members)
{
    const std::string name = listName(list);
    const TreeNode *node = content.tree.child(name);
    if (!after.empty()) {
        const auto found = content.steps.find(after);
        if (found == content.steps.end() || found->second.list != list)
            return unknownStep(content, after);
        return patch.insertMembers({name}, found->second.index + 1, members);
    }
    if (node == nullptr && (content.tree.isMapping()))
        return patch.insert({}, placeOfKey(content.tree, {}, name), name, members);
    if (node != nullptr && (node->isMapping() || node->kind == Kind::Null || node->kind == Kind::Alias))
        return patch.insertMembers({name}, node->children.size(), members);
    return content.problem(ErrorCode::FlowWrongType, name, "no mapping",
                           node == nullptr ? 0 : node->own.from);
}

Result<TextEdits> FlowText::addStep(const NewStep &step) const
{
    TextPatch patch(*m_content);
    const Status status = addTo(*m_content, patch, step);
    return status ? patch.finish() : status.error();
}

Result<TextEdits> FlowText::insertBetween(const std::string &from, const std::string &to, NewStep step) const
{
    const auto target = m_content->steps.find(to.empty() ? from : to);
    if (target == m_content->steps.end())
        return unknownStep(*m_content, to.empty() ? from : to);
    step.list = target->second.list;
    if (!from.empty() && !contains(step.needs, from))
        step.needs.insert(step.needs.begin(), from);
    if (step.after.empty())
        step.after = from;
    for (const std::string &need : step.needs)
        if (const Names way = wayOfNeeds(*m_content, need, to); !to.empty() && !way.empty())
            return refusal(ErrorCode::FlowCycle, step.id, to + " → " + step.id + " → " + join(way, " → "));
    TextPatch patch(*m_content);
    if (!to.empty()) {
        Names needs = m_content->needs(to);
        const auto old = std::find(needs.begin(), needs.end(), from);
        if (!from.empty() && old != needs.end())
            *old = step.id;
        else
            needs.push_back(step.id);
        if (Status status = setNeeds(*m_content, patch, to, needs); !status)
            return status.error();
    }
    const Status status = addTo(*m_content, patch, step);
    return status ? patch.finish() : status.error();
}

Result<TextEdits> FlowText::removeSteps(const Names &ids, bool bridge) const
{
    const std::set<std::string> removed(ids.begin(), ids.end());
    TextPatch patch(*m_content);
    for (const std::string &id : removed)
        if (m_content->steps.count(id) == 0)
            return unknownStep(*m_content, id);
    for (const StepList list : {StepList::Steps, StepList::Finally}) {
        std::vector<std::size_t> positions;
        const Names all = steps(list);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (removed.count(all[i]) > 0) {
                positions.push_back(i);
                continue;
            }
            const Names needs = needsWithout(*m_content, all[i], removed, bridge);
            if (needs != m_content->needs(all[i]))
                if (Status status = setNeeds(*m_content, patch, all[i], needs); !status)
                    return status.error();
        }
        if (positions.empty())
            continue;
        const bool isListGone = list == StepList::Finally && positions.size() == all.size();
        const Status status =
            isListGone ? patch.remove({listName(list)}) : patch.removeChildren({listName(list)}, positions);
        if (!status)
            return status.error();
    }
    return patch.finish();
}

std::string FlowText::whyNotConnect(const std::string &from, const std::string &to) const
{
    const auto first = m_content->steps.find(from);
    const auto second = m_content->steps.find(to);
    if (first == m_content->steps.end() || second == m_content->steps.end())
        return (first == m_content->steps.end() ? from : to) + " is not a step";
    if (first->second.list != second->second.list)
        return "steps under `finally` run after all others, and need only each other";
    if (from == to)
        return "a step cannot need itself";
    if (contains(m_content->needs(to), from))
        return to + " needs " + from + " already";
    const Names way = wayOfNeeds(*m_content, from, to);
    return way.empty() ? "" : "that would close the circle " + to + " → " + join(way, " → ");
}

Result<TextEdits> FlowText::connect(const std::string &from, const std::string &to) const
{
    if (!hasStep(from) || !hasStep(to))
        return unknownStep(*m_content, hasStep(from) ? to : from);
    if (const std::string why = whyNotConnect(from, to); !why.empty()) {
        const bool isCircle = from == to || !wayOfNeeds(*m_content, from, to).empty();
        return refusal(isCircle ? ErrorCode::FlowCycle : ErrorCode::FlowContradiction, to, why);
    }
    Names needs = m_content->needs(to);
    needs.push_back(from);
    TextPatch patch(*m_content);
    const Status status = setNeeds(*m_content, patch, to, needs);
    return status ? patch.finish() : status.error();
}

Result<TextEdits> FlowText::disconnect(const std::string &from, const std::string &to) const
{
    Names needs = m_content->needs(to);
    if (!contains(needs, from))
        return refusal(ErrorCode::FlowUnknownStep, from, to + " does not need it");
    needs.erase(std::remove(needs.begin(), needs.end(), from), needs.end());
    TextPatch patch(*m_content);
    const Status status = setNeeds(*m_content, patch, to, needs);
    return status ? patch.finish() : status.error();
}

Result<TextEdits> FlowText::renameStep(const std::string &id, const std::string &to) const
{
    if (!hasStep(id))
        return unknownStep(*m_content, id);
    if (id == to)
        return TextEdits();
    if (Status status = checkName(*m_content, to); !status)
        return status.error();
    TextPatch patch(*m_content);
    const Status status = renameInPatch(*m_content, patch, {{id, to}});
    return status ? patch.finish() : status.error();
}

} // namespace batuta::edit
