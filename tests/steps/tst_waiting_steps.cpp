// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/steps/workbench.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace std::chrono_literals;
using batuta::test::shown;
using batuta::tests::text;

/// Steps that wait for somebody: an approval for a person, a wait for a signal or a time.
class TstWaitingSteps : public QObject
{
    Q_OBJECT

private slots:
    void asks();
    void takesAnAnswer_data();
    void takesAnAnswer();
    void refusesAnAnswer_data();
    void refusesAnAnswer();
    void isAnsweredOnce();
    void approvalExpires_data();
    void approvalExpires();
    void aClockThatIsSetChangesNoSpan_data();
    void aClockThatIsSetChangesNoSpan();
    void aRestartProlongsNothing_data();
    void aRestartProlongsNothing();
    void aSignalEndsAWait();
    void anotherSignalDoesNot();
    void anEventHasAName();
    void aWaitForAnEventIsCutByItsTimeout();
    void whatTheDeadlineLeavesCountsFromNow();
    void cancelEndsThem_data();
    void cancelEndsThem();

private:
    static flow::ApprovalStep approval()
    {
        flow::ApprovalStep step;
        step.role = "release_manager";
        step.message = text("Release ${{ input.version }}?");
        step.form = json::Schema::compile(json::parse(R"({"type": "object", "required": ["ticket"],
            "properties": {"ticket": {"type": "string", "minLength": 3},
                           "share": {"type": "integer", "maximum": 100, "default": 10}}})")
                                              .value())
                        .value();
        return step;
    }
    static steps::Delivery answer(const std::string &data,
                                  std::vector<std::string> roles = {"release_manager"})
    {
        return {steps::Delivery::Kind::Answer, {}, json::parse(data).value(), "ana", std::move(roles)};
    }
    static steps::Delivery signal(const std::string &name, json::Value data)
    {
        return {steps::Delivery::Kind::Signal, name, std::move(data), "ana", {}};
    }
    static WallTime now() { return SystemClock().wall(); }
};

void TstWaitingSteps::asks()
{
    tests::Workbench bench;
    bench.roots.set("input", json::Object{{"version", "1.2"}});
    bench.startedAt = WallTime(std::chrono::sys_days(std::chrono::year(2150) / 1 / 2));
    bench.clock.set(bench.startedAt);
    flow::ApprovalStep step = approval();
    step.expires = 24h;
    bench.start(std::move(step));
    const json::Value question = bench.running->question();
    QCOMPARE(shown(question["role"].asString()), "release_manager");
    QCOMPARE(shown(question["message"].asString()), "Release 1.2?");
    QCOMPARE(shown(question["form"]["required"].at(0).asString()), "ticket");
    QCOMPARE(shown(question["expires_at"].asString()), "2150-01-03T00:00:00.000000Z");
    bench.start(flow::ApprovalStep{});
    QCOMPARE(shown(json::write(bench.running->question())),
             R"({"role":"","message":"","form":null,"expires_at":null})");
}

void TstWaitingSteps::takesAnAnswer_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("output");
    QTest::newRow("yes")
        << R"({"approved": true, "comment": "go", "form": {"ticket": "T-1"}})"
        << "release_manager"
        << "done"
        << R"({"approved":true,"by":"ana","comment":"go","form":{"ticket":"T-1","share":10}})";
    QTest::newRow("every role")
        << R"({"approved": true, "form": {"ticket": "T-1", "share": 5}})"
        << "*"
        << "done"
        << R"({"approved":true,"by":"ana","comment":"","form":{"ticket":"T-1","share":5}})";
    QTest::newRow("no") << R"({"approved": false, "comment": "not today"})"
                        << "release_manager"
                        << "failed: Rejected by ana: not today"
                        << R"({"approved":false,"by":"ana","comment":"not today","form":null})";
    QTest::newRow("no, without a word") << R"({"approved": false})"
                                        << "release_manager"
                                        << "failed: Rejected by ana"
                                        << R"({"approved":false,"by":"ana","comment":"","form":null})";
}

void TstWaitingSteps::takesAnAnswer()
{
    QFETCH(QString, data);
    QFETCH(QString, role);
    tests::Workbench bench;
    bench.start(approval());
    const WallTime before = now();
    const Result<bool> taken =
        bench.running->deliver(answer(data.toStdString(), {"other", role.toStdString()}));
    BATUTA_VERIFY_OK(taken);
    QVERIFY(*taken);
    QVERIFY(bench.ended());
    QTEST(bench.outcome(), "outcome");
    WallTime at;
    QVERIFY(parseIsoTime(bench.report->output["at"].asString(), at));
    QVERIFY(at >= before && at <= now());
    bench.report->output.object().erase("at");
    QTEST(bench.output(), "output");
}

