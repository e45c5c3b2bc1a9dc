// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/env/secret_reference.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;

/// References to Secret Manager: what is taken, what is refused, and that no refusal tells a value.
class TestSecretReference : public QObject
{
    Q_OBJECT

private slots:
    void good_data();
    void good();
    void bad_data();
    void bad();
};

void TestSecretReference::good_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("version");
    QTest::newRow("number") << "sm://projects/my-project/secrets/API_TOKEN/versions/3"
                            << "API_TOKEN"
                            << "3";
    QTest::newRow("latest") << "sm://projects/123456789012/secrets/a/versions/latest"
                            << "a"
                            << "latest";
    QTest::newRow("alias") << "sm://projects/my-project/secrets/a-b/versions/blue_1"
                           << "a-b"
                           << "blue_1";
    QTest::newRow("of a domain") << "sm://projects/example.com:my-project/secrets/a/versions/1"
                                 << "a"
                                 << "1";
    QTest::newRow("regional") << "sm://projects/my-project/locations/us-east1/secrets/a/versions/1"
                              << "a"
                              << "1";
}

void TestSecretReference::good()
{
    QFETCH(QString, text);
    const auto read = env::readReference(text.toStdString());
    BATUTA_VERIFY_OK(read);
    QCOMPARE(QString::fromStdString(read->text()), text);
    QTEST(QString::fromStdString(read->secret), "secret");
    QTEST(QString::fromStdString(read->version), "version");
}

void TestSecretReference::bad_data()
{
    QTest::addColumn<QString>("text");
    const QString long256 = QString(256, 'a');
    for (const QString &text :
         {QString("sm://"), QString("sm://my-secret"), QString("sm://projects//secrets/a/versions/1"),
          QString("sm://projects/my-project/secrets/a"),
          QString("sm://projects/my-project/secrets/a/versions/"),
          QString("sm://projects/my-project/secrets/a/versions/0"),
          QString("sm://projects/my-project/secrets/a/versions/1x"),
          QString("sm://projects/my-project/secrets/a/versions/-1"),
          QString("sm://projects/my-project/secrets/a b/versions/1"),
          QString("sm://projects/my-project/secrets/ação/versions/1"),
          QString("sm://projects/my-project/secrets/../versions/1"),
          QString("sm://projects/My-Project/secrets/a/versions/1"),
          QString("sm://projects/x/secrets/a/versions/1"),
          QString("sm://projects/my-project/secrets/a/versions/1/"),
          QString("sm://projects/my-project/regions/us/secrets/a/versions/1"),
          QString("sm://projects/my-project/locations/U S/secrets/a/versions/1"),
          QString("sm://projects/my-project/secrets/%1/versions/1").arg(long256),
          QString("sm://projects/my-project/secrets/a/versions/1\n"),
          QString("projects/my-project/secrets/a/versions/1")})
        QTest::newRow(qPrintable(text.left(60))) << text;
}

void TestSecretReference::bad()
{
    QFETCH(QString, text);
    const auto read = env::readReference(text.toStdString());
    QVERIFY(!read);
    const QString said = QString::fromStdString(errorText(read.error()) + mendText(read.error()));
    QVERIFY(said.contains("sm://projects/PROJECT/secrets/NAME/versions/VERSION"));
    QVERIFY(text.size() < 12 || !said.contains(text.mid(5)));
}

QTEST_GUILESS_MAIN(TestSecretReference)
#include "tst_secret_reference.moc"
