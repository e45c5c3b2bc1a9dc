// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::test;
using namespace std::chrono_literals;

/// What undoes the steps that succeeded, when the execution did not.
class TestUndo : public QObject
{
    Q_OBJECT

private slots:
    void undoes_data();
    void undoes();
    void saysWhatAnUndoWaitsFor();
    void endsSilentlyWhenNothingIsUndone();
    void hasNoUndoOfADroppedStep();
};

void TestUndo::undoes_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("commands");
    QTest::addColumn<QString>("log");
    const auto row = [](const char *name, const char *flow, const char *script, const char *commands,
                        const char *log) {
        QTest::newRow(name) << QByteArray(flow) << QByteArray(script) << QByteArray(commands) << log;
    };
    row("success undoes nothing", "a\n~ a", "", "", "0s start a\n1s a success\n1s finished success");
    row("in reverse order of ending, before finally", "a\n~ a\nb\n~ b\nc: a b\n-- z", "a=ok/2s c=fail", "",
        "0s start a\n0s start b\n1s b success\n2s a success\n2s start c\n3s c failed (broken)\n"
        "3s start a_undo\n4s a_undo success\n4s start b_undo\n5s b_undo success\n5s start z\n6s z success\n"
        "6s finished failed");
    row("what did not succeed has nothing to undo", "a\n~ a\nb: a\n~ b\nc: b\n~ c", "b=fail", "",
        "0s start a\n1s a success\n1s start b\n2s b failed (broken)\n"
        "2s c skipped (Needs b, which did not succeed)\n2s b_undo skipped (Nothing to undo: b)\n"
        "2s c_undo skipped (Nothing to undo: c)\n2s start a_undo\n3s a_undo success\n3s finished failed");
    row("nothing at all to undo is no phase", "a\n~ a", "a=fail", "",
        "0s start a\n1s a failed (broken)\n1s finished failed");
    row("a failed undo does not stop the others", "a\n~ a\nb: a\n~ b\nc: b\n-- z if=failure()",
        "c=fail b_undo=fail", "",
        "0s start a\n1s a success\n1s start b\n2s b success\n2s start c\n3s c failed (broken)\n"
        "3s start b_undo\n4s b_undo failed (broken)\n4s start a_undo\n5s a_undo success\n5s start z\n"
        "6s z success\n6s finished failed");
    row("nor does a critical one", "a\n~ a on_failure=abort\nb: a\n~ b on_failure=abort\nc: b",
        "c=fail b_undo=critical a_undo=fail", "",
        "0s start a\n1s a success\n1s start b\n2s b success\n2s start c\n3s c failed (broken)\n"
        "3s start b_undo\n4s b_undo critical_error (no payload)\n4s start a_undo\n"
        "5s a_undo failed (broken)\n5s finished failed");
    row("each with its own retry, one at a time", "a\n~ a\nb: a\n~ b retry=2 backoff=3s\nc: b",
        "c=fail b_undo=503,ok", "",
        "0s start a\n1s a success\n1s start b\n2s b success\n2s start c\n3s c failed (broken)\n"
        "3s start b_undo\n4s retry b_undo at 7s\n7s start b_undo#2\n8s b_undo success\n8s start a_undo\n"
        "9s a_undo success\n9s finished failed");
    row("after an abort, and retried although it stopped", "a\n~ a retry=2 backoff=0s\nb: a on_failure=abort",
        "b=fail a_undo=503,ok", "",
        "0s start a\n1s a success\n1s start b\n2s b failed (broken)\n2s start a_undo\n3s retry a_undo at 3s\n"
        "3s start a_undo#2\n4s a_undo success\n4s finished failed");
    row("after the deadline, and not under it", "@ deadline=3s\na\n~ a\nb: a", "b=ok/9s a_undo=ok/9s", "",
        "0s start a\n1s a success\n1s start b\n3s cancel b\n3s b cancelled (Deadline of 3s exceeded)\n"
        "3s start a_undo\n12s a_undo success\n12s finished failed");
    row("cancelled without compensation", "a\n~ a\nb: a", "b=ok/9s", "3s cancel",
        "0s start a\n1s a success\n1s start b\n3s cancel b\n3s b cancelled (Cancelled on request)\n"
        "3s finished cancelled");
    row("cancelled with compensation", "a\n~ a\nb: a", "b=ok/9s", "3s cancel+undo",
        "0s start a\n1s a success\n1s start b\n3s cancel b\n3s b cancelled (Cancelled on request)\n"
        "3s start a_undo\n4s a_undo success\n4s finished cancelled");
    row("the second cancel may ask for compensation", "a\n~ a\nb: a", "b=ok/9s!", "3s cancel, 4s cancel+undo",
        "0s start a\n1s a success\n1s start b\n3s cancel b\n10s b success\n10s start a_undo\n"
        "11s a_undo success\n11s finished cancelled");
    row("a cancel does not stop the undo", "a\n~ a retry=2 backoff=1s\nb: a", "b=fail a_undo=503/2s,ok",
        "3s cancel, 5s cancel+undo",
        "0s start a\n1s a success\n1s start b\n2s b failed (broken)\n2s start a_undo\n"
        "4s retry a_undo at 5s\n5s start a_undo#2\n6s a_undo success\n6s finished failed");
    row("a deaf runner that succeeded is undone, too", "a\n~ a", "a=ok/5s!", "3s cancel+undo",
        "0s start a\n3s cancel a\n5s a success\n5s start a_undo\n6s a_undo success\n6s finished cancelled");
    row("a tolerated failure is one, too", "a\n~ a\nb: a on_failure=continue", "b=fail", "",
        "0s start a\n1s a success\n1s start b\n2s b failed (broken)\n2s start a_undo\n3s a_undo success\n"
        "3s finished failed");
    row("conditions and keys of an undo", "a\n~ a url=HOOK\nb\n~ b if=false\nc\n~ c if=failure()\nd: a b c",
        "d=fail", "",
        "0s start a\n0s start b\n0s start c\n1s a success\n1s b success\n1s c success\n1s start d\n"
        "2s d failed (broken)\n2s start c_undo\n3s c_undo success\n"
        "3s b_undo skipped (Condition is false: false)\n3s a_undo skipped (URL not configured: HOOK)\n"
        "3s finished failed");
    row("a failure in finally comes too late", "a\n~ a\n-- z", "z=fail", "",
        "0s start a\n1s a success\n1s start z\n2s z failed (broken)\n2s finished failed");
    row("paused in between", "a\n~ a\nb: a\n~ b\nc: b", "c=fail", "3s pause, 6s resume",
        "0s start a\n1s a success\n1s start b\n2s b success\n2s start c\n3s c failed (broken)\n"
        "6s start b_undo\n7s b_undo success\n7s start a_undo\n8s a_undo success\n8s finished failed");
}

