// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cloud_local/gcloud_shell.h"

#include <QDir>

using namespace batuta;
using batuta::test::shown;
using tests::GcloudEnd;

/// The unmodified gcloud by Google's own addresses, whose TLS ends in the local cloud: what no setting of
/// gcloud's leads elsewhere. Skipped where there is none.
class TstCloudGcloudBridge : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsBudgets();
    void keepsTheTrapsOfBudgets();
    void showsTheLogOfABuildToItsEnd();
    void showsWhyABuildFailed();
    void deploysAndReadsLogs();

private:
    static std::string budgetId(tests::CloudHouse &house);
    static json::Value budget(tests::CloudHouse &house);
};

void TstCloudGcloudBridge::init()
{
    if (!tests::hasGcloud())
        QSKIP("gcloud is not installed: the bridge of the local cloud is not checked with it here");
}

json::Value TstCloudGcloudBridge::budget(tests::CloudHouse &house)
{
    return house.ask("GET", "billingbudgets", "/v1/billingAccounts/012345-6789AB-CDEF01/budgets")
        .body["budgets"]
        .at(0);
}

std::string TstCloudGcloudBridge::budgetId(tests::CloudHouse &house)
{
    const std::string name = budget(house)["name"].asString();
    return name.substr(name.rfind('/') + 1);
}

void TstCloudGcloudBridge::keepsBudgets()
{
    tests::CloudHouse house;
    BATUTA_VERIFY_OK(house.opened);
    const QStringList account{"--billing-account", "012345-6789AB-CDEF01"};
    GcloudEnd end = gcloudInShell(
        house, QStringList{"billing", "budgets", "create", "--display-name", "Orders", "--budget-amount",
                           "250USD", "--threshold-rule", "percent=0.5", "--threshold-rule",
                           "percent=0.9,basis=forecasted-spend", "--filter-projects", "projects/demo-proj"} +
                   account);
    QVERIFY2(end.code == 0, qPrintable(end.all()));
    const json::Value kept = budget(house);
    QCOMPARE(shown(kept["amount"]["specifiedAmount"]["units"].asString()), "250");
    QCOMPARE(kept["thresholdRules"].at(1)["thresholdPercent"].asDouble(), 0.9);
    QCOMPARE(shown(kept["thresholdRules"].at(1)["spendBasis"].asString()), "FORECASTED_SPEND");
    end = gcloudInShell(house, QStringList{"billing", "budgets", "list", "--format", "value(displayName)"} +
                                   account);
    QVERIFY2(end.code == 0 && end.out.trimmed() == "Orders", qPrintable(end.all()));
    const QString id = shown(budgetId(house));
    end = gcloudInShell(house, QStringList{"billing", "budgets", "update", id, "--display-name",
                                           "Orders and stock", "--budget-amount", "300USD"} +
                                   account);
    QVERIFY2(end.code == 0, qPrintable(end.all()));
    end = gcloudInShell(house, QStringList{"billing", "budgets", "describe", id, "--format",
                                           "value(displayName,amount.specifiedAmount.units)"} +
                                   account);
    QVERIFY2(end.code == 0 && end.out.trimmed() == "Orders and stock\t300", qPrintable(end.all()));
    QCOMPARE(budget(house)["thresholdRules"].asArray().size(), std::size_t(2)); // not in the mask
    end = gcloudInShell(house, QStringList{"billing", "budgets", "delete", id} + account);
    QVERIFY2(end.code == 0, qPrintable(end.all()));
    end = gcloudInShell(house, QStringList{"billing", "budgets", "describe", id} + account);
    QVERIFY2(end.code == 1 && end.errors.contains("NOT_FOUND"), qPrintable(end.all()));
}

// What gcloud sends for its own example, and for a percentage in percent: kept as it comes, as Google keeps
// it.
void TstCloudGcloudBridge::keepsTheTrapsOfBudgets()
{
    tests::CloudHouse house;
    GcloudEnd end = gcloudInShell(house, {"billing", "budgets", "create", "--billing-account",
                                          "012345-6789AB-CDEF01", "--display-name", "Trap", "--budget-amount",
                                          "100.75USD", "--threshold-rule", "percent=90"});
    QVERIFY2(end.code == 0, qPrintable(end.all()));
    const json::Value kept = budget(house);
    QCOMPARE(kept["amount"]["specifiedAmount"]["nanos"].asInteger(), 75); // 0.000000075
    QCOMPARE(kept["thresholdRules"].at(0)["thresholdPercent"].asDouble(), 90.0);
    end = gcloudInShell(house, {"billing", "budgets", "create", "--billing-account", "012345-6789AB-CDEF01",
                                "--display-name", "Less than nothing", "--budget-amount", "100USD",
                                "--threshold-rule", "percent=-1"});
    QVERIFY2(end.code != 0, qPrintable(end.all()));
}

