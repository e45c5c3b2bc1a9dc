// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/raw_socket.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

/// The program itself, as a process.
class TestSandboxProgram : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProgram(QStringLiteral(BATUTA_BIN_DIR "/batuta-sandbox"));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void cleanup()
    {
        if (m_process->state() != QProcess::NotRunning) {
            m_process->kill();
            m_process->waitForFinished();
        }
    }

    void saysWhereItListensAndEndsCleanly_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }

    void saysWhereItListensAndEndsCleanly()
    {
        QFETCH(int, signal);
        const QString env = m_folder->filePath("sandbox.env");
        const QString base = start({"--port", "0", "--write-env", env});
        QVERIFY2(!base.isEmpty(), m_process->readAllStandardError().constData());
        QFile file(env);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("DEFAULT_WEBHOOK_URL=" + base.toUtf8() + "/webhook\n"));
        ::kill(static_cast<pid_t>(m_process->processId()), signal);
        QVERIFY(m_process->waitForFinished(10000));
        QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_process->exitCode(), 0);
        QVERIFY(m_process->readAllStandardOutput().isEmpty());
    }

    void keepsItsHandsOffAFileThatIsNotItsOwn()
    {
        const QString env = fileWith("MY_URL=https://example.org\n");
        QVERIFY(start({"--port", "0", "--write-env", env}).isEmpty());
        QVERIFY(m_process->readAllStandardError().contains("was not written by the sandbox"));
        QFile file(env);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("MY_URL=https://example.org\n"));
    }

    void beginsWithTheFaultsOfAFile()
    {
        const QString base =
            start({"--port", "0", "--faults", fileWith(R"({"*": {"error_rate": 1, "error_code": 502}})")});
        QVERIFY(!base.isEmpty());
        auto socket = batuta::tests::RawSocket::connectTo(base.section(':', -1).toUShort());
        QVERIFY(socket.send("POST /match_candidato HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"));
        QCOMPARE(socket.readAnswer().status, 502);
    }

    void endsWithACodeThatTellsWhy_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("faults");
        QTest::addColumn<int>("code");
        QTest::newRow("help") << QStringList{"--help"} << "" << 0;
        QTest::newRow("version") << QStringList{"--version"} << "" << 0;
        QTest::newRow("unknown option") << QStringList{"--frob"} << "" << 2;
        QTest::newRow("open address") << QStringList{"--listen", "0.0.0.0"} << "" << 2;
        QTest::newRow("no faults file")
            << QStringList{"--port", "0", "--faults", "/nowhere/f.json"} << "" << 1;
        QTest::newRow("bad faults") << QStringList{"--port", "0"} << R"({"*": {"hang": 1}})" << 1;
        QTest::newRow("faults not JSON") << QStringList{"--port", "0"} << "{" << 1;
        QTest::newRow("no folder for env")
            << QStringList{"--port", "0", "--write-env", "/nowhere/x.env"} << "" << 1;
    }

    void endsWithACodeThatTellsWhy()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, faults);
        QFETCH(int, code);
        if (!faults.isEmpty())
            words << "--faults" << fileWith(faults.toUtf8());
        m_process->setArguments(words);
        m_process->start();
        QVERIFY(m_process->waitForFinished(10000));
        QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_process->exitCode(), code);
        QCOMPARE(m_process->readAllStandardError().isEmpty(), code == 0);
        QCOMPARE(m_process->readAllStandardOutput().isEmpty(), code != 0);
    }

    void saysThatThePortIsTaken()
    {
        const QString base = start({"--port", "0"});
        QVERIFY(!base.isEmpty());
        QProcess second;
        second.start(m_process->program(), {"--port", base.section(':', -1)});
        QVERIFY(second.waitForFinished(10000));
        QCOMPARE(second.exitCode(), 1);
        QVERIFY(second.readAllStandardError().contains("net.listen"));
    }

private:
    /// The address it says it listens on; "" when it says something else.
    QString start(const QStringList &words)
    {
        m_process->setArguments(words);
        m_process->start();
        while (!m_process->canReadLine() && m_process->waitForReadyRead(10000)) {
        }
        static const QRegularExpression expected(
            "^batuta-sandbox listening on (http://127\\.0\\.0\\.1:[0-9]+)\n$");
        return expected.match(QString::fromUtf8(m_process->readLine())).captured(1);
    }

    QString fileWith(const QByteArray &text)
    {
        QFile file(m_folder->filePath("faults.json"));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }

    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandbox_program.moc"
