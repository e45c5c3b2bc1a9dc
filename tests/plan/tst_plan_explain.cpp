// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

#include <set>

using namespace batuta;
using namespace batuta::test;
using namespace std::chrono_literals;

/// explain(step) says why a step is where it is, in every state.
class TestExplain : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatAPendingStepWaitsFor();
    void tellsWhenRoomIsMissing();
    void tellsTheNextAttempt();
    void tellsThatAStepWasFiltered();
    void hasNothingToSayOfSuccess();
    void spellsEveryStatus();
    void spellsEveryReason();
};

namespace {

QString explained(const plan::Plan &plan, int step)
{
    return shown(plan::reasonText(plan.explain(step)));
}

} // namespace

void TestExplain::tellsWhatAPendingStepWaitsFor()
{
    const expr::ObjectContext context(json::Object{});
    plan::Plan plan(flowFromText("a\nb\nc: a b\n-- y\n-- z: y"), {}, context);
    plan.start();
    QCOMPARE(explained(plan, 2), QString("Waits for a, b"));
    QCOMPARE(explained(plan, 3), QString("Waits for the end of all steps"));
    QCOMPARE(explained(plan, 4), QString("Waits for y"));
    plan.reported(0, {}, 1s);
    QCOMPARE(explained(plan, 2), QString("Waits for b"));
    plan.reported(1, {}, 1s);
    QCOMPARE(explained(plan, 2), QString());
}

void TestExplain::tellsWhenRoomIsMissing()
{
    const expr::ObjectContext context(json::Object{});
    plan::Plan plan(flowFromText("@ max=1\na\nb"), {}, context);
    plan.start();
    QCOMPARE(explained(plan, 1), QString("Waits for room: max_parallel is 1"));
}

void TestExplain::tellsTheNextAttempt()
{
    const expr::ObjectContext context(json::Object{});
    plan::Plan plan(flowFromText("@ max=1\na retry=3 backoff=1s\nb"), {}, context);
    plan.start();
    plan.reported(0, {plan::Outcome::Kind::Failed, plan::Outcome::Cause::Timeout, 0, {}}, 1s);
    QCOMPARE(plan.state(0).status, plan::StepStatus::Backoff);
    QCOMPARE(explained(plan, 0), QString("Waits for attempt 2"));
    plan.timeReached(2s);
    QCOMPARE(plan.state(0).status, plan::StepStatus::Pending);
    QCOMPARE(explained(plan, 0), QString("Waits for room: max_parallel is 1"));
}

void TestExplain::tellsThatAStepWasFiltered()
{
    const expr::ObjectContext context(json::Object{});
    plan::PlanOptions some;
    some.dropped = {true, false};
    plan::Plan plan(flowFromText("a\nb: a"), some, context);
    plan.start();
    QCOMPARE(explained(plan, 0), QString("Taken away by a filter"));
    QCOMPARE(plan.state(1).status, plan::StepStatus::Running);

    plan::PlanOptions all;
    all.dropped = {true, true};
    plan::Plan empty(flowFromText("a\nb: a\n-- z"), all, context);
    empty.start();
    QCOMPARE(explained(empty, 2), QString("Taken away by a filter"));
}

void TestExplain::hasNothingToSayOfSuccess()
{
    const VirtualRun run(flowFromText("a retry=2 backoff=1s"), scriptFromText("a=503,ok"));
    QCOMPARE(run.plan().explain(0).code, plan::Reason::Code::None);
}

void TestExplain::spellsEveryStatus()
{
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(plan::StepStatus::CriticalError); ++i) {
        const auto status = static_cast<plan::StepStatus>(i);
        QVERIFY(names.insert(plan::statusName(status)).second);
        QCOMPARE(plan::isEnd(status), i >= static_cast<int>(plan::StepStatus::Success));
    }
    QVERIFY(!names.count(""));
    QCOMPARE(shown(plan::statusName(plan::StepStatus::NotRun)), QString("not_run"));
    QCOMPARE(shown(plan::statusName(plan::ExecutionStatus::Cancelled)), QString("cancelled"));
}

void TestExplain::spellsEveryReason()
{
    std::set<std::string> texts;
    for (int i = 1; i <= static_cast<int>(plan::Reason::Code::Reported); ++i) {
        const std::string text = plan::reasonText({static_cast<plan::Reason::Code>(i), "X"});
        QVERIFY2(!text.empty(), std::to_string(i).c_str());
        QVERIFY2(texts.insert(text).second, text.c_str());
    }
    QCOMPARE(shown(plan::reasonText({})), QString());
}

QTEST_APPLESS_MAIN(TestExplain)
#include "tst_plan_explain.moc"
