// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Recorded executions run again against revisions of a local cloud with real processes.
#include "engine/client/rehearsal.h"
#include "tests/host/rollout_house.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>

using namespace batuta;
using namespace batuta::tests;
using batuta::test::shown;
using client::RehearsalState;
using std::chrono::seconds;

namespace {

/// A flow that asks a function of its own first, then the shop, and tells another function at the end.
constexpr const char *kOrder = R"(steps:
  stock:
    http: {method: POST, url: "${{ env.STOCK_URL }}"}
  order:
    needs: [stock]
    http: {url: "${{ env.SHOP_URL }}${{ input.path }}"}
    compensate:
      http: {method: POST, url: "${{ env.UNDO_URL }}"}
  known:
    needs: [order]
    check: {answered: {if: "${{ steps.order.output != null }}"}}
  tell:
    needs: [known]
    http: {method: POST, url: "${{ env.TELL_URL }}"}
finally:
  close:
    http: {method: POST, url: "${{ env.CLOSE_URL }}"}
)";

/// A rollout house whose engine has run the flow `order` some times.
class Rehearsing
{
public:
    explicit Rehearsing(int runs = 3, const std::string &path = "/who")
    {
        House &inner = house.house;
        inner.close();
        inner.flow("order", kOrder);
        for (const char *name : {"STOCK", "TELL", "UNDO", "CLOSE"})
            inner.function(std::string(name) + "_URL", "/" + std::string(name));
        inner.env["SHOP_URL"] = shop;
        house.open();
        record(runs, path);
    }
    void record(int runs, const std::string &path = "/who")
    {
        for (int i = 0; i < runs; ++i)
            recorded.push_back(house.house.run("order", json::Object{{"path", path}}).value());
    }
    /// A revision with a tag and 0 %; "" when it did not come.
    std::string deploy(const std::string &image, const std::string &suffix)
    {
        auto request = RolloutHouse::request(image, {});
        request.draft.suffix = suffix;
        request.tag = suffix;
        request.isPromoted = false;
        const auto record = house.end(house.start(request));
        return record && record->status == "success" ? "shop-" + suffix : std::string();
    }
    client::RehearsalRequest request(const std::string &revision) const
    {
        client::RehearsalRequest request;
        request.environment = "dev";
        request.service = "shop";
        request.revision = revision;
        request.flow = "order";
        request.ignore = {"revision", "process", "port", "environment"};
        return request;
    }
    std::string start(const client::RehearsalRequest &request)
    {
        const auto done = act(house.house, client::rehearsalAct(request, {}));
        refused = done ? std::string() : errorText(done.error());
        return done ? (*done)["execution_id"].asString() : std::string();
    }
    RehearsalState rehearse(const client::RehearsalRequest &request)
    {
        const auto record = house.end(start(request));
        const auto state = record ? client::rehearsalOf(*record) : std::nullopt;
        if (!state)
            qWarning("%s %s", refused.c_str(),
                     record ? record->error.c_str() : errorText(record.error()).c_str());
        return state.value_or(RehearsalState());
    }
    int calls(const char *function) const { return house.house.functions.calls("/" + std::string(function)); }
    std::vector<client::ExecutionRecord> rehearsed()
    {
        std::optional<Result<client::ExecutionPage>> page;
        client::ExecutionQuery query;
        query.trigger = "rehearsal";
        house.house.engine->executions(query,
                                       [&](Result<client::ExecutionPage> found) { page = std::move(found); });
        house.house.until([&] { return page.has_value(); });
        return page && *page ? (*page)->items : std::vector<client::ExecutionRecord>();
    }

    RolloutHouse house;
    std::string shop = house.url();
    std::vector<client::ExecutionRecord> recorded;
    std::string refused;
};

} // namespace

