// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"

#include <QFile>
#include <QTest>

using namespace batuta;
using test::Finished;
using test::Programs;

/// The commands of releases against the local Cloud Run, which really runs the sandbox as a service.
class TestCliReleases : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aServiceIsDeployedAndListed();
    void aCanaryTakesItsShareAndATagHasAnAddress();
    void whatCloudRunWouldRefuseIsRefusedBefore();
    void aRevisionThatDoesNotStartLeavesTheTraffic();
    void aRollbackGoesBackFromTheCanary();
    void productionWantsAReasonAndAConfirmation();
    void aServiceGoesOutAsYamlAndComesBack();
    void aBackupHasAllServicesWithChecksums();
    void everyChangeIsInTheAudit();
    void logsOfTheServiceAreRead();
    void aStaleStateIsNeverOverwritten();

private:
    Finished run(const QString &words) const { return m_programs->batuta(words.split(' ')); }
    json::Value json(const QString &words) const { return Programs::lastLine(run(words + " --json").out); }

    std::unique_ptr<Programs> m_programs;
};

void TestCliReleases::initTestCase()
{
    m_programs = std::make_unique<Programs>();
    QVERIFY(m_programs->isReady());
    const QByteArray sandbox = QByteArray(BATUTA_BIN_DIR) + "/batuta-sandbox";
    QByteArray images = "images:\n";
    for (const char *tag : {"1", "2"})
        images += QByteArray("  us-east1-docker.pkg.dev/demo-proj/apps/web:") + tag +
                  ":\n    command: [sh, -c, \"exec " + sandbox + " --port $PORT\"]\n";
    images += "  us-east1-docker.pkg.dev/demo-proj/apps/web:broken:\n    command: [\"false\"]\n";
    m_programs->write("images.yaml", images);
    const QString url = m_programs->localCloud();
    QVERIFY(!url.isEmpty());
    const QByteArray server = url.toUtf8();
    m_programs->write("batuta.yaml",
                      "name: demo\nenvironment: dev\ncloud:\n  project: demo-proj\n  region: us-east1\n"
                      "  service: web\n  server: \"" +
                          server + "\"\n");
}

void TestCliReleases::aServiceIsDeployedAndListed()
{
    const Finished deployed =
        run("deploy --image us-east1-docker.pkg.dev/demo-proj/apps/web:1 --suffix one --memory "
            "512Mi --cpu 1 --min 0 --public");
    QVERIFY2(deployed.exitCode == 0, deployed.err);
    QVERIFY2(deployed.out.contains("web-one is ready: http://127.0.0.1:"), deployed.out);
    const json::Value revision = json("revisions");
    QCOMPARE(revision["revision"].asString(), std::string("web-one"));
    QCOMPARE(revision["state"].asString(), std::string("ready"));
    QCOMPARE(revision["percent"].asInteger(), std::int64_t{100});
    const std::string url = json("traffic")["url"].asString();
    const Finished called =
        m_programs->shell(QString::fromStdString("curl -sf -o /dev/null -w %{http_code} " + url + "/health"));
    QCOMPARE(called.out, QByteArray("200"));
}

void TestCliReleases::aCanaryTakesItsShareAndATagHasAnAddress()
{
    const Finished deployed =
        run("deploy --image us-east1-docker.pkg.dev/demo-proj/apps/web:2 --suffix two --percent 10 "
            "--tag next --key FEATURE=yes");
    QVERIFY2(deployed.exitCode == 0, deployed.err);
    QVERIFY(deployed.err.contains("+ env FEATURE = yes"));
    const json::Value traffic = json("traffic")["traffic"];
    QStringList shares;
    for (const json::Value &target : traffic.asArray())
        shares << QString::fromStdString(target["revision"].asString()) + "=" +
                      QString::number(target["percent"].asInteger());
    shares.sort();
    QCOMPARE(shares.join(' '), QString("latest=0 latest=10 web-one=90"));
    const Finished moved = run("traffic latest=25");
    QVERIFY2(moved.exitCode == 0, moved.err);
    QCOMPARE(moved.out, QByteArray("Routed: 25 % latest, 75 % web-one\n"));
    QVERIFY(moved.err.contains("gcloud run services update-traffic web"));
}

void TestCliReleases::whatCloudRunWouldRefuseIsRefusedBefore()
{
    const Finished refused = run("deploy --memory 32Gi --timeout 2h");
    QCOMPARE(refused.exitCode, 3);
    QVERIFY(refused.err.contains("32Gi does not go with"));
    QVERIFY(refused.err.contains("the timeout in seconds is 7200"));
    QCOMPARE(run("deploy --key API_TOKEN=abc").exitCode, 2);
    QCOMPARE(run("traffic web-thre=100").exitCode, 3);
    QCOMPARE(run("traffic web-one=60 latest=60").exitCode, 3);
    const json::Value checked = json("deploy --key A=1 --dry-run");
    QVERIFY(checked["possible"].asBoolean() && checked["checked_only"].asBoolean());
}

void TestCliReleases::aRevisionThatDoesNotStartLeavesTheTraffic()
{
    const Finished failed =
        run("deploy --image us-east1-docker.pkg.dev/demo-proj/apps/web:broken --suffix bad");
    QCOMPARE(failed.exitCode, 1);
    QVERIFY2(failed.err.contains("failed to start") &&
                 failed.err.contains("The traffic is where it was: 25 %"),
             failed.err);
    QCOMPARE(json("revisions")["revision"].asString(), std::string("web-one")); // the last line is the oldest
    const Finished back = run("deploy --image us-east1-docker.pkg.dev/demo-proj/apps/web:2 --suffix again");
    QVERIFY2(back.exitCode == 0, back.err);
}

