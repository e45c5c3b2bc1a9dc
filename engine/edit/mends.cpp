// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/mends.h"

#include "engine/base/text.h"
#include "engine/edit/checks.h"
#include "engine/edit/flow_content.h"
#include "engine/flow/reading.h"

#include <algorithm>

namespace batuta::edit {
namespace {

FieldPath parentOf(FieldPath path)
{
    if (!path.empty())
        path.pop_back();
    return path;
}

/// The list goes with its last item: an empty one says nothing.
Result<TextEdits> withoutItem(const FlowText &text, const FieldPath &item)
{
    const FieldPath list = parentOf(item);
    const bool isOnly = !text.valueRange(under(list, {"1"}));
    return text.removeField(isOnly ? list : item);
}

void mendUnknownKey(const Wound &wound)
{
    const std::string near = meantWord(wound.error);
    if (!near.empty() && !wound.text.keyRange(under(parentOf(wound.path), {near})))
        offer(wound.problem, "Use " + near, wound.text.renameKey(wound.path, near));
    offer(wound.problem, "Remove " + wound.path.back(), wound.text.removeField(wound.path));
}

bool isNeed(const FieldPath &path)
{
    return path.size() == 4 && isStepPath({path[0], path[1]}) && path[2] == "needs";
}

void mendUnknownStep(const Wound &wound)
{
    const std::string near = meantWord(wound.error);
    if (!isNeed(wound.path)) {
        mendExpression(wound);
        return;
    }
    const std::vector<std::string> needs = wound.text.needsOf(wound.path[1]);
    const bool isThere = std::find(needs.begin(), needs.end(), near) != needs.end();
    if (!near.empty() && !isThere && near != wound.path[1])
        offer(wound.problem, "Use " + near, wound.text.setValue(wound.path, near));
    offer(wound.problem, "Remove it from needs", withoutItem(wound.text, wound.path));
}

void mendCycle(const Wound &wound)
{
    if (!isNeed(wound.path))
        return;
    const auto need = wound.text.valueAt(wound.path);
    if (need && need->isString())
        offer(wound.problem, "Remove the need of " + need->asString(), withoutItem(wound.text, wound.path));
}

void mendName(const Wound &wound)
{
    const std::string &detail = wound.error.detail;
    if (isStepPath(wound.path)) {
        std::string name = nameFrom(wound.path.back());
        const bool isLong = detail.ends_with("is too long");
        if (isLong)
            name = name.substr(0, 50);
        const std::string first = name;
        for (int number = 2; wound.text.hasStep(name); ++number)
            name = first + "_" + std::to_string(number);
        // Of two steps with one name in both lists nobody knows which one an expression means.
        if (detail.ends_with("is already a step"))
            offer(wound.problem, "Use " + name, wound.text.renameKey(wound.path, name));
        else
            offer(wound.problem, "Use " + name, wound.text.renameStep(wound.path.back(), name));
    } else if (detail.ends_with("means something else in expressions")) {
        offer(wound.problem, "Use item", wound.text.removeField(wound.path));
    } else if (const auto value = wound.text.valueAt(wound.path);
               value && value->isString() && value->asString() == detail) {
        offer(wound.problem, "Use " + nameFrom(detail), wound.text.setValue(wound.path, nameFrom(detail)));
    } else if (!wound.path.empty() && wound.path.back() == detail && wound.text.keyRange(wound.path)) {
        const std::string name = nameFrom(detail);
        if (!wound.text.keyRange(under(parentOf(wound.path), {name})))
            offer(wound.problem, "Use " + name, wound.text.renameKey(wound.path, name));
    }
}

void mendKinds(const Wound &wound)
{
    // The path is that of the second kind; without any there is nothing to take away.
    if (wound.path.size() < 3 || wound.error.detail.find(" and ") == std::string::npos)
        return;
    for (const std::string_view part : split(wound.error.detail, ' '))
        if (flow::keys::kinds().find(part))
            offer(wound.problem, "Remove " + std::string(part),
                  wound.text.removeField(under(parentOf(wound.path), {std::string(part)})));
}

void mendNotSupported(const Wound &wound)
{
    if (wound.error.detail.rfind("the format knows", 0) == 0)
        offer(wound.problem, "Remove " + wound.path.back(), wound.text.removeField(wound.path));
}

} // namespace

std::string meantWord(const Error &error)
{
    return std::string(between(error.mend, "Did you mean `", "`?"));
}

std::string_view between(std::string_view text, std::string_view before, std::string_view after)
{
    const std::size_t from = text.find(before);
    if (from == text.npos)
        return {};
    const std::size_t to = text.find(after, from + before.size());
    return to == text.npos ? std::string_view()
                           : text.substr(from + before.size(), to - from - before.size());
}

std::string nameFrom(std::string_view words)
{
    constexpr std::size_t kLongest = 60;
    std::string name;
    for (const char c : lowered(words)) {
        const bool isPart = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isPart)
            name += c;
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    while (!name.empty() && name.back() == '_')
        name.pop_back();
    if (name.empty() || name.front() < 'a')
        name = "x" + name;
    return name.substr(0, kLongest);
}

void offerMends(const Wound &wound)
{
    switch (wound.error.code) {
    case ErrorCode::FlowVersion:
        return offer(wound.problem, "Use 1", wound.text.setValue({"batuta"}, std::int64_t{1}));
    case ErrorCode::FlowUnknownKey:
        return wound.path.empty() ? void() : mendUnknownKey(wound);
    case ErrorCode::FlowMissingKey:
        return mendMissingKey(wound);
    case ErrorCode::FlowWrongType:
        return mendType(wound);
    case ErrorCode::FlowBadName:
        return mendName(wound);
    case ErrorCode::FlowBadValue:
        return mendValue(wound);
    case ErrorCode::FlowUnknownStep:
        return mendUnknownStep(wound);
    case ErrorCode::FlowCycle:
        return mendCycle(wound);
    case ErrorCode::FlowKindCount:
        return mendKinds(wound);
    case ErrorCode::FlowNotSupported:
        return wound.path.empty() ? void() : mendNotSupported(wound);
    case ErrorCode::FlowContradiction:
        return mendContradiction(wound);
    case ErrorCode::ExprSyntax:
    case ErrorCode::ExprUnknownName:
        return mendExpression(wound);
    default:
        return;
    }
}

} // namespace batuta::edit
