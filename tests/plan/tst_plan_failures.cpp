// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::test;

/// What a failed step means for the others.
class TestFailures : public QObject
{
    Q_OBJECT

private slots:
    void followsThePolicy_data();
    void followsThePolicy();
    void keepsTheStatusCode();
};

void TestFailures::followsThePolicy_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("log");
    const auto row = [](const char *name, const char *flow, const char *script, const char *log) {
        QTest::newRow(name) << QByteArray(flow) << QByteArray(script) << log;
    };
    row("dependants are skipped", "a\nb: a\nc", "a=500 c=ok/2s",
        "0s start a\n0s start c\n1s a failed (HTTP 500)\n1s b skipped (Needs a, which did not succeed)\n"
        "2s c success\n2s finished failed");
    row("continue", "a on_failure=continue\nb: a", "a=500",
        "0s start a\n1s a failed (HTTP 500)\n1s start b\n2s b success\n2s finished failed");
    row("abort cancels what runs and forgets the rest", "a on_failure=abort\nb\nc: b", "a=500 b=ok/5s",
        "0s start a\n0s start b\n1s a failed (HTTP 500)\n1s cancel b\n1s b cancelled (Aborted by a)\n"
        "1s c not_run (Aborted by a)\n1s finished failed");
    row("abort does not mind a skipped step", "a on_failure=abort if=false\nb", "",
        "0s a skipped (Condition is false: false)\n0s start b\n1s b success\n1s finished success");
    row("critical aborts whatever the policy", "a on_failure=continue\nb: a", "a=critical",
        "0s start a\n1s a critical_error (no payload)\n1s b not_run (Aborted by a)\n1s finished failed");
    row("a runner that finishes all the same", "a on_failure=abort\nb", "a=fail b=ok/3s!",
        "0s start a\n0s start b\n1s a failed (broken)\n1s cancel b\n3s b success\n3s finished failed");
    row("a runner that fails after it was asked to stop", "a on_failure=abort\nb retry=3", "a=fail b=503/3s!",
        "0s start a\n0s start b\n1s a failed (broken)\n1s cancel b\n3s b cancelled (Aborted by a)\n"
        "3s finished failed");
    row("the first abort is the reason", "a on_failure=abort\nb on_failure=abort", "a=fail/2s b=fail",
        "0s start a\n0s start b\n1s b failed (broken)\n1s cancel a\n1s a cancelled (Aborted by b)\n"
        "1s finished failed");
    row("always() runs after an abort", "a on_failure=abort\nb: a if=always()\nc: b", "a=fail",
        "0s start a\n1s a failed (broken)\n1s start b\n2s b success\n2s c not_run (Aborted by a)\n"
        "2s finished failed");
    row("failure() sees a need that failed", "a\nb: a if=failure()", "a=fail",
        "0s start a\n1s a failed (broken)\n1s start b\n2s b success\n2s finished failed");
    row("failure() sees any of several needs", "a\nb\nc: a b if=failure()", "a=fail b=ok/2s",
        "0s start a\n0s start b\n1s a failed (broken)\n2s b success\n2s start c\n3s c success\n"
        "3s finished failed");
    row("failure() sees through a step that was skipped", "a\nb: a\nc: b if=failure()", "a=fail",
        "0s start a\n1s a failed (broken)\n1s b skipped (Needs a, which did not succeed)\n1s start c\n"
        "2s c success\n2s finished failed");
    row("failure() is about the steps above only", "a\nb\nc: b if=failure()", "a=fail",
        "0s start a\n0s start b\n1s a failed (broken)\n1s b success\n"
        "1s c skipped (Condition is false: failure())\n1s finished failed");
    row("stopped by somebody else is a failure", "a\nb: a", "a=cancelled",
        "0s start a\n1s a failed (Cancelled from outside)\n1s b skipped (Needs a, which did not succeed)\n"
        "1s finished failed");
}

void TestFailures::followsThePolicy()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    QTEST(shown(logOf(flow.toStdString(), script.toStdString())), "log");
}

void TestFailures::keepsTheStatusCode()
{
    const VirtualRun run(flowFromText("a\nb"), scriptFromText("a=418"));
    QCOMPARE(run.plan().state(0).statusCode, 418);
    QCOMPARE(run.plan().state(1).statusCode, 200);
    QCOMPARE(run.plan().status(), plan::ExecutionStatus::Failed);
}

QTEST_APPLESS_MAIN(TestFailures)
#include "tst_plan_failures.moc"
