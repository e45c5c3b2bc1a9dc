// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/fleet/fleet_house.h"

#include <map>

using namespace batuta;
using batuta::test::shown;
using batuta::tests::ClientRun;
using batuta::tests::FleetHouse;

namespace {

/// Sends so many requests at once; gives how many got which status, and how many were worked on at a time.
std::map<int, int> atOnce(FleetHouse &house, const std::string &path, int count)
{
    std::map<int, int> by;
    int left = count;
    for (int i = 0; i < count; ++i) {
        net::HttpRequest request;
        request.url = house.url(path);
        house.run.http->send(std::move(request), [&](ClientRun::Outcome outcome) {
            ++by[outcome ? outcome->status : 0];
            --left;
        });
    }
    house.until([&] { return left == 0; });
    return by;
}

int mostRequests(FleetHouse &house, const std::string &revision)
{
    int most = 0;
    for (const auto &instance : house.fleet->instances(FleetHouse::key(revision)))
        most = std::max(most, instance.requests);
    return most;
}

} // namespace

/// How many instances there are, and what waits when there are not enough.
class TstFleetScaling : public QObject
{
    Q_OBJECT

private slots:
    void toZeroAndBack();
    void theMinimumIsKeptWhileTheRouteNamesIt();
    void growsToTheMaximumAndNeverBeyond();
    void anInstanceGetsNoMoreThanItMayHave();
    void theQueueIsBounded();
    void waitingIsBounded();
    void otherBoundsWithoutANewRevision();
    void memoryAndProcessorsAreMeasured();
};

void TstFleetScaling::toZeroAndBack()
{
    fleet::FleetOptions options;
    options.idleTime = std::chrono::milliseconds(200);
    FleetHouse house(options);
    QVERIFY(house.serve(FleetHouse::spec("one")));
    for (int turn = 0; turn < 2; ++turn) {
        QCOMPARE(shown(house.get("/")), QString("200 ok"));
        QCOMPARE(house.instances("one"), 1);
        QVERIFY(house.until([&] { return house.fleet->instances(FleetHouse::key("one")).empty(); }));
    }
    // Many at once after the sleep: all wait for the first instance, none is refused.
    QVERIFY(atOnce(house, "/", 50) == (std::map<int, int>{{200, 50}}));
    QVERIFY(house.says("stdout", "asked to end"));
    QVERIFY(house.fleet->revision(FleetHouse::key("one"))->isReady);
}

void TstFleetScaling::theMinimumIsKeptWhileTheRouteNamesIt()
{
    fleet::FleetOptions options;
    options.idleTime = std::chrono::milliseconds(100);
    FleetHouse house(options);
    fleet::RevisionSpec spec = FleetHouse::spec("kept");
    spec.minInstances = 3;
    QVERIFY(house.serve(spec));
    QVERIFY(house.until([&] { return house.instances("kept") == 3; }));
    QVERIFY(house.start(FleetHouse::spec("next")).isReady);
    QVERIFY(house.route({{"next", 100, {}}}));
    QVERIFY(house.until([&] { return house.fleet->instances(FleetHouse::key("kept")).empty(); }));
    QVERIFY(house.route({{"next", 100, {}}, {"kept", 0, "back"}}));
    QVERIFY(house.until([&] { return house.instances("kept") == 3; }));
}

void TstFleetScaling::growsToTheMaximumAndNeverBeyond()
{
    FleetHouse house;
    fleet::RevisionSpec spec = FleetHouse::spec("busy");
    spec.concurrency = 2;
    spec.maxInstances = 3;
    QVERIFY(house.serve(spec));
    QVERIFY(atOnce(house, "/?ms=150", 20) == (std::map<int, int>{{200, 20}}));
    QCOMPARE(house.instances("busy"), 3);
}

void TstFleetScaling::anInstanceGetsNoMoreThanItMayHave()
{
    FleetHouse house;
    fleet::RevisionSpec spec = FleetHouse::spec("single");
    spec.concurrency = 1;
    spec.maxInstances = 2;
    QVERIFY(house.serve(spec));
    int left = 12;
    for (int i = 0; i < 12; ++i) {
        net::HttpRequest request;
        request.url = house.url("/?ms=30");
        house.run.http->send(std::move(request), [&](const ClientRun::Outcome &) { --left; });
    }
    int most = 0;
    QVERIFY(house.until([&] {
        most = std::max(most, mostRequests(house, "single"));
        return left == 0;
    }));
    QCOMPARE(most, 1);
    QCOMPARE(house.instances("single"), 2);
}

void TstFleetScaling::theQueueIsBounded()
{
    fleet::FleetOptions options;
    options.queueLength = 5;
    FleetHouse house(options);
    fleet::RevisionSpec spec = FleetHouse::spec("full");
    spec.concurrency = 1;
    spec.maxInstances = 1;
    QVERIFY(house.serve(spec));
    const auto by = atOnce(house, "/?ms=50", 20);
    QVERIFY(by == (std::map<int, int>{{200, 6}, {429, 14}}));
    QVERIFY(house.says("requests", "no available instance"));
}

void TstFleetScaling::waitingIsBounded()
{
    fleet::FleetOptions options;
    options.queueTime = std::chrono::milliseconds(150);
    FleetHouse house(options);
    fleet::RevisionSpec spec = FleetHouse::spec("slow");
    spec.concurrency = 1;
    spec.maxInstances = 1;
    QVERIFY(house.serve(spec));
    const auto by = atOnce(house, "/?ms=1000", 2);
    QVERIFY(by == (std::map<int, int>{{200, 1}, {429, 1}}));
}

void TstFleetScaling::otherBoundsWithoutANewRevision()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one")));
    house.fleet->scale(FleetHouse::key("one"), 3, 5);
    QVERIFY(house.until([&] { return house.instances("one") == 3; }));
    house.fleet->scale(FleetHouse::key("one"), 0, 1);
    QVERIFY(house.until([&] { return house.fleet->instances(FleetHouse::key("one")).size() == 1; }));
}

void TstFleetScaling::memoryAndProcessorsAreMeasured()
{
    fleet::FleetOptions options;
    options.sampleTime = std::chrono::milliseconds(50);
    FleetHouse house(options);
    fleet::RevisionSpec spec = FleetHouse::spec("one");
    spec.minInstances = 1;
    QVERIFY(house.serve(spec));
    QCOMPARE(shown(house.get("/hog?mb=60")), QString("200 ok"));
    const auto minutes = [&] {
        return house.fleet->figures().between(FleetHouse::key("one"), WallTime(), WallTime::max());
    };
    QVERIFY(house.until([&] {
        const auto instances = house.fleet->instances(FleetHouse::key("one"));
        return !instances.empty() && instances[0].memoryBytes > (60ULL << 20);
    }));
    const fleet::Minute *last = minutes().back();
    QVERIFY(last->memory.count > 0);
    QVERIFY(last->cpu.count > 0);
    QVERIFY(last->concurrency.count > 0);
    QVERIFY(last->activeInstances + last->idleInstances > 0);
    QVERIFY(last->billableSeconds > 0);
}

QTEST_GUILESS_MAIN(TstFleetScaling)
#include "tst_fleet_scaling.moc"
