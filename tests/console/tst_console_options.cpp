// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/options.h"

#include <QTest>

using namespace batuta::console;

class TestConsoleOptions : public QObject
{
    Q_OBJECT

private slots:
    void understands()
    {
        const auto parsed =
            parseOptions({"batuta-console", "--workspace", "/w", "--screenshots=out", "--theme", "dark",
                          "--lang", "pt_BR", "--size", "1120x680", "--text", "1.3", "batuta://run/abc"});
        QVERIFY(parsed.options);
        QCOMPARE(parsed.options->workspace, QString("/w"));
        QCOMPARE(parsed.options->screenshots, QString("out"));
        QCOMPARE(parsed.options->size, QSize(1120, 680));
        QCOMPARE(parsed.options->textScale, 1.3);
        QCOMPARE(parsed.options->address, QString("batuta://run/abc"));
    }

    void aCapsuleIsAFileOrItsUrl_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("path") << "/tmp/two runs.batuta-capsule";
        QTest::newRow("as desktops say it") << "file:///tmp/two%20runs.batuta-capsule";
    }
    void aCapsuleIsAFileOrItsUrl()
    {
        QFETCH(QString, word);
        const auto parsed = parseOptions({"batuta-console", word});
        QVERIFY(parsed.options);
        QCOMPARE(parsed.options->capsule, QString("/tmp/two runs.batuta-capsule"));
        QCOMPARE(parsed.options->address, QString());
        QVERIFY(!parseOptions({"batuta-console", "--engine", "http://x", word}).options);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("theme") << QStringList{"--theme", "pink"};
        QTest::newRow("language") << QStringList{"--lang", "de"};
        QTest::newRow("size of nothing") << QStringList{"--size", "big"};
        QTest::newRow("too small") << QStringList{"--size", "800x600"};
        QTest::newRow("scale") << QStringList{"--scale", "0"};
        QTest::newRow("text") << QStringList{"--text", "7"};
    }

    void refuses()
    {
        QFETCH(QStringList, words);
        const auto parsed = parseOptions(QStringList{"batuta-console"} + words);
        QVERIFY(!parsed.options);
        QVERIFY2(parsed.error.contains(words.at(0)), qPrintable(parsed.error));
    }
};

QTEST_GUILESS_MAIN(TestConsoleOptions)
#include "tst_console_options.moc"
