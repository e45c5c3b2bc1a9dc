// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/releases/rehearsal.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using namespace batuta::releases;
using batuta::test::shown;
using std::chrono::milliseconds;

namespace {

RehearsedStep step(const std::string &status, int code, const std::string &output, int ms = 20)
{
    return {"order",
            status,
            code,
            status == "success" ? "" : "HTTP " + std::to_string(code),
            milliseconds(ms),
            *json::parse(output)};
}

RehearsedRun run(const RehearsedStep &one, const std::string &status = {})
{
    return {"id", status.empty() ? one.status : status, {one}};
}

/// Runs whose calls took so long, then and now.
std::vector<RunRehearsal> timed(int count, int then, int now)
{
    std::vector<RunRehearsal> runs;
    for (int i = 0; i < count; ++i)
        runs.push_back(
            compareRuns(run(step("success", 200, "1", then)), run(step("success", 200, "1", now)), {}));
    return runs;
}

} // namespace

class TestRehearsal : public QObject
{
    Q_OBJECT

private slots:
    void comparesOne_data();
    void comparesOne();
    void ignoresPaths_data();
    void ignoresPaths();
    void aCheckBehindItMakesItWorse();
    void whatWasNotCalledIsWorse();
    void judges_data();
    void judges();
    void percentilesAreOfNearestRank();
    void longReportsAreCut();
};

void TestRehearsal::comparesOne_data()
{
    QTest::addColumn<QByteArray>("thenStatus");
    QTest::addColumn<int>("thenCode");
    QTest::addColumn<QByteArray>("thenOutput");
    QTest::addColumn<QByteArray>("nowStatus");
    QTest::addColumn<int>("nowCode");
    QTest::addColumn<QByteArray>("nowOutput");
    QTest::addColumn<QByteArray>("end");
    const QByteArray good = "success", bad = "failed", a = R"({"a":1})", b = R"({"a":2})";
    QTest::newRow("same") << good << 200 << a << good << 200 << a << QByteArray("same");
    QTest::newRow("another value") << good << 200 << a << good << 200 << b << QByteArray("different");
    QTest::newRow("another code") << good << 200 << a << good << 201 << a << QByteArray("different");
    QTest::newRow("fails now") << good << 200 << a << bad << 500 << a << QByteArray("worse");
    QTest::newRow("mended") << bad << 500 << b << good << 200 << a << QByteArray("mended");
    QTest::newRow("fails as it did") << bad << 500 << a << bad << 500 << a << QByteArray("same");
    QTest::newRow("fails otherwise") << bad << 500 << a << bad << 404 << a << QByteArray("different");
}

void TestRehearsal::comparesOne()
{
    QFETCH(QByteArray, thenStatus);
    QFETCH(int, thenCode);
    QFETCH(QByteArray, thenOutput);
    QFETCH(QByteArray, nowStatus);
    QFETCH(int, nowCode);
    QFETCH(QByteArray, nowOutput);
    QFETCH(QByteArray, end);
    const RunRehearsal found =
        compareRuns(run(step(thenStatus.toStdString(), thenCode, thenOutput.toStdString())),
                    run(step(nowStatus.toStdString(), nowCode, nowOutput.toStdString())), {});
    QCOMPARE(shown(std::string(endName(found.end))), QString(end));
    QCOMPARE(shown(std::string(endName(found.steps[0].end))), QString(end));
}

void TestRehearsal::ignoresPaths_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("isIgnored");
    QTest::newRow("whole") << QByteArray("output.items[1].at") << true;
    QTest::newRow("any place") << QByteArray("output.items[*].at") << true;
    QTest::newRow("another place") << QByteArray("output.items[0].at") << false;
    QTest::newRow("without the root") << QByteArray("items[*].at") << true;
    QTest::newRow("all below") << QByteArray("items") << true;
    QTest::newRow("the beginning of a word") << QByteArray("item") << false;
    QTest::newRow("the end alone") << QByteArray("at") << false;
    QTest::newRow("nothing") << QByteArray("") << false;
}

void TestRehearsal::ignoresPaths()
{
    QFETCH(QByteArray, pattern);
    QFETCH(bool, isIgnored);
    QCOMPARE(releases::isIgnored("output.items[1].at", {pattern.toStdString()}), isIgnored);
}

void TestRehearsal::aCheckBehindItMakesItWorse()
{
    const RehearsedStep one = step("success", 200, R"({"score":0.2})");
    QCOMPARE(compareRuns(run(one), run(one, "failed"), {}).end, RehearsalEnd::Worse);
}