class TestRehearsals : public QObject
{
    Q_OBJECT

private slots:
    void whatAnswersTheSameIsGood();
    void anotherAnswerBreaksIt();
    void aFailureIsWorse();
    void whatFailedThenMayBeMended();
    void nothingRecordedIsNotEnough();
    void aRolloutEndsBeforeAnybodyGetsToIt();
    void aRolloutGoesOnBehindAGoodOne();
    void refusals();
    void aCrashRunsNothingTwice();
    void itCanBeCancelled();
};

void TestRehearsals::whatAnswersTheSameIsGood()
{
    Rehearsing here;
    QCOMPARE(shown(here.recorded.back().status), QString("success"));
    const std::string revision = here.deploy("good", "next"), traffic = here.house.traffic();
    QVERIFY(!revision.empty());
    const int stock = here.calls("STOCK"), told = here.calls("TELL"), closed = here.calls("CLOSE");
    QCOMPARE(stock, 3);
    const RehearsalState state = here.rehearse(here.request(revision));
    QVERIFY2(state.status == "success", state.error.c_str());
    QCOMPARE(shown(state.verdict()), QString("good"));
    QCOMPARE(state.reports.size(), std::size_t(1));
    const client::RehearsalReport &report = state.reports[0];
    QCOMPARE(report.runs, 3);
    QCOMPARE(report.same, 3);
    QCOMPARE(shown(report.why), QString("3 executions run again, 3 the same"));
    QCOMPARE(report.now.calls, 3);
    QVERIFY(report.then.p50 && report.now.p50 && *report.now.p95 >= *report.now.p50);
    QCOMPARE(report.executions[0].calls.size(), std::size_t(1));
    QCOMPARE(shown(report.executions[0].calls[0].step), QString("order"));
    QCOMPARE(shown(report.executions[0].origin), shown(here.recorded.back().id)); // the newest first
    // Nobody else was called, and nobody's traffic was touched.
    QCOMPARE(here.calls("STOCK"), stock);
    QCOMPARE(here.calls("TELL"), told);
    QCOMPARE(here.calls("CLOSE"), closed);
    QCOMPARE(shown(here.house.traffic()), shown(traffic));
    const auto again = recordOf(here.house.house, ExecutionId(report.executions[0].execution));
    BATUTA_VERIFY_OK(again);
    QCOMPARE(shown(again->origin), shown(here.recorded.back().id));
    QCOMPARE(shown(again->trigger), QString("rehearsal"));
    QCOMPARE(shown(again->parent), shown(state.execution));
    const json::Value call = stepOf(*again, "order").attemptsDetail.at(0);
    const std::string &called = call["request"]["url"].asString(),
                      &to = call["injected"]["moved_to"].asString();
    QVERIFY2(!to.empty() && called == to + "/who" && to != here.shop, called.c_str());
    QVERIFY(call["response"]["body"].asString().find("\"shop-next\"") != std::string::npos);
    QCOMPARE(statusesOf(*again),
             QString("stock=success order=success known=success tell=success close=success"));
}

void TestRehearsals::anotherAnswerBreaksIt()
{
    Rehearsing here(2);
    auto request = here.request(here.deploy("good", "next"));
    request.ignore = {"output.process", "port", "environment[*]"};
    RehearsalState state = here.rehearse(request);
    QCOMPARE(shown(state.status), QString("failed"));
    QCOMPARE(shown(state.verdict()), QString("broken"));
    QVERIFY2(state.error.find("Gate broken: rehearsal order: 2 executions give something else, of 2") !=
                 std::string::npos,
             state.error.c_str());
    QCOMPARE(state.reports[0].different, 2);
    const client::RehearsedCall &call = state.reports[0].executions[0].calls[0];
    QCOMPARE(call.different, 1);
    QCOMPARE(shown(call.differences[0].path), QString("output.revision"));
    QCOMPARE(shown(call.differences[0].then), shown(here.house.stable));
    QCOMPARE(shown(call.differences[0].now), QString("shop-next"));
    request.different = 1;
    state = here.rehearse(request);
    QCOMPARE(shown(state.verdict()), QString("good"));
}

