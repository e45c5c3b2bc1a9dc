// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What people do to a rollout, what others do to its traffic, and what a crash does not do to it.
#include "tests/host/rollout_house.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>

using namespace batuta;
using namespace batuta::tests;
using batuta::test::shown;
using client::RolloutState;
using std::chrono::minutes;
using std::chrono::seconds;

class TestRolloutActs : public QObject
{
    Q_OBJECT

private slots:
    void abortingGoesBack();
    void aHeldStageLastsUntilSomebodySaysGoOn();
    void promotingSkipsWhatIsLeft();
    void aBrokenGateCanAsk_data();
    void aBrokenGateCanAsk();
    void aQuestionIsWithdrawnWhenTheTrafficMoves_data();
    void aQuestionIsWithdrawnWhenTheTrafficMoves();
    void whatSomebodyElseMovedStays();
    void aFlowIsAGate();
    void oneRolloutAtATime();
    void productionWantsTheTypedName();
    void aCrashInAStageIsGoneOnFrom();
    void aCrashWhileItDeploysDeploysOnce();

private:
    static bool isWatching(const RolloutState &state, std::size_t stage = 0)
    {
        return state.stages.size() > stage && state.stages[stage].status == "running" &&
               !state.stages[stage].gates.empty();
    }
    /// Everything to what served before: by a person through the engine, or past it.
    static void rollBack(RolloutHouse &house, bool isPastTheEngine);
    static json::Value named(const char *signal) { return json::Object{{"name", signal}}; }
};

void TestRolloutActs::abortingGoesBack()
{
    RolloutHouse house;
    Users users(house.house.loop, house.url());
    auto request = RolloutHouse::request("good", {{50, minutes(10)}});
    request.gates = {RolloutHouse::errorsBelow(0.5)};
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    QVERIFY(house.until(id, [](const auto &state) { return isWatching(state); }));
    QVERIFY(house.traffic().starts_with("50 % "));
    BATUTA_VERIFY_OK(house.act("cancel", id));
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("cancelled"));
    QVERIFY(client::rolloutOf(*record)->wentBack);
    QCOMPARE(shown(house.traffic()), shown("100 % " + house.stable));
    QCOMPARE(users.lost(), 0);
}

void TestRolloutActs::aHeldStageLastsUntilSomebodySaysGoOn()
{
    RolloutHouse house;
    Users users(house.house.loop, house.url());
    auto request = RolloutHouse::request("good", {{50, seconds(2)}});
    request.gates = {RolloutHouse::errorsBelow(0.5, 5)};
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    BATUTA_VERIFY_OK(house.act("signal", id, named("hold")));
    QVERIFY(house.until(id, [](const auto &state) { return state.stages[0].status == "held"; }));
    const int before = users.all();
    QVERIFY(house.house.until([&] { return users.all() > before + 400; })); // longer than the stage
    QCOMPARE(shown(house.state(id).stages[0].status), QString("held"));
    BATUTA_VERIFY_OK(house.act("signal", id, named("go_on")));
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QVERIFY2(record->status == "success", record->error.c_str());
}

void TestRolloutActs::promotingSkipsWhatIsLeft()
{
    RolloutHouse house;
    auto request = RolloutHouse::request("good", {{5, minutes(10)}, {25, minutes(10)}, {50, minutes(10)}});
    request.draft.suffix = "next";
    request.gates = {RolloutHouse::errorsBelow(0.5)};
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    BATUTA_VERIFY_OK(house.act("signal", id, named("next")));
    QVERIFY(house.until(id, [](const auto &state) { return isWatching(state, 1); }));
    QVERIFY(house.traffic().starts_with("25 % shop-next"));
    BATUTA_VERIFY_OK(house.act("signal", id, named("promote")));
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QVERIFY2(record->status == "success", record->error.c_str());
    QCOMPARE(shown(house.traffic()), QString("100 % shop-next"));
    const auto state = client::rolloutOf(*record);
    QCOMPARE(shown(state->stages[2].status), QString("skipped"));
}

void TestRolloutActs::aBrokenGateCanAsk_data()
{
    QTest::addColumn<bool>("isApproved");
    QTest::newRow("somebody answers for it") << true;
    QTest::newRow("somebody says no") << false;
}

void TestRolloutActs::aBrokenGateCanAsk()
{
    QFETCH(bool, isApproved);
    RolloutHouse house;
    Users users(house.house.loop, house.url());
    auto request = RolloutHouse::request("failing", {{30, minutes(10)}});
    request.draft.suffix = "bad";
    request.gates = {RolloutHouse::errorsBelow(0.01)};
    request.holds = true;
    request.heldMost = minutes(40);
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    QVERIFY(house.until(id, [](const auto &state) { return state.stages[0].status == "held"; }));
    const RolloutState held = house.state(id);
    QCOMPARE(shown(held.asks), QString("ask_1"));
    QVERIFY(held.asksUntil > house.house.clock.wall() + minutes(30));
    QCOMPARE(shown(held.stages[0].gates[0].verdict), QString("broken"));
    QVERIFY(house.traffic().starts_with("30 % shop-bad")); // it stays until somebody answers
    BATUTA_VERIFY_OK(house.act("answer", id, json::Object{{"approved", isApproved}}, held.asks));
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString(isApproved ? "success" : "failed"));
    QCOMPARE(shown(house.traffic()), shown("100 % " + (isApproved ? "shop-bad" : house.stable)));
}

