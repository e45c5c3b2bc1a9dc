// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// An engine that goes away in the middle, and the next one that goes on with what it left.
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include <QTest>

#include <filesystem>
#include <fstream>

using namespace batuta;
using tests::act;
using tests::resuming;

namespace {

constexpr const char *kChain = R"(
steps:
  first: {http: {method: POST, url: "${{ env.FIRST }}", json: {n: 1}}}
  second:
    needs: [first]
    http: {method: POST, url: "${{ env.SECOND }}", json: "${{ steps.first.output }}"}
    retry: {attempts: 3, on: [5xx], backoff: {first: 10ms, max: 10ms}}
output: {last: "${{ steps.second.output.ok }}"}
)";

void build(tests::House &house)
{
    house.function("FIRST", "/first");
    house.function("SECOND", "/second");
    house.functions.answer("/first", 200, R"({"token": "s3cret-of-first"})");
    house.flow("chain", kChain);
}

QByteArray header(const net::ServerRequest &request, std::string_view name)
{
    return QByteArray::fromStdString(std::string(request.header(name)));
}

std::string bytesOfHistory(const std::string &folder)
{
    std::string all;
    for (const auto &entry : std::filesystem::directory_iterator(folder + "/.batuta")) {
        std::ifstream file(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

} // namespace

class TstDurable : public QObject
{
    Q_OBJECT
private slots:
    void whatWasDoneIsNotCalledAgain()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.functions.hold("/second");
        house.open(resuming());
        const auto started = house.start("chain");
        BATUTA_VERIFY_OK(started);
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        const QByteArray key = header(house.functions.last("/second"), "Idempotency-Key");
        house.close(); // nobody was told to stop, nothing was finished
        QVERIFY(bytesOfHistory(house.folder()).find("s3cret-of-first") == std::string::npos);
        house.functions.answer("/second", 200);
        house.open(resuming());
        const auto record = house.end(started->id);
        BATUTA_VERIFY_OK(record);
        QCOMPARE(tests::statusesOf(record), "first=success second=success");
        QCOMPARE(house.functions.calls("/first"), 1);
        QCOMPARE(house.functions.calls("/second"), 2);
        QCOMPARE(header(house.functions.last("/second"), "Idempotency-Key"), key);
        QCOMPARE(header(house.functions.last("/second"), "X-Batuta-Attempt"), QByteArray("1"));
        QVERIFY(house.functions.last("/second").body.find("s3cret-of-first") != std::string::npos);
        QVERIFY(record->output["last"].asBoolean());
    }

    void aRetryGoesOnWhereItWas()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.functions.answer("/second", 503);
        house.flow("chain", std::string(kChain) + "");
        house.open(resuming());
        const auto started = house.start("chain");
        BATUTA_VERIFY_OK(started);
        QVERIFY(house.until([&] { return house.functions.calls("/second") == 1; }));
        house.functions.hold("/second");
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        house.close();
        house.functions.answer("/second", 200);
        house.open(resuming());
        const auto record = house.end(started->id);
        BATUTA_VERIFY_OK(record);
        QCOMPARE(header(house.functions.last("/second"), "X-Batuta-Attempt"), QByteArray("2"));
        QCOMPARE(tests::stepOf(*record, "second").attempts, 2);
    }

    void aChangedFlowGoesOnAsItBegan()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.functions.hold("/second");
        house.open(resuming());
        const auto started = house.start("chain");
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        house.close();
        house.flow("chain", "\nsteps:\n  other: {set: {a: 1}}\n");
        house.functions.answer("/second", 200);
        house.open(resuming());
        QCOMPARE(tests::statusesOf(house.end(started->id)), "first=success second=success");
    }

    void aWaitEndsWhenItShouldHaveEnded()
    {
        net::Loop loop;
        tests::House house(loop);
        house.flow("slow", "\nsteps:\n  pause: {wait: {for: 700ms}}\n");
        house.open(resuming());
        const auto started = house.start("slow");
        QVERIFY(house.until([&] { return house.logged("flow_started") || !house.lines.empty(); }));
        house.close();
        house.open(resuming());
        const auto record = house.end(started->id);
        BATUTA_VERIFY_OK(record);
        QVERIFY(record->duration >= std::chrono::milliseconds(690));
        QVERIFY(record->duration < std::chrono::milliseconds(1'350));
    }

    void childrenAreFoundAgain()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.functions.hold("/second");
        house.flow("parent", "\nsteps:\n  child: {flow: {name: chain}}\n");
        house.open(resuming());
        const auto started = house.start("parent");
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        house.close();
        house.functions.answer("/second", 200);
        house.open(resuming());
        QCOMPARE(tests::statusesOf(house.end(started->id)), "child=success");
        QCOMPARE(house.functions.calls("/first"), 1);
    }

    void itemsThatAreDoneAreNotDoneAgain()
    {
        net::Loop loop;
        tests::House house(loop);
        house.function("FIRST", "/item");
        int calls = 0;
        house.functions.answer("/item", [&](const net::ServerRequest &) {
            net::ServerResponse response;
            response.body = std::to_string(++calls);
            return response;
        });
        house.flow("each", R"(
steps:
  all:
    foreach: {items: [a, b, c, d], as: letter, max_parallel: 2}
    http: {method: POST, url: "${{ env.FIRST }}", json: {letter: "${{ letter }}"}}
output: {numbers: "${{ steps.all.output }}"}
)");
        house.open(resuming());
        auto record = house.run("each");
        BATUTA_VERIFY_OK(record);
        QCOMPARE(tests::statusesOf(record), "all=success");
        QCOMPARE(record->output["numbers"].asArray().size(), 4u);
        QCOMPARE(calls, 4);
        house.functions.hold("/item");
        const auto started = house.start("each");
        QVERIFY(house.until([&] { return house.functions.held() == 2; }));
        house.functions.release();
        QVERIFY(
            house.until([&] { return house.functions.held() == 2 && house.functions.calls("/item") == 8; }));
        house.close();
        house.functions.answer("/item", 200, "7");
        house.open(resuming());
        record = house.end(started->id);
        BATUTA_VERIFY_OK(record);
        QCOMPARE(tests::statusesOf(record), "all=success");
        QCOMPARE(house.functions.calls("/item"), 10); // only the two that were under way
    }

    void pausesHoldsAndRepeats()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.functions.hold("/first");
        house.open(resuming());
        const auto started = house.start("chain");
        const std::string id = started->id.value;
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        const json::Value breakpoint = json::Object{{"steps", json::Object{{"second", nullptr}}}};
        BATUTA_VERIFY_OK(act(house, {"breakpoints", id, {}, breakpoint, "look", {}}));
        BATUTA_VERIFY_OK(act(house, {"pause", id, {}, {}, "", {}}));
        QCOMPARE(act(house, {"pause", id, {}, {}, "", {}}).error().code, ErrorCode::ActRefused);
        QCOMPARE(act(house, {"dance", id, {}, {}, "", {}}).error().code, ErrorCode::ActUnknown);
        BATUTA_VERIFY_OK(act(house, {"resume", id, {}, {}, "", {}}));
        house.functions.release(500);
        auto record = house.end(started->id);
        QCOMPARE(tests::statusesOf(record), "first=failed second=skipped");
        house.functions.answer("/first", 200, R"({"a": 1})");
        house.functions.answer("/second", 500);
        const auto again = act(house, {"rerun", id, {}, {}, "", {}});
        BATUTA_VERIFY_OK(again);
        record = house.end(ExecutionId((*again)["execution_id"].asString()));
        QCOMPARE(tests::statusesOf(record), "first=success second=failed");
        QCOMPARE(record->origin, id);
        house.functions.answer("/second", 200);
        const int before = house.functions.calls("/first");
        const auto third = act(house, {"rerun", record->id, {}, {}, "", {}});
        BATUTA_VERIFY_OK(third);
        record = house.end(ExecutionId((*third)["execution_id"].asString()));
        QCOMPARE(tests::statusesOf(record), "first=success second=success");
        QCOMPARE(house.functions.calls("/first"), before); // pinned to what it gave
        QVERIFY(house.functions.last("/second").body.find("\"a\"") != std::string::npos);
    }

    void anOpenBreakerCallsNobody()
    {
        net::Loop loop;
        tests::House house(loop);
        house.function("FIRST", "/first");
        house.functions.answer("/first", 500);
        house.flow("fragile", R"(
steps:
  a: {http: {url: "${{ env.FIRST }}"}, breaker: {failures: 2, open: 60s}}
)");
        house.open();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(tests::statusesOf(house.run("fragile")), "a=failed");
        QCOMPARE(house.functions.calls("/first"), 2);
        const auto record = house.run("fragile");
        QCOMPARE(tests::stepOf(*record, "a").reason.substr(0, 10), std::string("Not called"));
    }

    void aPersonApproves()
    {
        net::Loop loop;
        tests::House house(loop);
        house.flow("gate",
                   "\nsteps:\n  ask: {approval: {role: manager}}\n  after: {needs: [ask], set: {x: 1}}\n");
        house.open(resuming());
        const auto started = house.start("gate");
        BATUTA_VERIFY_OK(started);
        const auto status = std::make_shared<std::string>();
        const auto isAsking = [&] {
            house.engine->execution(started->id, [status](const auto &record) {
                *status = record ? tests::stepOf(*record, "ask").status : std::string();
            });
            return *status == "running";
        };
        QVERIFY(house.until(isAsking));
        house.close();
        status->clear();
        house.open(resuming());
        QVERIFY(house.until(isAsking));
        const json::Value yes = json::Object{{"approved", true}, {"comment", "fine"}};
        BATUTA_VERIFY_OK(act(house, {"answer", started->id.value, "ask", yes, "", {}}));
        QCOMPARE(tests::statusesOf(house.end(started->id)), "ask=success after=success");
    }
};

QTEST_GUILESS_MAIN(TstDurable)
#include "tst_durable.moc"
