// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/failure.h"
#include "engine/store/records.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace batuta::store {

/// What executions are counted by. All that share the values are a cohort; its number is made of them, so
/// that whoever writes needs to ask nobody for it.
struct Cohort
{
    std::string flow;
    std::string flowVersion;
    std::string status;
    std::string trigger;
    std::string environment;
    std::string revision;

    bool operator==(const Cohort &) const = default;
    std::int64_t number() const;
};

Cohort cohortOf(const ExecutionRecord &record);

/// FNV-1a over texts, each with its end marked.
std::int64_t numberOf(std::initializer_list<std::string_view> texts);

/// Ended executions are counted by their start, by the minute and by the hour.
inline constexpr std::array<std::int64_t, 2> kTallyWidths{60, 3'600};
inline constexpr std::int64_t kMicrosecond = 1'000'000;

/// What one transaction changes in the figures; small, however many executions it writes.
class FigureBook
{
public:
    /// Width and slot (so many widths after 1970), cohort.
    using Place = std::tuple<std::int64_t, std::int64_t, std::int64_t>;
    struct Group
    {
        Failure failure;
        Cohort cohort;
        std::int64_t firstAt = 0; ///< microseconds; ends of executions
        std::int64_t lastAt = 0;
    };

    /// `count` executions of the cohort that began in the second `start` (below 0: they are gone).
    void add(const Cohort &cohort, std::int64_t start, std::int64_t count);
    void add(const ExecutionRecord &ended, std::int64_t count);
    void add(const ExecutionRecord &ended, const Failure &failure);
    void add(const FigureBook &other);
    bool isEmpty() const { return m_tallies.empty() && m_groups.empty(); }
    void clear();

    // In the order of their keys, so that writers on one server never wait for each other in a circle.
    const std::map<std::int64_t, Cohort> &cohorts() const { return m_cohorts; }
    const std::map<Place, std::int64_t> &tallies() const { return m_tallies; }
    const std::map<std::int64_t, Group> &groups() const { return m_groups; }

private:
    std::map<std::int64_t, Cohort> m_cohorts;
    std::map<Place, std::int64_t> m_tallies;
    std::map<std::int64_t, Group> m_groups;
};

} // namespace batuta::store
