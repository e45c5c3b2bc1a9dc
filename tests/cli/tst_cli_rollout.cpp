// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/cli/programs.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QUrl>

using namespace batuta;
using test::Finished;
using test::Programs;

/// Canaries of the sandbox in the local Cloud Run: from the command line, on an engine that is killed, and as
/// a flow that somebody keeps.
class TestCliRollout : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aBrokenGateGoesBack();
    void aRollbackByHandEndsAHeldRollout();
    void aFailedHealthCheckSaysWhereTheTrafficIs();
    void aKilledEngineGoesOnAndDeploysOnce();
    void aKilledCloudIsGoneOnWith();
    void theFlowCanBeKept();
    void prometheusWantsAnEngine();
    void wordsThatMakeNoSense_data();
    void wordsThatMakeNoSense();
    void cleanupTestCase();

private:
    Finished run(const QString &words) const { return m_programs->batuta(words.split(' ')); }
    json::Value json(const QString &words) const { return Programs::lastLine(run(words + " --json").out); }
    QString traffic() const
    {
        QStringList shares;
        const json::Value now = json("traffic");
        for (const json::Value &target : now["traffic"].asArray())
            if (target["percent"].asInteger() > 0)
                shares << QString::fromStdString(target["revision"].asString()) + "=" +
                              QString::number(target["percent"].asInteger());
        shares.sort();
        return shares.join(' ');
    }
    int revisions() const { return static_cast<int>(run("revisions --json").out.count('\n')); }
    /// People call a function of the service until they are told to stop; the codes come to a file.
    void use();
    QByteArray codes() const
    {
        QFile file(m_programs->folder() + "/codes");
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<Programs> m_programs;
    QString m_cloudUrl;
    int m_cloudPort = 0;
    QProcess m_users;
};

void TestCliRollout::initTestCase()
{
    m_programs = std::make_unique<Programs>();
    QVERIFY(m_programs->isReady());
    const QByteArray sandbox = QByteArray(BATUTA_BIN_DIR) + "/batuta-sandbox";
    m_programs->write("faults.json", R"({"*": {"error_rate": 1, "error_code": 503}})");
    const QByteArray faults = m_programs->folder().toUtf8() + "/faults.json";
    QByteArray images = "images:\n";
    for (const char *name : {"good", "bad"})
        images += QByteArray("  local/") + name + ":\n    command: [sh, -c, \"exec " + sandbox +
                  " --port $PORT" + (QByteArray(name) == "bad" ? " --faults " + faults : QByteArray()) +
                  "\"]\n";
    m_programs->write("images.yaml", images);
    const QString url = m_programs->localCloud();
    QVERIFY(!url.isEmpty());
    m_cloudUrl = url;
    m_cloudPort = QUrl(url).port();
    m_programs->write("batuta.yaml",
                      "name: demo\nenvironment: dev\ncloud:\n  project: demo-proj\n  region: us-east1\n"
                      "  service: web\n  server: \"" +
                          url.toUtf8() + "\"\n");
    const Finished first =
        run("deploy --image local/good --suffix one --memory 512Mi --cpu 1 --min 0 --public");
    QVERIFY2(first.exitCode == 0, first.err);
    use();
}

void TestCliRollout::cleanupTestCase()
{
    m_users.kill();
    m_users.waitForFinished();
}

void TestCliRollout::use()
{
    const std::string url = json("traffic")["url"].asString();
    QVERIFY(!url.empty());
    m_users.setWorkingDirectory(m_programs->folder());
    m_users.start("sh", {"-c", QString::fromStdString("exec >codes; while :; do curl -s -o /dev/null -w "
                                                      "'%{http_code}\\n' -X POST -H 'Content-Type: "
                                                      "application/json' -d '{}' " +
                                                      url + "/match_candidato; done")});
    QVERIFY(m_users.waitForStarted());
    QTRY_VERIFY(codes().count('\n') > 5);
}

