// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/clock.h"
#include "tests/support/verify.h"

#include <random>

using namespace batuta;
using test::shown;

class TestIsoTime : public QObject
{
    Q_OBJECT

private slots:
    void writesUtcWithMicroseconds_data();
    void writesUtcWithMicroseconds();
    void readsBackEveryTimeItWrites();
    void readsOtherFractions_data();
    void readsOtherFractions();
    void refusesOtherTexts_data();
    void refusesOtherTexts();
    void steadyTimeNeverGoesBack();
    void wallTimeIsInThisMillennium();
};

namespace {

WallTime at(qint64 micros)
{
    return WallTime(std::chrono::microseconds(micros));
}

} // namespace

void TestIsoTime::writesUtcWithMicroseconds_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("text");
    QTest::newRow("epoch") << qint64{0} << "1970-01-01T00:00:00.000000Z";
    QTest::newRow("leap day") << qint64{1'709'164'799'999'999} << "2024-02-28T23:59:59.999999Z";
    QTest::newRow("before the epoch") << qint64{-1} << "1969-12-31T23:59:59.999999Z";
}

void TestIsoTime::writesUtcWithMicroseconds()
{
    QFETCH(qint64, micros);
    QTEST(shown(isoTime(at(micros))), "text");
}

void TestIsoTime::readsBackEveryTimeItWrites()
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 5000; ++i) {
        const WallTime time = at(static_cast<qint64>(random() % 4'000'000'000'000'000ULL));
        WallTime back;
        QVERIFY2(parseIsoTime(isoTime(time), back), isoTime(time).c_str());
        QCOMPARE(shown(isoTime(back)), shown(isoTime(time)));
    }
}

void TestIsoTime::readsOtherFractions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("none") << QByteArray("1970-01-01T00:00:01Z") << qint64{1'000'000};
    QTest::newRow("milliseconds") << QByteArray("1970-01-01T00:00:01.250Z") << qint64{1'250'000};
    QTest::newRow("nanoseconds") << QByteArray("1970-01-01T00:00:01.000000900Z") << qint64{1'000'001};
}

void TestIsoTime::readsOtherFractions()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, micros);
    WallTime time;
    QVERIFY(parseIsoTime(text.toStdString(), time));
    QCOMPARE(qint64{time.time_since_epoch().count()}, micros);
}

void TestIsoTime::refusesOtherTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "now", "2026-11-21", "2026-11-21T14:21:07", "2026-11-21T14:21:07+02:00", "2026-13-01T00:00:00Z",
          "2026-02-30T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:61Z",
          "2026-01-01T00:00:-1Z", "2026-01-01T00:00:nanZ", "2026-01-01T00:00:00ZZ"})
        QTest::newRow(text) << QByteArray(text);
}

void TestIsoTime::refusesOtherTexts()
{
    QFETCH(QByteArray, text);
    WallTime time = at(42);
    QVERIFY(!parseIsoTime(text.toStdString(), time));
    QCOMPARE(qint64{time.time_since_epoch().count()}, qint64{42});
}

void TestIsoTime::steadyTimeNeverGoesBack()
{
    const SystemClock clock;
    SteadyTime last = clock.steady();
    for (int i = 0; i < 1000; ++i) {
        const SteadyTime next = clock.steady();
        QVERIFY(next >= last);
        last = next;
    }
}

void TestIsoTime::wallTimeIsInThisMillennium()
{
    const std::string now = isoTime(SystemClock().wall());
    QVERIFY2(now > "2024-01-01" && now < "3000-01-01", now.c_str());
}

QTEST_APPLESS_MAIN(TestIsoTime)
#include "tst_iso_time.moc"
