// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

namespace {

/// An engine whose environments dev and production live in a cloud that nobody can reach.
tests::ApiHouse::Options away()
{
    tests::ApiHouse::Options options;
    options.engine.clouds = [] {
        cloud::Settings dev;
        dev.project = "demo";
        dev.region = "us-east1";
        dev.server = "http://127.0.0.1:" + std::to_string(tests::closedPort());
        cloud::Settings production = dev;
        production.isGuarded = true;
        return Result<std::vector<std::pair<std::string, cloud::Settings>>>(
            {{"dev", dev}, {"production", production}});
    };
    options.build = [](tests::House &) {};
    return options;
}

constexpr const char *kCheck =
    R"({"service":"shop","etag":"1","traffic":[{"revision":"shop-1","percent":100}]})";

} // namespace

/// The addresses of the releases; what a real cloud answers is in tst_releases of the host.
class TestReleasesApi : public QObject
{
    Q_OBJECT

private slots:
    void withoutACloudBothListsAreEmpty();
    void whatCannotBeAskedIsRefused_data();
    void whatCannotBeAskedIsRefused();
    void aCloudThatIsAwayIsSaid();
    void anActNeedsAReasonWhereItIsGuarded();
    void questionsAreLookedUp_data();
    void questionsAreLookedUp();
};

void TestReleasesApi::withoutACloudBothListsAreEmpty()
{
    tests::ApiHouse house([](tests::House &) {});
    const json::Value board = house.json("GET", "/releases");
    QVERIFY(board["places"].isArray() && board["places"].asArray().empty());
    QVERIFY(board["services"].asArray().empty());
    QCOMPARE(house.ask("GET", "/releases/services/shop").status, 404);
    QCOMPARE(house.ask("POST", "/releases/check", kCheck).status, 404);
}

void TestReleasesApi::whatCannotBeAskedIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no JSON") << QByteArray("{") << 400;
    QTest::newRow("no object") << QByteArray("[]") << 422;
    QTest::newRow("no traffic") << QByteArray(R"({"service":"shop"})") << 422;
    QTest::newRow("no percent") << QByteArray(R"({"service":"shop","traffic":[{"percent":101}]})") << 422;
    QTest::newRow("half a percent") << QByteArray(R"({"service":"shop","traffic":[{"percent":0.5}]})") << 422;
}

void TestReleasesApi::whatCannotBeAskedIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    tests::ApiHouse house([](tests::House &) {});
    QCOMPARE(house.ask("POST", "/releases/check", body.toStdString()).status, status);
    QCOMPARE(house.ask("GET", "/releases?colour=red").status, 400);
}

void TestReleasesApi::aCloudThatIsAwayIsSaid()
{
    tests::ApiHouse house(away());
    const auto answer = house.ask("GET", "/releases/services/a%2Fb?environment=production");
    QVERIFY(answer.status == 502 || answer.status == 404); // a name with a slash reaches nobody
    QCOMPARE(house.ask("GET", "/releases?environment=moon").status, 404);
}

void TestReleasesApi::anActNeedsAReasonWhereItIsGuarded()
{
    tests::ApiHouse house(away());
    const auto act = [&](const std::string &data, const std::string &why) {
        return house
            .ask("POST", "/acts/roll_back",
                 R"({"subject":"production/shop","why":")" + why + R"(","data":)" + data + "}")
            .status;
    };
    const std::string good = R"({"etag":"1","traffic":[{"revision":"shop-1","percent":100}]})";
    QCOMPARE(act(good, "short"), 409);
    QCOMPARE(act(R"({"traffic":[{"revision":"shop-1","percent":100}]})", "it burns badly"), 422);
    QCOMPARE(act(R"({"etag":"1","traffic":[{"revision":"shop-1","percent":60}]})", "it burns badly"), 422);
    QVERIFY(house.json("GET", "/audit")["entries"].asArray().empty()); // nothing was accepted
}

void TestReleasesApi::questionsAreLookedUp_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no JSON") << QByteArray("backups") << QByteArray("{") << 400;
    QTest::newRow("no object") << QByteArray("backups") << QByteArray("[]") << 400;
    QTest::newRow("no such question") << QByteArray("weather") << QByteArray(R"({"service":"shop"})") << 404;
    QTest::newRow("no such environment")
        << QByteArray("backups") << QByteArray(R"({"environment":"moon"})") << 404;
    QTest::newRow("no such build") << QByteArray("build") << QByteArray(R"({"data":{"id":"build-9"}})")
                                   << 404;
    QTest::newRow("no service") << QByteArray("deploy") << QByteArray("{}") << 422;
    QTest::newRow("stages that fall")
        << QByteArray("deploy")
        << QByteArray(R"({"service":"shop","data":{"stages":[{"percent":50},{"percent":5}]}})") << 422;
    QTest::newRow("a backup elsewhere")
        << QByteArray("backup") << QByteArray(R"({"service":"shop","data":{"backup":"../x"}})") << 422;
    QTest::newRow("backups need no cloud") << QByteArray("backups") << QByteArray() << 200;
}

void TestReleasesApi::questionsAreLookedUp()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    tests::ApiHouse house(away());
    const auto answer = house.ask("POST", "/releases/lookups/" + kind.toStdString(), body.toStdString());
    QVERIFY2(answer.status == status, answer.body.c_str());
    tests::ApiHouse none([](tests::House &) {});
    QVERIFY(none.ask("POST", "/releases/lookups/" + kind.toStdString(), R"({"service":"shop"})").status ==
            404);
}

QTEST_GUILESS_MAIN(TestReleasesApi)
#include "tst_releases_api.moc"
