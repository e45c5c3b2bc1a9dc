// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/worst_case.h"

#include <algorithm>

namespace batuta::edit {
namespace {

using flow::Step;

constexpr Duration kHttpTimeout = std::chrono::seconds(120); ///< of a call that says nothing
constexpr double kLongest = 1e15;                            ///< microseconds: sums stay far from the end

Duration clamped(double microseconds)
{
    return Duration(static_cast<Duration::rep>(std::min(microseconds, kLongest)));
}

/// Of one attempt.
Duration attemptOf(const Step &step)
{
    if (step.timeout)
        return *step.timeout;
    if (std::holds_alternative<flow::HttpStep>(step.action))
        return kHttpTimeout;
    if (const auto *approval = std::get_if<flow::ApprovalStep>(&step.action))
        return approval->expires.value_or(Duration{});
    if (const auto *run = std::get_if<flow::CloudRunStep>(&step.action)) // "" and expressions are no time
        return parseDuration(run->with.source()["for"].asString()).value_or(Duration{});
    const auto *wait = std::get_if<flow::WaitStep>(&step.action);
    if (!wait || !wait->duration || !wait->duration->isLiteral())
        return {};
    const Result<Duration> time = parseDuration(wait->duration->text());
    return time ? *time : Duration{};
}

double waitsOf(const flow::RetryPolicy &policy)
{
    double sum = 0;
    double next = static_cast<double>(policy.backoff.first.count());
    for (int attempt = 1; attempt < policy.attempts; ++attempt) {
        sum += std::min(next, static_cast<double>(policy.backoff.max.count()));
        next = std::min(next * policy.backoff.factor, kLongest);
    }
    return sum;
}

bool triesAgain(const flow::RetryPolicy &policy)
{
    return policy.attempts > 1 && (policy.onConnection || policy.onTimeout || !policy.onStatus.empty());
}

} // namespace

Duration worstCaseOf(const Step &step)
{
    const auto attempt = static_cast<double>(attemptOf(step).count());
    if (step.totalTimeout && (attempt <= 0 || step.forEach)) // it alone bounds commands and items
        return *step.totalTimeout;
    double all = attempt;
    if (attempt > 0 && step.retry && triesAgain(*step.retry))
        all = attempt * step.retry->attempts + waitsOf(*step.retry);
    return step.totalTimeout ? std::min(clamped(all), *step.totalTimeout) : clamped(all);
}

std::vector<int> inOrderOfNeeds(const std::vector<Step> &steps)
{
    std::vector<int> missing(steps.size(), 0);
    std::vector<std::vector<int>> dependants(steps.size());
    std::vector<int> order;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        missing[i] = static_cast<int>(steps[i].needs.size());
        for (const int need : steps[i].needs)
            dependants[static_cast<std::size_t>(need)].push_back(static_cast<int>(i));
        if (steps[i].needs.empty())
            order.push_back(static_cast<int>(i));
    }
    for (std::size_t next = 0; next < order.size(); ++next)
        for (const int dependant : dependants[static_cast<std::size_t>(order[next])])
            if (--missing[static_cast<std::size_t>(dependant)] == 0)
                order.push_back(dependant);
    return order;
}

LongestPath longestPath(const flow::Flow &flow)
{
    std::vector<double> ends(flow.steps.size(), 0);
    std::vector<int> before(flow.steps.size(), -1);
    int last = -1;
    for (const int position : inOrderOfNeeds(flow.steps)) {
        const auto at = static_cast<std::size_t>(position);
        for (const int need : flow.steps[at].needs) {
            if (before[at] < 0 ||
                ends[static_cast<std::size_t>(need)] > ends[static_cast<std::size_t>(before[at])])
                before[at] = need;
        }
        ends[at] = static_cast<double>(worstCaseOf(flow.steps[at]).count()) +
                   (before[at] < 0 ? 0 : ends[static_cast<std::size_t>(before[at])]);
        if (last < 0 || ends[at] > ends[static_cast<std::size_t>(last)])
            last = position;
    }
    LongestPath path;
    if (last < 0)
        return path;
    path.worst = clamped(ends[static_cast<std::size_t>(last)]);
    for (; last >= 0; last = before[static_cast<std::size_t>(last)])
        path.steps.push_back(last);
    std::reverse(path.steps.begin(), path.steps.end());
    return path;
}

} // namespace batuta::edit
