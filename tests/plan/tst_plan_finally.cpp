// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::test;

/// The steps of `finally`: after everything else, whatever happened.
class TestFinally : public QObject
{
    Q_OBJECT

private slots:
    void runsLast_data();
    void runsLast();
};

void TestFinally::runsLast_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("log");
    const auto row = [](const char *name, const char *flow, const char *script, const char *log) {
        QTest::newRow(name) << QByteArray(flow) << QByteArray(script) << log;
    };
    row("after success", "a\n-- z", "",
        "0s start a\n1s a success\n1s start z\n2s z success\n2s finished success");
    row("after the longest step", "a\nb\n-- z", "b=ok/4s",
        "0s start a\n0s start b\n1s a success\n4s b success\n4s start z\n5s z success\n5s finished success");
    row("after a failure", "a\n-- z", "a=fail",
        "0s start a\n1s a failed (broken)\n1s start z\n2s z success\n2s finished failed");
    row("after an abort", "a on_failure=abort\nb\n-- z", "a=fail b=ok/9s",
        "0s start a\n0s start b\n1s a failed (broken)\n1s cancel b\n1s b cancelled (Aborted by a)\n1s start "
        "z\n"
        "2s z success\n2s finished failed");
    row("with an order of its own", "a\n-- y\n-- z: y", "",
        "0s start a\n1s a success\n1s start y\n2s y success\n2s start z\n3s z success\n3s finished success");
    row("its own needs count", "a\n-- y\n-- z: y", "y=fail",
        "0s start a\n1s a success\n1s start y\n2s y failed (broken)\n"
        "2s z skipped (Needs y, which did not succeed)\n2s finished failed");
    row("a tolerated failure changes nothing", "a\n-- z on_failure=continue", "z=fail",
        "0s start a\n1s a success\n1s start z\n2s z failed (broken)\n2s finished success");
    row("but a main step's failure is never tolerated", "a on_failure=continue\n-- z", "a=fail",
        "0s start a\n1s a failed (broken)\n1s start z\n2s z success\n2s finished failed");
    row("abort inside finally stops nothing", "a\n-- y on_failure=abort\n-- z", "y=fail z=ok/3s",
        "0s start a\n1s a success\n1s start y\n1s start z\n2s y failed (broken)\n4s z success\n"
        "4s finished failed");
    row("critical inside finally stops nothing", "a\n-- y\n-- z", "y=critical z=ok/3s",
        "0s start a\n1s a success\n1s start y\n1s start z\n2s y critical_error (no payload)\n4s z success\n"
        "4s finished failed");
    row("tries again", "a\n-- z retry=2 backoff=1s", "z=503,ok",
        "0s start a\n1s a success\n1s start z\n2s retry z at 3s\n3s start z#2\n4s z success\n"
        "4s finished success");
    row("keeps to max_parallel", "@ max=1\na\n-- y\n-- z", "",
        "0s start a\n1s a success\n1s start y\n2s y success\n2s start z\n3s z success\n3s finished success");
    row("on success", "a\n-- y if=success()\n-- z if=failure()", "",
        "0s start a\n1s a success\n1s start y\n1s z skipped (Condition is false: failure())\n2s y success\n"
        "2s finished success");
    row("on failure", "a\n-- y if=success()\n-- z if=failure()", "a=fail",
        "0s start a\n1s a failed (broken)\n1s y skipped (Condition is false: success())\n1s start z\n"
        "2s z success\n2s finished failed");
    row("all skipped", "a\n-- z url=HOOK", "",
        "0s start a\n1s a success\n1s z skipped (URL not configured: HOOK)\n1s finished success");
}

void TestFinally::runsLast()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    QTEST(shown(logOf(flow.toStdString(), script.toStdString())), "log");
}

QTEST_APPLESS_MAIN(TestFinally)
#include "tst_plan_finally.moc"
