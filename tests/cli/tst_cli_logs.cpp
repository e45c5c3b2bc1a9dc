// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"

#include "engine/json/json.h"

#include <QFile>
#include <QTest>

using namespace batuta;
using test::Finished;

/// `batuta logs`, over the log of a workspace and over files.
class TestCliLogs : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
        for (int i = 0; i < 300; ++i)
            m_lines +=
                QString(
                    R"({"severity":"%1","timestamp":"2026-11-21T12:00:%2Z","message":"line %3","token":"geheim"})")
                    .arg(i % 10 == 0 ? "ERROR" : "INFO")
                    .arg(i % 60, 2, 10, QChar('0'))
                    .arg(i)
                    .toUtf8() +
                '\n';
        m_file = m_programs->write("app.log", m_lines);
    }
    void cleanupTestCase() { m_programs.reset(); }

    void countsWhatMatches()
    {
        QCOMPARE(m_programs->batuta({"logs", "severity=ERROR", "--file", m_file, "--count"}).out,
                 QByteArray("30\n"));
        QCOMPARE(m_programs->batuta({"logs", "--file", m_file, "--count"}).out, QByteArray("300\n"));
    }

    void showsTheLastOnes()
    {
        const Finished lines =
            m_programs->batuta({"logs", "severity=ERROR", "--file", m_file, "--limit", "2"});
        QCOMPARE(lines.exitCode, 0);
        QCOMPARE(lines.out, QByteArray("2026-11-21T12:00:40.000000Z ERROR    line 280 token=***\n"
                                       "2026-11-21T12:00:50.000000Z ERROR    line 290 token=***\n"));
        const Finished json = m_programs->batuta({"logs", "--json", "--file", m_file, "--limit", "0"});
        QCOMPARE(json.out.count('\n'), 300);
        QVERIFY(!json.out.contains("geheim"));
        QCOMPARE(test::Programs::lastLine(json.out)["message"].asString(), std::string("line 299"));
    }

    void saysWhatIsWrong()
    {
        const Finished wrong = m_programs->batuta({"logs", "severity>=WARM", "--file", m_file});
        QCOMPARE(wrong.exitCode, 3);
        QVERIFY2(wrong.err.contains("Did you mean: severity>=WARN"), wrong.err);
        QVERIFY(m_programs->batuta({"logs", "--file", "/nowhere/x.log"}).exitCode != 0);
    }

    void readsTheLogOfTheWorkspace()
    {
        QVERIFY(!m_programs->serve().isEmpty());
        const Finished lines = m_programs->batuta({"logs", "event=application_startup"});
        QVERIFY2(lines.out.contains("batuta listening on"), lines.out + lines.err);
    }

    void followsWhatIsWritten()
    {
        QProcess process;
        process.start(QStringLiteral(BATUTA_BIN_DIR "/batuta"),
                      {"logs", "severity=ERROR", "--file", m_file, "--limit", "1", "--follow"});
        QVERIFY(process.waitForStarted());
        QByteArray out;
        const auto reads = [&](const char *part) {
            out += process.readAllStandardOutput();
            return out.contains(part);
        };
        QTRY_VERIFY_WITH_TIMEOUT(reads("line 290"), 20'000);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::Append));
        file.write(R"({"severity":"INFO","message":"not this"})"
                   "\n"
                   R"({"severity":"ERROR","message":"but this"})"
                   "\n");
        file.close();
        QTRY_VERIFY_WITH_TIMEOUT(reads("but this"), 20'000);
        QVERIFY(!out.contains("not this"));
        process.kill();
        QVERIFY(process.waitForFinished());
    }

private:
    std::unique_ptr<test::Programs> m_programs;
    QByteArray m_lines;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestCliLogs)
#include "tst_cli_logs.moc"
