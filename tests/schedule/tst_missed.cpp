// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/schedule/missed.h"
#include "tests/schedule/times.h"

#include <random>
#include <set>

using namespace batuta;
using namespace batuta::schedule;
using test::at;
using test::shown;

class TestMissed : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsDue_data();
    void saysWhatIsDue();
    void givesAllInPieces();
    void runsNothingTwiceWhateverTheClockDoes_data();
    void runsNothingTwiceWhateverTheClockDoes();
    void isQuickAfterYears();
    void saysWhatComes();
    void backfills();
};

namespace {

Timetable timetable(const char *cron, const char *zone = "UTC")
{
    return {*Cron::parse(cron), *Zone::load(zone)};
}

} // namespace

void TestMissed::saysWhatIsDue_data()
{
    QTest::addColumn<int>("missed");
    QTest::addColumn<QByteArray>("lastRun");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QString>("times");
    const auto row = [](const char *what, Missed missed, const char *lastRun, const char *now,
                        const char *times) {
        QTest::newRow(what) << static_cast<int>(missed) << QByteArray(lastRun) << QByteArray(now)
                            << QString(times);
    };
    const char *two = "2026-11-21T02:00:00Z";
    const char *onTime = "2026-11-21T03:00:00.25Z";
    const char *late = "2026-11-21T06:30:00Z";
    for (const Missed missed : {Missed::Skip, Missed::RunOnce, Missed::RunAll}) {
        const QByteArray name = QByteArray::number(static_cast<int>(missed));
        row(("too early " + name).constData(), missed, two, "2026-11-21T02:59:59.9Z", "");
        row(("at the time " + name).constData(), missed, two, "2026-11-21T03:00:00Z", "2026-11-21T03:00Z");
        row(("on time " + name).constData(), missed, two, onTime, "2026-11-21T03:00Z");
        row(("already run " + name).constData(), missed, "2026-11-21T03:00:00Z", onTime, "");
        row(("clock put back " + name).constData(), missed, late, onTime, "");
        row(("same moment " + name).constData(), missed, two, two, "");
    }
    row("within a minute", Missed::Skip, two, "2026-11-21T03:01:00Z", "2026-11-21T03:00Z");
    row("skipped", Missed::Skip, two, "2026-11-21T03:01:00.000001Z", "");
    row("skipped, but the newest is on time", Missed::Skip, two, "2026-11-21T06:00:30Z", "2026-11-21T06:00Z");
    row("once", Missed::RunOnce, two, late, "2026-11-21T06:00Z");
    row("all", Missed::RunAll, two, late,
        "2026-11-21T03:00Z 2026-11-21T04:00Z 2026-11-21T05:00Z 2026-11-21T06:00Z");
}

void TestMissed::saysWhatIsDue()
{
    QFETCH(int, missed);
    QFETCH(QByteArray, lastRun);
    QFETCH(QByteArray, now);
    const Times times = due(timetable("0 * * * *"), at(lastRun.constData()), at(now.constData()),
                            static_cast<Missed>(missed), 100);
    QTEST(shown(times.times), "times");
    QVERIFY(!times.hasMore);
}

void TestMissed::givesAllInPieces()
{
    const Timetable hourly = timetable("0 * * * *");
    WallTime lastRun = at("2026-11-21T02:00:00Z");
    const WallTime now = at("2026-11-21T09:00:00Z");
    QStringList pieces;
    for (bool hasMore = true; hasMore;) {
        const Times times = due(hourly, lastRun, now, Missed::RunAll, 3);
        pieces.push_back(QString::number(times.times.size()));
        lastRun = times.times.back();
        hasMore = times.hasMore;
    }
    QCOMPARE(pieces.join(' '), QString("3 3 1"));
    QVERIFY(lastRun == now);
    QVERIFY(due(hourly, at("2026-11-21T02:00:00Z"), now, Missed::RunAll, 0).times.empty());
}

void TestMissed::runsNothingTwiceWhateverTheClockDoes_data()
{
    QTest::addColumn<int>("missed");
    QTest::newRow("skip") << static_cast<int>(Missed::Skip);
    QTest::newRow("run_once") << static_cast<int>(Missed::RunOnce);
    QTest::newRow("run_all") << static_cast<int>(Missed::RunAll);
}

/// A clock that goes forward and is put back at random, around a change of Berlin's clocks.
void TestMissed::runsNothingTwiceWhateverTheClockDoes()
{
    QFETCH(int, missed);
    const Timetable table = timetable("*/7 * * * *", "Europe/Berlin");
    std::mt19937_64 random(77);
    WallTime now = at("2026-10-24T22:00:00Z");
    WallTime lastRun = now;
    std::set<WallTime> ran;
    for (int i = 0; i < 5000; ++i) {
        now += std::chrono::seconds(static_cast<std::int64_t>(random() % 300)) -
               (random() % 10 == 0 ? std::chrono::seconds(900) : std::chrono::seconds(0));
        for (const WallTime time : due(table, lastRun, now, static_cast<Missed>(missed), 5).times) {
            QVERIFY(time <= now && time > lastRun);
            QVERIFY2(ran.insert(time).second, qPrintable(shown({time})));
            lastRun = time;
        }
    }
    QVERIFY(ran.size() > 100);
    if (static_cast<Missed>(missed) == Missed::RunAll)
        QCOMPARE(ran.size(),
                 between(table, *ran.begin(), *ran.rbegin() + Duration(1), 1'000'000).times.size());
}

/// Ten years of minutes have passed: the newest is found without walking over five million of them.
void TestMissed::isQuickAfterYears()
{
    const Timetable table = timetable("* * 1 * *", "America/New_York");
    const auto begin = std::chrono::steady_clock::now();
    const Times times =
        due(table, at("2016-01-01T00:00:00Z"), at("2026-11-21T00:00:00Z"), Missed::RunOnce, 1);
    QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
    QCOMPARE(shown(times.times), QString("2026-11-02T04:59Z"));
}

void TestMissed::saysWhatComes()
{
    const auto times = upcoming(timetable("0 9 * * MON", "America/Sao_Paulo"), at("2026-11-21T00:00:00Z"), 3);
    QCOMPARE(shown(times), QString("2026-11-23T12:00Z 2026-11-30T12:00Z 2026-12-07T12:00Z"));
    QVERIFY(upcoming(timetable("0 9 * * MON"), at("2026-11-21T00:00:00Z"), 0).empty());
}

void TestMissed::backfills()
{
    const Timetable daily = timetable("0 2 * * *", "Europe/Berlin");
    const WallTime since = at("2026-03-28T01:00:00Z");
    const WallTime until = at("2026-03-31T00:00:00Z");
    const Times all = between(daily, since, until, 10);
    QCOMPARE(shown(all.times), QString("2026-03-28T01:00Z 2026-03-29T01:00Z 2026-03-30T00:00Z"));
    QVERIFY(!all.hasMore);
    const Times some = between(daily, since, until, 2);
    QCOMPARE(some.times.size(), std::size_t{2});
    QVERIFY(some.hasMore);
    QVERIFY(!between(daily, since, until, 3).hasMore);
    QVERIFY(between(daily, until, since, 10).times.empty());
    QVERIFY(between(daily, since, since, 10).times.empty());
}

QTEST_APPLESS_MAIN(TestMissed)
#include "tst_missed.moc"
