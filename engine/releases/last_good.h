// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"
#include "engine/cloud/values.h"
#include "engine/cloud/watch_values.h"

#include <string>
#include <vector>

namespace batuta::releases {

/// A time in which requests came without a pause.
struct Window
{
    WallTime from{}, to{};
    double requests = 0;
    double failures = 0;

    bool operator==(const Window &) const = default;
};

/// What the figures say of one revision in the time that was looked at.
struct Record
{
    std::string revision;
    Duration served{}; ///< in which requests came
    double requests = 0;
    double failures = 0;           ///< answered with 5xx
    std::vector<Window> windows{}; ///< the oldest first

    double failureShare() const { return requests > 0 ? failures / requests : 0; }
};

/// The records behind counts of requests by revision_name and response_code_class, one point a step.
std::vector<Record> recordsOf(const std::vector<cloud::Series> &counts, Duration step);
/// What one step of the question below is long.
inline constexpr Duration kRecordStep = std::chrono::hours(1);
/// The question to Monitoring that recordsOf() reads.
cloud::SeriesQuery recordQuery(const cloud::ServiceName &service, WallTime from, WallTime to);

/// A revision one could go back to, or why not.
struct Candidate
{
    std::string revision;
    Record record;
    bool isPossible = false;
    std::string why; ///< for people, one sentence
};

/// Where to go back to, chosen by evidence.
struct LastGood
{
    std::string revision; ///< "" when there is none
    std::string why;
    std::vector<Candidate> candidates; ///< the best first, those that are out of the question last
};

/// Of the revisions that are ready, without the newest of those that serve now: those that failed least, then
/// the one that served longest, then the newest. Without figures: the newest that is older than what serves
/// now.
LastGood lastKnownGood(const cloud::Service &service, const std::vector<cloud::Revision> &revisions,
                       const std::vector<Record> &records);

} // namespace batuta::releases
