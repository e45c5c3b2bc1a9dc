// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/cohort.h"
#include "engine/store/figures.h"
#include "engine/store/payload.h"
#include "engine/store/time_grid.h"

#include <functional>
#include <optional>
#include <set>

namespace batuta::store {

/// Port: what figures are made of, in one kind of database. For one thread at a time; every function that is
/// given hears each row once, before the call returns.
class FigureSource
{
public:
    virtual ~FigureSource() = default;

    /// The seconds in which the first and the last execution began; zeros when there is none.
    virtual Result<std::pair<std::int64_t, std::int64_t>> extent() = 0;
    virtual Status cohorts(const std::function<void(std::int64_t, Cohort)> &row) = 0;
    /// The first and the last hour (3,600 seconds after 1970) in which one of them began; nothing when none
    /// did.
    virtual Result<std::optional<std::pair<std::int64_t, std::int64_t>>>
    hoursOf(const std::vector<std::int64_t> &cohorts) = 0;
    /// Cohort, bucket, count.
    using Counted = std::function<void(std::int64_t, std::size_t, std::int64_t)>;
    virtual Status tallies(const Stretch &stretch, const TimeGrid &grid, const Counted &row) = 0;
    /// What has not ended: the second of its start.
    virtual Status running(const TimeGrid &grid, const std::function<void(Cohort, std::int64_t)> &row) = 0;
    /// Group, cohort, bucket, count.
    using Failed = std::function<void(std::int64_t, std::int64_t, std::size_t, std::int64_t)>;
    virtual Status failures(const TimeGrid &grid, std::optional<std::int64_t> group, const Failed &row) = 0;
    virtual Status groups(const std::function<void(std::int64_t, FigureBook::Group)> &row) = 0;
    /// The newest of a group: id and error.
    virtual Status samples(std::int64_t group, const TimeGrid &grid, int most,
                           const std::function<void(std::string, std::string)> &row) = 0;
    /// The newest executions whose id lies between two, at most `most`.
    virtual Result<std::vector<ExecutionRecord>> idsBetween(const IdBytes &first, const IdBytes &last,
                                                            int most) = 0;
    virtual Result<ExecutionPage> page(const ExecutionQuery &query) = 0;
    virtual Result<std::vector<std::pair<std::string, std::string>>> keptUnder(const std::string &prefix) = 0;
};

/// The answers of the history, whatever it is kept in. `now` is where open ends of time are.
Result<RunFigures> countRuns(FigureSource &source, const FiguresQuery &query, WallTime now);
Result<FailureReport> reportFailures(FigureSource &source, const FailureQuery &query, WallTime now);
Result<Found> lookUpId(FigureSource &source, const FindQuery &query);

/// The same query, looking only where there can be rows: what is filtered by has no index of its own.
Result<ExecutionQuery> narrowed(FigureSource &source, const ExecutionQuery &query);

/// Where what people noted on a group is kept.
std::string noteKey(std::string_view failureKey);
std::string writeNote(const FailureNote &note);
FailureNote readNote(std::string_view text);

} // namespace batuta::store
