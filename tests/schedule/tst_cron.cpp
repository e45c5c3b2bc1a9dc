// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/schedule/cron.h"
#include "tests/schedule/times.h"

using namespace batuta;
using namespace batuta::schedule;
using test::at;
using test::shown;

class TestCron : public QObject
{
    Q_OBJECT

private slots:
    void findsTheNextTimes_data();
    void findsTheNextTimes();
    void refusesBadText_data();
    void refusesBadText();
    void isStrictlyAfter();
    void endsWhereTheCalendarDoes();
};

void TestCron::findsTheNextTimes_data()
{
    QTest::addColumn<QByteArray>("cron");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("times");
    const auto row = [](const char *cron, const char *after, const char *times) {
        QTest::addRow("%s after %s", cron, after) << QByteArray(cron) << QByteArray(after) << QString(times);
    };
    const char *saturday = "2026-11-21T14:21:07Z";
    row("* * * * *", saturday, "2026-11-21T14:22Z 2026-11-21T14:23Z");
    row("*/15 * * * *", saturday, "2026-11-21T14:30Z 2026-11-21T14:45Z");
    row("5,50-52 * * * *", saturday, "2026-11-21T14:50Z 2026-11-21T14:51Z");
    row("10-59/20 * * * *", saturday, "2026-11-21T14:30Z 2026-11-21T14:50Z");
    row("0 2 * * 0", saturday, "2026-11-22T02:00Z 2026-11-29T02:00Z");
    row("0 2 * * 7", saturday, "2026-11-22T02:00Z 2026-11-29T02:00Z");
    row("0 2 * * sun", saturday, "2026-11-22T02:00Z 2026-11-29T02:00Z");
    row("0 9 * * MON-FRI", saturday, "2026-11-23T09:00Z 2026-11-24T09:00Z");
    row("0 9 * * FRI-SUN", saturday, "2026-11-22T09:00Z 2026-11-27T09:00Z");
    row("0 9 * * 6-7", saturday, "2026-11-22T09:00Z 2026-11-28T09:00Z");
    row("0 0 1 JAN,jul *", saturday, "2027-01-01T00:00Z 2027-07-01T00:00Z");
    row("0 0 29 2 *", saturday, "2028-02-29T00:00Z 2032-02-29T00:00Z");
    row("0 0 29 2 *", "2096-03-01T00:00:00Z", "2104-02-29T00:00Z 2108-02-29T00:00Z");
    row("0 0 31 * *", saturday, "2026-12-31T00:00Z 2027-01-31T00:00Z");
    row("0 0 1 * 1", saturday, "2026-11-23T00:00Z 2026-11-30T00:00Z"); // Monday or first
    row("0 0 25 * 1", saturday, "2026-11-23T00:00Z 2026-11-25T00:00Z");
    row("0 0 */2 * 1", saturday, "2026-11-23T00:00Z 2026-12-07T00:00Z");  // begins with *: odd and Monday
    row("0 0 13 * */5", saturday, "2026-12-13T00:00Z 2027-06-13T00:00Z"); // 13th on Sunday or Friday
    row("0 0 31 2 1", saturday, "2027-02-01T00:00Z 2027-02-08T00:00Z");
    row("  0\t0  1 1 * ", saturday, "2027-01-01T00:00Z 2028-01-01T00:00Z");
    row("59 23 31 12 *", "2026-12-31T23:59:00Z", "2027-12-31T23:59Z 2028-12-31T23:59Z");
    row("@hourly", saturday, "2026-11-21T15:00Z 2026-11-21T16:00Z");
    row("@daily", saturday, "2026-11-22T00:00Z 2026-11-23T00:00Z");
    row("@weekly", saturday, "2026-11-22T00:00Z 2026-11-29T00:00Z");
    row("@monthly", saturday, "2026-12-01T00:00Z 2027-01-01T00:00Z");
    row("@Yearly", saturday, "2027-01-01T00:00Z 2028-01-01T00:00Z");
    row("0 0 1 1 *", "1960-05-05T00:00:00Z", "1961-01-01T00:00Z 1962-01-01T00:00Z");
}

void TestCron::findsTheNextTimes()
{
    QFETCH(QByteArray, cron);
    QFETCH(QByteArray, after);
    const Result<Cron> parsed = Cron::parse(cron.toStdString());
    BATUTA_VERIFY_OK(parsed);
    const auto first = parsed->next(at(after.constData()), Zone());
    QVERIFY(first);
    const auto second = parsed->next(*first, Zone());
    QVERIFY(second);
    QTEST(shown(std::vector<WallTime>{*first, *second}), "times");
}

