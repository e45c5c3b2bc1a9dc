// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"

#include "engine/json/json.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <csignal>

using namespace batuta;
using test::Finished;

/// `batuta serve` as a process: starting, stopping, and what survives.
class TestCliServe : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
    }
    void cleanup() { m_programs.reset(); }

    void finishesWhatRunsOnSigterm()
    {
        setLatency(400);
        const QString url = m_programs->serve();
        QVERIFY(!url.isEmpty());
        const QString id = start(url, "course_to_vacancy");
        terminate();
        QCOMPARE(m_programs->engine().exitCode(), 0);
        QCOMPARE(statusOf(id), QByteArray("success"));
    }

    void whatOutlivesTheGrace_data()
    {
        QTest::addColumn<QString>("journal");
        QTest::addColumn<QByteArray>("left"); // when the engine has gone
        QTest::addColumn<QByteArray>("end");  // with the next one
        QTest::newRow("goes on with the next engine")
            << "full" << QByteArray("running") << QByteArray("success");
        QTest::newRow("is cancelled without a journal")
            << "memory" << QByteArray("cancelled") << QByteArray("cancelled");
    }
    void whatOutlivesTheGrace()
    {
        QFETCH(QString, journal);
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, end);
        setLatency(30000);
        const QString url = m_programs->serve({"--grace", "200ms", "--journal", journal});
        const QString id = start(url, "course_to_vacancy");
        QElapsedTimer clock;
        clock.start();
        terminate();
        QVERIFY(clock.elapsed() < 10000);
        QCOMPARE(m_programs->engine().exitCode(), 0);
        QCOMPARE(statusOf(id), left);
        setLatency(0);
        QVERIFY(!m_programs->serve().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), end, 20'000);
    }

    /// From the flag and from batuta.yaml; whoever may not ask the kernel is told so by the log.
    void asksForAwakeProcessors_data()
    {
        QTest::addColumn<QByteArray>("workspace");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("asks");
        QTest::newRow("the flag") << QByteArray() << QStringList{"--awake"} << true;
        QTest::newRow("the workspace") << QByteArray("awake: true\n") << QStringList() << true;
        QTest::newRow("nobody") << QByteArray("awake: false\n") << QStringList() << false;
    }
    void asksForAwakeProcessors()
    {
        QFETCH(QByteArray, workspace);
        QFETCH(QStringList, arguments);
        QFETCH(bool, asks);
        const QString device = "/dev/cpu_dma_latency";
        const bool mayAsk = QFile(device).open(QIODevice::WriteOnly | QIODevice::ExistingOnly);
        if (!workspace.isEmpty())
            m_programs->write("batuta.yaml", workspace);
        QVERIFY(!m_programs->serve(arguments).isEmpty());
        bool hasOpened = false;
        const QString files = QString("/proc/%1/fd/").arg(m_programs->engine().processId());
        for (const QString &file : QDir(files).entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot))
            hasOpened = hasOpened || QFile::symLinkTarget(files + file) == device;
        QCOMPARE(hasOpened, asks && mayAsk);
        terminate();
        QFile log(m_programs->folder() + "/.batuta/logs/batuta.log");
        QVERIFY(log.open(QIODevice::ReadOnly));
        QCOMPARE(log.readAll().contains("processors_sleep"), asks && !mayAsk);
    }

    void losesNothingThatWasAnsweredWhenKilled()
    {
        const QString url = m_programs->serve();
        QStringList answered;
        for (int i = 0; i < 20; ++i) {
            const Finished post = m_programs->shell("curl -sS --fail-with-body " + url +
                                                    "/orchestrate -H 'Content-Type: application/json' -d "
                                                    "@resources/samples/update_profile.json");
            QVERIFY2(post.exitCode == 0, post.out + post.err);
            answered << QString::fromStdString(test::Programs::lastLine(post.out)["execution_id"].asString());
        }
        ::kill(static_cast<pid_t>(m_programs->engine().processId()), SIGKILL);
        QVERIFY(m_programs->engine().waitForFinished(10000));
        for (const QString &id : answered)
            QCOMPARE(statusOf(id), QByteArray("success"));
    }

    void goesOnWithWhatAKilledEngineLeft()
    {
        setLatency(30000);
        const QString id = start(m_programs->serve(), "course_to_vacancy");
        QTRY_COMPARE(statusOf(id), QByteArray("running")); // its beginning has been written
        ::kill(static_cast<pid_t>(m_programs->engine().processId()), SIGKILL);
        QVERIFY(m_programs->engine().waitForFinished(10000));
        setLatency(0);
        QVERIFY(!m_programs->serve().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), QByteArray("success"), 20'000);
    }

    void wantsATokenOnAnOpenAddress()
    {
        const Finished open = m_programs->batuta({"serve", "--address", "0.0.0.0", "--port", "0"});
        QCOMPARE(open.exitCode, 4);
        QVERIFY2(open.err.contains("--allow-unauthenticated"), open.err);
        const QString url = m_programs->serve(
            {"--address", "0.0.0.0", "--token-file", m_programs->write("token", "let-me-in\n")});
        QVERIFY(!url.isEmpty());
        const QString local = QString(url).replace("0.0.0.0", "127.0.0.1");
        const auto refused = m_programs->batuta({"executions", "--engine", local});
        QCOMPARE(refused.exitCode, 4);
        QVERIFY2(refused.err.contains("--token-file FILE"), refused.err);
        QCOMPARE(m_programs->batuta({"executions", "--engine", local, "--token-file", "token"}).exitCode, 0);
        QVERIFY(!m_programs
                     ->shell("tr '\\0' ' ' < /proc/" + QString::number(m_programs->engine().processId()) +
                             "/cmdline")
                     .out.contains("let-me-in"));
    }

    void refusesAPortThatIsTaken()
    {
        const QString url = m_programs->serve();
        const QString port = url.section(':', -1);
        const Finished second = m_programs->batuta({"serve", "--port", port});
        QCOMPARE(second.exitCode, 4);
        QVERIFY2(second.err.contains("net.listen"), second.err);
    }

    void writesOneJsonObjectALine()
    {
        const QString url = m_programs->serve();
        m_programs->shell(
            "curl -sf " + url +
            "/orchestrate -H 'Content-Type: application/json' -d @resources/samples/update_profile.json");
        terminate();
        const Finished lines = m_programs->shell("cat .batuta/logs/batuta.log");
        QVERIFY(lines.out.contains("\"event\":\"flow_selected\""));
        QVERIFY(lines.out.contains("\"event\":\"step_match_candidato_success\""));
        for (const QByteArray &line : lines.out.trimmed().split('\n')) {
            const auto value =
                json::parse(std::string_view(line.constData(), static_cast<std::size_t>(line.size())));
            QVERIFY2(value.has_value(), line);
            QVERIFY((*value)["severity"].isString() && (*value)["timestamp"].isString() &&
                    (*value)["event"].isString());
        }
    }

