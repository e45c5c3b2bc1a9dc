// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::test;
using namespace std::chrono_literals;

/// `total_timeout`: when its clock starts, what it stops, and what it does not wait for.
class TestPlanTotal : public QObject
{
    Q_OBJECT

private slots:
    void limitsAllAttempts_data();
    void limitsAllAttempts();
    void saysWhatWhereAndHowToMendIt_data();
    void saysWhatWhereAndHowToMendIt();
    void isKnownWhileTheStepGoesOn();
};

void TestPlanTotal::limitsAllAttempts_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("commands");
    QTest::addColumn<QString>("log"); // without the reasons
    const auto act = [](const char *name, const char *flow, const char *script, const char *commands,
                        const char *log) {
        QTest::newRow(name) << QByteArray(flow) << QByteArray(script) << QByteArray(commands) << log;
    };
    const auto row = [&](const char *name, const char *flow, const char *script, const char *log) {
        act(name, flow, script, "", log);
    };
    row("what is quick does not notice", "a total=5s retry=3 backoff=1s", "a=503,ok",
        "0s start a\n1s retry a at 2s\n2s start a#2\n3s a success\n3s finished success");
    row("an end at the very time counts", "a total=5s", "a=ok/5s",
        "0s start a\n5s a success\n5s finished success");
    row("one attempt is stopped", "a total=5s", "a=ok/9s",
        "0s start a\n5s cancel a\n5s a failed\n5s finished failed");
    row("a later attempt is stopped", "a total=5s retry=3 backoff=1s", "a=503,ok/9s",
        "0s start a\n1s retry a at 2s\n2s start a#2\n5s cancel a\n5s a failed\n5s finished failed");
    row("a retry that would come too late is not waited for", "a total=5s retry=9 backoff=1s,1", "a=503/3s",
        "0s start a\n3s retry a at 4s\n4s start a#2\n5s cancel a\n5s a failed\n5s finished failed");
    row("one at the very time comes too late", "a total=4s retry=9 backoff=1s,1", "a=503/3s",
        "0s start a\n3s a failed\n3s finished failed");
    row("nor is a server's Retry-After", "a total=5s retry=9 backoff=1s", "a=429@20s",
        "0s start a\n1s a failed\n1s finished failed");
    row("nor a breaker", "a total=5s retry=9 backoff=1s", "a=refused@60s/0s",
        "0s start a\n0s a failed\n0s finished failed");
    row("success of one that was asked to stop counts", "a total=5s", "a=ok/9s!",
        "0s start a\n5s cancel a\n9s a success\n9s finished success");
    row("its failure is not tried again", "a total=5s retry=9 backoff=1s", "a=503/9s!",
        "0s start a\n5s cancel a\n9s a failed\n9s finished failed");
    row("waiting for room counts", "@ max=1\na total=4s retry=2 backoff=1s\nb", "a=503,ok b=ok/9s",
        "0s start a\n1s retry a at 2s\n1s start b\n4s a failed\n10s b success\n10s finished failed");
    row("waiting for the first room does not", "@ max=1\na\nb total=4s", "a=ok/9s b=ok/3s",
        "0s start a\n9s a success\n9s start b\n12s b success\n12s finished success");
    row("nor what it needs", "a\nb: a total=2s", "a=ok/9s",
        "0s start a\n9s a success\n9s start b\n10s b success\n10s finished success");
    row("dependants follow the policy", "a total=2s on_failure=continue\nb: a", "a=ok/9s",
        "0s start a\n2s cancel a\n2s a failed\n2s start b\n3s b success\n3s finished failed");
    row("it may abort the rest", "a total=2s on_failure=abort\nb", "a=ok/9s b=ok/9s",
        "0s start a\n0s start b\n2s cancel a\n2s a failed\n2s cancel b\n2s b cancelled\n2s finished failed");
    row("the deadline comes first", "@ deadline=3s\na total=5s", "a=ok/9s",
        "0s start a\n3s cancel a\n3s a cancelled\n3s finished failed");
    row("and does not ask twice", "@ deadline=3s\na total=5s", "a=503/9s!",
        "0s start a\n3s cancel a\n9s a cancelled\n9s finished failed");
    row("in finally", "a\n-- z total=2s", "z=ok/9s",
        "0s start a\n1s a success\n1s start z\n3s cancel z\n3s z failed\n3s finished failed");
    row("in an undo", "a\n~ a total=4s retry=5 backoff=1s\nb: a", "b=fail a_undo=503,ok/9s",
        "0s start a\n1s a success\n1s start b\n2s b failed\n2s start a_undo\n3s retry a_undo at 4s\n"
        "4s start a_undo#2\n6s cancel a_undo\n6s a_undo failed\n6s finished failed");
    act("a pause does not stop it", "a total=5s retry=3 backoff=2s", "a=503", "2s pause, 9s resume",
        "0s start a\n1s retry a at 3s\n5s a failed\n5s finished failed");
    act("it starts behind a pause", "a\nb: a total=3s", "b=ok/2s", "0s pause, 9s resume",
        "0s start a\n1s a success\n9s start b\n11s b success\n11s finished success");
    act("it starts behind a breakpoint", "a\nb: a total=3s", "b=ok/9s", "0s step, 7s release b",
        "0s start a\n1s a success\n1s hold b\n7s start b\n10s cancel b\n10s b failed\n"
        "10s finished failed");
    act("who cancels first has the word", "a total=5s", "a=ok/9s", "2s cancel",
        "0s start a\n2s cancel a\n2s a cancelled\n2s finished cancelled");
    act("who cancels later has not", "a total=3s", "a=503/9s!", "5s cancel",
        "0s start a\n3s cancel a\n9s a failed\n9s finished cancelled");
    act("a cancel between attempts", "a total=9s retry=3 backoff=5s", "a=503", "2s cancel",
        "0s start a\n1s retry a at 6s\n2s a cancelled\n2s finished cancelled");
}

