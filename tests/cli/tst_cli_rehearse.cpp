// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/cli/programs.h"

#include <QTest>

using namespace batuta;
using test::Finished;
using test::Programs;

/// Recorded executions once more, from the command line: the exit code tells the verdict.
class TestCliRehearse : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aGoodOne();
    void aBrokenOne();
    void onARunningEngine();
    void asAGateOfADeployment();
    void notEnoughIsKnown();
    void wordsThatMakeNoSense_data();
    void wordsThatMakeNoSense();

private:
    Finished run(const QString &words) const { return m_programs->batuta(words.split(' ')); }
    QString traffic() const
    {
        QStringList shares;
        const json::Value now = Programs::lastLine(run("traffic --json").out);
        for (const json::Value &target : now["traffic"].asArray())
            if (target["percent"].asInteger() > 0)
                shares << QString::fromStdString(target["revision"].asString());
        return shares.join(' ');
    }

    std::unique_ptr<Programs> m_programs;
};

void TestCliRehearse::initTestCase()
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
    m_programs->write("batuta.yaml",
                      "name: demo\nenvironment: dev\ncloud:\n  project: demo-proj\n  region: us-east1\n"
                      "  service: web\n  server: \"" +
                          url.toUtf8() + "\"\n");
    for (const char *revision : {"good --suffix one", "good --suffix two --percent 0 --tag two",
                                 "bad --suffix bad --percent 0 --tag bad"}) {
        const Finished deployed =
            run(QStringLiteral("deploy --memory 512Mi --cpu 1 --public --image local/") +
                QString::fromLatin1(revision));
        QVERIFY2(deployed.exitCode == 0, deployed.err);
    }
    QCOMPARE(traffic(), QString("web-one"));
    const std::string web = Programs::lastLine(run("traffic --json").out)["url"].asString();
    const QByteArray flow = "steps:\n  look:\n    http: {method: POST, json: {user_id: u1}, url: \"" +
                            QByteArray::fromStdString(web) +
                            "/match_candidato\"}\n  work: {needs: [look], set: {done: true}}\n";
    m_programs->write("flows/shop/look.yaml", "batuta: 1\nname: look\n" + flow);
    m_programs->write("flows/shop/never.yaml", "batuta: 1\nname: never\n" + flow);
    m_programs->write("input.json", "{}");
    for (int i = 0; i < 2; ++i) {
        const Finished ran = run("run look --input input.json");
        QVERIFY2(ran.exitCode == 0, ran.err);
    }
}

void TestCliRehearse::aGoodOne()
{
    const Finished good = run("release rehearse --flow look --tag two --different 100% --json");
    QVERIFY2(good.exitCode == 0, good.err + good.out);
    QVERIFY2(good.err.contains("Its functions are really called, with the recorded inputs"), good.err);
    const json::Value told = Programs::lastLine(good.out);
    QCOMPARE(told["verdict"].asString(), std::string("good"));
    QCOMPARE(told["revision"].asString(), std::string("web-two"));
    QCOMPARE(told["reports"].at(0)["counts"]["runs"].asInteger(), 2);
    QCOMPARE(told["reports"].at(0)["runs"].at(0)["steps"].at(0)["step"].asString(), std::string("look"));
    QVERIFY(told["reports"].at(0)["now"]["p95_ms"].isNumber());
    QCOMPARE(traffic(), QString("web-one"));
}

void TestCliRehearse::aBrokenOne()
{
    const Finished broken = run("release rehearse --flow look --revision web-bad --runs 1");
    QVERIFY2(broken.exitCode == 1, broken.err + broken.out);
    QVERIFY2(broken.out.contains("look  worse  200 → 503"), broken.out);
    QVERIFY2(broken.out.contains("broken: 1 execution fails now that did not"), broken.out);
    QCOMPARE(traffic(), QString("web-one"));
}

void TestCliRehearse::onARunningEngine()
{
    const QString engine = m_programs->serve();
    QVERIFY(!engine.isEmpty());
    const Finished broken = run("release rehearse --flow look --tag bad --json --engine " + engine);
    QVERIFY2(broken.exitCode == 1, broken.err + broken.out);
    QCOMPARE(Programs::lastLine(broken.out)["reports"].at(0)["counts"]["worse"].asInteger(), 2);
    m_programs->engine().terminate();
    QVERIFY(m_programs->engine().waitForFinished());
}

void TestCliRehearse::asAGateOfADeployment()
{
    const Finished failed = m_programs->batuta({"deploy", "--image", "local/bad", "--suffix", "worse",
                                                "--canary", "50", "--gate", "rehearsal=look: at"});
    QVERIFY2(failed.exitCode == 1, failed.out + failed.err);
    QVERIFY2(failed.err.contains("Gate broken: rehearsal look: 2 executions fail now"), failed.err);
    QVERIFY2(failed.out.contains("rehearse  failed"), failed.out);
    QCOMPARE(traffic(), QString("web-one"));
}

void TestCliRehearse::notEnoughIsKnown()
{
    const Finished none = run("release rehearse --flow never --tag two");
    QVERIFY2(none.exitCode == 5, none.err + none.out);
    QVERIFY2(none.err.contains("no execution is recorded that called the service"), none.err);
}

void TestCliRehearse::wordsThatMakeNoSense_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("tag") << "--flow look --tag none" << QByteArray("no revision without traffic has the tag");
    QTest::newRow("which") << "--flow look" << QByteArray("revisions have a tag and 0 % of the traffic");
    QTest::newRow("share") << "--flow look --tag two --slower fast" << QByteArray("is no share");
    QTest::newRow("flow") << "--tag two" << QByteArray("--flow is required");
}

void TestCliRehearse::wordsThatMakeNoSense()
{
    QFETCH(QString, words);
    QFETCH(QByteArray, says);
    const Finished refused = run("release rehearse " + words);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains(says), refused.err);
}

QTEST_GUILESS_MAIN(TestCliRehearse)
#include "tst_cli_rehearse.moc"
