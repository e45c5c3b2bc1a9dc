// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/cli/programs.h"

#include <QTest>

using namespace batuta;
using test::Finished;
using test::Programs;

/// Jobs of the local Cloud Run from the command line: the exit code tells how a run went.
class TestCliJobs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void listsAndDescribes();
    void aRunIsWaitedFor();
    void aRunCanBeEnded();
    void everyChangeIsInTheAudit();
    void wordsThatMakeNoSense_data();
    void wordsThatMakeNoSense();

private:
    Finished run(const QString &words) const { return m_programs->batuta(words.split(' ')); }
    static QString text(const json::Value &value) { return QString::fromStdString(value.asString()); }

    std::unique_ptr<Programs> m_programs;
};

void TestCliJobs::initTestCase()
{
    m_programs = std::make_unique<Programs>();
    QVERIFY(m_programs->isReady());
    m_programs->write("images.yaml", "images:\n  local/task:\n    command: [sh, -c, \"echo $GREETING; sleep "
                                     "${SLEEP:-0}; exit ${CODE:-0}\"]\n");
    const QString url = m_programs->localCloud();
    QVERIFY(!url.isEmpty());
    m_programs->write("batuta.yaml",
                      "name: demo\nenvironment: dev\ncloud:\n  project: demo-proj\n  region: us-east1\n"
                      "  server: \"" +
                          url.toUtf8() + "\"\n");
    m_programs->write("job.json",
                      R"({"template":{"taskCount":2,"template":{"maxRetries":0,"containers":)"
                      R"([{"image":"local/task","env":[{"name":"GREETING","value":"good night"}]}]}}})");
    const Finished made =
        m_programs->shell("curl -sf -H 'Content-Type: application/json' -d @job.json '" + url +
                          "/v2/projects/demo-proj/locations/us-east1/jobs?jobId=nightly'");
    QVERIFY2(made.exitCode == 0, made.out + made.err);
}

void TestCliJobs::listsAndDescribes()
{
    const Finished all = run("release jobs list --json");
    QVERIFY2(all.exitCode == 0, all.err);
    const json::Value job = Programs::lastLine(all.out);
    QCOMPARE(text(job["job"]), QString("nightly"));
    QCOMPARE(text(job["image"]), QString("local/task"));
    QCOMPARE(job["tasks"].asInteger(), 2);
    QVERIFY(!all.out.contains("good night")); // values of keys are nobody's business here
    const Finished one = run("release jobs describe nightly");
    QVERIFY2(one.out.contains("tasks    2, as many at a time as there may be, 0 retries, 600 s"), one.out);
    QVERIFY2(one.out.contains("key      GREETING"), one.out);
}

void TestCliJobs::aRunIsWaitedFor()
{
    const Finished good = run("release jobs run nightly --json");
    QVERIFY2(good.exitCode == 0, good.out + good.err);
    const json::Value told = Programs::lastLine(good.out);
    QCOMPARE(text(told["state"]), QString("succeeded"));
    QCOMPARE(told["succeeded"].asInteger(), 2);
    const Finished bad = run("release jobs run nightly --key CODE=3 --tasks 1");
    QCOMPARE(bad.exitCode, 1);
    QVERIFY2(bad.out.contains("failed  0 of 1 tasks") && bad.out.contains("exit code 3"), bad.out);
    const Finished runs = run("release jobs executions nightly --json");
    QCOMPARE(runs.out.count('\n'), 2);
    QVERIFY(runs.out.startsWith("{\"execution\":\"nightly-"));
    const Finished checked = run("release jobs run nightly --dry-run");
    QVERIFY2(checked.exitCode == 0, checked.err);
    QCOMPARE(run("release jobs executions nightly --json").out.count('\n'), 2);
}

void TestCliJobs::aRunCanBeEnded()
{
    const Finished begun = run("release jobs run nightly --key SLEEP=60 --no-wait --json");
    QVERIFY2(begun.exitCode == 0, begun.err);
    const QString execution = text(Programs::lastLine(begun.out)["execution"]);
    const Finished ended = run("release jobs cancel nightly " + execution);
    QVERIFY2(ended.exitCode == 0, ended.err);
    QTRY_VERIFY(run("release jobs executions nightly").out.contains(execution.toUtf8() + "  cancelled"));
    QVERIFY(run("release jobs cancel nightly " + execution).exitCode != 0);
}

void TestCliJobs::everyChangeIsInTheAudit()
{
    const Finished audit = run("audit list --json");
    QVERIFY2(audit.out.contains("run_job") && audit.out.contains("cancel_job"), audit.out);
    QVERIFY(audit.out.contains("\"CODE\"") && !audit.out.contains("CODE=3"));
}

void TestCliJobs::wordsThatMakeNoSense_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << "release jobs" << 2;
    QTest::newRow("no job") << "release jobs run" << 2;
    QTest::newRow("key") << "release jobs run nightly --key CODE" << 2;
    QTest::newRow("tasks") << "release jobs run nightly --tasks 0" << 2;
}

void TestCliJobs::wordsThatMakeNoSense()
{
    QFETCH(QString, words);
    QFETCH(int, code);
    QCOMPARE(run(words).exitCode, code);
    const Finished unknown = run("release jobs describe nobody");
    QVERIFY2(unknown.exitCode != 0 && unknown.err.contains("nobody"), unknown.err);
}

QTEST_GUILESS_MAIN(TestCliJobs)
#include "tst_cli_jobs.moc"
