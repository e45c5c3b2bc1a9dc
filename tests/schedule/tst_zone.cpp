// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/schedule/zone.h"
#include "tests/schedule/times.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <random>

using namespace batuta;
using namespace batuta::schedule;
using namespace std::chrono_literals;
using test::at;
using test::shown;

class TestZone : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheLibrary_data();
    void agreesWithTheLibrary();
    void findsTheInstantOfALocalTime_data();
    void findsTheInstantOfALocalTime();
    void needsNoFileForUtc();
    void refusesNames_data();
    void refusesNames();
    void refusesDamagedTables();
    void readsARuleWithoutATable_data();
    void readsARuleWithoutATable();
};

namespace {

LocalTime local(const char *text)
{
    return LocalTime(std::chrono::floor<std::chrono::seconds>(at(text)).time_since_epoch());
}

QByteArray tableOf(const char *name)
{
    QFile file(QString("/usr/share/zoneinfo/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A table of one type, UTC, without changes, so that the footer says everything.
std::string tableWithFooter(const std::string &footer)
{
    const std::string block = std::string("TZif2") + std::string(15, '\0') + std::string(16, '\0') +
                              std::string("\0\0\0\1\0\0\0\4", 8) + std::string(6, '\0') +
                              std::string("UTC\0", 4);
    return block + block + "\n" + footer + "\n";
}

} // namespace

void TestZone::agreesWithTheLibrary_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"America/Sao_Paulo", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Europe/Dublin",
          "Africa/Casablanca", "Pacific/Apia", "Asia/Kathmandu", "America/Nuuk", "Etc/GMT+5", "Asia/Gaza"})
        QTest::newRow(name) << QString(name);
}

/// Hours at random from 1970 to 2190, and all of 2018 to 2027 in steps of 13 minutes.
void TestZone::agreesWithTheLibrary()
{
    QFETCH(QString, name);
    const Result<Zone> zone = Zone::load(name.toStdString());
    BATUTA_VERIFY_OK(zone);
    const test::LibraryZone library(name.toStdString());
    const auto check = [&](std::time_t instant) {
        const auto offset = zone->periodAt(Instant(std::chrono::seconds(instant))).offset.count();
        if (offset != test::LibraryZone::offsetAt(instant))
            QFAIL(qPrintable(QString("%1: %2").arg(instant).arg(offset)));
    };
    std::mt19937_64 random(20261121);
    for (int i = 0; i < 20'000; ++i)
        check(static_cast<std::time_t>(random() % (220ULL * 365 * 86'400)));
    for (std::time_t instant = 1'514'764'800; instant < 1'798'761'600 && !QTest::currentTestFailed();
         instant += 780)
        check(instant);
}

void TestZone::findsTheInstantOfALocalTime_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QByteArray>("local");
    QTest::addColumn<QByteArray>("instant");
    const auto row = [](const char *what, const char *zone, const char *local, const char *instant) {
        QTest::newRow(what) << QString(zone) << QByteArray(local) << QByteArray(instant);
    };
    row("winter", "Europe/Berlin", "2026-01-15T12:00:00Z", "2026-01-15T11:00:00Z");
    row("summer", "Europe/Berlin", "2026-07-15T12:00:00Z", "2026-07-15T10:00:00Z");
    row("before the gap", "Europe/Berlin", "2026-03-29T01:59:59Z", "2026-03-29T00:59:59Z");
    row("gap begins", "Europe/Berlin", "2026-03-29T02:00:00Z", "2026-03-29T01:00:00Z");
    row("in the gap", "Europe/Berlin", "2026-03-29T02:59:00Z", "2026-03-29T01:00:00Z");
    row("after the gap", "Europe/Berlin", "2026-03-29T03:00:01Z", "2026-03-29T01:00:01Z");
    row("twice", "Europe/Berlin", "2026-10-25T02:30:00Z", "2026-10-25T00:30:00Z");
    row("after twice", "Europe/Berlin", "2026-10-25T03:00:00Z", "2026-10-25T02:00:00Z");
    row("midnight in a gap", "America/Sao_Paulo", "2018-11-04T00:30:00Z", "2018-11-04T03:00:00Z");
    row("gap of half an hour", "Australia/Lord_Howe", "2026-10-04T02:15:00Z", "2026-10-03T15:30:00Z");
    row("twice for half an hour", "Australia/Lord_Howe", "2026-04-05T01:45:00Z", "2026-04-04T14:45:00Z");
    row("a day that never was", "Pacific/Apia", "2011-12-30T12:00:00Z", "2011-12-30T10:00:00Z");
    row("from the rule", "America/New_York", "2150-07-01T00:00:00Z", "2150-07-01T04:00:00Z");
}

void TestZone::findsTheInstantOfALocalTime()
{
    QFETCH(QString, zone);
    QFETCH(QByteArray, local);
    QFETCH(QByteArray, instant);
    const Result<Zone> loaded = Zone::load(zone.toStdString());
    BATUTA_VERIFY_OK(loaded);
    QCOMPARE(shown({loaded->instantOf(::local(local.constData()))}), shown({at(instant.constData())}));
}

void TestZone::needsNoFileForUtc()
{
    const Result<Zone> zone = Zone::load("UTC", "/nowhere");
    BATUTA_VERIFY_OK(zone);
    QCOMPARE(shown(zone->name()), QString("UTC"));
    const Instant now = std::chrono::floor<std::chrono::seconds>(at("2026-03-29T02:30:00Z"));
    QVERIFY(zone->localOf(now).time_since_epoch() == now.time_since_epoch());
    QVERIFY(zone->instantOf(zone->localOf(now)) == now);
}

void TestZone::refusesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"", "Europe/Berlim", "../../../etc/passwd", "/etc/passwd", "Europe/../UTC",
                             "Europe", "Europe//Berlin", "Europe/Berlin/", "./UTC", "zone.tab", "tzdata.zi",
                             "-x", "A/B/C/D", "Europe/Ber lin", "leapseconds"})
        QTest::newRow(name) << QByteArray(name);
    QTest::newRow("a null byte") << QByteArray("UTC\0x", 5);
    QTest::newRow("long") << QByteArray(65, 'a');
}

