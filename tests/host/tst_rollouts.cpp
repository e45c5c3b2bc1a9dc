// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Rollouts over a local cloud with real processes and people who use the service meanwhile.
#include "tests/host/rollout_house.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>

using namespace batuta;
using namespace batuta::tests;
using batuta::test::shown;
using std::chrono::seconds;

class TestRollouts : public QObject
{
    Q_OBJECT

private slots:
    void aBrokenGateGoesBackToWhatServed();
    void aGoodOneIsPromoted();
    void tooFewRequestsAreNeverGood();
    void aFailedHealthCheckLeavesTheTraffic();
    void aRevisionThatDoesNotStartLeavesTheTraffic();
    void allAtOnceAfterTheHealthCheck();
};

void TestRollouts::aBrokenGateGoesBackToWhatServed()
{
    RolloutHouse house;
    Users users(house.house.loop, house.url());
    auto request = RolloutHouse::request("failing", {{10, seconds(30)}, {50, seconds(30)}});
    request.gates = {RolloutHouse::errorsBelow(0.01)};
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("failed"));
    QVERIFY2(record->error.find("Gate broken: error_rate 100.00 % is above 1.00 %, from ") !=
                 std::string::npos,
             record->error.c_str());
    const auto state = client::rolloutOf(*record);
    QVERIFY(state && state->wentBack && state->isOver);
    QCOMPARE(shown(state->stages[0].status), QString("broken"));
    QCOMPARE(shown(state->stages[1].status), QString("skipped"));
    QCOMPARE(state->stages[0].gates.size(), std::size_t(1));
    QVERIFY(state->stages[0].gates[0].samples >= 10 && state->stages[0].gates[0].stable == 0.0);
    QCOMPARE(shown(house.traffic()), shown("100 % " + house.stable));
    const int failed = users.answered(500), before = users.all();
    QVERIFY(failed >= 10);
    QVERIFY(house.house.until([&] { return users.all() > before + 100; }));
    QVERIFY(users.answered(500) <= failed + 1); // one may have been on its way
    QCOMPARE(users.lost(), 0);
    QCOMPARE(users.answered(200) + users.answered(500), users.all());
    QVERIFY2(failed * 4 < before, QByteArray::number(failed) + " of " + QByteArray::number(before));
    const auto entries = house.entries();
    QVERIFY(std::any_of(entries.begin(), entries.end(), [&](const client::ReleaseEntry &entry) {
        return entry.verb == "roll_out" && entry.who == "ana";
    }));
    QVERIFY(std::any_of(entries.begin(), entries.end(), [&](const client::ReleaseEntry &entry) {
        return entry.verb == "route_traffic" && entry.who == "flow rollout" &&
               entry.data["execution"].asString() == id;
    }));
}

void TestRollouts::aGoodOneIsPromoted()
{
    RolloutHouse house;
    Users users(house.house.loop, house.url());
    auto request = RolloutHouse::request("good", {{25, seconds(2)}, {50, seconds(2)}});
    request.draft.suffix = "next";
    request.healthPath = "/health";
    client::RolloutGate slow;
    slow.figure = "p95";
    slow.max = 2'000;
    slow.samples = 5;
    client::RolloutGate memory;
    memory.figure = "memory";
    memory.max = 0.95;
    memory.samples = 1;
    request.gates = {RolloutHouse::errorsBelow(0.01, 5), slow, memory};
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    QVERIFY(house.until(id, [](const auto &state) { return state.stages[0].status == "running"; }));
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QVERIFY2(record->status == "success", record->error.c_str());
    QCOMPARE(shown(record->output["revision"].asString()), QString("shop-next"));
    QCOMPARE(shown(house.traffic()), QString("100 % shop-next"));
    QCOMPARE(users.lost(), 0);
    QCOMPARE(users.answered(200), users.all());
    const auto state = client::rolloutOf(*record);
    QVERIFY(state && !state->wentBack);
    for (const auto &stage : state->stages) {
        QCOMPARE(shown(stage.status), QString("good"));
        QCOMPARE(stage.gates.size(), std::size_t(3));
    }
    QCOMPARE(house.revisions(), 2);
}

void TestRollouts::tooFewRequestsAreNeverGood()
{
    RolloutHouse house; // nobody uses it
    auto request = RolloutHouse::request("good", {{10, seconds(1)}});
    request.gates = {RolloutHouse::errorsBelow(0.5)};
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("failed"));
    QVERIFY2(record->error.find(
                 "Not enough is known to go on: error_rate: not enough is known, 0 requests of 10") !=
                 std::string::npos,
             record->error.c_str());
    QCOMPARE(shown(house.traffic()), shown("100 % " + house.stable));
}

void TestRollouts::aFailedHealthCheckLeavesTheTraffic()
{
    RolloutHouse house;
    auto request = RolloutHouse::request("failing", {});
    request.healthPath = "/ready"; // all but /health fail
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    QVERIFY(house.until(id, [](const auto &state) { return !state.revision.empty(); }));
    BATUTA_VERIFY_OK(house.act("cancel", id)); // it would be asked for five minutes
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("cancelled"));
    QCOMPARE(shown(house.traffic()), shown("100 % " + house.stable));
    QCOMPARE(house.revisions(), 2);
}

void TestRollouts::aRevisionThatDoesNotStartLeavesTheTraffic()
{
    RolloutHouse house;
    const std::string id = house.start(RolloutHouse::request("exit", {{50, seconds(1)}}));
    QVERIFY2(!id.empty(), house.refused.c_str());
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("failed"));
    QVERIFY2(record->error.find("is not ready: ") != std::string::npos &&
                 record->error.find("The traffic is where it was: 100 % ") != std::string::npos,
             record->error.c_str());
    QCOMPARE(shown(house.traffic()), shown("100 % " + house.stable));
}

void TestRollouts::allAtOnceAfterTheHealthCheck()
{
    RolloutHouse house;
    auto request = RolloutHouse::request("good", {});
    request.draft.suffix = "whole";
    request.healthPath = "/health";
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QVERIFY2(record->status == "success", record->error.c_str());
    QCOMPARE(shown(house.traffic()), QString("100 % shop-whole"));
}

QTEST_GUILESS_MAIN(TestRollouts)
#include "tst_rollouts.moc"
