// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/matching.h"

#include <algorithm>

namespace batuta::sandbox {
namespace {

GapItem itemFor(const SkillLevels &levels, const Requirement &requirement)
{
    return {requirement.skill, requirement.weight, requirement.level, levels[requirement.skill]};
}

/// The open items of a gap by skill, so that a course's lessons find theirs at once.
class OpenGap
{
public:
    OpenGap(std::size_t skills, const Gap &gap)
        : m_items(gap.missing)
        , m_bySkill(skills, -1)
    {
        for (std::size_t i = 0; i < m_items.size(); ++i)
            m_bySkill[m_items[i].skill] = static_cast<int>(i);
    }

    CourseChoice tryCourse(const Course &course, std::size_t index) const
    {
        CourseChoice choice{index, 0, {}};
        for (const Lesson &lesson : course.lessons) {
            const int at = m_bySkill[lesson.skill];
            if (at < 0)
                continue;
            GapItem item = m_items[static_cast<std::size_t>(at)];
            const int reached = std::min(lesson.level, item.required);
            if (reached <= item.current)
                continue;
            const double before = item.severity();
            choice.covers.push_back({item.skill, item.current, reached, item.required});
            item.current = reached;
            choice.gain += before - item.severity();
        }
        return choice;
    }

    void take(const CourseChoice &choice)
    {
        for (const CoveredSkill &covered : choice.covers)
            m_items[static_cast<std::size_t>(m_bySkill[covered.skill])].current = covered.to;
    }

    std::vector<GapItem> left() const
    {
        std::vector<GapItem> open;
        std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(open),
                     [](const GapItem &item) { return !item.isMet(); });
        return open;
    }

private:
    std::vector<GapItem> m_items;
    std::vector<int> m_bySkill;
};

} // namespace

double GapItem::severity() const
{
    return isMet() ? 0 : static_cast<double>(weight) * (required - current) / required;
}

Gap gapBetween(const SkillLevels &levels, const std::vector<Requirement> &requirements)
{
    Gap gap;
    for (const Requirement &requirement : requirements) {
        const GapItem item = itemFor(levels, requirement);
        gap.totalWeight += item.weight;
        gap.missingWeight += item.severity();
        (item.isMet() ? gap.met : gap.missing).push_back(item);
    }
    std::stable_sort(gap.missing.begin(), gap.missing.end(),
                     [](const GapItem &a, const GapItem &b) { return a.severity() > b.severity(); });
    std::stable_sort(gap.met.begin(), gap.met.end(),
                     [](const GapItem &a, const GapItem &b) { return a.weight > b.weight; });
    return gap;
}

double coverageOf(const SkillLevels &levels, const std::vector<Requirement> &requirements)
{
    double total = 0;
    double missing = 0;
    for (const Requirement &requirement : requirements) {
        total += requirement.weight;
        missing += itemFor(levels, requirement).severity();
    }
    return total > 0 ? 1 - missing / total : 1;
}

CoursePlan coverGap(const Catalogue &catalogue, const Gap &gap, std::size_t most)
{
    OpenGap open(catalogue.skills.size(), gap);
    CoursePlan plan;
    double missing = gap.missingWeight;
    while (plan.courses.size() < most) {
        CourseChoice best;
        for (std::size_t i = 0; i < catalogue.courses.size(); ++i) {
            CourseChoice choice = open.tryCourse(catalogue.courses[i], i);
            constexpr double kTie = 1e-9;
            const bool shorter = catalogue.courses[i].hours < catalogue.courses[best.course].hours;
            if (choice.gain > best.gain + kTie ||
                (choice.gain > best.gain - kTie && choice.gain > 0 && shorter))
                best = std::move(choice);
        }
        if (best.gain <= 0)
            break;
        open.take(best);
        missing -= best.gain;
        plan.hours += catalogue.courses[best.course].hours;
        plan.courses.push_back(std::move(best));
    }
    plan.left = open.left();
    plan.coverageAfter = gap.totalWeight > 0 ? std::clamp(1 - missing / gap.totalWeight, 0.0, 1.0) : 1;
    return plan;
}

} // namespace batuta::sandbox