void TestZone::refusesNames()
{
    QFETCH(QByteArray, name);
    BATUTA_VERIFY_ERROR(Zone::load(name.toStdString()), ErrorCode::FlowBadValue);
}

/// Every length of a real table, and every byte of it turned over: an error or a zone, never a read past its
/// end.
void TestZone::refusesDamagedTables()
{
    const std::string whole = tableOf("Australia/Lord_Howe").toStdString();
    QVERIFY(whole.size() > 500);
    BATUTA_VERIFY_OK(Zone::parse("x", whole));
    for (std::size_t size = 0; size < whole.size(); ++size)
        QVERIFY2(!Zone::parse("x", std::string(whole, 0, size)), qPrintable(QString::number(size)));
    int refused = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(~damaged[i]);
        const Result<Zone> zone = Zone::parse("x", damaged);
        refused += zone ? 0 : 1;
        if (zone)
            (void)zone->instantOf(local("2026-10-04T02:15:00Z"));
    }
    QVERIFY(refused > 100);
    BATUTA_VERIFY_ERROR(Zone::parse("x", tableWithFooter("CET-1CEST,M13.5.0,M10.5.0")),
                        ErrorCode::FileUnreadable);
    BATUTA_VERIFY_ERROR(Zone::parse("x", tableWithFooter("CET-1CEST")), ErrorCode::FileUnreadable);
    const QByteArray leaping = tableOf("right/UTC");
    if (!leaping.isEmpty())
        BATUTA_VERIFY_ERROR(Zone::parse("x", leaping.toStdString()), ErrorCode::FileUnreadable);
}

void TestZone::readsARuleWithoutATable_data()
{
    QTest::addColumn<QByteArray>("footer");
    QTest::addColumn<QByteArray>("instant");
    QTest::addColumn<qint64>("minutes");
    const auto row = [](const char *footer, const char *instant, int minutes) {
        QTest::addRow("%s at %s", footer, instant)
            << QByteArray(footer) << QByteArray(instant) << qint64{minutes};
    };
    row("EST5", "2026-07-01T00:00:00Z", -300);
    row("<+0545>-5:45", "2026-07-01T00:00:00Z", 345);
    row("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T06:59:59Z", -300);
    row("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T07:00:00Z", -240);
    row("EST5EDT,M3.2.0,M11.1.0", "2026-11-01T05:59:59Z", -240);
    row("EST5EDT,M3.2.0,M11.1.0", "2026-11-01T06:00:00Z", -300);
    row("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00:00Z", 60);
    row("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01T00:00:00Z", 0);
    row("AAA0BBB,J60/0,J61/0", "2024-03-01T12:00:00Z", 60);
    row("AAA0BBB,J60/0,J61/0", "2024-02-29T12:00:00Z", 0);
    row("AAA0BBB,59/0,60/0", "2024-02-29T12:00:00Z", 60);
    row("AAA0BBB,59/0,60/0", "2025-03-01T12:00:00Z", 60);
    row("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T00:59:59Z", -180);
    row("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T01:00:00Z", -120);
    row("XXX3EDT4,0/0,J365/23", "2026-01-01T03:00:00Z", -240);
    row("XXX3EDT4,0/0,J365/23", "2026-12-31T23:30:00Z", -240);
}

void TestZone::readsARuleWithoutATable()
{
    QFETCH(QByteArray, footer);
    QFETCH(QByteArray, instant);
    QFETCH(qint64, minutes);
    const Result<Zone> zone = Zone::parse("x", tableWithFooter(footer.toStdString()));
    BATUTA_VERIFY_OK(zone);
    const Instant time = std::chrono::floor<std::chrono::seconds>(at(instant.constData()));
    QCOMPARE(qint64{zone->periodAt(time).offset.count()}, minutes * 60);
}

QTEST_APPLESS_MAIN(TestZone)
#include "tst_zone.moc"
