// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/options.h"

#include <QStringList>
#include <QTest>

using namespace batuta;
using namespace batuta::sandbox;

namespace {

Result<Options> parsed(const QString &line)
{
    std::vector<std::string> words;
    for (const QString &word : line.split(' ', Qt::SkipEmptyParts))
        words.push_back(word == "''" ? std::string() : word.toStdString());
    return parseOptions(words);
}

} // namespace

class TestSandboxOptions : public QObject
{
    Q_OBJECT
private slots:
    void staysOnThisMachineByDefault()
    {
        const Result<Options> options = parsed("");
        QVERIFY(options);
        QCOMPARE(options->server.address, std::string("127.0.0.1"));
        QCOMPARE(int(options->server.port), 8090);
        QVERIFY(!options->server.allowUnauthenticated);
        QVERIFY(options->server.token.empty());
    }

    void readsValuesInBothSpellings()
    {
        const Result<Options> options = parsed("--port=0 --delay-ms 5 --faults f.json --write-env=e.env "
                                               "--token-file t --listen ::1");
        QVERIFY(options);
        QCOMPARE(int(options->server.port), 0);
        QCOMPARE(options->server.delayMs, 5);
        QCOMPARE(options->faultsFile, std::string("f.json"));
        QCOMPARE(options->envFile, std::string("e.env"));
        QCOMPARE(options->tokenFile, std::string("t"));
        QCOMPARE(options->server.address, std::string("::1"));
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"--prot 5", "stray", "--port", "--port x", "--port 65536", "--port -1",
                                 "--port 80x", "--delay-ms 600001", "--listen 0.0.0.0",
                                 "--listen example.org", "--token-file ''", "--faults=", "--help=1"})
            QTest::newRow(line) << line;
    }

    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QString, line);
        const Result<Options> options = parsed(line);
        QVERIFY(!options);
        QCOMPARE(options.error().code, ErrorCode::UsageInvalid);
    }

    void listensElsewhereWhenItIsSaid()
    {
        QVERIFY(parsed("--listen 0.0.0.0 --allow-unauthenticated").has_value());
    }

    void explainsEachOption()
    {
        for (const char *word : {"--listen", "--allow-unauthenticated", "--port", "--token-file", "--faults",
                                 "--delay-ms", "--write-env", "--help", "--version"})
            QVERIFY2(helpText().find(word) != std::string_view::npos, word);
    }
};

QTEST_APPLESS_MAIN(TestSandboxOptions)
#include "tst_sandbox_options.moc"
