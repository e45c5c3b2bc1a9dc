// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/edit/checks.h"

#include <algorithm>

namespace batuta::edit {
namespace {

bool isIndex(std::string_view part)
{
    return !part.empty() &&
           std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Goes down `rest` (`.retry.on[0]`, or `retry.on[0]` at the root), trying longer keys first: a key may hold
/// a dot.
bool descend(const flow::YamlNode &node, std::string_view rest, bool isRoot, FieldPath &path)
{
    if (rest.empty())
        return true;
    if (rest.front() == '[' && node.isSequence()) {
        const std::size_t close = rest.find(']');
        const std::string_view digits = rest.substr(1, close == rest.npos ? rest.npos : close - 1);
        if (close == rest.npos || !isIndex(digits) || digits.size() > 9)
            return false;
        const auto index = static_cast<std::size_t>(std::stoul(std::string(digits)));
        if (index >= node.items.size())
            return false;
        path.emplace_back(digits);
        if (descend(node.items[index], rest.substr(close + 1), false, path))
            return true;
        path.pop_back();
        return false;
    }
    if (!isRoot) {
        if (rest.front() != '.')
            return false;
        rest.remove_prefix(1);
    }
    for (const flow::YamlNode::Member &member : node.members) {
        if (!rest.starts_with(member.key))
            continue;
        const std::string_view after = rest.substr(member.key.size());
        if (!after.empty() && after.front() != '.' && after.front() != '[')
            continue;
        path.push_back(member.key);
        if (descend(member.value, after, false, path))
            return true;
        path.pop_back();
    }
    return false;
}

bool comesBefore(const TextEdit &a, const TextEdit &b)
{
    return a.range.from < b.range.from;
}

} // namespace

Checking::Checking(const FlowText &text_, const flow::PartialReading &reading,
                   const Surroundings &surroundings_, const TextPlaces &places, Problems &problems)
    : text(text_)
    , flow(*reading.flow)
    , uses(reading.uses)
    , surroundings(surroundings_)
    , m_places(places)
    , m_problems(problems)
{
}

Problem &Checking::add(Severity severity, std::string code, const FieldPath &path, std::string detail,
                       std::string mend)
{
    Problem problem{
        severity, std::move(code), subjectOf(path), std::move(detail), std::move(mend), {}, {}, {}, {}};
    problem.step = stepOfPath(path);
    problem.range = rangeOf(text, path).value_or(Range());
    problem.place = m_places.lineColumn(problem.range.from);
    return m_problems.emplace_back(std::move(problem));
}

Problem &Checking::add(Severity severity, std::string code, const flow::Use &use, std::string detail,
                       std::string mend)
{
    Problem &problem = add(severity, std::move(code), FieldPath(), std::move(detail), std::move(mend));
    const FieldPath path = pathOfSubject(text.root(), use.subject);
    problem.subject = use.subject;
    problem.step = stepOfPath(path);
    problem.range = rangeOfUse(use);
    problem.place = m_places.lineColumn(problem.range.from);
    return problem;
}

Range Checking::rangeOfUse(const flow::Use &use) const
{
    const Range word = m_places.wordAt(m_places.offsetOf(use.reference.place));
    if (use.reference.path.size() < 2)
        return word;
    const std::string &name = use.reference.path[1];
    const std::size_t end = std::min(text.text().find('\n', word.from), text.text().size());
    const std::size_t at = text.text().find(name, word.from);
    return at != std::string::npos && at + name.size() <= end ? Range{at, at + name.size()} : word;
}

FieldPath Checking::pathOf(const flow::Step &step) const
{
    const auto isIn = [&](const std::vector<flow::Step> &steps) {
        return !steps.empty() && &step >= &steps.front() && &step <= &steps.back();
    };
    return {isIn(flow.finallySteps) ? "finally" : "steps", step.id.value};
}

void Checking::eachStep(const std::function<void(const flow::Step &step, const FieldPath &path)> &see) const
{
    for (const auto *list : {&flow.steps, &flow.finallySteps}) {
        for (const flow::Step &step : *list) {
            const FieldPath path = pathOf(step);
            see(step, path);
            if (step.compensate)
                see(*step.compensate, under(path, {"compensate"}));
        }
    }
}

void offer(Problem &problem, std::string title, Result<TextEdits> edits)
{
    if (edits && !edits->empty())
        problem.fixes.push_back({std::move(title), std::move(*edits)});
}

Result<TextEdits> together(Result<TextEdits> first, Result<TextEdits> second)
{
    if (!first)
        return first;
    if (!second)
        return second;
    TextEdits edits = std::move(*first);
    edits.insert(edits.end(), second->begin(), second->end());
    std::stable_sort(edits.begin(), edits.end(), comesBefore);
    for (std::size_t i = 1; i < edits.size(); ++i)
        if (edits[i].range.from < edits[i - 1].range.to)
            return Error{ErrorCode::Internal, "", "the edits overlap", {}, {}};
    return edits;
}

FieldPath pathOfSubject(const flow::YamlNode &root, std::string_view subject)
{
    FieldPath path;
    return descend(root, subject, true, path) ? path : FieldPath();
}

std::string subjectOf(const FieldPath &path)
{
    std::string subject;
    for (const std::string &part : path) {
        if (isIndex(part) && !subject.empty())
            subject += "[" + part + "]";
        else
            subject += (subject.empty() ? "" : ".") + part;
    }
    return subject;
}

std::string stepOfPath(const FieldPath &path)
{
    return path.size() > 1 && (path[0] == "steps" || path[0] == "finally") ? path[1] : "";
}

FieldPath under(FieldPath path, std::initializer_list<std::string> more)
{
    path.insert(path.end(), more);
    return path;
}

std::optional<Range> rangeOf(const FlowText &text, const FieldPath &path)
{
    const auto value = text.valueRange(path);
    const auto key = text.keyRange(path);
    if (!value || value->size() == 0 || (key && text.text()[value->from] == '{'))
        return key ? key : value;
    const std::size_t lineEnd = std::min(text.text().find('\n', value->from), text.text().size());
    if (value->to <= lineEnd)
        return value;
    return key ? key : Range{value->from, lineEnd};
}

std::optional<std::string> nameUnder(const flow::Use &use, std::string_view root)
{
    const auto &path = use.reference.path;
    if (path.size() < 2 || !equalIgnoringCase(path[0], root))
        return std::nullopt;
    return path[1];
}

} // namespace batuta::edit