void TestRehearsals::aFailureIsWorse()
{
    Rehearsing here(2);
    const RehearsalState state = here.rehearse(here.request(here.deploy("failing", "bad")));
    QCOMPARE(shown(state.verdict()), QString("broken"));
    QCOMPARE(state.reports[0].worse, 2);
    const client::RehearsedCall &call = state.reports[0].executions[0].calls[0];
    QCOMPARE(call.codeThen, 200);
    QCOMPARE(call.codeNow, 500);
    QVERIFY2(call.error.find("500") != std::string::npos, call.error.c_str());
    QCOMPARE(here.calls("UNDO"), 0); // what the record kept is not undone
    QCOMPARE(here.calls("CLOSE"), 2);
}

/// A revision that is there already gets a tag.
void TestRehearsals::whatFailedThenMayBeMended()
{
    Rehearsing here(0);
    auto bad = RolloutHouse::request("failing", {});
    bad.draft.suffix = "bad";
    const auto rolledOut = here.house.end(here.house.start(bad));
    QCOMPARE(shown(here.house.traffic()), QString("100 % shop-bad"));
    here.record(2);
    QCOMPARE(shown(here.recorded[0].status), QString("failed"));
    auto tagged = RolloutHouse::request({}, {});
    tagged.revision = here.house.stable;
    tagged.tag = "old";
    tagged.isPromoted = false;
    const auto addressed = here.house.end(here.house.start(tagged));
    BATUTA_VERIFY_OK(addressed);
    QVERIFY2(addressed->status == "success", addressed->error.c_str());
    const RehearsalState state = here.rehearse(here.request(here.house.stable));
    QVERIFY2(state.status == "success", state.error.c_str());
    QCOMPARE(state.reports[0].mended, 2);
    QCOMPARE(here.calls("TELL"), 0); // it never was, and is not now
    QCOMPARE(shown(here.house.traffic()), QString("100 % shop-bad"));
}

void TestRehearsals::nothingRecordedIsNotEnough()
{
    Rehearsing here(0);
    const RehearsalState state = here.rehearse(here.request(here.deploy("good", "next")));
    QCOMPARE(shown(state.status), QString("failed"));
    QCOMPARE(shown(state.verdict()), QString("not_enough"));
    QVERIFY2(state.error.find("no execution is recorded that called the service") != std::string::npos,
             state.error.c_str());
}

void TestRehearsals::aRolloutEndsBeforeAnybodyGetsToIt()
{
    Rehearsing here(2);
    auto request = RolloutHouse::request("failing", {{50, std::chrono::minutes(10)}});
    client::RolloutGate gate;
    gate.figure = "rehearsal";
    gate.query = gate.name = "order";
    gate.rehearsal = json::Object{{"ignore", json::Array{"revision", "process", "port", "environment"}}};
    request.gates = {gate, RolloutHouse::errorsBelow(0.01)};
    const auto sent = client::rolloutFromJson(client::toJson(request));
    BATUTA_VERIFY_OK(sent);
    QCOMPARE(sent->gates.size(), std::size_t(2));
    const auto record = here.house.end(here.house.start(*sent));
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("failed"));
    const auto rollout = client::rolloutOf(*record);
    QCOMPARE(shown(rollout->stages[0].status), QString("skipped"));
    const auto state = client::rehearsalOf(*record);
    QVERIFY(state);
    QCOMPARE(state->reports[0].worse, 2);
    QCOMPARE(shown(state->revision), shown(rollout->revision));
    QCOMPARE(shown(here.house.traffic()), shown("100 % " + here.house.stable));
}

