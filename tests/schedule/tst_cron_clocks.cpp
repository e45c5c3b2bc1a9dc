// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/schedule/cron.h"
#include "tests/schedule/times.h"

#include <functional>

using namespace batuta;
using namespace batuta::schedule;
using test::at;
using test::shown;

/// Cron where clocks are changed: examples, and whole years against a walk over every minute that knows
/// nothing of ours: the C library says what the clocks show, and each expression stands beside its meaning in
/// C++.
class TestCronClocks : public QObject
{
    Q_OBJECT

private slots:
    void runsAsStated_data();
    void runsAsStated();
    void agreesWithAWalkOverMinutes_data();
    void agreesWithAWalkOverMinutes();
};

namespace {

struct Meaning
{
    const char *cron;
    bool byElapsedTime;
    std::function<bool(const std::tm &)> fits;
};

const std::vector<Meaning> &meanings()
{
    using Fields = const std::tm &;
    static const std::vector<Meaning> all{
        {"*/5 * * * *", true, [](Fields t) { return t.tm_min % 5 == 0; }},
        {"0 * * * *", true, [](Fields t) { return t.tm_min == 0; }},
        {"* 2 * * 0", true, [](Fields t) { return t.tm_hour == 2 && t.tm_wday == 0; }},
        {"30 */2 * * *", true, [](Fields t) { return t.tm_min == 30 && t.tm_hour % 2 == 0; }},
        {"0 0 * * *", false, [](Fields t) { return t.tm_min == 0 && t.tm_hour == 0; }},
        {"30 2 * * *", false, [](Fields t) { return t.tm_min == 30 && t.tm_hour == 2; }},
        {"15,45 1,2 * * *", false,
         [](Fields t) { return t.tm_min % 30 == 15 && (t.tm_hour == 1 || t.tm_hour == 2); }},
        {"0-59/10 0-3 * * *", false, [](Fields t) { return t.tm_min % 10 == 0 && t.tm_hour <= 3; }},
        {"0 2,3 * * SUN", false,
         [](Fields t) { return t.tm_min == 0 && (t.tm_hour == 2 || t.tm_hour == 3) && t.tm_wday == 0; }},
        {"30 1 1-7 4,10,11 SUN", false,
         [](Fields t) {
             const bool month = t.tm_mon == 3 || t.tm_mon == 9 || t.tm_mon == 10;
             return t.tm_min == 30 && t.tm_hour == 1 && month && (t.tm_mday <= 7 || t.tm_wday == 0);
         }},
        {"5 0 29 2 *", false,
         [](Fields t) { return t.tm_min == 5 && t.tm_hour == 0 && t.tm_mday == 29 && t.tm_mon == 1; }},
    };
    return all;
}

/// The instants in [from, until), whole minutes, at which each meaning is to run.
std::vector<std::vector<std::time_t>> walk(std::time_t from, std::time_t until)
{
    std::vector<std::vector<std::time_t>> runs(meanings().size());
    std::time_t shownUntil = from - 60 + test::LibraryZone::offsetAt(from - 60);
    for (std::time_t now = from; now < until; now += 60) {
        const std::time_t shows = now + test::LibraryZone::offsetAt(now);
        // What the clocks show for the first time: one minute, more when they jump, none when they repeat.
        for (std::time_t local = std::min(shows, shownUntil + 60); local <= shows; local += 60) {
            std::tm fields{};
            ::gmtime_r(&local, &fields);
            for (std::size_t i = 0; i < runs.size(); ++i) {
                const bool counts = meanings()[i].byElapsedTime ? local == shows : local > shownUntil;
                if (counts && meanings()[i].fits(fields) && (runs[i].empty() || runs[i].back() != now))
                    runs[i].push_back(now);
            }
        }
        shownUntil = std::max(shownUntil, shows);
    }
    return runs;
}

} // namespace