void TstCloudGcloudBridge::showsTheLogOfABuildToItsEnd()
{
    tests::CloudHouse house;
    QDir().mkpath(QString::fromStdString(house.folder()) + "/app");
    house.write("app/Dockerfile", "# gcloud wants one, the local cloud does not\n");
    house.write("app/image.yaml", "command: [\"" + std::string(FLEET_PROGRAM) +
                                      "\"]\nbuild: \"echo compiling; sleep 2; echo linked 42\"\n");
    GcloudEnd end = gcloudInShell(house, {"builds", "submit", "app", "--tag", "gcr.io/demo-proj/app:v1"});
    QVERIFY2(end.code == 0 && end.out.contains("SUCCESS"), qPrintable(end.all()));
    const int begin = static_cast<int>(end.all().indexOf("REMOTE BUILD OUTPUT"));
    const int compiling = static_cast<int>(end.all().indexOf("\ncompiling"));
    const int linked = static_cast<int>(end.all().indexOf("\nlinked 42"));
    const int done = static_cast<int>(end.all().indexOf("\nDONE"));
    QVERIFY2(begin >= 0 && begin < compiling && compiling < linked && linked < done, qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "deploy", "built", "--image", "gcr.io/demo-proj/app:v1",
                                "--no-allow-unauthenticated"});
    QVERIFY2(end.code == 0, qPrintable(end.all()));
    end = gcloudInShell(house, {"builds", "list", "--format", "value(id)"});
    QVERIFY2(end.code == 0 && !end.out.trimmed().isEmpty(), qPrintable(end.all()));
    end = gcloudInShell(house, {"builds", "log", end.out.trimmed()});
    QVERIFY2(end.code == 0 && end.all().contains("linked 42"), qPrintable(end.all()));
}

void TstCloudGcloudBridge::showsWhyABuildFailed()
{
    tests::CloudHouse house;
    QDir().mkpath(QString::fromStdString(house.folder()) + "/app");
    house.write("app/Dockerfile", "# gcloud wants one, the local cloud does not\n");
    house.write("app/image.yaml", "command: [\"true\"]\nbuild: \"echo missing header >&2; exit 3\"\n");
    const GcloudEnd end =
        gcloudInShell(house, {"builds", "submit", "app", "--tag", "gcr.io/demo-proj/app:v1"});
    QVERIFY2(end.code == 1 && end.all().contains("\nmissing header"), qPrintable(end.all()));
    QVERIFY2(end.all().contains("ERROR: Build step failure"), qPrintable(end.all()));
}

void TstCloudGcloudBridge::deploysAndReadsLogs()
{
    tests::CloudHouse house;
    GcloudEnd end =
        gcloudInShell(house, {"run", "deploy", "shop", "--image", "good", "--allow-unauthenticated"});
    QVERIFY2(end.code == 0 && end.errors.contains("has been deployed"), qPrintable(end.all()));
    const std::string url = house.read("shop")["status"]["url"].asString();
    house.get(url + "/status?code=404");
    end = gcloudInShell(house, {"logging", "read", "httpRequest.status>=400", "--limit", "5", "--format",
                                "value(httpRequest.status)"});
    QVERIFY2(end.code == 0 && end.out.trimmed() == "404", qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "services", "describe", "shop", "--format", "value(status.url)"});
    QVERIFY2(end.code == 0 && end.out.trimmed() == shown(url), qPrintable(end.all()));
    // Nothing else is reached by way of it.
    end = gcloudInShell(house, {"compute", "zones", "list"});
    QVERIFY2(end.code == 1, qPrintable(end.all()));
}

QTEST_GUILESS_MAIN(TstCloudGcloudBridge)
#include "tst_cloud_gcloud_bridge.moc"