private:
    void setLatency(int ms) const
    {
        const Finished set =
            m_programs->shell("curl -sf -X PUT " + m_programs->sandboxUrl() +
                              "/control/faults/suggest_course_vacancy -H 'Content-Type: application/json' -d "
                              "'{\"latency_ms\": " +
                              QString::number(ms) + "}'");
        QVERIFY2(set.exitCode == 0, set.out);
    }
    QString start(const QString &url, const QString &flow) const
    {
        const Finished post = m_programs->shell("curl -sS --fail-with-body " + url + "/flows/" + flow +
                                                "/executions -H 'Content-Type: application/json' -d "
                                                "'{\"user_id\": \"u\", \"session_id\": \"s\"}'");
        return QString::fromStdString(test::Programs::lastLine(post.out)["execution_id"].asString());
    }
    void terminate()
    {
        m_programs->engine().terminate();
        QVERIFY(m_programs->engine().waitForFinished(20000));
    }
    QByteArray statusOf(const QString &id) const
    {
        const Finished trace = m_programs->batuta({"trace", id, "--json"});
        const auto value =
            json::parse(std::string_view(trace.out.constData(), static_cast<std::size_t>(trace.out.size())));
        return value ? QByteArray::fromStdString((*value)["status"].asString()) : trace.err;
    }

    std::unique_ptr<test::Programs> m_programs;
};

QTEST_GUILESS_MAIN(TestCliServe)
#include "tst_cli_serve.moc"