void TstWaitingSteps::refusesAnAnswer_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("role");
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("named");
    const int forbidden = static_cast<int>(ErrorCode::ActForbidden);
    const int invalid = static_cast<int>(ErrorCode::InputInvalid);
    const QString good = R"({"approved": true, "form": {"ticket": "T-1"}})";
    QTest::newRow("another role") << good << "release_manage" << forbidden << QStringList{"release_manager"};
    QTest::newRow("another role says no") << R"({"approved": false})"
                                          << "viewer" << forbidden << QStringList{"release_manager"};
    QTest::newRow("neither yes nor no") << R"({"approved": "yes"})"
                                        << "*" << invalid << QStringList{"approved"};
    QTest::newRow("nothing") << "null"
                             << "*" << invalid << QStringList{"approved"};
    QTest::newRow("comment") << R"({"approved": true, "comment": 1, "form": {"ticket": "T-1"}})"
                             << "*" << invalid << QStringList{"comment"};
    QTest::newRow("form missing") << R"({"approved": true})"
                                  << "*" << invalid << QStringList{"ticket"};
    QTest::newRow("each field") << R"({"approved": true, "form": {"ticket": "T", "share": 101}})"
                                << "*" << invalid << QStringList{"ticket ", "share "};
    QTest::newRow("no object") << R"({"approved": true, "form": 5})"
                               << "*" << invalid << QStringList{"form "};
}

void TstWaitingSteps::refusesAnAnswer()
{
    QFETCH(QString, data);
    QFETCH(QString, role);
    QFETCH(int, code);
    QFETCH(QStringList, named);
    tests::Workbench bench;
    bench.start(approval());
    const Result<bool> taken = bench.running->deliver(answer(data.toStdString(), {role.toStdString()}));
    BATUTA_VERIFY_ERROR(taken, static_cast<ErrorCode>(code));
    for (const QString &name : named)
        QVERIFY2(shown(taken.error().detail).contains(name), taken.error().detail.c_str());
    // It goes on waiting: a good answer is still taken.
    QVERIFY(*bench.running->deliver(answer(R"({"approved": true, "form": {"ticket": "T-1"}})")));
    QVERIFY(bench.ended());
    QCOMPARE(bench.outcome(), "done");
}

void TstWaitingSteps::isAnsweredOnce()
{
    tests::Workbench bench;
    bench.start(approval());
    QVERIFY(!*bench.running->deliver(signal("ticket", 1)));
    QVERIFY(*bench.running->deliver(answer(R"({"approved": true, "form": {"ticket": "T-1"}})")));
    QVERIFY(!*bench.running->deliver(answer(R"({"approved": false})")));
    bench.running->cancel();
    QVERIFY(bench.ended());
    QCOMPARE(bench.outcome(), "done");
    QCOMPARE(bench.reports, 1);
}

void TstWaitingSteps::approvalExpires_data()
{
    QTest::addColumn<int>("agoMs");
    QTest::addColumn<bool>("approves");
    QTest::addColumn<QString>("outcome");
    const int day = 24 * 3600 * 1000;
    QTest::newRow("fails") << day - 60 << false << "failed: Not answered within 24h";
    QTest::newRow("approves") << day - 60 << true << "done";
    QTest::newRow("while the engine was down") << 2 * day << false << "failed: Not answered within 24h";
    QTest::newRow("not yet") << day - 60'000 << false << "nothing";
}

void TstWaitingSteps::approvalExpires()
{
    QFETCH(int, agoMs);
    QFETCH(bool, approves);
    QFETCH(QString, outcome);
    tests::Workbench bench;
    flow::ApprovalStep step = approval();
    step.expires = 24h;
    step.onExpiry = approves ? flow::ApprovalStep::OnExpiry::Approve : flow::ApprovalStep::OnExpiry::Fail;
    bench.startedAt = now() - std::chrono::milliseconds(agoMs);
    bench.start(std::move(step));
    const auto enough = std::chrono::steady_clock::now() + 150ms;
    QVERIFY(bench.until(
        [&] { return bench.report || (outcome == "nothing" && std::chrono::steady_clock::now() > enough); }));
    QVERIFY(outcome == "nothing" || now() >= bench.startedAt + 24h);
    QCOMPARE(bench.outcome(), outcome);
    if (approves) {
        QVERIFY(bench.report->output["approved"].asBoolean());
        QVERIFY(bench.report->output["by"].isNull());
        QCOMPARE(shown(bench.report->output["at"].asString()), shown(isoTime(bench.startedAt + 24h)));
    }
}

void TstWaitingSteps::aClockThatIsSetChangesNoSpan_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<bool>("beforeARestart");
    QTest::newRow("back") << -1 << false;
    QTest::newRow("forward") << 1 << false;
    QTest::newRow("back while nobody was there") << -1 << true;
}

void TstWaitingSteps::aClockThatIsSetChangesNoSpan()
{
    QFETCH(int, hours);
    QFETCH(bool, beforeARestart);
    tests::Workbench bench;
    if (beforeARestart) {
        bench.startedAt = now();
        bench.clock.set(now() + std::chrono::hours(hours));
    }
    flow::WaitStep step;
    step.duration = text("300ms");
    const auto began = std::chrono::steady_clock::now();
    bench.start(std::move(step));
    bench.clock.set(now() + std::chrono::hours(hours));
    QVERIFY(bench.ended()); // not an hour later
    QCOMPARE(bench.outcome(), QString("done"));
    QVERIFY(std::chrono::steady_clock::now() - began >= 300ms);
    QCOMPARE(bench.reports, 1);
}

