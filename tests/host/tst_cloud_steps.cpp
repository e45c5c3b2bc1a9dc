// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Steps of the kind cloud_run in flows of one's own, and the gates that ask other figures than Cloud Run's.
#include "tests/host/rollout_house.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using namespace batuta::tests;
using batuta::test::shown;
using std::chrono::seconds;

class TestCloudSteps : public QObject
{
    Q_OBJECT

private slots:
    void aFlowDeploysWaitsAndGoesBack();
    void aFlowExportsWhatReplaceTakes();
    void aQuestionOfOnesOwnIsWithdrawn();
    void prometheusIsAGate_data();
    void prometheusIsAGate();
    void aSeriesOfMonitoringIsAGate_data();
    void aSeriesOfMonitoringIsAGate();

private:
    static Result<client::ExecutionRecord> run(RolloutHouse &house, const std::string &steps)
    {
        client::StartExecution command;
        command.text = "batuta: 1\nname: own\nsteps:\n" + steps;
        command.input = json::Object{};
        return house.house.run(command);
    }
    /// How a canary with this gate ends.
    static Result<client::ExecutionRecord> canary(RolloutHouse &house, const client::RolloutGate &gate)
    {
        auto request = RolloutHouse::request("good", {{50, seconds(1)}});
        request.gates = {gate};
        const std::string id = house.start(request);
        if (id.empty())
            return Error{ErrorCode::Internal, "canary", house.refused, {}, {}};
        return house.end(id);
    }
};

void TestCloudSteps::aFlowDeploysWaitsAndGoesBack()
{
    RolloutHouse house;
    const auto record = run(house, R"(
  deploy: {cloud_run: {action: deploy, environment: dev, service: shop, image: good, suffix: two, percent: 40, env: {A: "2"}}}
  healthy: {needs: [deploy], cloud_run: {action: wait, environment: dev, service: shop, revision: shop-two}}
  back: {needs: [healthy], cloud_run: {action: rollback, environment: dev, service: shop, reason: the test wants it so}}
output: {deployed: "${{ steps.deploy.output.revision }}", back: "${{ steps.back.output.revision }}", why: "${{ steps.back.output.why }}"}
)");
    BATUTA_VERIFY_OK(record);
    QVERIFY2(record->status == "success", record->error.c_str());
    QCOMPARE(shown(record->output["deployed"].asString()), QString("shop-two"));
    QCOMPARE(shown(record->output["back"].asString()), shown(house.stable));
    QVERIFY(!record->output["why"].asString().empty());
    QCOMPARE(shown(house.traffic()), shown("100 % " + house.stable));
    const auto entries = house.entries();
    QVERIFY(std::any_of(entries.begin(), entries.end(), [](const client::ReleaseEntry &entry) {
        return entry.verb == "roll_back" && entry.who == "flow own" && entry.why == "the test wants it so";
    }));
}

void TestCloudSteps::aFlowExportsWhatReplaceTakes()
{
    RolloutHouse house;
    const auto record = run(house, R"(
  export: {cloud_run: {action: export, environment: dev, service: shop}}
output: {yaml: "${{ steps.export.output.yaml }}"}
)");
    BATUTA_VERIFY_OK(record);
    QVERIFY2(record->status == "success", record->error.c_str());
    const std::string yaml = record->output["yaml"].asString();
    QVERIFY2(yaml.starts_with("apiVersion: serving.knative.dev/v1\nkind: Service\n"), yaml.c_str());
    QVERIFY2(yaml.find("name: shop\n") != std::string::npos, yaml.c_str());
}

/// An approval that is about a share of the traffic, without any rollout.
void TestCloudSteps::aQuestionOfOnesOwnIsWithdrawn()
{
    RolloutHouse house;
    const auto ask = [&](const std::string &environment) {
        return run(house, "  ask: {approval: {traffic: {environment: " + environment +
                              ", service: shop, revision: " + house.stable + ", percent: 55}}}\n");
    };
    auto record = ask("dev"); // it never had that share
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("failed"));
    QVERIFY2(record->error.find(house.stable + " has 100 %. Nothing was changed.") != std::string::npos,
             record->error.c_str());
    record = ask("nowhere");
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("failed"));
    QVERIFY2(record->error.find("nowhere") != std::string::npos, record->error.c_str());
}

void TestCloudSteps::prometheusIsAGate_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("status");
    QTest::newRow("within its bound") << QByteArray("0.2") << "success";
    QTest::newRow("above it") << QByteArray("0.9") << "failed";
}

void TestCloudSteps::prometheusIsAGate()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, status);
    RolloutHouse house;
    house.house.close();
    house.house.functions.answer("/api/v1/query_range", [value](const net::ServerRequest &) {
        const auto now = std::chrono::duration_cast<seconds>(SystemClock().wall().time_since_epoch()).count();
        net::ServerResponse response;
        response.body =
            R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[)" +
            std::to_string(now / 30 * 30) + ",\"" + value.toStdString() + "\"]]}]}}";
        return response;
    });
    const std::string url = house.house.functions.url("");
    house.house.file("metrics.yaml", "sources:\n  - {name: main, prometheus: \"" + url + "\"}\n");
    house.open(true); // as `batuta serve` does: who runs but one execution keeps no figures
    client::RolloutGate gate;
    gate.figure = "promql";
    gate.query = "burn{revision=\"{revision}\"}";
    gate.max = 0.5;
    gate.samples = 1;
    const auto record = canary(house, gate);
    BATUTA_VERIFY_OK(record);
    QVERIFY2(shown(record->status) == status, record->error.c_str());
    QVERIFY(house.house.functions.calls("/api/v1/query_range") > 0);
    QCOMPARE(house.traffic().starts_with("100 % " + house.stable), status == "failed");
}

void TestCloudSteps::aSeriesOfMonitoringIsAGate_data()
{
    QTest::addColumn<double>("most");
    QTest::addColumn<QString>("status");
    QTest::newRow("within its bound") << 50.0 << "success";
    QTest::newRow("above it") << 0.0 << "failed";
}

/// How many instances there are is what the local cloud's Monitoring knows of every service.
void TestCloudSteps::aSeriesOfMonitoringIsAGate()
{
    QFETCH(double, most);
    QFETCH(QString, status);
    RolloutHouse house;
    Users users(house.house.loop, house.url());
    client::RolloutGate gate;
    gate.figure = "series";
    gate.query = "metric.type = \"run.googleapis.com/container/instance_count\" AND resource.type = "
                 "\"cloud_run_revision\" AND resource.labels.service_name = \"{service}\"";
    gate.max = most;
    gate.samples = 1;
    const auto record = canary(house, gate);
    BATUTA_VERIFY_OK(record);
    QVERIFY2(shown(record->status) == status, record->error.c_str());
    QCOMPARE(house.traffic().starts_with("100 % " + house.stable), status == "failed");
    QCOMPARE(users.lost(), 0);
}

QTEST_GUILESS_MAIN(TestCloudSteps)
#include "tst_cloud_steps.moc"