void TestCron::refusesBadText_data()
{
    QTest::addColumn<QByteArray>("cron");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *cron, const char *says) {
        QTest::newRow(cron) << QByteArray(cron) << QString(says);
    };
    row("", "has 0 fields where five are needed");
    row("* * * *", "has 4 fields where five are needed");
    row("* * * * * *", "has 6 fields where five are needed");
    row("@reboot", "`@reboot` is not known");
    row("60 * * * *", "minute: `60` is outside its range | The minute holds 0 to 59");
    row("* 24 * * *", "hour: `24` is outside its range | The hour holds 0 to 23");
    row("* * 0 * *", "day of month: `0` is outside its range | The day of month holds 1 to 31");
    row("* * 32 * *", "day of month: `32` is outside its range");
    row("* * * 13 *", "month: `13` is outside its range | The month holds 1 to 12 or JAN to DEC");
    row("* * * 0 *", "month: `0` is outside its range");
    row("* * * * 8", "day of week: `8` is outside its range | The day of week holds 0 to 7");
    row("* * * * 7-8", "day of week: `7-8` is outside its range");
    row("* * * MON *", "month: `MON` is not understood");
    row("JAN * * * *", "minute: `JAN` is not understood");
    row("1,,2 * * * *", "minute: `` is not understood");
    row("1, * * * *", "minute: `` is not understood");
    row("5-1 * * * *", "minute: `5-1` ends before it begins");
    row("5-1-3 * * * *", "minute: `5-1-3` is not understood");
    row("-5 * * * *", "minute: `-5` is not understood");
    row("+5 * * * *", "minute: `+5` is not understood");
    row("1.5 * * * *", "minute: `1.5` is not understood");
    row("99999999999 * * * *", "minute: `99999999999` is not understood");
    row("*/0 * * * *", "minute: `*/0` has a step");
    row("*/ * * * *", "minute: `*/` has a step");
    row("*/60 * * * *", "minute: `*/60` has a step");
    row("*/2/3 * * * *", "minute: `*/2/3` has a step");
    row("5/10 * * * *", "minute: `5/10` has a step but no range");
    row("** * * * *", "minute: `**` is not understood");
    row("* * L * *", "day of month: `L` is not understood");
    row("* * ? * *", "day of month: `?` is not understood");
    row("* * * * 1#2", "day of week: `1#2` is not understood");
    row("0 0 31 2 *", "day of month: `31` is a day that none of these months has");
    row("0 0 31 4,6,9,11 *", "day of month: `31` is a day that none of these months has");
    row("0 0 30 2 */2", "day of month: `30` is a day that none of these months has");
    QTest::newRow("long") << QByteArray(1001, ' ') << QString("is longer than 1000 characters");
}

void TestCron::refusesBadText()
{
    QFETCH(QByteArray, cron);
    QFETCH(QString, says);
    const Result<Cron> parsed = Cron::parse(cron.toStdString());
    BATUTA_VERIFY_ERROR(parsed, ErrorCode::FlowBadValue);
    const QString text = shown(parsed.error().detail) + " | " + shown(mendText(parsed.error()));
    for (const QString &part : says.split(" | "))
        QVERIFY2(text.contains(part), qPrintable(text));
}

void TestCron::isStrictlyAfter()
{
    const Result<Cron> cron = Cron::parse("30 2 * * *");
    BATUTA_VERIFY_OK(cron);
    const WallTime time = at("2026-11-21T02:30:00Z");
    QCOMPARE(shown({*cron->next(time - Duration(1), Zone())}), QString("2026-11-21T02:30Z"));
    QCOMPARE(shown({*cron->next(time, Zone())}), QString("2026-11-22T02:30Z"));
    QCOMPARE(shown({*cron->next(time + Duration(1), Zone())}), QString("2026-11-22T02:30Z"));
}

void TestCron::endsWhereTheCalendarDoes()
{
    const Result<Cron> cron = Cron::parse("* * * * *");
    BATUTA_VERIFY_OK(cron);
    QVERIFY(!cron->next(WallTime::max(), Zone()));
    QVERIFY(!cron->next(WallTime::min(), Zone()));
    QVERIFY(cron->next(at("2500-01-01T00:00:00Z"), *Zone::load("Europe/Berlin")));
}

QTEST_APPLESS_MAIN(TestCron)
#include "tst_cron.moc"