void TestUndo::undoes()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, commands);
    RunSettings settings;
    settings.commands = commandsFromText(commands.toStdString());
    QTEST(shown(logOf(flow.toStdString(), script.toStdString(), settings)), "log");
}

void TestUndo::saysWhatAnUndoWaitsFor()
{
    const expr::ObjectContext context(json::Object{});
    plan::Plan plan(flowFromText("a\n~ a\nb: a\n~ b\nc: b\n-- z"), {}, context);
    const auto explained = [&](int step) { return shown(plan::reasonText(plan.explain(step))); };
    plan.start();
    QCOMPARE(plan.graph().firstUndo(), 4);
    QCOMPARE(explained(4), QString("Waits for the end of all steps"));
    plan.reported(0, {}, 1s);
    plan.reported(1, {}, 2s);
    plan.reported(2, {plan::Outcome::Kind::Failed, {}, 0, "broken"}, 3s);
    QCOMPARE(plan.state(5).status, plan::StepStatus::Running);
    QCOMPARE(explained(4), QString("Waits for b_undo"));
    QCOMPARE(explained(3), QString("Waits for the end of all steps"));
}

void TestUndo::endsSilentlyWhenNothingIsUndone()
{
    const VirtualRun run(flowFromText("a\n~ a"), scriptFromText(""));
    QCOMPARE(run.plan().state(1).status, plan::StepStatus::Skipped);
    QCOMPARE(shown(plan::reasonText(run.plan().explain(1))), QString("Nothing to undo: a"));
    for (const Moment &moment : run.moments())
        QVERIFY(moment.decision.step != 1);
}

void TestUndo::hasNoUndoOfADroppedStep()
{
    const plan::Graph graph(*flowFromText("a\n~ a\nb: a\n~ b\nc\n-- z"), {true});
    QCOMPARE(graph.size(), 5);
    QCOMPARE(graph.firstUndo(), 4);
    QCOMPARE(graph.undone(4), 1);
    QVERIFY(graph.isUndo(4) && !graph.isFinally(4) && graph.isFinally(3) && !graph.isUndo(3));
    QVERIFY(!graph.isDropped(4) && graph.needs(4).empty() && graph.dependants(4).empty());
}

QTEST_APPLESS_MAIN(TestUndo)
#include "tst_plan_undo.moc"
