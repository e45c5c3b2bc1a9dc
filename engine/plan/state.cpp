// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/state.h"

namespace batuta::plan {
namespace {

constexpr const char *kMendTotal = ". Raise total_timeout, or lower timeout, attempts or backoff";

} // namespace

std::string_view statusName(StepStatus status)
{
    switch (status) {
    case StepStatus::Pending:
        return "pending";
    case StepStatus::Running:
        return "running";
    case StepStatus::Backoff:
        return "waiting";
    case StepStatus::Held:
        return "held";
    case StepStatus::Success:
        return "success";
    case StepStatus::Failed:
        return "failed";
    case StepStatus::Skipped:
        return "skipped";
    case StepStatus::Cancelled:
        return "cancelled";
    case StepStatus::NotRun:
        return "not_run";
    case StepStatus::CriticalError:
        return "critical_error";
    }
    return "";
}

std::string_view statusName(ExecutionStatus status)
{
    switch (status) {
    case ExecutionStatus::Running:
        return "running";
    case ExecutionStatus::Success:
        return "success";
    case ExecutionStatus::Failed:
        return "failed";
    case ExecutionStatus::Cancelled:
        return "cancelled";
    }
    return "";
}

bool isEnd(StepStatus status)
{
    return status >= StepStatus::Success;
}

std::string reasonText(const Reason &reason)
{
    const std::string &subject = reason.subject;
    switch (reason.code) {
    case Reason::Code::None:
        return {};
    case Reason::Code::WaitsForNeeds:
        return "Waits for " + subject;
    case Reason::Code::WaitsForRoom:
        return "Waits for room: max_parallel is " + subject;
    case Reason::Code::WaitsForRetry:
        return "Waits for attempt " + subject;
    case Reason::Code::AtBreakpoint:
        return "Held at a breakpoint";
    case Reason::Code::Paused:
        return "The execution is paused";
    case Reason::Code::Pinned:
        return "Not called: has its output from " + subject;
    case Reason::Code::NothingToUndo:
        return "Nothing to undo: " + subject;
    case Reason::Code::Filtered:
        return "Taken away by a filter";
    case Reason::Code::SkipRule:
        return "Skipped: " + subject;
    case Reason::Code::ConditionFalse:
        return "Condition is false: " + subject;
    case Reason::Code::UrlNotConfigured:
        return "URL not configured: " + subject;
    case Reason::Code::KeyNotConfigured:
        return "Not configured: " + subject;
    case Reason::Code::NeedNotMet:
        return "Needs " + subject + ", which did not succeed";
    case Reason::Code::Aborted:
        return "Aborted by " + subject;
    case Reason::Code::CancelRequested:
        return subject.empty() ? "Cancelled on request" : "Cancelled on request: " + subject;
    case Reason::Code::DeadlineExceeded:
        return "Deadline of " + subject + " exceeded";
    case Reason::Code::TotalTimeout: // of a foreach it may tell of an item that says it already
        return subject + (subject.ends_with(kMendTotal) ? "" : kMendTotal);
    case Reason::Code::Reported:
        return subject;
    }
    return {};
}

} // namespace batuta::plan