void TestRolloutActs::rollBack(RolloutHouse &house, bool isPastTheEngine)
{
    if (isPastTheEngine) {
        const CloudAnswer answer = house.cloud.ask(
            "PATCH", "run", "/v2/projects/demo-proj/locations/us-east1/services/shop?updateMask=traffic",
            json::Object{
                {"traffic", json::Array{json::Object{{"type", "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION"},
                                                     {"revision", house.stable},
                                                     {"percent", 100}}}}});
        QVERIFY2(answer.status == 200, answer.text.c_str());
        return;
    }
    client::Act act;
    act.verb = "roll_back";
    act.subject = "dev/shop";
    act.data = *json::parse(R"({"traffic":[{"revision":")" + house.stable + R"(","percent":100}]})");
    act.data.object().set("etag", house.service().etag);
    BATUTA_VERIFY_OK(tests::act(house.house, act));
}

void TestRolloutActs::aQuestionIsWithdrawnWhenTheTrafficMoves_data()
{
    QTest::addColumn<bool>("isPastTheEngine");
    QTest::addColumn<bool>("isWhileItIsAway");
    QTest::newRow("by somebody here") << false << false;
    QTest::newRow("past the engine") << true << false;
    QTest::newRow("while the engine is away") << true << true;
}

void TestRolloutActs::aQuestionIsWithdrawnWhenTheTrafficMoves()
{
    QFETCH(bool, isPastTheEngine);
    QFETCH(bool, isWhileItIsAway);
    RolloutHouse house;
    Users users(house.house.loop, house.url());
    auto request = RolloutHouse::request("failing", {{30, minutes(10)}, {60, minutes(10)}});
    request.draft.suffix = "bad";
    request.gates = {RolloutHouse::errorsBelow(0.01)};
    request.holds = true;
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    QVERIFY(house.until(id, [](const auto &state) { return state.asks == "ask_1"; }));
    if (isWhileItIsAway)
        house.house.close();
    rollBack(house, isPastTheEngine);
    if (isWhileItIsAway)
        house.open(true);
    const auto record = house.end(id); // nobody has answered
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("failed"));
    const auto state = client::rolloutOf(*record);
    QVERIFY(state && state->isTakenOver && !state->wentBack && state->asks.empty());
    QVERIFY(!state->movedBy.empty() && (state->movedBy == "ana") == !isPastTheEngine);
    QVERIFY2(record->error.find("The traffic was moved by " + state->movedBy +
                                " since: shop-bad has 0 %. Nothing was changed.") != std::string::npos,
             record->error.c_str());
    QCOMPARE(shown(house.traffic()), shown("100 % " + house.stable));
    const auto entries = house.entries();
    QCOMPARE(std::count_if(entries.begin(), entries.end(),
                           [&](const client::ReleaseEntry &entry) {
                               return entry.verb == "rollout_withdrawn" &&
                                      entry.data["moved_by"].asString() == state->movedBy;
                           }),
             1);
    QVERIFY(!house.act("answer", id, json::Object{{"approved", true}}, "ask_1"));
    QCOMPARE(users.lost(), 0);
}

void TestRolloutActs::whatSomebodyElseMovedStays()
{
    RolloutHouse house;
    auto request = RolloutHouse::request("good", {{10, minutes(10)}});
    request.draft.suffix = "next";
    request.gates = {RolloutHouse::errorsBelow(0.5)};
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    QVERIFY(house.until(id, [](const auto &state) { return isWatching(state); }));
    const cloud::Service read = house.service();
    client::Act act;
    act.verb = "route_traffic";
    act.subject = "dev/shop";
    act.data = *json::parse(R"({"traffic":[{"revision":"shop-next","percent":70},{"revision":")" +
                            house.stable + R"(","percent":30}]})");
    act.data.object().set("etag", read.etag);
    BATUTA_VERIFY_OK(tests::act(house.house, act));
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("failed"));
    QVERIFY2(record->error.find("The traffic was moved by ana since: shop-next has 70 %.") !=
                 std::string::npos,
             record->error.c_str());
    QVERIFY(client::rolloutOf(*record)->isTakenOver);
    QVERIFY(!client::rolloutOf(*record)->wentBack);
    QCOMPARE(shown(house.traffic()), shown("70 % shop-next, 30 % " + house.stable));
}

