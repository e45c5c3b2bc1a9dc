// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/matching.h"
#include "app/sandbox/random.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace batuta::sandbox;

namespace {

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

/// Six skills and four courses.
Catalogue smallCatalogue()
{
    Catalogue catalogue;
    for (const char *id : {"a", "b", "c", "d", "e", "f"})
        catalogue.skills.push_back({id, id, "x"});
    catalogue.courses = {{"ab", "ab", 40, "x", {{0, 3}, {1, 3}}},
                         {"a5", "a5", 80, "x", {{0, 5}}},
                         {"cd", "cd", 20, "x", {{2, 5}, {3, 5}}},
                         {"cd-long", "cd-long", 60, "x", {{2, 5}, {3, 5}}}};
    return catalogue;
}

} // namespace

class TestSandboxMatching : public QObject
{
    Q_OBJECT
private slots:
    void weighsWhatIsMissing()
    {
        const SkillLevels levels{4, 1, 0, 0, 0, 0};
        const Gap gap = gapBetween(levels, {{0, 5, 4}, {1, 4, 2}, {2, 3, 3}});
        QCOMPARE(gap.met.size(), std::size_t(1));
        QCOMPARE(gap.missing.size(), std::size_t(2));
        QCOMPARE(gap.missing[0].skill,
                 std::size_t(2)); // weight 3, all missing, before weight 4, half missing
        QVERIFY(isNear(gap.missing[0].severity(), 3));
        QVERIFY(isNear(gap.missing[1].severity(), 2));
        QVERIFY(isNear(gap.coverage(), 1 - 5.0 / 12));
        QVERIFY(isNear(coverageOf(levels, {{0, 5, 4}, {1, 4, 2}, {2, 3, 3}}), gap.coverage()));
    }

    void isCompleteWhenNothingIsAsked()
    {
        QVERIFY(isNear(gapBetween({0}, {}).coverage(), 1));
        QVERIFY(isNear(coverageOf({0}, {}), 1));
    }

    void givesNothingForMoreThanIsAsked()
    {
        QVERIFY(isNear(coverageOf({5}, {{0, 3, 2}}), 1));
        QVERIFY(isNear(coverageOf({2}, {{0, 3, 2}}), 1));
    }

    void scoresTextAndSkillsTogether() { QVERIFY(isNear(Match({0.5, 1}).score(), 0.8)); }

    void coversTheGapWithTheCoursesThatCloseMost()
    {
        const Catalogue catalogue = smallCatalogue();
        const Gap gap =
            gapBetween(SkillLevels(6, 0), {{0, 5, 4}, {1, 2, 3}, {2, 2, 3}, {3, 2, 2}, {5, 1, 1}});
        const CoursePlan plan = coverGap(catalogue, gap, 6);
        QCOMPARE(plan.courses.size(), std::size_t(3));
        QCOMPARE(catalogue.courses[plan.courses[0].course].id, std::string("ab")); // 3.75 + 2
        QVERIFY(isNear(plan.courses[0].gain, 5.75));
        QCOMPARE(catalogue.courses[plan.courses[1].course].id,
                 std::string("cd")); // 4, and shorter than cd-long
        QCOMPARE(catalogue.courses[plan.courses[2].course].id, std::string("a5")); // what ab left of a: 1.25
        QCOMPARE(plan.courses[2].covers[0].from, 3);
        QCOMPARE(plan.courses[2].covers[0].to, 4); // not above what is asked
        QCOMPARE(plan.hours, 140);
        QCOMPARE(plan.left.size(), std::size_t(1)); // nobody teaches f
        QVERIFY(isNear(plan.coverageAfter, 11.0 / 12));
    }

    void choosesNoMoreCoursesThanAllowed()
    {
        const Gap gap = gapBetween(SkillLevels(6, 0), {{0, 5, 4}, {2, 2, 3}});
        QCOMPARE(coverGap(smallCatalogue(), gap, 1).courses.size(), std::size_t(1));
        QVERIFY(coverGap(smallCatalogue(), gap, 0).courses.empty());
    }

    void suggestsNothingWhenNothingIsMissing()
    {
        const CoursePlan plan = coverGap(smallCatalogue(), gapBetween(SkillLevels(6, 5), {{0, 5, 4}}), 6);
        QVERIFY(plan.courses.empty());
        QVERIFY(isNear(plan.coverageAfter, 1));
        QCOMPARE(plan.hours, 0);
    }

    void keepsItsPromisesOnRandomGaps()
    {
        const Catalogue catalogue = smallCatalogue();
        Random random(7);
        for (int round = 0; round < 500; ++round) {
            SkillLevels levels(6);
            std::vector<Requirement> asked;
            for (std::size_t skill = 0; skill < 6; ++skill) {
                levels[skill] = static_cast<std::uint8_t>(random.below(6));
                if (random.below(2) == 0)
                    asked.push_back({skill, 1 + static_cast<int>(random.below(5)),
                                     1 + static_cast<int>(random.below(5))});
            }
            const Gap gap = gapBetween(levels, asked);
            const CoursePlan plan = coverGap(catalogue, gap, 6);
            double gained = 0;
            for (std::size_t i = 0; i < plan.courses.size(); ++i) {
                QVERIFY(plan.courses[i].gain > 0);
                QVERIFY(i == 0 || plan.courses[i].gain <= plan.courses[i - 1].gain + 1e-9);
                gained += plan.courses[i].gain;
            }
            double left = 0;
            for (const GapItem &item : plan.left)
                left += item.severity();
            QVERIFY(isNear(gained + left, gap.missingWeight));
            QVERIFY(plan.coverageAfter >= gap.coverage() - 1e-9);
        }
    }
};

QTEST_APPLESS_MAIN(TestSandboxMatching)
#include "tst_sandbox_matching.moc"
