// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/trace/trace_sample.h"
#include "views/models/trace/critical_path.h"

#include <QTest>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

namespace {

/// Ids of the path, in its order.
QString pathOf(client::ExecutionRecord record, const client::FlowSummary *flow, int now = 0)
{
    TraceRun run;
    run.setRecord(std::move(record));
    run.setFlow(flow);
    run.updatePath(at(now));
    QStringList ids;
    for (const int step : run.path())
        ids.push_back(QString::fromStdString(run.step(step).id));
    return ids.join(' ');
}

client::StepRecord ran(const std::string &id, int start, int length)
{
    return endedStep(id, {{start, length, 200}});
}

} // namespace

class TestCriticalPath : public QObject
{
    Q_OBJECT

private slots:
    void oneStepIsItsOwnPath();
    void followsTheNeedThatEndedLast();
    void aSkippedNeedIsPassedThrough();
    void needsSharedByTwoStepsAreStillFollowed();
    void aStepOfFinallyFollowsTheLastOfAllOthers();
    void anOpenStepEndsNow();
    void withoutItsFlowTimesDecide();
    void anotherVersionOfTheFlowHasNoSay();
    void ofTwoThatEndTogetherTheLongerCounts();
    void nothingRanNothingIsCritical();
    void theTimeIsThatOfItsSteps();
    void tenThousandStepsInARow();
};

void TestCriticalPath::oneStepIsItsOwnPath()
{
    const auto flow = flowOf({{"a", {}}});
    QCOMPARE(pathOf(execution({ran("a", 0, 10)}, 10), &flow), "a");
}

void TestCriticalPath::followsTheNeedThatEndedLast()
{
    const auto flow = flowOf({{"a", {}}, {"b", {"a"}}, {"c", {"a"}}, {"d", {"b", "c"}}});
    QCOMPARE(
        pathOf(execution({ran("a", 0, 10), ran("b", 10, 5), ran("c", 10, 30), ran("d", 40, 5)}, 45), &flow),
        "a c d");
}

void TestCriticalPath::aSkippedNeedIsPassedThrough()
{
    const auto flow = flowOf({{"a", {}}, {"b", {"a"}}, {"c", {"b"}}});
    QCOMPARE(pathOf(execution({ran("a", 0, 10), endedStep("b", {}, 10), ran("c", 10, 5)}, 15), &flow), "a c");
}

void TestCriticalPath::needsSharedByTwoStepsAreStillFollowed()
{
    // d needs b and c, b needs c as well: c is on the path although d has looked at it first.
    const auto flow = flowOf({{"c", {}}, {"s", {"c"}}, {"b", {"c", "s"}}, {"d", {"b", "c", "s"}}});
    QCOMPARE(
        pathOf(execution({ran("c", 0, 10), endedStep("s", {}, 10), ran("b", 10, 10), ran("d", 20, 5)}, 25),
               &flow),
        "c b d");
}

void TestCriticalPath::aStepOfFinallyFollowsTheLastOfAllOthers()
{
    const auto flow = flowOf({{"a", {}}, {"b", {}}, {"webhook", {}}});
    client::StepRecord webhook = ran("webhook", 30, 5);
    webhook.isFinally = true;
    QCOMPARE(pathOf(execution({ran("a", 0, 30), ran("b", 0, 10), webhook}, 35), &flow), "a webhook");
}

void TestCriticalPath::anOpenStepEndsNow()
{
    const auto flow = flowOf({{"a", {}}, {"b", {"a"}}, {"c", {"a"}}});
    const auto record = execution({ran("a", 0, 10), runningStep("b", 10), ran("c", 10, 20)});
    QCOMPARE(pathOf(record, &flow, 40), "a b");
}

void TestCriticalPath::withoutItsFlowTimesDecide()
{
    QCOMPARE(
        pathOf(execution({ran("a", 0, 10), ran("b", 2, 5), ran("c", 11, 30), ran("d", 11, 3)}, 41), nullptr),
        "a c");
}

void TestCriticalPath::anotherVersionOfTheFlowHasNoSay()
{
    auto flow = flowOf({{"a", {}}, {"b", {}}});
    flow.version = "v2";
    QCOMPARE(pathOf(execution({ran("a", 0, 10), ran("b", 10, 5)}, 15), &flow), "a b");
}

void TestCriticalPath::ofTwoThatEndTogetherTheLongerCounts()
{
    const auto flow = flowOf({{"a", {}}, {"b", {}}, {"c", {"a", "b"}}});
    QCOMPARE(pathOf(execution({ran("a", 5, 5), ran("b", 0, 10), ran("c", 10, 5)}, 15), &flow), "b c");
}

void TestCriticalPath::nothingRanNothingIsCritical()
{
    const auto flow = flowOf({{"a", {}}});
    QCOMPARE(pathOf(execution({endedStep("a", {}, 0)}, 1), &flow), "");
    QCOMPARE(pathOf(execution({}, 1), &flow), "");
}

void TestCriticalPath::theTimeIsThatOfItsSteps()
{
    TraceRun run;
    const auto flow = flowOf({{"a", {}}, {"b", {"a"}}});
    // b waited for 20 ms between its attempts, and 5 ms for a free place before it began.
    run.setRecord(execution({ran("a", 0, 10), endedStep("b", {{15, 10, 503}, {45, 10, 200}})}, 55));
    run.setFlow(&flow);
    run.updatePath(at(55));
    QCOMPARE(run.pathTime(), Duration(std::chrono::milliseconds(10 + 40)));
}

void TestCriticalPath::tenThousandStepsInARow()
{
    std::vector<client::StepRecord> steps;
    for (int i = 0; i < 10'000; ++i)
        steps.push_back(ran("s" + std::to_string(i), i * 10, 10));
    QCOMPARE(pathOf(execution(steps, 100'000), nullptr).count(' '), 9'999);
}

QTEST_APPLESS_MAIN(TestCriticalPath)
#include "tst_critical_path.moc"
