// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/host/acting.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// The events of an execution: complete, in order, the same live and from the history.
class TstEvents : public QObject
{
    Q_OBJECT

private slots:
    void tellAnExecutionFromStartToEnd();
    void areTheSameLiveAndFromTheHistory();
    void canBeAskedFromASequenceOn();
    void areNotSentToWhoHasLeft();
    void comeInBatches();
    void theSnapshotOfARunningExecutionIsCurrent();

private:
    static QString told(const std::vector<client::EventRecord> &events)
    {
        QString text;
        for (const client::EventRecord &event : events)
            text += QString(text.isEmpty() ? "" : " ") + event.kind.c_str() +
                    (event.step.empty() ? QString() : ":" + shown(event.step));
        return text;
    }
};

namespace {

const char kFlow[] = R"(defaults: {on_failure: continue}
steps:
  a: {set: {x: 1}}
  b: {needs: [a], http: {url: "${{ env.B_URL }}"}, retry: {attempts: 2, on: [5xx], backoff: {first: 1ms, max: 1ms}}}
  c: {needs: [b], skip: [{if: true, reason: always}], set: {x: 2}}
)";
const char kTold[] =
    "execution_started step_started:a step_ended:a step_started:b step_retry:b step_started:b "
    "step_ended:b step_ended:c execution_ended";

void build(tests::House &house)
{
    house.function("B_URL", "/b");
    house.functions.answer("/b", 503);
    house.flow("one", kFlow);
    house.open();
}

} // namespace

void TstEvents::tellAnExecutionFromStartToEnd()
{
    net::Loop loop;
    tests::House house(loop);
    build(house);
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    const auto events = house.events(ExecutionId(record->id));
    QCOMPARE(told(events), kTold);
    std::int64_t sequence = 0;
    WallTime before{};
    for (const client::EventRecord &event : events) {
        QCOMPARE(event.sequence, ++sequence);
        QCOMPARE(shown(event.execution), shown(record->id));
        QVERIFY(event.at >= before);
        before = event.at;
    }
    QCOMPARE(shown(events[6].data["reason"].asString()), "HTTP 503");
    QCOMPARE(events[6].data["attempts"].asInteger(), 2);
    QCOMPARE(shown(events[7].data["reason"].asString()), "Skipped: always");
    QCOMPARE(shown(events[8].data["status"].asString()), "failed");
}

void TstEvents::areTheSameLiveAndFromTheHistory()
{
    net::Loop loop;
    tests::House house(loop);
    build(house);
    std::vector<client::EventRecord> live;
    const auto listening = house.engine->subscribe([&](const client::EventBatch &batch) {
        live.insert(live.end(), batch.events.begin(), batch.events.end());
    });
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    QVERIFY(house.until([&] { return !live.empty() && live.back().kind == "execution_ended"; }));
    QVERIFY(live == house.events(ExecutionId(record->id)));
}

void TstEvents::canBeAskedFromASequenceOn()
{
    net::Loop loop;
    tests::House house(loop);
    build(house);
    const auto started = house.start("one");
    BATUTA_VERIFY_OK(started);
    QVERIFY(tests::eventually(house, [&] { return house.events(started->id).size() > 3; }));
    const auto record = house.end(started->id);
    BATUTA_VERIFY_OK(record);
    const ExecutionId id(record->id);
    QCOMPARE(house.events(id, 7).size(), std::size_t{2});
    QCOMPARE(house.events(id, 7).front().sequence, std::int64_t{8});
    QCOMPARE(house.events(id, 9).size(), std::size_t{0});
    QCOMPARE(house.events(id, 1'000'000).size(), std::size_t{0});
    QCOMPARE(house.events(ExecutionId("00000000-0000-4000-8000-000000000000")).size(), std::size_t{0});
}

void TstEvents::areNotSentToWhoHasLeft()
{
    net::Loop loop;
    tests::House house(loop);
    build(house);
    int first = 0;
    int second = 0;
    auto leaving = house.engine->subscribe([&](const client::EventBatch &) { ++first; });
    const auto staying = house.engine->subscribe([&](const client::EventBatch &) {
        ++second;
        leaving.reset(); // one listener may send another away
    });
    {
        const auto once = house.run("one");
        BATUTA_VERIFY_OK(once);
    }
    QVERIFY(house.until([&] { return second > 0; }));
    const int seen = first;
    {
        const auto once = house.run("one");
        BATUTA_VERIFY_OK(once);
    }
    QVERIFY(house.until([&] { return second > 1; }));
    QCOMPARE(first, seen);
}

void TstEvents::comeInBatches()
{
    net::Loop loop;
    tests::House house(loop);
    std::string steps;
    for (int i = 0; i < 200; ++i)
        steps += "  s" + std::to_string(i) + ": {set: {x: 1}}\n";
    house.flow("many", "steps:\n" + steps);
    house.open();
    std::size_t events = 0;
    int batches = 0;
    bool ended = false;
    const auto listening = house.engine->subscribe([&](const client::EventBatch &batch) {
        ++batches;
        events += batch.events.size();
        ended = batch.events.back().kind == "execution_ended";
    });
    {
        const auto once = house.run("many");
        BATUTA_VERIFY_OK(once);
    }
    QVERIFY(house.until([&] { return ended; }));
    QCOMPARE(events, std::size_t{402});
    QVERIFY2(batches < 40, "far fewer batches than events");
}

void TstEvents::theSnapshotOfARunningExecutionIsCurrent()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("B_URL", "/b");
    house.functions.hold("/b");
    house.flow("one", kFlow);
    house.open();
    const auto started = house.start("one");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.functions.held() == 1; }));
    client::ExecutionRecord snapshot;
    house.engine->execution(started->id, [&](const auto &record) { snapshot = *record; });
    QCOMPARE(shown(snapshot.status), "running");
    QCOMPARE(tests::statusesOf(snapshot), "a=success b=running c=pending");
    QVERIFY(snapshot.duration > Duration{});
    QVERIFY(house.engine->isRunning(started->id));
    house.functions.release();
    QCOMPARE(tests::statusesOf(house.end(started->id)), "a=success b=success c=skipped");
    QVERIFY(!house.engine->isRunning(started->id));
}

QTEST_APPLESS_MAIN(TstEvents)
#include "tst_events.moc"