void TestRolloutActs::aFlowIsAGate()
{
    RolloutHouse house;
    house.house.close();
    house.house.function("SMOKE", "/smoke");
    house.house.functions.answer("/smoke", 500);
    house.house.flow("smoke", R"(
input: {type: object, properties: {revision: {type: string}}}
steps:
  call: {http: {method: POST, url: "${{ env.SMOKE }}", json: {revision: "${{ input.revision }}"}}}
)");
    house.open();
    auto request = RolloutHouse::request("good", {{50, seconds(1)}});
    client::RolloutGate gate;
    gate.figure = "flow";
    gate.query = "smoke";
    gate.name = "Smoke";
    request.gates = {gate};
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("failed"));
    QVERIFY2(record->error.find("Gate broken: Smoke failed: call: ") != std::string::npos,
             record->error.c_str());
    QCOMPARE(house.house.functions.calls("/smoke"), 1);
    QCOMPARE(shown(house.traffic()), shown("100 % " + house.stable));
}

void TestRolloutActs::oneRolloutAtATime()
{
    RolloutHouse house;
    const auto request = RolloutHouse::request("good", {{10, minutes(10)}});
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    QVERIFY(house.start(request).empty());
    QVERIFY2(house.refused.find("flow.full") != std::string::npos ||
                 house.refused.find("limit") != std::string::npos,
             house.refused.c_str());
    BATUTA_VERIFY_OK(house.act("cancel", id));
    BATUTA_VERIFY_OK(house.end(id));
}

void TestRolloutActs::productionWantsTheTypedName()
{
    RolloutHouse house;
    auto request = RolloutHouse::request("good", {});
    request.environment = "production";
    QVERIFY(house.start(request).empty());
    request.confirmed = "shop";
    request.why = "short";
    QVERIFY(house.start(request).empty());
    // Whoever starts the flow in another way meets the same at the step.
    client::StartExecution command;
    command.text =
        "batuta: 1\nname: own\ninput: {type: object}\nsteps:\n  back: {cloud_run: {action: traffic, "
        "environment: production, service: shop, revision: " +
        house.stable + ", percent: 100, confirm: '${{ input.typed }}', reason: the test wants it so}}\n";
    command.input = json::Object{{"typed", "other"}};
    auto record = house.house.run(command);
    BATUTA_VERIFY_OK(record);
    QVERIFY2(record->error.find("as a person typed it") != std::string::npos, record->error.c_str());
    command.input = json::Object{{"typed", "shop"}};
    record = house.house.run(command);
    BATUTA_VERIFY_OK(record);
    QVERIFY2(record->status == "success", record->error.c_str());
}

/// The engine goes without a word, and another comes.
void TestRolloutActs::aCrashInAStageIsGoneOnFrom()
{
    RolloutHouse house;
    Users users(house.house.loop, house.url());
    auto request = RolloutHouse::request("failing", {{10, seconds(2)}, {20, minutes(10)}});
    request.draft.suffix = "bad";
    client::RolloutGate gate = RolloutHouse::errorsBelow(0.9, 100'000); // not enough is known for long
    gate.samples = 1;
    gate.max = 1;
    request.gates = {gate};
    const std::string id = house.start(request);
    QVERIFY2(!id.empty(), house.refused.c_str());
    QVERIFY(house.until(id, [](const auto &state) { return isWatching(state, 1); }));
    house.house.close();
    house.open(true);
    QVERIFY(house.until(id, [](const auto &state) { return isWatching(state, 1); }));
    QVERIFY(house.traffic().starts_with("20 % shop-bad"));
    QCOMPARE(house.revisions(), 2);
    BATUTA_VERIFY_OK(house.act("cancel", id));
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("cancelled"));
    QCOMPARE(shown(house.traffic()), shown("100 % " + house.stable));
    QCOMPARE(users.lost(), 0);
}

void TestRolloutActs::aCrashWhileItDeploysDeploysOnce()
{
    RolloutHouse house;
    const std::string id = house.start(RolloutHouse::request("good", {}));
    QVERIFY2(!id.empty(), house.refused.c_str());
    for (int i = 0; i < 1'000 && house.revisions() < 2; ++i) // each question lets time pass
        continue;
    QCOMPARE(house.revisions(), 2); // the request has arrived, and its revision is on its way up
    house.house.close();
    house.open(true);
    const auto record = house.end(id);
    BATUTA_VERIFY_OK(record);
    QVERIFY2(record->status == "success", record->error.c_str());
    QCOMPARE(house.revisions(), 2);
    const auto entries = house.entries();
    QCOMPARE(std::count_if(entries.begin(), entries.end(),
                           [](const client::ReleaseEntry &entry) { return entry.verb == "deployed"; }),
             2);
}

QTEST_GUILESS_MAIN(TestRolloutActs)
#include "tst_rollout_acts.moc"
