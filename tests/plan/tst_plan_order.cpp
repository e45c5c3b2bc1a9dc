// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::test;

/// Which step starts when: needs, file order, max_parallel.
class TestOrder : public QObject
{
    Q_OBJECT

private slots:
    void startsStepsInOrder_data();
    void startsStepsInOrder();
    void anEmptyPlanFinishesAtOnce_data();
    void anEmptyPlanFinishesAtOnce();
    void optionsOverrideTheFlowsLimit();
    void aLimitBelowOneIsOne();
    void droppedStepsHandOnTheirNeeds();
    void ignoresReportsOfStepsThatDoNotRun();
};

void TestOrder::startsStepsInOrder_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("log");
    const auto row = [](const char *name, const char *flow, const char *script, const char *log) {
        QTest::newRow(name) << QByteArray(flow) << QByteArray(script) << log;
    };
    row("one step", "a", "", "0s start a\n1s a success\n1s finished success");
    row("a chain", "a\nb: a\nc: b", "b=ok/3s",
        "0s start a\n1s a success\n1s start b\n4s b success\n4s start c\n5s c success\n5s finished success");
    row("side by side", "a\nb", "",
        "0s start a\n0s start b\n1s a success\n1s b success\n1s finished success");
    row("file order decides, not needs order", "@ max=1\na\nb\nc\nd: c b a", "",
        "0s start a\n1s a success\n1s start b\n2s b success\n2s start c\n3s c success\n3s start d\n"
        "4s d success\n4s finished success");
    row("an earlier step that becomes ready later still goes first", "@ max=1\nx\na: x\nb\nc", "",
        "0s start x\n1s x success\n1s start a\n2s a success\n2s start b\n3s b success\n3s start c\n"
        "4s c success\n4s finished success");
    row("a diamond waits for both sides", "a\nb: a\nc: a\nd: b c", "b=ok/2s",
        "0s start a\n1s a success\n1s start b\n1s start c\n2s c success\n3s b success\n3s start d\n"
        "4s d success\n4s finished success");
    row("two at a time", "@ max=2\na\nb\nc\nd", "a=ok/3s",
        "0s start a\n0s start b\n1s b success\n1s start c\n2s c success\n2s start d\n3s a success\n"
        "3s d success\n3s finished success");
}

void TestOrder::startsStepsInOrder()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    QTEST(shown(logOf(flow.toStdString(), script.toStdString())), "log");
}

void TestOrder::anEmptyPlanFinishesAtOnce_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<int>("dropped");
    QTest::newRow("no steps") << QByteArray("") << 0;
    QTest::newRow("only finally") << QByteArray("-- z") << 0;
    QTest::newRow("all steps dropped") << QByteArray("a\nb: a\n-- z") << 2;
}

void TestOrder::anEmptyPlanFinishesAtOnce()
{
    QFETCH(QByteArray, flow);
    QFETCH(int, dropped);
    RunSettings settings;
    settings.options.dropped.assign(static_cast<std::size_t>(dropped), true);
    const VirtualRun run(flowFromText(flow.toStdString()), scriptFromText(""), settings);
    QCOMPARE(shown(run.log()), QString("0s finished success"));
    QVERIFY(run.plan().isEmpty());
}

void TestOrder::optionsOverrideTheFlowsLimit()
{
    RunSettings settings;
    settings.options.maxParallel = 1;
    QCOMPARE(shown(logOf("@ max=8\na\nb", "", settings)),
             QString("0s start a\n1s a success\n1s start b\n2s b success\n2s finished success"));
}

void TestOrder::aLimitBelowOneIsOne()
{
    RunSettings settings;
    settings.options.maxParallel = 0;
    QCOMPARE(shown(logOf("a\nb", "", settings)),
             QString("0s start a\n1s a success\n1s start b\n2s b success\n2s finished success"));
}

void TestOrder::droppedStepsHandOnTheirNeeds()
{
    RunSettings settings;
    settings.options.dropped = {false, true, true};
    QCOMPARE(shown(logOf("a\nb: a\nc: b\nd: c", "a=ok/2s", settings)),
             QString("0s start a\n2s a success\n2s start d\n3s d success\n3s finished success"));
}

void TestOrder::ignoresReportsOfStepsThatDoNotRun()
{
    const expr::ObjectContext context(json::Object{});
    plan::Plan plan(flowFromText("a\nb: a"), {}, context);
    const plan::Outcome done;
    QVERIFY(plan.start().size() == 1);
    QVERIFY(plan.reported(1, done, {}).empty());
    QVERIFY(!plan.reported(0, done, {}).empty());
    QVERIFY(plan.reported(0, done, {}).empty());
    QCOMPARE(plan.running(), 1);
    QCOMPARE(plan.reported(1, done, {}).back().kind, plan::Decision::Kind::Finished);
    QVERIFY(plan.reported(1, done, {}).empty());
    QVERIFY(plan.cancel({}).empty());
    QVERIFY(plan.timeReached(std::chrono::hours(1)).empty());
    QVERIFY(!plan.nextWake());
}

QTEST_APPLESS_MAIN(TestOrder)
#include "tst_plan_order.moc"