void TestCliReleases::aRollbackGoesBackFromTheCanary()
{
    const Finished looked = run("rollback --dry-run");
    QVERIFY2(looked.out.startsWith("Possible: 100 % "), looked.err);
    const json::Value done = json("rollback --to web-one");
    QCOMPARE(done["to"].asString(), std::string("web-one"));
    QCOMPARE(done["traffic"].at(0)["percent"].asInteger(), std::int64_t{100});
    QCOMPARE(run("rollback --to web-bad").exitCode, 3); // it never was ready
    QCOMPARE(run("rollback --to web-none").exitCode, 3);
    QCOMPARE(json("traffic")["traffic"].at(0)["revision"].asString(), std::string("web-one"));
}

void TestCliReleases::productionWantsAReasonAndAConfirmation()
{
    const Finished unasked = run("traffic latest=100 --env production");
    QCOMPARE(unasked.exitCode, 3);
    QVERIFY(unasked.err.contains("--reason"));
    QCOMPARE(run("traffic latest=100 --env production --yes --reason short").exitCode, 3);
    const QStringList words{"traffic",    "latest=100", "--env",
                            "production", "--reason",   "the release of today"};
    QCOMPARE(m_programs->batuta(words).exitCode, 3); // nobody is here to type the name
    QCOMPARE(json("traffic")["traffic"].at(0)["revision"].asString(), std::string("web-one"));
    const Finished done = m_programs->batuta(words + QStringList{"--yes"});
    QVERIFY2(done.exitCode == 0, done.err);
}

void TestCliReleases::aServiceGoesOutAsYamlAndComesBack()
{
    const Finished exported = run("release export -o web.yaml");
    QVERIFY2(exported.exitCode == 0, exported.err);
    QFile file(m_programs->folder() + "/web.yaml");
    QVERIFY(file.open(QFile::ReadOnly));
    QByteArray yaml = file.readAll();
    QVERIFY2(yaml.contains("- name: FEATURE\n          value: \"yes\"\n"), yaml);
    QVERIFY2(run("release replace web.yaml --dry-run").exitCode == 0, "a file that was just written");
    m_programs->write("web.yaml", yaml.replace("value: \"yes\"", "value: no"));
    const Finished replaced = run("release replace web.yaml");
    QVERIFY2(replaced.exitCode == 0, replaced.err);
    QVERIFY(run("release export").out.contains("value: \"no\"\n"));
    QCOMPARE(run("release replace images.yaml").exitCode, 3);
    const Finished backed = run("release backup");
    QVERIFY2(backed.exitCode == 0, backed.err);
    const QString name = QString(backed.out).trimmed().section('/', -1);
    QVERIFY(run("release restore " + name + " --dry-run").out.contains("nothing would change"));
    QVERIFY(run("deploy --key FEATURE=maybe --yes").exitCode == 0);
    const Finished looked = run("release restore " + name + " web --dry-run");
    QVERIFY2(looked.out.contains("+") && looked.out.contains("\"no\"") && looked.out.contains("maybe"),
             looked.out);
    const Finished restored = run("release restore " + name + " --yes");
    QVERIFY2(restored.exitCode == 0, restored.err);
    QVERIFY(run("release export").out.contains("value: \"no\"\n"));
    QCOMPARE(run("release restore " + name + " none").exitCode, 3);
    QCOMPARE(run("release").exitCode, 2); // a step to let go is wanted
}

void TestCliReleases::aBackupHasAllServicesWithChecksums()
{
    const json::Value saved = json("release export --all -o backups");
    QCOMPARE(saved["services"].asInteger(), std::int64_t{1});
    const QString folder = QString::fromStdString(saved["folder"].asString());
    QVERIFY(folder.contains("backups/dev-2"));
    QCOMPARE(m_programs->shell("cd " + folder + " && sha256sum -c SHA256SUMS").exitCode, 0);
}

void TestCliReleases::everyChangeIsInTheAudit()
{
    const Finished listed = run("audit list");
    for (const char *said : {"deploy", "route_traffic", "roll_back", "replace_service", "release_refused",
                             "the release of today", "dev/web"})
        QVERIFY2(listed.out.contains(said), said);
    QCOMPARE(run("audit verify").exitCode, 0);
}

void TestCliReleases::logsOfTheServiceAreRead()
{
    const Finished requests =
        m_programs->batuta({"logs", "--cloud", "log_id(\"run.googleapis.com/requests\")"});
    QVERIFY2(requests.exitCode == 0, requests.err);
    QVERIFY2(requests.out.contains("GET 200") && requests.out.contains("/health"), requests.out);
    const json::Value entry = Programs::lastLine(run("logs --cloud --json --limit 1").out);
    QCOMPARE(entry["resource"]["labels"]["service_name"].asString(), std::string("web"));
    QCOMPARE(m_programs->batuta({"logs", "--cloud", "severity >>> 1"}).exitCode, 3);
}

void TestCliReleases::aStaleStateIsNeverOverwritten()
{
    // The version in the file is what its writer has seen.
    const Finished exported = run("release export");
    QByteArray stale = exported.out;
    stale.replace("metadata:\n  name: web\n", "metadata:\n  name: web\n  resourceVersion: AAZU4FN7oZM\n");
    m_programs->write("stale.yaml", stale);
    const Finished refused = run("release replace stale.yaml");
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.err.contains("Somebody changed it meanwhile"), refused.err);
}

QTEST_GUILESS_MAIN(TestCliReleases)
#include "tst_cli_releases.moc"
