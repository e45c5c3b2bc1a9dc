// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/uuid.h"
#include "tests/support/verify.h"

#include <set>
#include <thread>
#include <vector>

using namespace batuta;

class TestUuid : public QObject
{
    Q_OBJECT

private slots:
    void writesVersionFourInLowerCase();
    void neverRepeatsAcrossThreads();
    void givesTwoDigitsPerByte();
    void recognisesUuids_data();
    void recognisesUuids();
    void readsItsBytes();
};

void TestUuid::writesVersionFourInLowerCase()
{
    for (int i = 0; i < 1000; ++i) {
        const std::string text = newUuid();
        QVERIFY2(isUuid(text), text.c_str());
        QCOMPARE(text[14], '4');
        QVERIFY2(std::string("89ab").find(text[19]) != std::string::npos, text.c_str());
        QVERIFY(text.find_first_of("ABCDEF") == std::string::npos);
    }
}

void TestUuid::neverRepeatsAcrossThreads()
{
    std::vector<std::vector<std::string>> made(4);
    std::vector<std::thread> threads;
    for (std::vector<std::string> &own : made)
        threads.emplace_back([&own] {
            for (int i = 0; i < 5000; ++i)
                own.push_back(newUuid());
        });
    for (std::thread &thread : threads)
        thread.join();
    std::set<std::string> all;
    for (const std::vector<std::string> &own : made)
        all.insert(own.begin(), own.end());
    QCOMPARE(all.size(), std::size_t{20'000});
}

void TestUuid::givesTwoDigitsPerByte()
{
    for (const int count : {0, 1, 8, 9, 16, 33})
        QCOMPARE(randomHex(count).size(), static_cast<std::size_t>(count) * 2);
    QVERIFY(randomHex(16).find_first_not_of("0123456789abcdef") == std::string::npos);
}

void TestUuid::recognisesUuids_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    const QByteArray good = "01234567-89ab-4def-8123-456789abcdef";
    QTest::newRow("lower case") << good << true;
    QTest::newRow("upper case") << good.toUpper() << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("too long") << good + "0" << false;
    QTest::newRow("no dashes") << QByteArray(good).replace('-', '0') << false;
    QTest::newRow("bad letter") << QByteArray(good).replace('f', 'g') << false;
}

void TestUuid::recognisesUuids()
{
    QFETCH(QByteArray, text);
    QTEST(isUuid(text.toStdString()), "valid");
}

void TestUuid::readsItsBytes()
{
    for (const char *text :
         {"01234567-89ab-4def-8123-456789abcdef", "01234567-89AB-4DEF-8123-456789ABCDEF"}) {
        const auto bytes = uuidBytes(text);
        QVERIFY(bytes);
        QCOMPARE(QByteArray(bytes->data(), 16).toHex(), QByteArray("0123456789ab4def8123456789abcdef"));
    }
}

QTEST_APPLESS_MAIN(TestUuid)
#include "tst_uuid.moc"