void TestRehearsals::aRolloutGoesOnBehindAGoodOne()
{
    Rehearsing here(2);
    auto request = RolloutHouse::request("good", {});
    request.draft.suffix = "fine";
    client::RolloutGate gate;
    gate.figure = "rehearsal";
    gate.query = gate.name = "order";
    gate.rehearsal =
        json::Object{{"ignore", json::Array{"revision", "process", "port", "environment"}}, {"failed", 0}};
    request.gates = {gate};
    const auto record = here.house.end(here.house.start(request));
    BATUTA_VERIFY_OK(record);
    QVERIFY2(record->status == "success", record->error.c_str());
    QCOMPARE(client::rehearsalOf(*record)->reports[0].same, 2);
    QCOMPARE(shown(here.house.traffic()), QString("100 % shop-fine"));
}

void TestRehearsals::refusals()
{
    Rehearsing here(1);
    RehearsalState state = here.rehearse(here.request(here.house.stable));
    QVERIFY2(state.error.find("has live traffic: a rehearsal wants one with 0 %") != std::string::npos,
             state.error.c_str());
    auto untagged = RolloutHouse::request("good", {});
    untagged.draft.suffix = "plain";
    untagged.isPromoted = false;
    const auto deployed = here.house.end(here.house.start(untagged));
    state = here.rehearse(here.request("shop-plain"));
    QVERIFY2(state.error.find("no address of its own to be called at: give it a tag") != std::string::npos,
             state.error.c_str());
    auto request = here.request("shop-plain");
    request.environment = "production";
    request.why = "short";
    QVERIFY(here.start(request).empty());
    QVERIFY2(here.refused.find("reason of 10 characters") != std::string::npos, here.refused.c_str());
    request = here.request("shop-plain");
    request.succeeded = 51;
    QVERIFY(here.start(request).empty());
    request = here.request("");
    QVERIFY(here.start(request).empty());
    client::Act act = client::rehearsalAct(here.request("shop-plain"), {});
    std::optional<Result<json::Value>> done;
    act.actor = {"bob", {"operators"}};
    here.house.house.engine->act(act, [&](Result<json::Value> reply) { done = std::move(reply); });
    QVERIFY(here.house.house.until([&] { return done.has_value(); }));
    QVERIFY(!*done && done->error().code == ErrorCode::ActForbidden);
    QVERIFY(here.rehearsed().empty());
}

/// The engine goes without a word, and another comes.
void TestRehearsals::aCrashRunsNothingTwice()
{
    Rehearsing here(4, "/who?ms=400");
    const std::string id = here.start(here.request(here.deploy("good", "next")));
    QVERIFY2(!id.empty(), here.refused.c_str());
    const auto isUnderWay = [&] {
        const auto record = recordOf(here.house.house, ExecutionId(id));
        const auto state = record ? client::rehearsalOf(*record) : std::nullopt;
        return state && state->done >= 1 && state->of == 4;
    };
    QVERIFY(eventually(here.house.house, isUnderWay));
    here.house.house.close();
    here.house.open(true);
    const auto record = here.house.end(id);
    BATUTA_VERIFY_OK(record);
    QVERIFY2(record->status == "success", record->error.c_str());
    QCOMPARE(client::rehearsalOf(*record)->reports[0].same, 4);
    QCOMPARE(here.rehearsed().size(), std::size_t(4));
}

void TestRehearsals::itCanBeCancelled()
{
    Rehearsing here(3, "/who?ms=1000");
    const std::string id = here.start(here.request(here.deploy("good", "next")));
    QVERIFY(eventually(here.house.house, [&] { return !here.rehearsed().empty(); }));
    BATUTA_VERIFY_OK(here.house.act("cancel", id));
    const auto record = here.house.end(id);
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->status), QString("cancelled"));
    QVERIFY(eventually(here.house.house, [&] {
        const auto all = here.rehearsed();
        return std::none_of(all.begin(), all.end(), [](const auto &one) { return one.status == "running"; });
    }));
    QVERIFY(here.rehearsed().size() < 3);
}

QTEST_GUILESS_MAIN(TestRehearsals)
#include "tst_rehearsals.moc"
