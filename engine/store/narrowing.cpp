// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/figure_source.h"

#include <algorithm>
#include <limits>

namespace batuta::store {
namespace {

constexpr std::int64_t kHourSeconds = 3'600;
constexpr std::size_t kMostCohorts = 2'000;

bool fits(const Cohort &cohort, const ExecutionQuery &query)
{
    const auto is = [](const std::string &wanted, const std::string &value) {
        return Choice(wanted).fits(value);
    };
    return is(query.flow, cohort.flow) && is(query.flowVersion, cohort.flowVersion) &&
           is(query.revision, cohort.revision) && is(query.trigger, cohort.trigger) &&
           is(query.environment, cohort.environment);
}

/// Others have an index that leads to their rows.
bool isWorthIt(const ExecutionQuery &query)
{
    const bool hasIndex = !query.userId.empty() || !query.sessionId.empty() || !query.correlationId.empty() ||
                          !query.failure.empty() || asksForOne(query.errorCode);
    return !hasIndex && (!query.flowVersion.empty() || !query.revision.empty() || !query.trigger.empty() ||
                         !query.environment.empty());
}

WallTime timeOf(std::int64_t second)
{
    return WallTime(Duration(second * kMicrosecond));
}

} // namespace

Result<ExecutionQuery> narrowed(FigureSource &source, const ExecutionQuery &query)
{
    if (!isWorthIt(query))
        return query;
    std::vector<std::int64_t> numbers;
    Status read = source.cohorts([&](std::int64_t number, const Cohort &cohort) {
        if (fits(cohort, query))
            numbers.push_back(number);
    });
    if (!read)
        return read.error();
    if (numbers.size() > kMostCohorts)
        return query;
    std::int64_t first = std::numeric_limits<std::int64_t>::max(), last = 0;
    const auto hours = source.hoursOf(numbers);
    if (!hours)
        return hours.error();
    if (*hours) {
        first = (*hours)->first * kHourSeconds;
        last = ((*hours)->second + 1) * kHourSeconds;
    }
    constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max() / kMicrosecond;
    const TimeGrid always{0, kEnd, 0, kEnd};
    read = source.running(always, [&](const Cohort &cohort, std::int64_t second) {
        if (!fits(cohort, query))
            return;
        first = std::min(first, second);
        last = std::max(last, second + 1);
    });
    if (!read)
        return read.error();
    ExecutionQuery narrow = query;
    if (last == 0) // nobody: a time in which nothing began
        first = last = 1;
    narrow.since = std::max(query.since.value_or(WallTime{}), timeOf(first));
    narrow.until = std::min(query.until.value_or(WallTime::max()), timeOf(last));
    return narrow;
}

} // namespace batuta::store