void TestCronClocks::runsAsStated_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QByteArray>("cron");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("times");
    const auto row = [](const char *zone, const char *cron, const char *after, const char *times) {
        QTest::addRow("%s %s %s", zone, cron, after)
            << QString(zone) << QByteArray(cron) << QByteArray(after) << QString(times);
    };
    const char *spring = "2026-03-28T12:00:00Z"; // Berlin: 02:00 is followed by 03:00 at 01:00 UTC
    row("Europe/Berlin", "30 2 * * *", spring, "2026-03-29T01:00Z 2026-03-30T00:30Z");
    row("Europe/Berlin", "0,30 2 * * *", spring, "2026-03-29T01:00Z 2026-03-30T00:00Z");
    row("Europe/Berlin", "0 2,3 * * *", spring, "2026-03-29T01:00Z 2026-03-30T00:00Z");
    row("Europe/Berlin", "*/30 2 * * *", spring, "2026-03-30T00:00Z 2026-03-30T00:30Z");
    const char *autumn = "2026-10-24T12:00:00Z"; // Berlin: 03:00 becomes 02:00 at 01:00 UTC
    row("Europe/Berlin", "30 2 * * *", autumn, "2026-10-25T00:30Z 2026-10-26T01:30Z");
    row("Europe/Berlin", "30 2 * * *", "2026-10-25T01:10:00Z", "2026-10-26T01:30Z 2026-10-27T01:30Z");
    row("Europe/Berlin", "30 * * * *", "2026-10-25T00:00:00Z", "2026-10-25T00:30Z 2026-10-25T01:30Z");
    row("America/Sao_Paulo", "0 0 * * *", "2018-11-03T12:00:00Z", "2018-11-04T03:00Z 2018-11-05T02:00Z");
    row("America/Sao_Paulo", "30 23 * * *", "2018-02-17T12:00:00Z", "2018-02-18T01:30Z 2018-02-19T02:30Z");
    row("Australia/Lord_Howe", "15 2 * * *", "2026-10-03T12:00:00Z", "2026-10-03T15:30Z 2026-10-04T15:15Z");
    row("Australia/Lord_Howe", "45 1 * * *", "2026-04-04T12:00:00Z", "2026-04-04T14:45Z 2026-04-05T15:15Z");
    row("America/New_York", "30 2 * * *", "2060-03-13T12:00:00Z", "2060-03-14T07:00Z 2060-03-15T06:30Z");
}

void TestCronClocks::runsAsStated()
{
    QFETCH(QString, zone);
    QFETCH(QByteArray, cron);
    QFETCH(QByteArray, after);
    const Result<Zone> loaded = Zone::load(zone.toStdString());
    BATUTA_VERIFY_OK(loaded);
    const Result<Cron> parsed = Cron::parse(cron.toStdString());
    BATUTA_VERIFY_OK(parsed);
    const auto first = parsed->next(at(after.constData()), *loaded);
    QVERIFY(first);
    QTEST(shown(std::vector<WallTime>{*first, parsed->next(*first, *loaded).value_or(WallTime())}), "times");
}

void TestCronClocks::agreesWithAWalkOverMinutes_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<int>("days");
    for (const char *zone :
         {"UTC", "America/Sao_Paulo", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"}) {
        QTest::addRow("%s before", zone) << QString(zone) << QByteArray("2017-09-01T00:00:00Z") << 600;
        QTest::addRow("%s now", zone) << QString(zone) << QByteArray("2024-02-01T00:00:00Z") << 1100;
        QTest::addRow("%s by rule", zone) << QString(zone) << QByteArray("2051-01-01T00:00:00Z") << 400;
    }
}

void TestCronClocks::agreesWithAWalkOverMinutes()
{
    QFETCH(QString, zone);
    QFETCH(QByteArray, from);
    QFETCH(int, days);
    const Result<Zone> loaded = Zone::load(zone.toStdString());
    BATUTA_VERIFY_OK(loaded);
    const test::LibraryZone library(zone.toStdString());
    const WallTime begin = at(from.constData());
    const auto seconds = static_cast<std::time_t>(begin.time_since_epoch() / std::chrono::seconds(1));
    const auto expected = walk(seconds, seconds + days * 86'400L);
    for (std::size_t i = 0; i < meanings().size(); ++i) {
        const Result<Cron> cron = Cron::parse(meanings()[i].cron);
        BATUTA_VERIFY_OK(cron);
        QCOMPARE(cron->runsByElapsedTime(), meanings()[i].byElapsedTime);
        std::optional<WallTime> next = cron->next(begin - Duration(1), *loaded);
        for (const std::time_t run : expected[i]) {
            const WallTime wanted{std::chrono::seconds(run)};
            if (!next || *next != wanted)
                QFAIL(qPrintable(
                    QString("%1: %2, not %3")
                        .arg(meanings()[i].cron, shown({next.value_or(WallTime())}), shown({wanted}))));
            next = cron->next(*next, *loaded);
        }
        QVERIFY(!next || *next >= begin + std::chrono::days(days));
        QVERIFY(!expected[i].empty() || meanings()[i].cron == std::string("5 0 29 2 *"));
    }
}

QTEST_APPLESS_MAIN(TestCronClocks)
#include "tst_cron_clocks.moc"
