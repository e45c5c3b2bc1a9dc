// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/verify.h"
#include "views/models/address.h"

using namespace batuta;
using namespace batuta::views;

class TestAddress : public QObject
{
    Q_OBJECT

private slots:
    void textLeadsBackToTheAddress_data();
    void textLeadsBackToTheAddress();
    void otherTextIsNoAddress_data();
    void otherTextIsNoAddress();
    void executionIdsAreUuids_data();
    void executionIdsAreUuids();
};

void TestAddress::textLeadsBackToTheAddress_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::newRow("view") << "runs"
                          << ""
                          << ""
                          << "batuta://runs";
    QTest::newRow("run") << "run"
                         << "9b1f6e0c"
                         << "step=create_embeddings"
                         << "batuta://run/9b1f6e0c?step=create_embeddings";
    QTest::newRow("two filters") << "runs"
                                 << ""
                                 << "flow=a&status=failed"
                                 << "batuta://runs?flow=a&status=failed";
    QTest::newRow("blanks and slashes") << "flow"
                                        << "a b/ç"
                                        << ""
                                        << "batuta://flow/a%20b/%C3%A7";
}

void TestAddress::textLeadsBackToTheAddress()
{
    QFETCH(QString, view);
    QFETCH(QString, id);
    QFETCH(QString, query);
    const Address address{view, id, QUrlQuery(query)};
    QTEST(address.text(), "text");
    const std::optional<Address> parsed = Address::parse(address.text());
    QVERIFY(parsed);
    QVERIFY(*parsed == address);
    QVERIFY(Address::parse("  " + address.text() + '\n') == address);
}

void TestAddress::otherTextIsNoAddress_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "runs", "batuta:", "batuta://", "http://runs", "batuta://runs2/x",
                             "batuta://ru_ns", "batuta://runs/%zz", "batuta://runs:x"})
        QTest::newRow(text) << text;
    QTest::newRow("too long") << "batuta://run/" + QString(5000, 'a');
}

void TestAddress::otherTextIsNoAddress()
{
    QFETCH(QString, text);
    QVERIFY(!Address::parse(text));
}

void TestAddress::executionIdsAreUuids_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    QTest::newRow("plain") << "9b1f6e0c-0000-4000-8000-00000000000a" << true;
    QTest::newRow("capitals") << "9B1F6E0C-0000-4000-8000-00000000000A" << true;
    QTest::newRow("blanks") << "  9b1f6e0c-0000-4000-8000-00000000000a\n" << true;
    QTest::newRow("short") << "9b1f6e0c" << false;
    QTest::newRow("longer") << "9b1f6e0c-0000-4000-8000-00000000000ab" << false;
    QTest::newRow("no hex") << "9b1f6e0g-0000-4000-8000-00000000000a" << false;
    QTest::newRow("empty") << "" << false;
}

void TestAddress::executionIdsAreUuids()
{
    QFETCH(QString, text);
    QTEST(looksLikeExecutionId(text), "is");
}

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