void TestPlanTotal::limitsAllAttempts()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, commands);
    RunSettings settings;
    settings.commands = commandsFromText(commands.toStdString());
    const VirtualRun run(flowFromText(flow.toStdString()), scriptFromText(script.toStdString()), settings);
    QStringList log;
    for (const QString &line : QString::fromStdString(run.log()).split('\n'))
        log << line.section(" (", 0, 0);
    QTEST(log.join('\n'), "log");
    QVERIFY2(run.replayed().empty(), run.replayed().c_str());
}

void TestPlanTotal::saysWhatWhereAndHowToMendIt_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *flow, const char *script, const char *reason) {
        QTest::newRow(name) << QByteArray(flow) << QByteArray(script)
                            << QString(reason) + ". Raise total_timeout, or lower timeout, attempts or "
                                                 "backoff";
    };
    row("stopped", "a total=5s", "a=ok/9s", "Timeout of all attempts (total_timeout: 5s) in attempt 1");
    row("stopped after a failure", "a total=5s retry=3 backoff=1s", "a=503,ok/9s",
        "Timeout of all attempts (total_timeout: 5s) in attempt 2; the last failure: HTTP 503");
    row("failed when it was to stop", "a total=5s retry=3", "a=conn/9s!",
        "Timeout of all attempts (total_timeout: 5s) in attempt 1; the last failure: Connection refused");
    row("between two attempts", "@ max=1\na total=4s retry=2 backoff=1s\nb", "a=503,ok b=ok/9s",
        "Timeout of all attempts (total_timeout: 4s) before attempt 2; the last failure: HTTP 503");
    row("not tried again", "a total=5s retry=9 backoff=9s", "a=503",
        "HTTP 503; not tried again: attempt 2 would begin after the total_timeout of 5s");
}

void TestPlanTotal::saysWhatWhereAndHowToMendIt()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    const VirtualRun run(flowFromText(flow.toStdString()), scriptFromText(script.toStdString()));
    QCOMPARE(run.plan().state(0).reason.code, plan::Reason::Code::TotalTimeout);
    QTEST(shown(plan::reasonText(run.plan().state(0).reason)), "reason");
}

void TestPlanTotal::isKnownWhileTheStepGoesOn()
{
    const expr::ObjectContext context{json::Object{}};
    plan::Plan plan(flowFromText("a\nb: a total=5s retry=2 backoff=1s"), {}, context);
    plan.start();
    QVERIFY(!plan.limitOf(1) && !plan.nextWake());
    plan.reported(0, {}, 3s);
    QVERIFY(plan.limitOf(1) && plan.limitOf(1)->at == 8s && plan.limitOf(1)->total == 5s);
    QVERIFY(plan.nextWake() == 8s);
    plan.reported(1, {plan::Outcome::Kind::Failed, plan::Outcome::Cause::Connection, 0, "no"}, 4s);
    QVERIFY(plan.nextWake() == 5s);
    QVERIFY(plan.limitOf(1)->at == 8s);
    plan.timeReached(5s);
    plan.reported(1, {}, 6s);
    QVERIFY(!plan.limitOf(1) && !plan.nextWake());
}

QTEST_APPLESS_MAIN(TestPlanTotal)
#include "tst_plan_total.moc"
