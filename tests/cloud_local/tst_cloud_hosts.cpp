// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/place.h"
#include "tests/cloud_local/cloud_house.h"

#include <atomic>
#include <thread>

using namespace batuta;
using batuta::cloud_local::Api;
using batuta::test::shown;

/// By which names the local cloud answers, and that it forwards to nobody.
class TstCloudHosts : public QObject
{
    Q_OBJECT

private slots:
    void aHostSaysApiAndRegion_data();
    void aHostSaysApiAndRegion();
    void anAbsoluteTargetStandsAboveTheHost_data();
    void anAbsoluteTargetStandsAboveTheHost();
    void noPageOfABrowserMayCall();
    void whatIsNotThereIsNotFound();
    void largeNumbersAndBrokenJsonAreRefused();

private:
    static std::string raw(tests::CloudHouse &house, const std::string &head);
};

void TstCloudHosts::aHostSaysApiAndRegion_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("api");
    QTest::addColumn<QString>("region");
    const auto row = [](const char *host, int api, const char *region) {
        QTest::newRow(host) << host << api << region;
    };
    row("run.googleapis.com", int(Api::Run), "");
    row("us-east1-run.googleapis.com", int(Api::Run), "us-east1");
    row("US-East1-run.googleapis.com:80", int(Api::Run), "us-east1");
    row("us-east1-localhost", int(Api::Run), "us-east1");
    row("logging.googleapis.com", int(Api::Logging), "");
    row("billingbudgets.googleapis.com", int(Api::Budgets), "");
    row("metadata.google.internal", int(Api::Metadata), "");
    row("127.0.0.1:8085", int(Api::Any), "");
    row("localhost", int(Api::Any), "");
    row("[::1]:9", int(Api::Any), "");
    row("compute.googleapis.com", int(Api::Any), "");
    row("example.com", -1, "");
    row("googleapis.com.example.com", -1, "");
    row("10.0.0.1", -1, "");
    row("", -1, "");
    row("run.googleapis.com.", -1, "");
}

void TstCloudHosts::aHostSaysApiAndRegion()
{
    QFETCH(QString, host);
    QFETCH(int, api);
    QFETCH(QString, region);
    const auto place = cloud_local::placeOf(host.toStdString());
    QCOMPARE(place ? int(place->api) : -1, api);
    QCOMPARE(shown(place ? place->region : ""), region);
}

std::string TstCloudHosts::raw(tests::CloudHouse &house, const std::string &head)
{
    std::atomic<bool> isDone = false;
    tests::RawAnswer answer;
    std::thread client([&] {
        tests::RawSocket peer = tests::RawSocket::connectTo(house.cloud->port());
        peer.send(head);
        answer = peer.readAnswer();
        isDone = true;
    });
    house.run.runUntil([&] { return isDone.load(); });
    client.join();
    return std::to_string(answer.status) + " " + answer.body;
}

void TstCloudHosts::anAbsoluteTargetStandsAboveTheHost_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("begin");
    QTest::newRow("absolute target, its host")
        << "GET http://us-east1-run.googleapis.com/v1/projects/p-1/locations/us-east1/services HTTP/1.1"
        << "us-east1-run.googleapis.com"
        << "200 {\"apiVersion\"";
    QTest::newRow("absolute target, another host")
        << "GET http://us-east1-run.googleapis.com/v1/projects/p-1/locations/us-east1/services HTTP/1.1"
        << "example.com"
        << "200 {\"apiVersion\"";
    QTest::newRow("a foreign absolute target") << "GET http://example.com/ HTTP/1.1"
                                               << "127.0.0.1"
                                               << "403 {\"error\"";
    QTest::newRow("a foreign host") << "GET /v1/projects/p-1 HTTP/1.1"
                                    << "rebound.example.com"
                                    << "403 {\"error\"";
    QTest::newRow("a tunnel to elsewhere") << "CONNECT example.com:443 HTTP/1.1"
                                           << "run.googleapis.com:443"
                                           << "403 {\"error\"";
    QTest::newRow("another API's path") << "GET /v1/projects/p-1 HTTP/1.1"
                                        << "logging.googleapis.com"
                                        << "404 {\"error\"";
    QTest::newRow("the same by a loopback name") << "GET /v1/projects/p-1 HTTP/1.1"
                                                 << "localhost"
                                                 << "200 {\"projectNumber\"";
}

void TstCloudHosts::anAbsoluteTargetStandsAboveTheHost()
{
    QFETCH(QString, line);
    QFETCH(QString, host);
    QFETCH(QString, begin);
    tests::CloudHouse house;
    BATUTA_VERIFY_OK(house.opened);
    const std::string answer =
        raw(house, line.toStdString() + "\r\nHost: " + host.toStdString() + "\r\n\r\n");
    QVERIFY2(shown(answer).startsWith(begin), answer.c_str());
}

void TstCloudHosts::noPageOfABrowserMayCall()
{
    tests::CloudHouse house;
    const auto answer = house.ask("GET", "", "/v1/projects/p-1", {}, {{"Origin", "http://localhost:3000"}});
    QCOMPARE(answer.status, 403);
}

void TstCloudHosts::whatIsNotThereIsNotFound()
{
    tests::CloudHouse house;
    QCOMPARE(house.ask("GET", "run", "/v9/nothing").status, 404);
    QCOMPARE(house.ask("PUT", "run", "/v1/projects/p-1/locations").status, 404);
    QCOMPARE(house.ask("GET", "compute", "/compute/v1/projects/p-1/zones").status, 404);
    QCOMPARE(shown(house.ask("GET", "run", "/v9/nothing").body["error"]["status"].asString()), "NOT_FOUND");
}

void TstCloudHosts::largeNumbersAndBrokenJsonAreRefused()
{
    tests::CloudHouse house;
    const net::Headers json{{"Content-Type", "application/json"}};
    QCOMPARE(house.askText("POST", "us-east1-run", house.path(), "{", json).status, 400);
    QCOMPARE(house.askText("POST", "us-east1-run", house.path(), "[]", json).status, 400);
    QCOMPARE(house.askText("POST", "us-east1-run", house.path(), "", json).status, 400);
    const std::string deep = std::string(500, '[') + std::string(500, ']');
    QCOMPARE(house.askText("POST", "us-east1-run", house.path(), deep, json).status, 400);
    QCOMPARE(house.ask("GET", "run", "/v1/projects/..%2F..%2Fetc/locations").status, 404);
    QCOMPARE(house.ask("GET", "run", "/v1/projects/A_B/locations").status, 400);
}

QTEST_GUILESS_MAIN(TstCloudHosts)
#include "tst_cloud_hosts.moc"