void TestCliRollout::aBrokenGateGoesBack()
{
    const QByteArray stable = codes().left(3);
    const Finished failed =
        m_programs->batuta({"deploy", "--image", "local/bad", "--suffix", "bad", "--canary", "20,50",
                            "--every", "60s", "--gate", "error_rate<=1%", "--health-path", "/health"});
    QVERIFY2(failed.exitCode == 1, failed.out + failed.err);
    QVERIFY2(failed.err.contains("Gate broken: error_rate ") &&
                 failed.err.contains(" is above 1.00 %, from "),
             failed.err);
    QVERIFY2(failed.err.contains("The traffic is back where it was"), failed.err);
    QVERIFY2(failed.err.contains("rollout 0 %, healthy at /health, 20 % for 1m, 50 % for 1m, 100 %"),
             failed.err);
    QVERIFY2(failed.out.contains("gate_1  failed"), failed.out);
    QCOMPARE(traffic(), QString("web-one=100"));
    const QList<QByteArray> all = codes().split('\n');
    QVERIFY(all.count("503") > 0 && all.count("503") * 3 < all.size());
    QCOMPARE(all.count("000"), 0);
    for (const QByteArray &code : all)
        QVERIFY2(code.isEmpty() || code == "503" || code == stable, code);
}

/// One terminal waits at the question, the other rolls back.
void TestCliRollout::aRollbackByHandEndsAHeldRollout()
{
    QProcess held;
    held.setWorkingDirectory(m_programs->folder());
    held.start(BATUTA_BIN_DIR "/batuta",
               {"deploy", "--image", "local/bad", "--suffix", "asked", "--canary", "20", "--every", "5m",
                "--gate", "error_rate<=1%", "--hold", "--yes"});
    QByteArray said;
    const auto asks = [&] { return (said += held.readAllStandardOutput()).contains("ask_1  running"); };
    QTRY_VERIFY2_WITH_TIMEOUT(asks(), said + held.readAllStandardError(), 60'000);
    const Finished back = run("rollback --to web-one --yes");
    QVERIFY2(back.exitCode == 0, back.err);
    QTRY_COMPARE_WITH_TIMEOUT(held.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(held.exitCode(), 1);
    const QByteArray err = held.readAllStandardError();
    QVERIFY2(err.contains("the rollout ended: the traffic was moved by ") &&
                 err.contains(" since. Nothing was changed, and nothing is asked any more."),
             err);
    QCOMPARE(traffic(), QString("web-one=100"));
}

void TestCliRollout::aFailedHealthCheckSaysWhereTheTrafficIs()
{
    const Finished failed =
        m_programs->batuta({"deploy", "--image", "local/good", "--suffix", "deaf", "--health-path",
                            "/nowhere", "--json", "--key", "A=1", "--dry-run"});
    QVERIFY2(failed.exitCode == 0, failed.err); // checked only: the path is not asked
    QCOMPARE(traffic(), QString("web-one=100"));
    const Finished good = run("deploy --image local/good --suffix well --key A=1 --health-path /health");
    QVERIFY2(good.exitCode == 0, good.err + good.out);
    QVERIFY2(good.out.contains("web-well is rolled out."), good.out);
    QCOMPARE(traffic(), QString("web-well=100"));
}

void TestCliRollout::aKilledEngineGoesOnAndDeploysOnce()
{
    QString engine = m_programs->serve();
    QVERIFY(!engine.isEmpty());
    const int before = revisions();
    const Finished begun =
        m_programs->batuta({"deploy", "--image", "local/good", "--suffix", "next", "--key", "A=2", "--canary",
                            "20:3s,50:2s", "--gate", "error_rate<=50%", "--engine", engine, "--json"});
    QVERIFY2(begun.exitCode == 0, begun.err);
    const QString id = QString::fromStdString(Programs::lastLine(begun.out)["execution_id"].asString());
    QVERIFY(!id.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(traffic().contains("web-next=20"), 30'000);
    m_programs->engine().kill(); // as by kill -9
    QVERIFY(m_programs->engine().waitForFinished());
    QVERIFY(traffic().contains("web-next=20"));
    engine = m_programs->serve();
    QVERIFY(!engine.isEmpty());
    const auto status = [&] {
        const Finished told = run("trace " + id + " --json --engine " + engine);
        return QString::fromStdString(
            json::parse(told.out.toStdString()).value_or(json::Value())["status"].asString());
    };
    QTRY_VERIFY_WITH_TIMEOUT(status() == "success" || status() == "failed", 40'000);
    QVERIFY2(status() == "success", run("trace " + id + " --engine " + engine).out);
    QCOMPARE(traffic(), QString("web-next=100"));
    QCOMPARE(revisions(), before + 1);
    QCOMPARE(codes().split('\n').count("000"), 0);
}

/// kill -9 of the stand-in while a stage is watched: whoever runs in it goes, too, and all of it comes back
/// as it was; the canary has waited for it.
void TestCliRollout::aKilledCloudIsGoneOnWith()
{
    const QString engine = m_programs->serve();
    QVERIFY(!engine.isEmpty());
    const QString from = traffic();
    const Finished begun =
        m_programs->batuta({"deploy", "--image", "local/good", "--suffix", "after", "--key", "A=3",
                            "--canary", "30:20s", "--gate", "error_rate<=90%", "--engine", engine, "--json"});
    QVERIFY2(begun.exitCode == 0, begun.err);
    const QString id = QString::fromStdString(Programs::lastLine(begun.out)["execution_id"].asString());
    QTRY_VERIFY_WITH_TIMEOUT(traffic().contains("web-after=30"), 30'000);
    const int before = revisions();
    const QString split = traffic();
    m_programs->cloud().kill();
    QVERIFY(m_programs->cloud().waitForFinished());
    QVERIFY(run("traffic --json").exitCode != 0); // it is away
    QCOMPARE(m_programs->localCloud({}, m_cloudPort), m_cloudUrl);
    QTRY_COMPARE_WITH_TIMEOUT(traffic(), split, 20'000);
    QCOMPARE(revisions(), before);
    const auto status = [&] {
        const Finished told = run("trace " + id + " --json --engine " + engine);
        return QString::fromStdString(
            json::parse(told.out.toStdString()).value_or(json::Value())["status"].asString());
    };
    QTRY_VERIFY_WITH_TIMEOUT(status() == "success" || status() == "failed", 60'000);
    QVERIFY2(status() == "success", run("trace " + id + " --engine " + engine).out);
    QCOMPARE(traffic(), QString("web-after=100"));
    QVERIFY(from != traffic());
}

void TestCliRollout::theFlowCanBeKept()
{
    const Finished printed =
        m_programs->batuta({"deploy", "--canary", "5:20m,25", "--gate", "error_rate<=1%", "--gate",
                            "flow=update_profile", "--hold", "--hold-most", "40m", "--print-flow"});
    QVERIFY2(printed.exitCode == 0, printed.err);
    m_programs->write("flows/releases/rollout.yaml", printed.out);
    const Finished valid = run("validate");
    QVERIFY2(valid.exitCode == 0, valid.err + valid.out);
}

void TestCliRollout::prometheusWantsAnEngine()
{
    const int before = revisions();
    const Finished refused = m_programs->batuta(
        {"deploy", "--image", "local/good", "--canary", "5", "--gate", "promql<=0.5:up", "--yes"});
    QVERIFY(refused.exitCode != 0);
    QVERIFY2(refused.err.contains("Prometheus is asked by an engine that runs"), refused.err);
    QCOMPARE(revisions(), before);
}

void TestCliRollout::wordsThatMakeNoSense_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {"--canary 50,25", "--canary 0", "--canary 100", "--canary x", "--canary 5:soon",
                              "--canary 5 --gate errors<=1%", "--gate p95<=1s", "--canary 5 --every soon"})
        QTest::newRow(words) << words;
}

void TestCliRollout::wordsThatMakeNoSense()
{
    QFETCH(QString, words);
    const Finished refused = run("deploy --print-flow " + words);
    QVERIFY2(refused.exitCode == 2 || refused.exitCode == 3, refused.out + refused.err);
    QVERIFY(!refused.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliRollout)
#include "tst_cli_rollout.moc"