void TstWaitingSteps::aRestartProlongsNothing_data()
{
    QTest::addColumn<QString>("wait");
    QTest::addColumn<QString>("timeout");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("for") << "20s"
                         << ""
                         << "done";
    QTest::newRow("for that is over") << "10s"
                                      << ""
                                      << "done";
    QTest::newRow("the timeout first") << "100s"
                                       << "20s"
                                       << "failed: Timeout after 20s";
    QTest::newRow("the same") << "20s"
                              << "20s"
                              << "done";
}

void TstWaitingSteps::aRestartProlongsNothing()
{
    QFETCH(QString, wait);
    QFETCH(QString, timeout);
    tests::Workbench bench;
    bench.startedAt = now() - 19'950ms;
    if (!timeout.isEmpty())
        bench.timeout = bench.step.timeout = parseDuration(timeout.toStdString()).value();
    flow::WaitStep step;
    step.duration = text(wait.toStdString());
    const auto began = std::chrono::steady_clock::now();
    QVERIFY(bench.does(std::move(step)));
    QTEST(bench.outcome(), "outcome");
    QVERIFY(std::chrono::steady_clock::now() - began < 8s);
    QVERIFY(wait == "10s" || now() >= bench.startedAt + 20s);
}

void TstWaitingSteps::aSignalEndsAWait()
{
    tests::Workbench bench;
    bench.roots.set("input", json::Object{{"order", 7}});
    flow::WaitStep step;
    step.event = text("paid-${{ input.order }}");
    bench.start(std::move(step));
    const Result<bool> taken = bench.running->deliver(signal("paid-7", json::Object{{"amount", 12.5}}));
    BATUTA_VERIFY_OK(taken);
    QVERIFY(*taken);
    QVERIFY(!*bench.running->deliver(signal("paid-7", 2)));
    QVERIFY(bench.ended());
    QCOMPARE(bench.outcome(), "done");
    QCOMPARE(bench.output(), R"({"amount":12.5})");
    QCOMPARE(bench.reports, 1);
}

void TstWaitingSteps::anotherSignalDoesNot()
{
    tests::Workbench bench;
    flow::WaitStep step;
    step.event = text("paid");
    bench.start(std::move(step));
    for (const steps::Delivery &delivery :
         {signal("Paid", 1), signal("", 1), answer(R"({"approved": true})")}) {
        const Result<bool> taken = bench.running->deliver(delivery);
        BATUTA_VERIFY_OK(taken);
        QVERIFY(!*taken);
    }
    flow::WaitStep plain;
    plain.duration = text("1h");
    bench.start(std::move(plain));
    QVERIFY(!*bench.running->deliver(signal("", 1)));
    QVERIFY(!bench.report);
}

void TstWaitingSteps::anEventHasAName()
{
    tests::Workbench bench;
    flow::WaitStep step;
    step.event = text("${{ input.none }}");
    bench.start(std::move(step));
    QVERIFY2(bench.outcome().startsWith("critical: "), qPrintable(bench.outcome()));
}

void TstWaitingSteps::aWaitForAnEventIsCutByItsTimeout()
{
    tests::Workbench bench;
    bench.timeout = bench.step.timeout = 40ms;
    flow::WaitStep step;
    step.event = text("paid");
    QVERIFY(bench.does(std::move(step)));
    QCOMPARE(bench.outcome(), "failed: Timeout after 40ms");
    QCOMPARE(bench.report->outcome.cause, plan::Outcome::Cause::Timeout);
}

void TstWaitingSteps::whatTheDeadlineLeavesCountsFromNow()
{
    tests::Workbench bench;
    bench.startedAt = now() - 1h;
    bench.step.timeout = 2h;
    bench.timeout = 80ms; // cut by the deadline
    flow::WaitStep step;
    step.event = text("paid");
    const auto began = std::chrono::steady_clock::now();
    QVERIFY(bench.does(std::move(step)));
    QVERIFY(std::chrono::steady_clock::now() - began >= 80ms);
    QCOMPARE(bench.outcome(), "failed: Timeout after 80ms");
}

void TstWaitingSteps::cancelEndsThem_data()
{
    QTest::addColumn<bool>("isApproval");
    QTest::newRow("approval") << true;
    QTest::newRow("event") << false;
}

void TstWaitingSteps::cancelEndsThem()
{
    QFETCH(bool, isApproval);
    tests::Workbench bench;
    flow::WaitStep wait;
    wait.event = text("paid");
    bench.start(isApproval ? flow::StepAction(approval()) : flow::StepAction(wait));
    bench.running->cancel();
    bench.running->cancel();
    QVERIFY(bench.ended());
    QCOMPARE(bench.outcome(), "cancelled");
    QCOMPARE(bench.reports, 1);
}

QTEST_APPLESS_MAIN(TstWaitingSteps)
#include "tst_waiting_steps.moc"
