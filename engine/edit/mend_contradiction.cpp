// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/units.h"
#include "engine/edit/checks.h"
#include "engine/edit/mends.h"

#include <algorithm>
#include <array>

namespace batuta::edit {
namespace {

/// What is said of a setting that has nothing to do where it is: it goes.
constexpr std::array<std::string_view, 14> kOutOfPlace{
    "a step under finally is not undone",
    "is not tried again",
    "has one attempt only",
    "calls nothing",
    "auth beside an Authorization header",
    "an approval is asked once, not for each item",
    "on_expiry without expires",
    "unsigned with secret",
    "tolerance without secret",
    "equals beside min or max",
    "if beside a measured value",
    "for and until",
    "an event and a time",
    "sends no body",
};

void mendTimes(const Wound &wound)
{
    const std::string &detail = wound.error.detail;
    const std::size_t of = detail.rfind(" of ");
    const std::string longest = of == std::string::npos ? "" : detail.substr(of + 4);
    const std::string own(detail.substr(0, detail.find(' ')));
    if (longest.empty() || !parseDuration(longest) || !parseDuration(own))
        return;
    offer(wound.problem, "Use " + longest, wound.text.setRaw(wound.path, longest));
    if (detail.find("the flow's deadline") != std::string::npos)
        offer(wound.problem, "Raise the deadline to " + own, wound.text.setRaw({"deadline"}, own));
    const std::string step = stepOfPath(wound.path);
    if (detail.find("the step's timeout") != std::string::npos && !step.empty())
        offer(wound.problem, "Raise the timeout to " + own,
              wound.text.setRaw(under(wound.text.stepPath(step), {"timeout"}), own));
    if (detail.find("the step's total_timeout") != std::string::npos && !step.empty())
        offer(wound.problem, "Raise total_timeout to " + own,
              wound.text.setRaw(under(wound.text.stepPath(step), {"total_timeout"}), own));
}

/// A total_timeout in which not even one attempt can end.
void mendTotal(const Wound &wound)
{
    const std::string &detail = wound.error.detail;
    const std::string own(detail.substr(0, detail.find(' ')));
    const std::string attempt = detail.substr(detail.rfind(' ') + 1);
    if (!parseDuration(own) || !parseDuration(attempt))
        return;
    FieldPath timeout = wound.path;
    timeout.back() = "timeout";
    offer(wound.problem, "Use " + attempt, wound.text.setRaw(wound.path, attempt));
    offer(wound.problem, "Lower the timeout to " + own, wound.text.setRaw(timeout, own));
}

void mendBackoff(const Wound &wound)
{
    const std::string first(between(wound.error.detail, "first ", " is longer"));
    if (parseDuration(first))
        offer(wound.problem, "Use " + first, wound.text.setRaw(wound.path, first));
}

/// An expression that reads a step which may not have ended yet.
void mendOrder(const Wound &wound)
{
    const std::string other(between(wound.error.detail, "reads ", ", which it does not need"));
    const std::string step = stepOfPath(wound.path);
    if (!other.empty() && !step.empty())
        offer(wound.problem, "Add " + other + " to needs", wound.text.connect(other, step));
}

/// The time of an approval stands in the approval.
void mendApproval(const Wound &wound)
{
    const FieldPath expires{wound.path[0], wound.path[1], "approval", "expires"};
    const auto time = wound.text.rawAt(wound.path);
    if (time && !wound.text.valueRange(expires))
        offer(wound.problem, "Let it expire after " + *time,
              together(wound.text.setRaw(expires, *time), wound.text.removeField(wound.path)));
    offer(wound.problem, "Remove " + wound.path.back(), wound.text.removeField(wound.path));
}

} // namespace

void mendContradiction(const Wound &wound)
{
    const std::string &detail = wound.error.detail;
    if (wound.path.empty())
        return;
    if (detail.find(" is longer than the ") != std::string::npos)
        return mendTimes(wound);
    if (detail.find(" is longer than max ") != std::string::npos)
        return mendBackoff(wound);
    if (detail.ends_with("(directly or through others)"))
        return mendOrder(wound);
    if (detail.find(" is shorter than the timeout of one attempt, ") != std::string::npos)
        return mendTotal(wound);
    if (detail.starts_with("an approval has no ") && wound.path.size() == 3)
        return mendApproval(wound);
    if (detail.ends_with("sends no body")) {
        FieldPath method = wound.path;
        method.back() = "method";
        offer(wound.problem, "Use POST", wound.text.setValue(method, "POST"));
    }
    const bool isOutOfPlace = std::any_of(kOutOfPlace.begin(), kOutOfPlace.end(),
                                          [&](std::string_view words) { return detail.ends_with(words); });
    if (isOutOfPlace && wound.text.keyRange(wound.path))
        offer(wound.problem, "Remove " + wound.path.back(), wound.text.removeField(wound.path));
}

} // namespace batuta::edit
