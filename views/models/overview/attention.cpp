// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/overview/attention.h"

#include <algorithm>
#include <tuple>

namespace batuta::views {
namespace {

using Kind = Cause::Kind;
using Severity = Cause::Severity;

void note(std::vector<std::string> &all, const std::string &one)
{
    if (!one.empty() && std::ranges::find(all, one) == all.end())
        all.push_back(one);
}

Cause &causeOf(std::vector<Cause> &causes, Kind kind, const std::string &subject, const std::string &step)
{
    for (Cause &cause : causes)
        if (cause.kind == kind && cause.subject == subject && cause.step == step)
            return cause;
    Cause &fresh = causes.emplace_back();
    fresh.kind = kind;
    fresh.subject = subject;
    fresh.step = step;
    return fresh;
}

void setSince(Cause &cause, WallTime at)
{
    cause.since = cause.since == WallTime{} ? at : std::min(cause.since, at);
}

Severity severityOf(const std::string &name)
{
    return name == "critical" ? Severity::Critical : name == "info" ? Severity::Info : Severity::Warning;
}

void addAlerts(std::vector<Cause> &causes, const std::vector<series::Alert> &alerts, WallTime now)
{
    for (const series::Alert &alert : alerts) {
        if (alert.state != series::AlertState::Firing || alert.mutedUntil > now)
            continue;
        Cause &cause = causes.emplace_back();
        cause.kind = Kind::Alert;
        cause.severity = severityOf(alert.rule.severity);
        cause.radius = static_cast<std::int64_t>(alert.samples);
        cause.since = alert.since;
        cause.subject = alert.rule.title.empty() ? alert.rule.name : alert.rule.title;
        cause.keys = {alert.rule.name};
        cause.value = alert.value;
    }
}

} // namespace

std::vector<Cause> causesOf(const Troubles &troubles, WallTime now)
{
    std::vector<Cause> causes;
    for (const client::FailureGroup &group : troubles.failures) {
        if (group.isAddressed)
            continue;
        Cause &cause = causeOf(causes, Kind::Failure, group.pattern, group.step);
        cause.severity = Severity::Critical;
        cause.radius += group.count;
        setSince(cause, group.firstSeen);
        note(cause.flows, group.flow);
        note(cause.keys, group.key);
    }
    for (const client::WaitingStep &step : troubles.waiting) {
        if (step.kind != "approval")
            continue;
        Cause &cause = causeOf(causes, Kind::Approval, step.reason, step.step);
        ++cause.radius;
        setSince(cause, step.since);
        note(cause.flows, step.flow);
        note(cause.keys, step.execution);
    }
    addAlerts(causes, troubles.alerts, now);
    if (!troubles.problems.empty()) {
        Cause &cause = causes.emplace_back();
        cause.kind = Kind::Problems;
        cause.radius = static_cast<std::int64_t>(troubles.problems.size());
        cause.subject = errorText(troubles.problems.front());
    }
    for (const EnvironmentTrouble &trouble : troubles.environments) {
        if (trouble.errors == 0)
            continue;
        Cause &cause = causes.emplace_back();
        cause.kind = Kind::Environment;
        cause.radius = trouble.errors;
        cause.subject = trouble.name;
    }
    const auto rank = [](const Cause &cause) {
        return std::tuple(-static_cast<int>(cause.severity), -cause.radius, cause.since);
    };
    std::ranges::stable_sort(causes, {}, rank);
    return causes;
}

} // namespace batuta::views
