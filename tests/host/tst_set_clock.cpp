// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/host/house.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QTest>

using namespace batuta;
using namespace std::chrono_literals;

namespace {

constexpr const char *kFlow = R"(
deadline: 10m
steps:
  first: {http: {method: POST, url: "${{ env.FIRST }}", json: {n: 1}}}
  pause: {needs: [first], wait: {for: 400ms}}
  second:
    needs: [pause]
    http: {method: POST, url: "${{ env.SECOND }}", json: {n: 2}}
    retry: {attempts: 3, on: [5xx], backoff: {first: 50ms, max: 50ms, jitter: none}}
)";

} // namespace

/// Somebody sets the clock of the machine while executions run, or while no engine is there: spans stay what
/// they are, nothing lasts less than nothing, and everything ends.
class TestSetClock : public QObject
{
    Q_OBJECT
private slots:
    void aRunningExecutionDoesNotNotice_data() { hours(); }
    void aRunningExecutionDoesNotNotice()
    {
        QFETCH(int, hours);
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open();
        QElapsedTimer real;
        real.start();
        const auto started = house.start("timed");
        BATUTA_VERIFY_OK(started);
        QVERIFY(house.until([&] { return house.functions.calls("/first") == 1; }));
        house.clock.set(house.clock.wall() + std::chrono::hours(hours));
        const auto record = house.end(started->id);
        BATUTA_VERIFY_OK(record);
        QCOMPARE(tests::statusesOf(record), "first=success pause=success second=success");
        QVERIFY(real.elapsed() < 10'000); // not an hour
        QVERIFY(record->duration >= 400ms && record->duration < 10s);
        for (const client::StepRecord &step : record->steps)
            QVERIFY(step.duration >= Duration{} && step.endedAt >= step.startedAt);
        QCOMPARE(house.functions.calls("/second"), 2); // its retry came
    }

    void oneThatIsBroughtBackEnds_data() { hours(); }
    void oneThatIsBroughtBackEnds()
    {
        QFETCH(int, hours);
        net::Loop loop;
        tests::House house(loop);
        build(house);
        host::EngineOptions options;
        options.resumes = true;
        house.open(options);
        const auto started = house.start("timed");
        BATUTA_VERIFY_OK(started);
        QVERIFY(house.until([&] { return house.functions.calls("/first") == 1; }));
        house.close();
        house.clock.set(house.clock.wall() + std::chrono::hours(hours));
        QElapsedTimer real;
        real.start();
        house.open(options);
        const auto record = house.end(started->id);
        BATUTA_VERIFY_OK(record);
        QVERIFY(real.elapsed() < 10'000);
        // An hour forward is past the deadline as far as anybody can tell; an hour back is not.
        QCOMPARE(QString::fromStdString(record->status), hours < 0 ? QString("success") : QString("failed"));
        QVERIFY(record->duration >= Duration{} && record->endedAt >= record->startedAt);
    }

private:
    static void hours()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("back") << -1;
        QTest::newRow("forward") << 1;
    }
    static void build(tests::House &house)
    {
        house.function("FIRST", "/first");
        house.function("SECOND", "/second");
        house.functions.answer("/second", [calls = 0](const net::ServerRequest &) mutable {
            return net::ServerResponse{++calls == 1 ? 503 : 200, "application/json", "{}", {}};
        });
        house.flow("timed", kFlow);
    }
};

QTEST_GUILESS_MAIN(TestSetClock)
#include "tst_set_clock.moc"
