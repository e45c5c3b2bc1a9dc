// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::test;
using namespace std::chrono_literals;

/// Trying again: what for, how often, and when.
class TestRetry : public QObject
{
    Q_OBJECT

private slots:
    void triesAgain_data();
    void triesAgain();
    void jitterDependsOnTheSeedAlone();
    void jitterStaysBelowTheBackoff();
};

void TestRetry::triesAgain_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("log");
    const auto row = [](const char *name, const char *flow, const char *script, const char *log) {
        QTest::newRow(name) << QByteArray(flow) << QByteArray(script) << log;
    };
    row("second attempt succeeds", "a retry=3 backoff=1s", "a=503,ok",
        "0s start a\n1s retry a at 2s\n2s start a#2\n3s a success\n3s finished success");
    row("waits grow up to the longest", "a retry=5 backoff=1s,3,5s", "a=conn",
        "0s start a\n1s retry a at 2s\n2s start a#2\n3s retry a at 6s\n6s start a#3\n7s retry a at 12s\n"
        "12s start a#4\n13s retry a at 18s\n18s start a#5\n19s a failed (Connection refused)\n"
        "19s finished failed");
    row("no wait", "a retry=2 backoff=0s", "a=timeout,ok",
        "0s start a\n1s retry a at 1s\n1s start a#2\n2s a success\n2s finished success");
    row("without a policy there is one attempt", "a", "a=503",
        "0s start a\n1s a failed (HTTP 503)\n1s finished failed");
    row("a status outside the ranges", "a retry=3", "a=404",
        "0s start a\n1s a failed (HTTP 404)\n1s finished failed");
    row("a cause that is not listed", "a retry=3 on=connection", "a=timeout",
        "0s start a\n1s a failed (Request timeout)\n1s finished failed");
    row("a failure without a cause", "a retry=3", "a=fail",
        "0s start a\n1s a failed (broken)\n1s finished failed");
    row("critical is never tried again", "a retry=3", "a=critical",
        "0s start a\n1s a critical_error (no payload)\n1s finished failed");
    row("the last attempt decides", "a retry=2 backoff=1s", "a=503,404",
        "0s start a\n1s retry a at 2s\n2s start a#2\n3s a failed (HTTP 404)\n3s finished failed");
    row("a waiting step leaves its room to others", "@ max=1\na retry=2 backoff=5s\nb", "a=503,ok",
        "0s start a\n1s retry a at 6s\n1s start b\n2s b success\n6s start a#2\n7s a success\n"
        "7s finished success");
    row("and waits for room when its time has come", "@ max=1\na retry=2 backoff=1s\nb", "a=503,ok b=ok/4s",
        "0s start a\n1s retry a at 2s\n1s start b\n5s b success\n5s start a#2\n6s a success\n"
        "6s finished success");
    row("two at the same time come back in file order", "a retry=2 backoff=1s\nb retry=2 backoff=1s",
        "a=503,ok b=503,ok",
        "0s start a\n0s start b\n1s retry a at 2s\n1s retry b at 2s\n2s start a#2\n2s start b#2\n"
        "3s a success\n3s b success\n3s finished success");
    row("conditions are not asked twice", "a retry=2 backoff=1s if=success()\nb on_failure=abort",
        "a=503,ok b=ok/9s",
        "0s start a\n0s start b\n1s retry a at 2s\n2s start a#2\n3s a success\n9s b success\n"
        "9s finished success");
    row("no earlier than the server asks", "a retry=2 backoff=1s", "a=429@20s,ok",
        "0s start a\n1s retry a at 21s\n21s start a#2\n22s a success\n22s finished success");
    row("nor earlier than the backoff", "a retry=2 backoff=9s", "a=503@2s,ok",
        "0s start a\n1s retry a at 10s\n10s start a#2\n11s a success\n11s finished success");
    row("a server that asks for a day gets ten minutes", "a retry=2 backoff=1s", "a=503@24h,ok",
        "0s start a\n1s retry a at 601s\n601s start a#2\n602s a success\n602s finished success");
    row("refused by the breaker", "a retry=2 backoff=1s", "a=refused@60s/0s,ok",
        "0s start a\n0s retry a at 1m\n1m start a#2\n61s a success\n61s finished success");
    row("a breaker is always believed", "a retry=2 backoff=1s", "a=refused@20m/0s,ok/1m",
        "0s start a\n0s retry a at 20m\n20m start a#2\n21m a success\n21m finished success");
    row("refused without attempts left", "a retry=1", "a=refused@60s/0s",
        "0s start a\n0s a failed (Breaker is open)\n0s finished failed");
}

void TestRetry::triesAgain()
{
    QFETCH(QByteArray, flow);
    QFETCH(QByteArray, script);
    QTEST(shown(logOf(flow.toStdString(), script.toStdString())), "log");
}

void TestRetry::jitterDependsOnTheSeedAlone()
{
    const auto logWith = [](std::uint64_t seed) {
        RunSettings settings;
        settings.options.seed = seed;
        return logOf("a retry=4 backoff=1s jitter\nb retry=4 backoff=1s jitter", "a=503 b=503", settings);
    };
    QCOMPARE(shown(logWith(1)), shown(logWith(1)));
    QVERIFY(logWith(1) != logWith(2));
}

void TestRetry::jitterStaysBelowTheBackoff()
{
    double sum = 0;
    int waits = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        RunSettings settings;
        settings.options.seed = seed;
        const VirtualRun run(flowFromText("a retry=4 backoff=1s,1,1s jitter"), scriptFromText("a=503"),
                             settings);
        for (const Moment &moment : run.moments()) {
            if (moment.decision.kind != plan::Decision::Kind::RetryLater)
                continue;
            const Duration wait = moment.decision.at - moment.at;
            QVERIFY(wait >= 0s && wait < 1s);
            sum += secondsOf(wait);
            ++waits;
        }
    }
    QCOMPARE(waits, 600);
    QVERIFY2(sum / waits > 0.45 && sum / waits < 0.55, std::to_string(sum / waits).c_str());
}

QTEST_APPLESS_MAIN(TestRetry)
#include "tst_plan_retry.moc"
