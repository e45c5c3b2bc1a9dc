// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Breakers and rate limits with one name are one, whichever flow or execution calls.
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include <QDeadlineTimer>
#include <QTest>

#include <vector>

using namespace batuta;
using tests::begin;

namespace {

/// Two flows whose calls share what `policy` says.
void twoFlows(tests::House &house, const std::string &policy)
{
    house.function("BANK", "/bank");
    for (const char *name : {"pays", "asks"})
        house.flow(name,
                   "steps:\n  call: {http: {method: POST, url: \"${{ env.BANK }}\"}, " + policy + "}\n");
    house.open();
}

std::string reasonOf(const Result<client::ExecutionRecord> &record)
{
    return record ? tests::stepOf(*record, "call").reason : errorText(record.error());
}

} // namespace

class TstSharedPolicies : public QObject
{
    Q_OBJECT
private slots:
    void aBreakerOpensForAllAndLetsOneProbeThrough()
    {
        net::Loop loop;
        tests::House house(loop);
        twoFlows(house, "breaker: {name: bank, failures: 2, open: 500ms, probes: 1}");
        house.functions.answer("/bank", 500);
        QCOMPARE(reasonOf(house.run("pays")), std::string("HTTP 500"));
        QCOMPARE(reasonOf(house.run("asks")), std::string("HTTP 500"));
        for (const char *flow : {"pays", "asks"})
            QCOMPARE(reasonOf(house.run(flow)), std::string("Not called: the breaker bank is open"));
        QCOMPARE(house.functions.calls("/bank"), 2);

        const QDeadlineTimer open(550);
        QVERIFY(house.until([&] { return open.hasExpired(); }));
        house.functions.hold("/bank");
        const auto probe = begin(house, "pays", json::Object{});
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        for (int i = 0; i < 3; ++i) // half-open: the others go on being refused
            QCOMPARE(reasonOf(house.run("asks")), std::string("Not called: the breaker bank is open"));
        QCOMPARE(house.functions.calls("/bank"), 3);
        house.functions.release();
        QCOMPARE(tests::statusesOf(house.end(probe->id)), "call=success");
        house.functions.answer("/bank", 200);
        for (const char *flow : {"pays", "asks"}) // closed
            QCOMPARE(tests::statusesOf(house.run(flow)), "call=success");
    }

    void aRateHoldsAmongAllExecutions()
    {
        constexpr auto kPer = std::chrono::milliseconds(300);
        constexpr auto kJitter = std::chrono::milliseconds(60); ///< of the way to the function
        net::Loop loop;
        tests::House house(loop);
        std::vector<SteadyTime> times;
        house.functions.answer("/bank", [&](const net::ServerRequest &) {
            times.push_back(house.clock.steady());
            return net::ServerResponse{200, "application/json", "{}", {}};
        });
        twoFlows(house, "rate_limit: {name: bank, limit: 2, per: 300ms}");
        std::vector<ExecutionId> ids;
        for (int i = 0; i < 5; ++i)
            ids.push_back(begin(house, i % 2 == 0 ? "pays" : "asks", json::Object{})->id);
        for (const ExecutionId &id : ids)
            QCOMPARE(tests::statusesOf(house.end(id)), "call=success");
        QCOMPARE(times.size(), 5u);
        for (std::size_t i = 2; i < times.size(); ++i)
            QVERIFY(times[i] - times[i - 2] >= kPer - kJitter);
    }
};

QTEST_GUILESS_MAIN(TstSharedPolicies)
#include "tst_shared_policies.moc"
