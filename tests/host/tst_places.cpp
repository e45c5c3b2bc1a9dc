// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Executions among each other: limits of how many run at a time, and starts that repeat an earlier one.
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using tests::act;
using tests::begin;
using tests::recordOf;
using tests::resuming;

namespace {

void limited(tests::House &house, const std::string &concurrency)
{
    house.function("A", "/a");
    house.functions.hold("/a");
    house.flow("one",
               "input: {type: object, properties: {user: {type: string}}}\nconcurrency: " + concurrency +
                   "\nsteps:\n  a: {http: {method: POST, url: \"${{ env.A }}\", json: {user: \"${{ "
                   "input.user }}\"}}}\nfinally:\n  last: {log: over}\n");
}

std::string statusOf(tests::House &house, const ExecutionId &id)
{
    const auto record = recordOf(house, id);
    return record ? record->status : errorText(record.error());
}

std::size_t listed(tests::House &house, const std::string &status)
{
    std::optional<Result<client::ExecutionPage>> page;
    house.engine->executions({.status = status}, [&](auto found) { page = std::move(found); });
    if (!house.until([&] { return page.has_value(); }) || !*page)
        return 0;
    return (*page)->items.size();
}

json::Value user(const char *name)
{
    return json::Object{{"user", name}};
}

constexpr const char *kReused = R"(
input: {type: object, properties: {user: {type: string}}}
idempotency: {key: "${{ input.user }}", window: 300s, on_repeat: reuse}
steps:
  a: {http: {method: POST, url: "${{ env.A }}"}}
)";

} // namespace

class TstPlaces : public QObject
{
    Q_OBJECT
private slots:
    void othersWaitForTheirTurn()
    {
        net::Loop loop;
        tests::House house(loop);
        limited(house, "{limit: 1, key: \"${{ input.user }}\"}");
        house.open(resuming());
        const auto first = begin(house, "one", user("ana"));
        const auto second = begin(house, "one", user("ana"));
        const auto third = begin(house, "one", user("ana"));
        const auto other = begin(house, "one", user("rui"));
        BATUTA_VERIFY_OK(third);
        QVERIFY(house.until([&] { return house.functions.held() == 2; })); // ana's first, and rui's
        QCOMPARE(QString::fromStdString(statusOf(house, second->id)), "queued");
        QCOMPARE(QString::fromStdString(statusOf(house, other->id)), "running");
        QCOMPARE(listed(house, "queued"), 2u);
        QCOMPARE(listed(house, "running"), 4u); // what has not ended
        BATUTA_VERIFY_OK(act(house, {"pause", other->id.value, {}, {}, {}, {}}));
        QCOMPARE(listed(house, "paused"), 1u);
        BATUTA_VERIFY_OK(act(house, {"resume", other->id.value, {}, {}, {}, {}}));
        BATUTA_VERIFY_OK(act(house, client::cancelOf(second->id, {})));
        const auto cancelled = house.end(second->id);
        QCOMPARE(tests::statusesOf(cancelled),
                 "a=not_run last=not_run"); // nothing began, nothing to clean up
        house.functions.release();
        QCOMPARE(tests::statusesOf(house.end(first->id)), "a=success last=success");
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        QCOMPARE(house.functions.calls("/a"), 3);
        house.functions.release();
        QCOMPARE(tests::statusesOf(house.end(third->id)), "a=success last=success");
    }

    void theTurnOutlivesTheEngine()
    {
        net::Loop loop;
        tests::House house(loop);
        limited(house, "{limit: 1}");
        house.open(resuming());
        const auto first = begin(house, "one", user("1"));
        const auto second = begin(house, "one", user("2"));
        const auto third = begin(house, "one", user("3"));
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        house.close();
        house.open(resuming());
        QVERIFY(house.until([&] { return house.functions.calls("/a") == 2; })); // the first, called again
        const auto fourth = begin(house, "one", user("4"));
        QCOMPARE(QString::fromStdString(statusOf(house, fourth->id)), "queued");
        for (const ExecutionId &id : {first->id, second->id, third->id, fourth->id}) {
            QVERIFY(house.until([&] { return house.functions.held() > 0; }));
            QVERIFY(house.functions.last("/a").body.find(
                        "\"" + std::to_string(house.functions.calls("/a") - 1) + "\"") != std::string::npos);
            house.functions.release();
            QCOMPARE(tests::statusesOf(house.end(id)), "a=success last=success");
        }
        QCOMPARE(house.functions.calls("/a"), 5);
    }

