// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cloud_local/cloud_house.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

using namespace batuta;
using batuta::test::shown;

/// The unmodified gcloud does its work against the local cloud. Skipped where there is none.
class TstCloudGcloud : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void deploysListsAndDescribes();
    void movesTrafficAndReplaces();
    void readsLogsPoliciesAndBuilds();
    void tellsFailures();

private:
    struct Result
    {
        int code = -1;
        QString out;
        QString errors;
        QString all() const { return QString::number(code) + " " + out + errors; }
    };
    static Result gcloud(tests::CloudHouse &house, const QStringList &words);
};

void TstCloudGcloud::init()
{
    if (QStandardPaths::findExecutable("gcloud").isEmpty())
        QSKIP("gcloud is not installed: the local cloud is not checked against it here");
}

TstCloudGcloud::Result TstCloudGcloud::gcloud(tests::CloudHouse &house, const QStringList &words)
{
    const QString folder = QString::fromStdString(house.folder());
    house.write("token", "test-token");
    QDir().mkpath(folder + "/config");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto set = [&](const char *name, const QString &value) {
        environment.insert(QString("CLOUDSDK_") + name, value);
    };
    set("CONFIG", folder + "/config");
    set("CORE_PROJECT", "demo-proj");
    set("RUN_REGION", "us-east1");
    set("AUTH_ACCESS_TOKEN_FILE", folder + "/token");
    set("CORE_DISABLE_PROMPTS", "1");
    set("CORE_DISABLE_USAGE_REPORTING", "true");
    set("COMPONENT_MANAGER_DISABLE_UPDATE_CHECK", "true");
    set("SURVEY_DISABLE_PROMPTS", "true");
    set("PROXY_TYPE", "http");
    set("PROXY_ADDRESS", "127.0.0.1");
    set("PROXY_PORT", QString::number(house.cloud->port()));
    for (const char *api : {"run", "serviceusage", "logging", "monitoring", "cloudbuild",
                            "cloudresourcemanager", "cloudbilling", "billingbudgets", "storage"})
        set(("API_ENDPOINT_OVERRIDES_" + QString(api).toUpper()).toUtf8().constData(),
            "http://" + QString(api) + ".googleapis.com/" + (QString(api) == "storage" ? "storage/v1/" : ""));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start("gcloud", words);
    // The loop of the cloud runs while gcloud does, in turns of at most ten seconds.
    for (int i = 0; i < 12 && process.state() != QProcess::NotRunning; ++i)
        house.run.runUntil(
            [&] { return process.waitForFinished(1) || process.state() == QProcess::NotRunning; });
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TstCloudGcloud::deploysListsAndDescribes()
{
    tests::CloudHouse house;
    BATUTA_VERIFY_OK(house.opened);
    Result result = gcloud(house, {"run",
                                   "deploy",
                                   "shop",
                                   "--image",
                                   "good",
                                   "--allow-unauthenticated",
                                   "--cpu",
                                   "2",
                                   "--memory",
                                   "2Gi",
                                   "--timeout",
                                   "540",
                                   "--min-instances",
                                   "1",
                                   "--max-instances",
                                   "100",
                                   "--port",
                                   "8080",
                                   "--set-env-vars",
                                   "A=1"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    QVERIFY2(result.errors.contains("has been deployed and is serving"), qPrintable(result.all()));
    const std::string url = house.read("shop")["status"]["url"].asString();
    QVERIFY2(result.errors.contains("Service URL: ") && result.errors.contains(shown(url)),
             qPrintable(result.all()));
    QCOMPARE(shown(house.get(url + "/")), "200 ok");
    result = gcloud(house, {"run", "services", "list"});
    QVERIFY2(result.code == 0 && result.out.contains("shop") && result.out.contains("us-east1"),
             qPrintable(result.all()));
    result = gcloud(house, {"run", "services", "describe", "shop", "--format", "value(status.url)"});
    QCOMPARE(result.out.trimmed(), shown(url));
    result = gcloud(house, {"run", "revisions", "list", "--service", "shop"});
    QVERIFY2(result.code == 0 && result.out.contains("shop-00001-"), qPrintable(result.all()));
    result = gcloud(house, {"run", "regions", "list"});
    QVERIFY2(result.code == 0 && result.out.contains("us-east1"), qPrintable(result.all()));
    result = gcloud(house, {"run", "services", "delete", "shop"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    QCOMPARE(house.ask("GET", "us-east1-run", house.path("/shop")).status, 404);
}

void TstCloudGcloud::movesTrafficAndReplaces()
{
    tests::CloudHouse house;
    const std::string first = house.deploy("shop")["status"]["latestReadyRevisionName"].asString();
    Result result = gcloud(house, {"run", "deploy", "shop", "--image", "good", "--no-traffic", "--tag",
                                   "next", "--revision-suffix", "two"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    json::Value service = house.read("shop");
    QCOMPARE(service["status"]["traffic"].at(0)["revisionName"].asString(), first);
    QCOMPARE(shown(service["status"]["traffic"].at(1)["tag"].asString()), "next");
    result = gcloud(house, {"run", "services", "update-traffic", "shop", "--to-revisions", "shop-two=25"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    service = house.read("shop");
    QCOMPARE(service["spec"]["traffic"].asArray().size(), std::size_t(3));
    result = gcloud(house, {"run", "services", "describe", "shop", "--format", "export"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    house.write("service.yaml", result.out.toStdString());
    result = gcloud(house, {"run", "services", "replace", "service.yaml"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    result = gcloud(house, {"run", "services", "replace", "service.yaml", "--dry-run"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    result = gcloud(house, {"run", "services", "update-traffic", "shop", "--to-latest"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    QCOMPARE(shown(house.read("shop")["status"]["traffic"].at(0)["revisionName"].asString()), "shop-two");
    result = gcloud(house, {"run", "services", "update", "shop", "--update-labels", "team=orders"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    result = gcloud(house, {"run", "revisions", "delete", shown(first)});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
}

void TstCloudGcloud::readsLogsPoliciesAndBuilds()
{
    tests::CloudHouse house;
    const json::Value service = house.deploy("shop");
    house.open("shop");
    house.get(service["status"]["url"].asString() + "/status?code=404");
    Result result = gcloud(house, {"run", "services", "logs", "read", "shop"});
    QVERIFY2(result.code == 0 && result.out.contains("GET 404 "), qPrintable(result.all()));
    result = gcloud(house, {"logging", "read", "resource.type=cloud_run_revision AND httpRequest.status>=400",
                            "--limit", "5", "--format", "value(httpRequest.status)"});
    QVERIFY2(result.code == 0 && result.out.trimmed() == "404", qPrintable(result.all()));
    result = gcloud(house, {"logging", "write", "mine", "{\"message\":\"hello\"}", "--payload-type", "json",
                            "--severity", "ERROR"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    result = gcloud(house, {"run", "services", "add-iam-policy-binding", "shop", "--member",
                            "user:ana@demo.test", "--role", "roles/run.invoker"});
    QVERIFY2(result.code == 0 && result.out.contains("ana@demo.test"), qPrintable(result.all()));
    result =
        gcloud(house, {"billing", "projects", "describe", "demo-proj", "--format", "value(billingEnabled)"});
    QVERIFY2(result.code == 0 && result.out.trimmed() == "True", qPrintable(result.all()));
    result = gcloud(house, {"services", "enable", "run.googleapis.com", "cloudbuild.googleapis.com"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    house.write(
        "policy.json",
        R"({"displayName":"High error rate","combiner":"OR","conditions":[{"displayName":"5xx","conditionThreshold":{"filter":"metric.type = \"run.googleapis.com/request_count\"","comparison":"COMPARISON_GT","duration":"60s"}}]})");
    result =
        gcloud(house, {"alpha", "monitoring", "policies", "create", "--policy-from-file", "policy.json"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    result = gcloud(house, {"alpha", "monitoring", "policies", "list", "--format", "value(displayName)"});
    QVERIFY2(result.code == 0 && result.out.trimmed() == "High error rate", qPrintable(result.all()));
    QDir().mkpath(QString::fromStdString(house.folder()) + "/app");
    house.write("app/Dockerfile", "# gcloud wants one, the local cloud does not\n");
    house.write("app/image.yaml", "command: [\"" + std::string(FLEET_PROGRAM) + "\"]\n");
    result = gcloud(house, {"builds", "submit", "app", "--tag", "gcr.io/demo-proj/app:v1"});
    QVERIFY2(result.code == 0 && result.out.contains("SUCCESS"), qPrintable(result.all()));
    result = gcloud(house, {"run", "deploy", "built", "--image", "gcr.io/demo-proj/app:v1",
                            "--no-allow-unauthenticated"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    result = gcloud(house, {"builds", "list", "--format", "value(status)"});
    QVERIFY2(result.code == 0 && result.out.trimmed() == "SUCCESS", qPrintable(result.all()));
}

void TstCloudGcloud::tellsFailures()
{
    tests::CloudHouse house;
    Result result = gcloud(house, {"run", "services", "describe", "shop"});
    QVERIFY2(result.code == 1 && result.errors.contains("Cannot find service [shop]"),
             qPrintable(result.all()));
    result = gcloud(house, {"run", "deploy", "shop", "--image", "exit", "--no-allow-unauthenticated"});
    QVERIFY2(result.code == 1 && result.errors.contains("failed to start and listen on the port"),
             qPrintable(result.all()));
    result =
        gcloud(house, {"run", "deploy", "shop", "--image", "gcr.io/p/none:v1", "--no-allow-unauthenticated"});
    QVERIFY2(result.code == 1 && result.errors.contains("Image 'gcr.io/p/none:v1' not found."),
             qPrintable(result.all()));
    result = gcloud(house, {"run", "deploy", "shop", "--image", "good", "--timeout", "4000",
                            "--no-allow-unauthenticated"});
    QVERIFY2(result.code == 1 && result.errors.contains("spec.template.spec.timeoutSeconds"),
             qPrintable(result.all()));
    result = gcloud(house, {"run", "deploy", "shop", "--image", "good", "--no-allow-unauthenticated"});
    QVERIFY2(result.code == 0, qPrintable(result.all()));
    result = gcloud(house, {"run", "services", "update-traffic", "shop", "--to-revisions", "shop-none=100"});
    QVERIFY2(result.code == 1 && result.errors.contains("does not exist or is deleted"),
             qPrintable(result.all()));
}

QTEST_GUILESS_MAIN(TstCloudGcloud)
#include "tst_cloud_gcloud.moc"
