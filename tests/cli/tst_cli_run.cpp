// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"

#include <QTest>

using namespace batuta;
using test::Finished;

/// `batuta run`: what it prints and how it ends.
class TestCliRun : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
        m_sample = m_programs->write("input.json", test::Programs::sample());
    }
    void cleanup() { m_programs.reset(); }

    void runsTheTenStepsAndPrintsJsonLines()
    {
        const Finished run = m_programs->batuta({"run", "update_profile", "--input", m_sample});
        QVERIFY2(run.exitCode == 0, run.err);
        for (const QByteArray &line : run.out.trimmed().split('\n'))
            QVERIFY2(line.startsWith('{') && line.endsWith('}'), line);
        const json::Value execution = test::Programs::lastLine(run.out)["execution"];
        QCOMPARE(execution["status"].asString(), "success");
        QCOMPARE(execution["steps"].asArray().size(), std::size_t{11}); // ten and the webhook
        for (const json::Value &step : execution["steps"].asArray()) {
            QCOMPARE(step["status"].asString(), "success");
            const json::Value &attempt = step["attempts_detail"].at(0);
            QVERIFY(!attempt["response"]["body"].asString().empty());
            QVERIFY(attempt["timings"]["first_byte_ms"].asDouble() > 0);
        }
    }

    void readsTheInputFromStandardInput()
    {
        const Finished run =
            m_programs->batuta({"run", "first_login", "--input", "-"}, test::Programs::sample());
        QVERIFY2(run.exitCode == 0, run.err);
    }

    void endsWithOneWhenAStepFails()
    {
        const Finished run =
            m_programs->batuta({"run", "course_to_vacancy", "--input", m_sample, "--set",
                                "DEFAULT_SUGGEST_COURSE_VACANCY_URL=http://127.0.0.1:9/nobody"});
        QCOMPARE(run.exitCode, 1);
        const json::Value step = test::Programs::lastLine(run.out)["execution"]["steps"].at(0);
        QCOMPARE(step["status"].asString(), "failed");
        QVERIFY2(step["reason"].asString().starts_with("Connection error: "),
                 step["reason"].asString().c_str());
    }

    void showsAFaultOfTheSandboxAsTheStepsFailure()
    {
        const Finished fault =
            m_programs->shell("curl -sf -X PUT " + m_programs->sandboxUrl() +
                              "/control/faults/match_candidato -H 'Content-Type: application/json' "
                              "-d '{\"error_rate\": 1, \"error_code\": 503}'");
        QVERIFY2(fault.exitCode == 0, fault.err + fault.out);
        const Finished run = m_programs->batuta({"run", "update_profile", "--input", m_sample});
        QCOMPARE(run.exitCode, 1);
        int failed = 0;
        const json::Value steps = test::Programs::lastLine(run.out)["execution"]["steps"];
        for (const json::Value &step : steps.asArray()) {
            if (step["status"].asString() == "success")
                continue;
            ++failed;
            QCOMPARE(step["step"].asString(), "match_candidato");
            QCOMPARE(step["reason"].asString(), "HTTP 503");
            QCOMPARE(step["status_code"].asInteger(), 503);
        }
        QCOMPARE(failed, 1);
    }

    void refusesWhatItCannotRun_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const QByteArray good = test::Programs::sample();
        QTest::newRow("no flow") << QStringList{"run"} << good << 2 << QByteArray("flow");
        QTest::newRow("no input") << QStringList{"run", "first_login"} << good << 2 << QByteArray("--input");
        QTest::newRow("unknown option")
            << QStringList{"run", "first_login", "-i", "-", "--what"} << good << 2 << QByteArray("--what");
        QTest::newRow("--set without =") << QStringList{"run", "first_login", "-i", "-", "--set", "X"} << good
                                         << 2 << QByteArray("KEY=value");
        QTest::newRow("unknown flow") << QStringList{"run", "first_logon", "-i", "-"} << good << 3
                                      << QByteArray("Did you mean first_login?");
        QTest::newRow("not JSON") << QStringList{"run", "first_login", "-i", "-"} << QByteArray("{") << 3
                                  << QByteArray("json.syntax");
        QTest::newRow("missing field") << QStringList{"run", "first_login", "-i", "-"}
                                       << QByteArray("{\"user_id\": \"u\"}") << 3 << QByteArray("session_id");
        QTest::newRow("wrong type") << QStringList{"run", "first_login", "-i", "-"}
                                    << QByteArray("{\"user_id\": 5, \"session_id\": \"s\"}") << 3
                                    << QByteArray("user_id");
        QTest::newRow("no such file") << QStringList{"run", "first_login", "-i", "nowhere.json"} << good << 3
                                      << QByteArray("nowhere.json");
        QTest::newRow("no such environment") << QStringList{"run", "first_login", "-i", "-", "--env", "moon"}
                                             << good << 3 << QByteArray("moon");
        QTest::newRow("no engine") << QStringList{"run", "first_login", "-i",
                                                  "-",   "--engine",    "http://127.0.0.1:9"}
                                   << good << 4 << QByteArray("engine.unreachable");
    }
    void refusesWhatItCannotRun()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, input);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const Finished run = m_programs->batuta(words, input);
        QCOMPARE(run.exitCode, code);
        QVERIFY2(run.err.contains(says), run.err + run.out);
    }

    void keepsTokensOutOfRecordAndLog()
    {
        QByteArray input = test::Programs::sample();
        input.replace("\"identifier\"", "\"match_candidato_token\": \"tok-very-secret-1\", \"identifier\"");
        const Finished run = m_programs->batuta({"run", "update_profile", "--input", "-"}, input);
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY(!run.out.contains("tok-very-secret-1"));
        QVERIFY(run.out.contains("\"match_candidato_token\":\"***\""));
        QCOMPARE(m_programs->shell("grep -r -a -l tok-very-secret-1 .batuta").exitCode, 1);
    }

    void runsOneByOneInFileOrder()
    {
        const Finished run =
            m_programs->batuta({"run", "update_profile", "--input", m_sample, "--max-parallel", "1"});
        QVERIFY2(run.exitCode == 0, run.err);
        QStringList open;
        for (const QByteArray &line : run.out.trimmed().split('\n')) {
            if (line.contains("\"kind\":\"step_started\""))
                open << "x";
            else if (line.contains("\"kind\":\"step_ended\""))
                open.removeLast();
            QVERIFY(open.size() <= 1);
        }
    }

private:
    std::unique_ptr<test::Programs> m_programs;
    QString m_sample;
};

QTEST_GUILESS_MAIN(TestCliRun)
#include "tst_cli_run.moc"
