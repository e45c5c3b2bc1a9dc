// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::test;
using namespace std::chrono_literals;

/// Cancelling and running out of time.
class TestStop : public QObject
{
    Q_OBJECT

private slots:
    void cancels_data();
    void cancels();
    void runsOutOfTime_data();
    void runsOutOfTime();
    void cancellingTwiceIsOnce();
    void ignoresReportsThatComeAfterTheEnd();
    void theDeadlineIsTheNextWake();
};

void TestStop::cancels_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("log"); // cancelled at 3s
    const auto row = [](const char *name, const char *flow, const char *script, const char *log) {
        QTest::newRow(name) << QByteArray(flow) << QByteArray(script) << log;
    };
    row("running and pending", "a\nb: a", "a=ok/9s",
        "0s start a\n3s cancel a\n3s a cancelled (Cancelled on request)\n"
        "3s b not_run (Cancelled on request)\n3s finished cancelled");
    row("after the end nothing happens", "a", "", "0s start a\n1s a success\n1s finished success");
    row("a deaf runner may still succeed", "a\nb: a", "a=ok/9s!",
        "0s start a\n3s cancel a\n9s a success\n9s b not_run (Cancelled on request)\n9s finished cancelled");
    row("between two attempts", "a retry=2 backoff=5s\nb: a", "a=503",
        "0s start a\n1s retry a at 6s\n3s a cancelled (Cancelled on request)\n"
        "3s b not_run (Cancelled on request)\n3s finished cancelled");
    row("between two attempts, waiting for room", "@ max=1\na retry=2 backoff=1s\nb", "a=503,ok b=ok/9s",
        "0s start a\n1s retry a at 2s\n1s start b\n3s cancel b\n3s a cancelled (Cancelled on request)\n"
        "3s b cancelled (Cancelled on request)\n3s finished cancelled");
    row("waiting for room", "@ max=1\na\nb", "a=ok/9s",
        "0s start a\n3s cancel a\n3s a cancelled (Cancelled on request)\n"
        "3s b not_run (Cancelled on request)\n3s finished cancelled");
    row("cancelled() and always() still run", "a\nb: a if=cancelled()\nc: a if=always()\nd: a if=failure()",
        "a=ok/9s",
        "0s start a\n3s cancel a\n3s a cancelled (Cancelled on request)\n3s start b\n3s start c\n"
        "3s d skipped (Condition is false: failure())\n4s b success\n4s c success\n4s finished cancelled");
    row("what runs after the stop is not tried again", "a\nb: a if=always() retry=5", "a=ok/9s b=503",
        "0s start a\n3s cancel a\n3s a cancelled (Cancelled on request)\n3s start b\n"
        "4s b failed (HTTP 503)\n4s finished cancelled");
    row("success() is false", "a\nb: a if=success()", "a=ok/9s!",
        "0s start a\n3s cancel a\n9s a success\n9s b skipped (Condition is false: success())\n"
        "9s finished cancelled");
    row("after an abort the execution has failed", "a on_failure=abort\nb: a if=always()", "a=fail b=ok/9s",
        "0s start a\n1s a failed (broken)\n1s start b\n10s b success\n10s finished failed");
    row("finally runs undisturbed", "a\n-- z", "z=ok/9s",
        "0s start a\n1s a success\n1s start z\n10s z success\n10s finished success");
}

void TestStop::cancels()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    RunSettings settings;
    settings.cancels = {3s};
    QTEST(shown(logOf(flow.toStdString(), script.toStdString(), settings)), "log");
}

void TestStop::runsOutOfTime_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("log");
    const auto row = [](const char *name, const char *flow, const char *script, const char *log) {
        QTest::newRow(name) << QByteArray(flow) << QByteArray(script) << log;
    };
    row("running and pending", "@ deadline=5s\na\nb: a", "a=ok/9s",
        "0s start a\n5s cancel a\n5s a cancelled (Deadline of 5s exceeded)\n"
        "5s b not_run (Deadline of 5s exceeded)\n5s finished failed");
    row("in time", "@ deadline=5s\na", "a=ok/4s", "0s start a\n4s a success\n4s finished success");
    row("a report of the same instant comes first", "@ deadline=5s\na", "a=ok/5s",
        "0s start a\n5s a success\n5s finished success");
    row("between two attempts", "@ deadline=5s\na retry=2 backoff=9s", "a=503",
        "0s start a\n1s retry a at 10s\n5s a cancelled (Deadline of 5s exceeded)\n5s finished failed");
    row("finally has no deadline", "@ deadline=5s\na\n-- z", "a=ok/9s z=ok/9s",
        "0s start a\n5s cancel a\n5s a cancelled (Deadline of 5s exceeded)\n5s start z\n14s z success\n"
        "14s finished failed");
    row("cancelled() is not said of a deadline", "@ deadline=5s\na\n-- y if=cancelled()\n-- z if=failure()",
        "a=ok/9s",
        "0s start a\n5s cancel a\n5s a cancelled (Deadline of 5s exceeded)\n"
        "5s y skipped (Condition is false: cancelled())\n5s start z\n6s z success\n6s finished failed");
}

void TestStop::runsOutOfTime()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    QTEST(shown(logOf(flow.toStdString(), script.toStdString())), "log");
}

void TestStop::cancellingTwiceIsOnce()
{
    RunSettings settings;
    settings.cancels = {3s, 4s, 20s};
    QCOMPARE(
        shown(logOf("a\n-- z", "a=ok/9s! z=ok/5s", settings)),
        QString("0s start a\n3s cancel a\n9s a success\n9s start z\n14s z success\n14s finished cancelled"));
}

void TestStop::ignoresReportsThatComeAfterTheEnd()
{
    const expr::ObjectContext context(json::Object{});
    plan::Plan plan(flowFromText("a\nb"), {}, context);
    plan.start();
    plan.cancel({});
    const plan::Outcome cancelled{plan::Outcome::Kind::Cancelled, {}, 0, {}};
    plan.reported(0, cancelled, 1s);
    QVERIFY(plan.reported(0, {}, 2s).empty());
    QCOMPARE(plan.state(0).status, plan::StepStatus::Cancelled);
    QCOMPARE(plan.reported(1, cancelled, 2s).back().kind, plan::Decision::Kind::Finished);
    QVERIFY(plan.reported(1, {}, 3s).empty());
    QCOMPARE(plan.status(), plan::ExecutionStatus::Cancelled);
}

void TestStop::theDeadlineIsTheNextWake()
{
    const expr::ObjectContext context(json::Object{});
    plan::Plan plan(flowFromText("@ deadline=5s\na retry=2 backoff=1s"), {}, context);
    plan.start();
    QCOMPARE(plan.nextWake().value(), plan::Instant(5s));
    plan.reported(0, {plan::Outcome::Kind::Failed, plan::Outcome::Cause::Timeout, 0, {}}, 2s);
    QCOMPARE(plan.nextWake().value(), plan::Instant(3s));
    plan.timeReached(3s);
    QCOMPARE(plan.nextWake().value(), plan::Instant(5s));
    plan.timeReached(5s);
    QVERIFY(!plan.nextWake());
}

QTEST_APPLESS_MAIN(TestStop)
#include "tst_plan_stop.moc"
