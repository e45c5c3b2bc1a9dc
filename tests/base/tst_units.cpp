// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/units.h"
#include "tests/support/verify.h"

#include <random>

using namespace batuta;
using namespace std::chrono_literals;
using test::shown;

class TestUnits : public QObject
{
    Q_OBJECT

private slots:
    void readsDurations_data();
    void readsDurations();
    void refusesBadDurations_data();
    void refusesBadDurations();
    void writesTheShortestExactDuration_data();
    void writesTheShortestExactDuration();
    void readsBackEveryDurationItWrites();
    void tellsPeopleRoundedTimes_data();
    void tellsPeopleRoundedTimes();
    void readsSizes_data();
    void readsSizes();
    void refusesBadSizes_data();
    void refusesBadSizes();
    void readsBackEverySizeItWrites();
    void advisesHowToWriteAValue();
};

void TestUnits::readsDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("zero") << QByteArray("0s") << qint64{0};
    QTest::newRow("microseconds") << QByteArray("7us") << qint64{7};
    QTest::newRow("milliseconds") << QByteArray("250ms") << qint64{250'000};
    QTest::newRow("seconds") << QByteArray("90s") << qint64{90'000'000};
    QTest::newRow("fraction") << QByteArray("1.5s") << qint64{1'500'000};
    QTest::newRow("minutes") << QByteArray("5m") << qint64{300'000'000};
    QTest::newRow("hours") << QByteArray("24h") << qint64{86'400'000'000};
    QTest::newRow("days") << QByteArray("7d") << qint64{604'800'000'000};
}

void TestUnits::readsDurations()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, micros);
    const Result<Duration> duration = parseDuration(text.toStdString());
    BATUTA_VERIFY_OK(duration);
    QCOMPARE(qint64{duration->count()}, micros);
}

void TestUnits::refusesBadDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "s", "10", "-1s", "+1s", " 1s", "1s ", "1 s", "1m30s", "1S", "nans", "infs",
                             "0x10s", "99999d", "1e300s", "1,5s"})
        QTest::newRow(text) << QByteArray(text);
}

void TestUnits::refusesBadDurations()
{
    QFETCH(QByteArray, text);
    BATUTA_VERIFY_ERROR(parseDuration(text.toStdString()), ErrorCode::FlowBadValue);
}

void TestUnits::writesTheShortestExactDuration_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64{0} << "0s";
    QTest::newRow("odd microseconds") << qint64{1'500} << "1500us";
    QTest::newRow("milliseconds") << qint64{250'000} << "250ms";
    QTest::newRow("seconds that make no minute") << qint64{90'000'000} << "90s";
    QTest::newRow("minutes") << qint64{300'000'000} << "5m";
    QTest::newRow("hours") << qint64{86'400'000'000} << "24h";
}

void TestUnits::writesTheShortestExactDuration()
{
    QFETCH(qint64, micros);
    QTEST(shown(durationText(Duration(micros))), "text");
}

void TestUnits::readsBackEveryDurationItWrites()
{
    std::mt19937_64 random(20260101);
    for (int i = 0; i < 2000; ++i) {
        const Duration duration(static_cast<qint64>(random() % (1ULL << (1 + random() % 48))));
        const Result<Duration> back = parseDuration(durationText(duration));
        BATUTA_VERIFY_OK(back);
        QCOMPARE(back->count(), duration.count());
    }
}

void TestUnits::tellsPeopleRoundedTimes_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("text");
    QTest::newRow("microseconds") << qint64{812} << "812 us";
    QTest::newRow("few milliseconds") << qint64{1'240} << "1.2 ms";
    QTest::newRow("milliseconds") << qint64{812'300} << "812 ms";
    QTest::newRow("few seconds") << qint64{2'345'000} << "2.35 s";
    QTest::newRow("seconds") << qint64{24'800'000} << "24.8 s";
    QTest::newRow("minutes") << qint64{185'000'000} << "3 m 05 s";
    QTest::newRow("hours") << qint64{82'800'000'000} << "23 h 00 m";
    QTest::newRow("days") << qint64{266'400'000'000} << "3 d 02 h";
}

void TestUnits::tellsPeopleRoundedTimes()
{
    QFETCH(qint64, micros);
    QTEST(shown(durationForPeople(Duration(micros))), "text");
}

void TestUnits::readsSizes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint64>("bytes");
    QTest::newRow("plain") << QByteArray("512") << quint64{512};
    QTest::newRow("bytes") << QByteArray("512B") << quint64{512};
    QTest::newRow("binary") << QByteArray("64KiB") << quint64{65'536};
    QTest::newRow("short binary") << QByteArray("2Gi") << quint64{2'147'483'648};
    QTest::newRow("decimal") << QByteArray("10MB") << quint64{10'000'000};
    QTest::newRow("fraction") << QByteArray("1.5Mi") << quint64{1'572'864};
}

void TestUnits::readsSizes()
{
    QFETCH(QByteArray, text);
    QFETCH(quint64, bytes);
    const Result<std::uint64_t> size = parseSize(text.toStdString());
    BATUTA_VERIFY_OK(size);
    QCOMPARE(quint64{*size}, bytes);
}

void TestUnits::refusesBadSizes_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "KiB", "-1", "1 KiB", "1kb", "nan", "10000000GiB", "1e300"})
        QTest::newRow(text) << QByteArray(text);
}

void TestUnits::refusesBadSizes()
{
    QFETCH(QByteArray, text);
    BATUTA_VERIFY_ERROR(parseSize(text.toStdString()), ErrorCode::FlowBadValue);
}

void TestUnits::readsBackEverySizeItWrites()
{
    for (const std::uint64_t bytes : {0ULL, 1ULL, 1023ULL, 1024ULL, 65'536ULL, 16ULL << 20, 5ULL << 30}) {
        const Result<std::uint64_t> back = parseSize(sizeText(bytes));
        BATUTA_VERIFY_OK(back);
        QCOMPARE(*back, bytes);
    }
}

void TestUnits::advisesHowToWriteAValue()
{
    const Result<Duration> duration = parseDuration("soon");
    QVERIFY(!duration);
    QVERIFY(shown(mendText(duration.error())).contains("250ms"));
}

QTEST_APPLESS_MAIN(TestUnits)
#include "tst_units.moc"
