// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/cohort.h"

#include "engine/store/record_row.h"

#include <algorithm>

namespace batuta::store {

std::int64_t numberOf(std::initializer_list<std::string_view> texts)
{
    constexpr std::uint64_t kPrime = 1'099'511'628'211ULL;
    std::uint64_t hash = 14'695'981'039'346'656'037ULL;
    for (const std::string_view text : texts) {
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
        hash = (hash ^ 0xff) * kPrime; // no text of ours holds this byte
    }
    return static_cast<std::int64_t>(hash);
}

std::int64_t Cohort::number() const
{
    return numberOf({flow, flowVersion, status, trigger, environment, revision});
}

Cohort cohortOf(const ExecutionRecord &record)
{
    return {record.flow,    record.flowVersion, record.status,
            record.trigger, record.environment, record.revision};
}

void FigureBook::add(const Cohort &cohort, std::int64_t start, std::int64_t count)
{
    const std::int64_t number = cohort.number();
    m_cohorts.try_emplace(number, cohort);
    for (const std::int64_t width : kTallyWidths)
        m_tallies[{width, start / width, number}] += count;
}

void FigureBook::add(const ExecutionRecord &ended, std::int64_t count)
{
    add(cohortOf(ended), micros(ended.startedAt) / kMicrosecond, count);
}

void FigureBook::add(const ExecutionRecord &ended, const Failure &failure)
{
    const std::int64_t at = micros(ended.endedAt);
    const auto [group, isNew] = m_groups.try_emplace(failure.group, Group{failure, cohortOf(ended), at, at});
    group->second.firstAt = std::min(group->second.firstAt, at);
    group->second.lastAt = std::max(group->second.lastAt, at);
}

void FigureBook::add(const FigureBook &other)
{
    m_cohorts.insert(other.m_cohorts.begin(), other.m_cohorts.end());
    for (const auto &[place, count] : other.m_tallies)
        m_tallies[place] += count;
    m_groups.insert(other.m_groups.begin(), other.m_groups.end());
}

void FigureBook::clear()
{
    m_cohorts.clear();
    m_tallies.clear();
    m_groups.clear();
}

} // namespace batuta::store
