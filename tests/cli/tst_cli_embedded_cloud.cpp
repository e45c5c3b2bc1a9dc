// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/cli/programs.h"

#include <QFile>
#include <QTest>

using namespace batuta;
using test::Finished;
using test::Programs;

/// `server: local`: the local Cloud Run inside `batuta serve`, and the other commands of the workspace with
/// it.
class TestCliEmbeddedCloud : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void withoutItTheCommandsSayWhatToStart();
    void itRunsWithTheEngine();
    void gcloudIsLedToIt();
    void itSurvivesAKill();
    void oneProgramHasIt();

private:
    Finished run(const QString &words) const { return m_programs->batuta(words.split(' ')); }
    QByteArray address() const
    {
        QFile file(m_programs->folder() + "/.batuta/cloud/address");
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray health() const
    {
        const json::Value traffic = Programs::lastLine(run("traffic --json").out);
        return m_programs
            ->shell(QString::fromStdString("curl -s -m 20 -o /dev/null -w %{http_code} " +
                                           traffic["url"].asString() + "/health"))
            .out;
    }

    std::unique_ptr<Programs> m_programs;
};

void TestCliEmbeddedCloud::initTestCase()
{
    m_programs = std::make_unique<Programs>();
    QVERIFY(m_programs->isReady());
    const auto sample = [](const char *name) {
        QFile file(QString(BATUTA_SOURCE_DIR) + "/resources/samples/" + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    m_programs->write("batuta.yaml", sample("batuta.yaml"));
    m_programs->write("images.yaml", sample("images.yaml"));
}

void TestCliEmbeddedCloud::withoutItTheCommandsSayWhatToStart()
{
    const Finished refused = run("revisions");
    QVERIFY(refused.exitCode != 0);
    QVERIFY2(refused.err.contains("the local Cloud Run of this workspace does not run") &&
                 refused.err.contains("batuta serve"),
             refused.err);
}

void TestCliEmbeddedCloud::itRunsWithTheEngine()
{
    QVERIFY(!m_programs->serve().isEmpty());
    const Finished deployed =
        run("deploy --image local/functions --suffix one --memory 512Mi --cpu 1 --min 0 --public");
    QVERIFY2(deployed.exitCode == 0, deployed.err);
    QCOMPARE(health(), QByteArray("200"));
}

// curl knows the same two names as gcloud: the proxy, and the root to trust.
void TestCliEmbeddedCloud::gcloudIsLedToIt()
{
    const auto asked = [this](const QString &url) {
        return m_programs
            ->shell(". " + m_programs->folder() + "/.batuta/cloud/gcloud.env; " +
                    "curl -s -m 20 --cacert \"$REQUESTS_CA_BUNDLE\" -o /dev/null " +
                    "-w '%{http_code} %{http_connect}' " + url)
            .out;
    };
    const QString services =
        "us-east1-run.googleapis.com/apis/serving.knative.dev/v1/namespaces/demo/services/functions";
    QCOMPARE(asked("https://" + services), QByteArray("200 200"));
    QCOMPARE(asked("https://billingbudgets.googleapis.com/v1/billingAccounts/B/budgets"),
             QByteArray("200 200"));
    QCOMPARE(asked("https://example.com/"), QByteArray("000 403"));
    QCOMPARE(m_programs
                 ->shell(". " + m_programs->folder() +
                         "/.batuta/cloud/gcloud.env; echo $CLOUDSDK_CORE_PROJECT $CLOUDSDK_RUN_REGION")
                 .out.trimmed(),
             QByteArray("demo us-east1"));
}

void TestCliEmbeddedCloud::itSurvivesAKill()
{
    const QByteArray before = address();
    m_programs->engine().kill();
    QVERIFY(m_programs->engine().waitForFinished());
    QVERIFY(run("revisions").exitCode != 0); // nobody listens there
    QVERIFY(!m_programs->serve().isEmpty());
    QCOMPARE(address(), before); // so that addresses of services stay right
    QCOMPARE(Programs::lastLine(run("revisions --json").out)["revision"].asString(),
             std::string("functions-one"));
    QCOMPARE(health(), QByteArray("200"));
}

void TestCliEmbeddedCloud::oneProgramHasIt()
{
    const QByteArray before = address();
    const Finished second = run("cloud-local --port 0");
    QVERIFY(second.exitCode != 0);
    QVERIFY2(second.err.contains("another local cloud runs"), second.err);
    QCOMPARE(address(), before);
    QCOMPARE(health(), QByteArray("200"));
}

QTEST_GUILESS_MAIN(TestCliEmbeddedCloud)
#include "tst_cli_embedded_cloud.moc"