    void aFullFlowRefuses()
    {
        net::Loop loop;
        tests::House house(loop);
        limited(house, "{limit: 2, when_full: reject}");
        house.open(resuming());
        BATUTA_VERIFY_OK(begin(house, "one", user("1")));
        BATUTA_VERIFY_OK(begin(house, "one", user("2")));
        BATUTA_VERIFY_ERROR(begin(house, "one", user("3")), ErrorCode::FlowFull);
        QVERIFY(house.until([&] { return house.functions.held() == 2; }));
        house.functions.release();
        QVERIFY(house.until([&] { return house.engine->running() == 0; }));
        BATUTA_VERIFY_OK(begin(house, "one", user("4")));
    }

    void theOldestMakesRoom()
    {
        net::Loop loop;
        tests::House house(loop);
        limited(house, "{limit: 1, when_full: cancel_oldest}");
        house.open(resuming());
        const auto first = begin(house, "one", user("1"));
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        const auto second = begin(house, "one", user("2"));
        const auto record = house.end(first->id);
        QCOMPARE(tests::statusesOf(record), "a=cancelled last=success");
        QVERIFY(record->error.find("made room for " + second->id.value) != std::string::npos);
        QVERIFY(house.until([&] { return house.functions.calls("/a") == 2; }));
        house.functions.release();
        QCOMPARE(tests::statusesOf(house.end(second->id)), "a=success last=success");
    }

    void aRepeatedStartIsAnsweredWithTheOneThatIsThere()
    {
        net::Loop loop;
        tests::House house(loop);
        house.function("A", "/a");
        house.functions.hold("/a");
        house.flow("one", kReused);
        house.open(resuming());
        const auto first = begin(house, "one", user("ana"));
        const auto again = begin(house, "one", user("ana"));
        const auto other = begin(house, "one", user("rui"));
        BATUTA_VERIFY_OK(again);
        QVERIFY(!first->isRepeat && again->isRepeat && !other->isRepeat);
        QCOMPARE(again->id.value, first->id.value);
        QVERIFY(house.until([&] { return house.functions.held() == 2; }));
        house.close();
        house.functions.answer("/a", 200);
        house.open(resuming());
        const auto later = begin(house, "one", user("ana")); // the window is not over
        QCOMPARE(later->id.value, first->id.value);
        QCOMPARE(tests::statusesOf(house.end(later->id)), "a=success");
        QCOMPARE(house.functions.calls("/a"), 4);
    }

    void anIdThatIsKnownIsNotRunAgain()
    {
        net::Loop loop;
        tests::House house(loop);
        house.function("A", "/a");
        house.flow("one", "steps:\n  a: {http: {url: \"${{ env.A }}\"}}\n");
        house.open(resuming());
        client::StartExecution command;
        command.flow = FlowName("one");
        command.input = json::Object{};
        command.id = "0190f5b2-1c7e-8d4a-9f10-3b5c7d9e1f20";
        const auto first = begin(house, command);
        QCOMPARE(first->id.value, command.id);
        BATUTA_VERIFY_OK(house.end(first->id));
        QVERIFY(begin(house, command)->isRepeat);
        house.close();
        house.open(resuming());
        QVERIFY(begin(house, command)->isRepeat);
        QCOMPARE(house.functions.calls("/a"), 1);
    }

    void aStoppedEngineLeavesWhatWaits()
    {
        net::Loop loop;
        tests::House house(loop);
        limited(house, "{limit: 1}");
        house.flow("gate", "steps:\n  ask: {approval: {}}\n");
        house.open(resuming());
        const auto asking = begin(house, "gate", json::Object{});
        const auto calling = begin(house, "one", user("1"));
        const auto queued = begin(house, "one", user("2"));
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        bool isDrained = false;
        ErrorCode told = ErrorCode::Internal;
        house.engine->waitForEnd(asking->id, [&](const auto &record) { told = record.error().code; });
        house.engine->drain(std::chrono::seconds(60), [&] { isDrained = true; });
        house.functions.release(); // what was called may end
        QVERIFY(house.until([&] { return isDrained; }));
        QCOMPARE(told, ErrorCode::EngineStopping);
        house.close();
        house.functions.answer("/a", 200);
        house.open(resuming());
        BATUTA_VERIFY_OK(
            act(house,
                {"answer", asking->id.value, "ask", json::Value(json::Object{{"approved", true}}), {}, {}}));
        QCOMPARE(tests::statusesOf(house.end(asking->id)), "ask=success");
        QCOMPARE(tests::statusesOf(house.end(calling->id)), "a=success last=success");
        QCOMPARE(tests::statusesOf(house.end(queued->id)), "a=success last=success");
    }
};

QTEST_GUILESS_MAIN(TstPlaces)
#include "tst_places.moc"
