// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/checks.h"
#include "engine/edit/worst_case.h"

#include <algorithm>

namespace batuta::edit {
namespace {

using flow::Step;

/// In words that a file may hold: whole seconds, minutes or hours, rounded up.
std::string roundedUp(Duration time)
{
    using std::chrono::ceil;
    if (time <= std::chrono::seconds(999))
        return durationText(ceil<std::chrono::seconds>(time));
    if (time <= std::chrono::minutes(999))
        return durationText(ceil<std::chrono::minutes>(time));
    return durationText(ceil<std::chrono::hours>(time));
}

/// The most attempts of the step that end before `limit`, at least one.
int attemptsWithin(Step step, Duration limit)
{
    while (step.retry->attempts > 1 && worstCaseOf(step) > limit)
        --step.retry->attempts;
    return step.retry->attempts;
}

/// Steps whose own tries take longer than the whole flow may. Whether there is one.
bool checkTries(Checking &checking, Duration deadline)
{
    bool isAny = false;
    for (const Step &step : checking.flow.steps) {
        const Duration worst = worstCaseOf(step);
        isAny = isAny || (step.timeout && *step.timeout > deadline); // the reader has said so
        if (!step.retry || step.retry->attempts < 2 || worst <= deadline)
            continue;
        isAny = true;
        const FieldPath path = under(checking.pathOf(step), {"retry", "attempts"});
        const bool isOwn = checking.text.valueRange(path).has_value();
        Problem &problem = checking.add(
            Severity::Warning, "check.tries_above_deadline", isOwn ? path : checking.pathOf(step),
            "Worst case of " + std::to_string(step.retry->attempts) + " attempts is " + roundedUp(worst) +
                ", above the deadline of " + durationText(deadline),
            "Lower the attempts or the timeout, write total_timeout, or raise the deadline.");
        const int fitting = attemptsWithin(step, deadline);
        Step fitted = step;
        fitted.retry->attempts = fitting;
        if (isOwn && fitting > 1)
            offer(problem, "Use " + std::to_string(fitting) + " attempts",
                  checking.text.setValue(path, static_cast<std::int64_t>(fitting)));
        else if (isOwn && worstCaseOf(fitted) <= deadline && !checking.text.keyRange({"defaults", "retry"}))
            offer(problem, "Remove retry",
                  checking.text.removeField(under(checking.pathOf(step), {"retry"})));
        offer(problem, "Raise the deadline to " + roundedUp(worst),
              checking.text.setValue({"deadline"}, roundedUp(worst)));
        if (!step.timeout || *step.timeout <= deadline)
            offer(problem, "Set total_timeout to " + durationText(deadline),
                  checking.text.setValue(under(checking.pathOf(step), {"total_timeout"}),
                                         durationText(deadline)));
    }
    return isAny;
}

void checkDeadline(Checking &checking)
{
    if (!checking.flow.deadline)
        return;
    const Duration deadline = *checking.flow.deadline;
    if (checkTries(checking, deadline))
        return;
    const LongestPath path = longestPath(checking.flow);
    if (path.worst <= deadline)
        return;
    std::string way;
    for (const int step : path.steps)
        if (worstCaseOf(checking.flow.steps[static_cast<std::size_t>(step)]).count() > 0)
            way += (way.empty() ? "" : " → ") + checking.flow.steps[static_cast<std::size_t>(step)].id.value;
    Problem &problem = checking.add(
        Severity::Warning, "check.worst_case", {"deadline"},
        "Worst case " + roundedUp(path.worst) + " is above the deadline of " + durationText(deadline) + ": " +
            way,
        "Lower timeouts or attempts on that path, or raise the deadline: what is left then is cancelled.");
    offer(problem, "Raise the deadline to " + roundedUp(path.worst),
          checking.text.setValue({"deadline"}, roundedUp(path.worst)));
}

/// What may wait for ever: nothing but a cancellation would end it.
void checkForever(Checking &checking, const Step &step, const FieldPath &path)
{
    const bool hasDeadline = checking.flow.deadline && path.front() == "steps" && path.size() == 2;
    if (hasDeadline)
        return;
    if (const auto *approval = std::get_if<flow::ApprovalStep>(&step.action)) {
        if (approval->expires)
            return;
        Problem &problem =
            checking.add(Severity::Note, "check.no_expiry", under(path, {"approval"}),
                         step.id.value + " waits until somebody answers, for ever if nobody does",
                         "Write `expires`, or give the flow a deadline.");
        offer(problem, "Let it expire after 24h",
              checking.text.setValue(under(path, {"approval", "expires"}), "24h"));
        return;
    }
    const auto *wait = std::get_if<flow::WaitStep>(&step.action);
    const bool isEvent = wait && wait->event;
    const bool isProcess = std::holds_alternative<flow::ProcessStep>(step.action);
    if (step.timeout || step.totalTimeout || (!isEvent && !isProcess))
        return;
    Problem &problem =
        checking.add(Severity::Note, "check.no_timeout", under(path, {isEvent ? "wait" : "process"}),
                     step.id.value + (isEvent ? " waits for an event without an end"
                                              : " runs a command without an end to it"),
                     "Write `timeout`, or give the flow a deadline.");
    const std::string time = isEvent ? "24h" : "5m";
    offer(problem, "Set timeout to " + time, checking.text.setValue(under(path, {"timeout"}), time));
}

/// A retry that never tries again.
void checkRetry(Checking &checking, const Step &step, const FieldPath &path)
{
    const FieldPath retry = under(path, {"retry"});
    if (!step.retry || !checking.text.keyRange(retry))
        return;
    const flow::RetryPolicy &policy = *step.retry;
    const bool hasMore =
        checking.text.keyRange(under(retry, {"on"})) || checking.text.keyRange(under(retry, {"backoff"}));
    const bool isSaid = checking.text.keyRange(under(retry, {"attempts"})).has_value();
    if (policy.attempts == 1 && hasMore && isSaid) {
        Problem &problem =
            checking.add(Severity::Note, "check.retry_without_effect", under(retry, {"attempts"}),
                         "1 attempt is never tried again", "Write more attempts, or remove retry.");
        offer(problem, "Use 3 attempts", checking.text.setValue(under(retry, {"attempts"}), std::int64_t{3}));
        offer(problem, "Remove retry", checking.text.removeField(retry));
    } else if (policy.attempts > 1 && !policy.onConnection && !policy.onTimeout && policy.onStatus.empty()) {
        Problem &problem =
            checking.add(Severity::Warning, "check.retry_without_effect", under(retry, {"on"}),
                         "`on` names nothing, so nothing is tried again",
                         "Say what is tried again, or remove `on` for connection and timeout.");
        offer(problem, "Remove on", checking.text.removeField(under(retry, {"on"})));
    }
}

/// A total_timeout of one attempt says what timeout is for.
void checkTotal(Checking &checking, const Step &step, const FieldPath &path)
{
    const FieldPath total = under(path, {"total_timeout"});
    if (!step.totalTimeout || step.forEach || (step.retry && step.retry->attempts > 1) ||
        !checking.text.keyRange(total))
        return;
    Problem &problem = checking.add(Severity::Note, "check.total_without_effect", total,
                                    step.id.value + " has one attempt, which `timeout` limits",
                                    "Write more attempts, or `timeout` instead of total_timeout.");
    const bool isSame = checking.text.keyRange(under(path, {"timeout"})).has_value();
    offer(problem, isSame ? "Remove total_timeout" : "Use timeout instead",
          isSame
              ? checking.text.removeField(total)
              : together(checking.text.setValue(under(path, {"timeout"}), durationText(*step.totalTimeout)),
                         checking.text.removeField(total)));
}

} // namespace

void checkTimes(Checking &checking)
{
    checkDeadline(checking);
    checking.eachStep([&](const Step &step, const FieldPath &path) {
        checkForever(checking, step, path);
        checkRetry(checking, step, path);
        checkTotal(checking, step, path);
    });
}

} // namespace batuta::edit
