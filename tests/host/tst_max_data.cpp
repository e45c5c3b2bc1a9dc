// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What the outputs of one execution may be together: the step that goes beyond it fails, and says so.
#include "engine/json/json.h"
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using tests::begin;
using tests::resuming;

namespace {

constexpr const char *kReason = "The outputs of the execution would be more than max_data, 10KiB";

constexpr const char *kChain = R"(
steps:
  a: {http: {url: "${{ env.BIG }}"}}
  b: {needs: [a], http: {url: "${{ env.BIG }}"}}
  c: {needs: [b], http: {url: "${{ env.BIG }}"}, retry: {attempts: 3, on: [connection, timeout, 5xx]}, on_failure: continue}
  d: {needs: [c], set: {x: "${{ steps.a.output.text }}"}, on_failure: continue}
  e: {needs: [d], set: {x: 1}}
output: {last: "${{ steps.e.output.x }}"}
)";

constexpr const char *kList = R"(
steps:
  each:
    foreach: {items: [1, 2, 3, 4], as: i, max_parallel: 1}
    http: {url: "${{ env.BIG }}"}
output: {all: "${{ steps.each.output }}"}
)";

std::string bigAnswer()
{
    return json::write(json::Object{{"text", std::string(4'000, 'x')}});
}

/// An engine whose executions may hold two answers of the function, not three.
host::EngineOptions narrow()
{
    host::EngineOptions options = resuming();
    options.maxData = 10 << 10;
    return options;
}

void build(tests::House &house, const char *flow)
{
    house.function("BIG", "/big");
    house.functions.answer("/big", 200, bigAnswer());
    house.flow("big", flow);
}

} // namespace

class TstMaxData : public QObject
{
    Q_OBJECT
private slots:
    void theStepThatIsTooMuchFails()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house, kChain);
        house.open(narrow());
        const auto record = house.run("big");
        QCOMPARE(tests::statusesOf(record), "a=success b=success c=failed d=failed e=success");
        QCOMPARE(tests::stepOf(*record, "c").reason, std::string(kReason));
        QCOMPARE(tests::stepOf(*record, "c").attempts, 1); // another attempt would be as much
        QCOMPARE(tests::stepOf(*record, "d").reason, std::string(kReason));
        QCOMPARE(house.functions.calls("/big"), 3);
    }

    void itemsAreWeighedOneByOne()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house, kList);
        house.open(narrow());
        const auto record = house.run("big");
        QCOMPARE(tests::statusesOf(record), "each=failed");
        const std::string reason = tests::stepOf(*record, "each").reason;
        QVERIFY2(reason.find(kReason) != std::string::npos, reason.c_str());
        QCOMPARE(house.functions.calls("/big"), 4); // the others are tried: they may be small
    }

    void nothingIsForgottenWithTheEngine()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house, kChain);
        house.function("WAITS", "/waits");
        house.functions.hold("/waits");
        house.flow("stops", R"(
steps:
  a: {http: {url: "${{ env.BIG }}"}}
  b: {needs: [a], http: {url: "${{ env.BIG }}"}}
  c: {needs: [b], http: {url: "${{ env.WAITS }}"}}
output: {a: "${{ steps.a.output }}"}
)");
        house.open(narrow());
        const auto started = begin(house, "stops", json::Object{});
        BATUTA_VERIFY_OK(started);
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        house.close();
        house.functions.answer("/waits", 200, bigAnswer());
        house.open(narrow());
        const auto record = house.end(started->id);
        QCOMPARE(tests::statusesOf(record), "a=success b=success c=failed");
        QCOMPARE(tests::stepOf(*record, "c").reason, std::string(kReason));
    }

    void withinTheLimitNothingIsSaid()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house, kChain);
        house.open(resuming()); // 64 MiB
        QCOMPARE(tests::statusesOf(house.run("big")), "a=success b=success c=success d=success e=success");
    }
};

QTEST_GUILESS_MAIN(TstMaxData)
#include "tst_max_data.moc"
