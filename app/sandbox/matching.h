// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/catalogue.h"

#include <cstdint>
#include <vector>

namespace batuta::sandbox {

/// A person's level (0 = none, to 5) in each skill of the catalogue.
using SkillLevels = std::vector<std::uint8_t>;

/// One requirement held against what the person has.
struct GapItem
{
    std::size_t skill = 0;
    int weight = 1;
    int required = 1;
    int current = 0;

    bool isMet() const { return current >= required; }
    /// The part of the weight that is not there: 0 when met, the whole weight when the skill is missing.
    double severity() const;
};

/// What lies between a person and a target. Coverage is the weight that is there over all the weight, 0 to 1.
struct Gap
{
    std::vector<GapItem> missing; ///< worst first
    std::vector<GapItem> met;     ///< heaviest first
    double totalWeight = 0;
    double missingWeight = 0;

    double coverage() const { return totalWeight > 0 ? 1 - missingWeight / totalWeight : 1; }
};

Gap gapBetween(const SkillLevels &levels, const std::vector<Requirement> &requirements);
/// The coverage alone, for ranking many targets.
double coverageOf(const SkillLevels &levels, const std::vector<Requirement> &requirements);

/// How well a person fits a target: 0.4 of what the texts say (cosine) and 0.6 of what the skills say
/// (coverage).
struct Match
{
    double similarity = 0;
    double coverage = 0;

    double score() const { return 0.4 * similarity + 0.6 * coverage; }
};

/// What one course adds to the gap.
struct CoveredSkill
{
    std::size_t skill = 0;
    int from = 0;
    int to = 0;
    int required = 0;
};

struct CourseChoice
{
    std::size_t course = 0;
    double gain = 0; ///< weight of the gap that it closes
    std::vector<CoveredSkill> covers;
};

struct CoursePlan
{
    std::vector<CourseChoice> courses; ///< in the order chosen: the one that closes most first
    int hours = 0;
    double coverageAfter = 0;
    std::vector<GapItem> left; ///< what no chosen course closes completely
};

/// Greedy weighted set cover: again and again the course that closes most of what is left, the shorter one of
/// two equals, until nothing is gained or `most` courses are chosen.
CoursePlan coverGap(const Catalogue &catalogue, const Gap &gap, std::size_t most);

} // namespace batuta::sandbox