void TestRehearsal::whatWasNotCalledIsWorse()
{
    const RunRehearsal found =
        compareRuns(run(step("success", 200, "1")), RehearsedRun{"now", "success", {}}, {});
    QCOMPARE(found.end, RehearsalEnd::Worse);
    QVERIFY(!found.steps[0].lengthNow);
}

void TestRehearsal::judges_data()
{
    QTest::addColumn<QByteArray>("ends");
    QTest::addColumn<double>("different");
    QTest::addColumn<QByteArray>("verdict");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("all the same") << QByteArray("sss") << 0.0 << QByteArray("good")
                                  << QByteArray("3 executions run again, 3 the same");
    QTest::newRow("one mended") << QByteArray("sm") << 0.0 << QByteArray("good")
                                << QByteArray("2 executions run again, 1 the same, 1 mended");
    QTest::newRow("one different") << QByteArray("sd") << 0.0 << QByteArray("broken")
                                   << QByteArray("1 execution gives something else, of 2");
    QTest::newRow("as many as may be") << QByteArray("sd") << 0.5 << QByteArray("good")
                                       << QByteArray("2 executions run again, 1 the same, 1 different");
    QTest::newRow("one worse") << QByteArray("ssw") << 1.0 << QByteArray("broken")
                               << QByteArray("1 execution fails now that did not");
    QTest::newRow("none") << QByteArray("") << 0.0 << QByteArray("not_enough")
                          << QByteArray("no execution is recorded that called the service");
    QTest::newRow("none could run") << QByteArray("n") << 0.0 << QByteArray("not_enough")
                                    << QByteArray("none of the executions could be run again: why not");
}

void TestRehearsal::judges()
{
    QFETCH(QByteArray, ends);
    QFETCH(double, different);
    QFETCH(QByteArray, verdict);
    QFETCH(QByteArray, why);
    std::vector<RunRehearsal> runs;
    for (const char end : ends) {
        RunRehearsal one;
        one.end = end == 's'   ? RehearsalEnd::Same
                  : end == 'd' ? RehearsalEnd::Different
                  : end == 'w' ? RehearsalEnd::Worse
                  : end == 'm' ? RehearsalEnd::Mended
                               : RehearsalEnd::NotRun;
        one.why = end == 'n' ? "why not" : "";
        runs.push_back(one);
    }
    RehearsalRules rules;
    rules.different = different;
    const json::Value told = toJson(conclude(runs, rules));
    QCOMPARE(shown(told["verdict"].asString()), QString(verdict));
    QCOMPARE(shown(told["why"].asString()), QString(why));
    QCOMPARE(told["counts"]["runs"].asInteger(), static_cast<std::int64_t>(ends.size()));
}

void TestRehearsal::percentilesAreOfNearestRank()
{
    RehearsalReport report = conclude(timed(5, 100, 400), {});
    QCOMPARE(report.then.samples, 5);
    QCOMPARE(*report.now.p95, Duration(milliseconds(400)));
    QCOMPARE(shown(report.why), QString("p95 grew from 100 ms to 400 ms"));
    QCOMPARE(report.verdict, RehearsalVerdict::Broken);
    QCOMPARE(conclude(timed(4, 100, 400), {}).verdict, RehearsalVerdict::Good); // too few to say
    QCOMPARE(conclude(timed(9, 10, 90), {}).verdict, RehearsalVerdict::Good);   // noise
    RehearsalRules patient;
    patient.slower = 4;
    QCOMPARE(conclude(timed(9, 100, 400), patient).verdict, RehearsalVerdict::Good);
    std::vector<RunRehearsal> mixed = timed(18, 10, 10);
    for (RunRehearsal &one : timed(2, 10, 900))
        mixed.push_back(one);
    report = conclude(mixed, {});
    QCOMPARE(*report.now.p50, Duration(milliseconds(10)));
    QCOMPARE(*report.now.p95, Duration(milliseconds(900)));
}

void TestRehearsal::longReportsAreCut()
{
    json::Object then, now;
    for (int i = 0; i < 100; ++i) {
        then.set("key" + std::to_string(i), std::string(1'000, 'a'));
        now.set("key" + std::to_string(i), std::string(1'000, 'b'));
    }
    RehearsedStep before{"order", "success", 200, {}, milliseconds(5), then}, after = before;
    after.output = now;
    const json::Value told = toJson(conclude({compareRuns(run(before), run(after), {})}, {}));
    const json::Value &one = told["runs"].at(0)["steps"].at(0);
    QCOMPARE(one["different"].asInteger(), 100);
    QCOMPARE(one["differences"].asArray().size(), std::size_t(20));
    QVERIFY(one["differences"].at(0)["then"].asString().size() < 210);
}

QTEST_GUILESS_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
