// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/backup.h"
#include "engine/releases/preflight.h"
#include "tests/support/verify.h"

#include <QProcess>

#include <fstream>

using namespace batuta;
using namespace batuta::releases;
using namespace std::chrono_literals;
using batuta::test::shown;

namespace {

using Change = std::function<void(cloud::ServiceConfig &)>;

cloud::ServiceConfig good()
{
    cloud::ServiceConfig config;
    config.image = "us-east1-docker.pkg.dev/p/r/svc:1";
    config.cpu = "2";
    config.memory = "2Gi";
    config.timeoutSeconds = 540;
    config.env = {{"A", "1", {}, {}}};
    return config;
}

QString codesOf(const std::vector<Finding> &findings)
{
    QStringList codes;
    for (const Finding &one : findings)
        codes << (one.weight == Finding::Weight::Warns ? "?" : "") + shown(one.code);
    return codes.join(' ');
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestPreflight : public QObject
{
    Q_OBJECT

private slots:
    void limitsAreCheckedBeforeSending_data();
    void limitsAreCheckedBeforeSending();
    void namesAreChecked();
    void aPinnedSplitIsWarnedOf();
    void changesAreShownKeyByKeyWithoutSecrets();
    void aBackupHasChecksumsAndReadsBack();
};

void TestPreflight::limitsAreCheckedBeforeSending_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("codes");
    const auto row = [](const char *name, Change change, const char *codes) {
        QTest::newRow(name) << std::move(change) << QString(codes);
    };
    row(
        "good", [](auto &) {}, "");
    row(
        "no image", [](auto &c) { c.image.clear(); }, "image");
    row(
        "old registry", [](auto &c) { c.image = "gcr.io/p/svc"; }, "?image");
    row(
        "timeout 0", [](auto &c) { c.timeoutSeconds = 0; }, "timeout");
    row(
        "timeout 3601", [](auto &c) { c.timeoutSeconds = 3'601; }, "timeout");
    row(
        "three CPUs", [](auto &c) { c.cpu = "3"; }, "cpu");
    row(
        "no CPU", [](auto &c) { c.cpu = "fast"; }, "cpu");
    row(
        "8Gi for 1 CPU", [](auto &c) { c.cpu = "1000m", c.memory = "8Gi"; }, "memory");
    row(
        "1Gi for 4 CPUs", [](auto &c) { c.cpu = "4", c.memory = "1Gi"; }, "memory");
    row(
        "half a CPU", [](auto &c) { c.cpu = "500m", c.memory = "512Mi"; }, "concurrency");
    row(
        "256Mi in the second generation",
        [](auto &c) { c.memory = "256Mi", c.executionEnvironment = "EXECUTION_ENVIRONMENT_GEN2"; }, "memory");
    row(
        "concurrency 1001", [](auto &c) { c.concurrency = 1'001; }, "concurrency");
    row(
        "more at least than at most", [](auto &c) { c.minInstances = 5, c.maxInstances = 3; },
        "min_instances");
    row(
        "reserved key",
        [](auto &c) {
            c.env.push_back({"PORT", "1", {}, {}});
        },
        "env");
    row(
        "key twice",
        [](auto &c) {
            c.env.push_back({"A", "2", {}, {}});
        },
        "env");
    row(
        "value of 32 KiB and more", [](auto &c) { c.env[0].value.assign(32'769, 'x'); }, "env");
    row(
        "probe longer than a start",
        [](auto &c) { c.startup = cloud::Probe{cloud::Probe::Kind::Tcp, 0, {}, 0, 1, 100, 3}; },
        "startup_probe");
    row(
        "probe without a path", [](auto &c) { c.liveness.emplace().kind = cloud::Probe::Kind::Http; },
        "liveness_probe");
}

void TestPreflight::limitsAreCheckedBeforeSending()
{
    QFETCH(Change, change);
    cloud::ServiceConfig config = good();
    change(config);
    const std::vector<Finding> found = checkConfig(config);
    QTEST(codesOf(found), "codes");
    for (const Finding &one : found)
        QVERIFY(!one.text.empty() && !one.mend.empty());
}

void TestPreflight::namesAreChecked()
{
    QCOMPARE(codesOf(checkNames("ml-orchestrator", "ml-orchestrator-r1")), QString());
    QCOMPARE(codesOf(checkNames("Ml", "")), QString("name"));
    QCOMPARE(codesOf(checkNames(std::string(50, 'a'), "")), QString("name"));
    QCOMPARE(codesOf(checkNames("svc", "other-1")), QString("revision"));
}

void TestPreflight::aPinnedSplitIsWarnedOf()
{
    cloud::Service service;
    service.name.service = "svc";
    service.traffic = {{"svc-1", 100, {}, {}}};
    cloud::CloudPort::Draft draft;
    QCOMPARE(codesOf(checkState(service, draft, {})), QString("?pinned"));
    draft.traffic = {{"svc-1", 90, {}, {}}, {"", 10, {}, {}}};
    QCOMPARE(codesOf(checkState(service, draft, {})), QString());
    draft.traffic = {{"svc-1", 100, {}, {}}, {"", 0, "next", {}}}; // on purpose, with an address of its own
    QCOMPARE(codesOf(checkState(service, draft, {})), QString());
    draft.revision = "svc-1";
    cloud::Revision taken;
    taken.name = "svc-1";
    QCOMPARE(codesOf(checkState(service, draft, {taken})), QString("revision"));
}

void TestPreflight::changesAreShownKeyByKeyWithoutSecrets()
{
    cloud::ServiceConfig before = good(), after = good();
    before.env = {{"A", "1", {}, {}}, {"API_TOKEN", "old-token", {}, {}}, {"GONE", "x", {}, {}}};
    after.env = {{"A", "2", {}, {}}, {"API_TOKEN", "new-token", {}, {}}, {"KEY", {}, "api-key", "3"}};
    after.memory = "4Gi";
    QString text;
    for (const KeyChange &change : changesBetween(before, after))
        text += shown(change.key) + ": " + shown(change.before) + " > " + shown(change.after) + "\n";
    QCOMPARE(text, QString("memory: 2Gi > 4Gi\nenv A: 1 > 2\nenv API_TOKEN: *** > ***\nenv GONE: x > \n"
                           "env KEY:  > secret api-key:3\n"));
}

void TestPreflight::aBackupHasChecksumsAndReadsBack()
{
    QTemporaryDir folder;
    const std::vector<BackupFile> files{{"a.yaml", "a: 1\n"}, {"b.yaml", "b: 2\n"}};
    const auto written =
        writeBackup(folder.path().toStdString(), "production", WallTime(1'790'000'000s), files);
    BATUTA_VERIFY_OK(written);
    QVERIFY(written->ends_with("/production-2026-09-21T14-13-20Z"));
    QProcess sums;
    sums.setWorkingDirectory(QString::fromStdString(*written));
    sums.start("sha256sum", {"--check", "--quiet", "SHA256SUMS"});
    QVERIFY(sums.waitForFinished());
    QCOMPARE(sums.exitCode(), 0);
    const auto read = readBackup(*written);
    BATUTA_VERIFY_OK(read);
    QCOMPARE(read->size(), std::size_t{2});
    QCOMPARE(shown(read->at(1).text), QString("b: 2\n"));
    const auto second = // in the same second
        writeBackup(folder.path().toStdString(), "production", WallTime(1'790'000'000s), files);
    BATUTA_VERIFY_OK(second);
    QVERIFY(second->ends_with("/production-2026-09-21T14-13-21Z"));
    BATUTA_VERIFY_ERROR(writeBackup(folder.path().toStdString(), "../x", WallTime(), files),
                        ErrorCode::FileUnwritable);
    std::ofstream(*written + "/b.yaml") << "b: 3\n";
    BATUTA_VERIFY_ERROR(readBackup(*written), ErrorCode::FlowBadValue);
    BATUTA_VERIFY_ERROR(writeBackup(folder.path().toStdString(), "x", WallTime(), {{"../y", ""}}),
                        ErrorCode::FlowBadValue);
}

QTEST_APPLESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
