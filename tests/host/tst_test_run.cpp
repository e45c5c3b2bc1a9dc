// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What is on the screen of the editor runs: drafts, breakpoints from the first step on.
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using tests::act;
using tests::begin;
using tests::eventually;
using tests::recordOf;
using tests::resuming;

namespace {

constexpr const char *kPublished = R"(
idempotency: {key: "${{ input.user }}", window: 300s, on_repeat: reject}
input: {type: object, properties: {user: {type: string}}}
steps:
  a: {http: {method: POST, url: "${{ env.A }}", json: {n: 1}}}
)";

const std::string kDraft = R"(batuta: 1
name: one
idempotency: {key: "${{ input.user }}", window: 300s, on_repeat: reject}
input: {type: object, properties: {user: {type: string}}}
steps:
  a: {http: {method: POST, url: "${{ env.A }}", json: {n: 2}}}
  b: {needs: [a], http: {method: POST, url: "${{ env.B }}", json: "${{ steps.a.output }}"}}
)";

void build(tests::House &house)
{
    house.function("A", "/a");
    house.function("B", "/b");
    house.flow("one", kPublished);
}

client::StartExecution draft(const std::string &text = kDraft)
{
    client::StartExecution command;
    command.flow = FlowName("one");
    command.text = text;
    command.input = json::Object{{"user", "u1"}};
    return command;
}

std::string replaced(std::string text, const std::string &what, const std::string &with)
{
    return text.replace(text.find(what), what.size(), with);
}

QString statusOf(tests::House &house, const ExecutionId &id, const std::string &step)
{
    const auto record = recordOf(house, id);
    return record ? QString::fromStdString(tests::stepOf(*record, step).status) : QString();
}

} // namespace

class TstTestRun : public QObject
{
    Q_OBJECT
private slots:
    void whatIsOnTheScreenRuns()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        const auto started = begin(house, draft());
        BATUTA_VERIFY_OK(started);
        const auto record = house.end(started->id);
        QCOMPARE(tests::statusesOf(record), "a=success b=success");
        QCOMPARE(record->trigger, std::string("editor"));
        QCOMPARE(record->flow, std::string("one"));
        QVERIFY(record->flowVersion != house.engine->library().find(FlowName("one"))->version);
        QCOMPARE(house.functions.last("/a").body, std::string(R"({"n":2})"));
        // The library knows nothing of it.
        QCOMPARE(house.engine->library().find(FlowName("one"))->steps.size(), std::size_t(1));
        const auto published = begin(house, "one", json::Object{{"user", "u2"}});
        QCOMPARE(tests::statusesOf(house.end(published->id)), "a=success");
    }

    void aFlowThatIsNotThereYetRuns()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        client::StartExecution command = draft(replaced(kDraft, "name: one", "name: new_one"));
        command.flow = FlowName("new_one");
        const auto record = house.run(command);
        QCOMPARE(tests::statusesOf(record), "a=success b=success");
        QCOMPARE(record->flow, std::string("new_one"));
        QVERIFY(!house.engine->library().find(FlowName("new_one")));
    }

    void noWindowHearsOfATest()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        QCOMPARE(tests::statusesOf(house.run(draft())), "a=success b=success");
        QCOMPARE(tests::statusesOf(house.run(draft())), "a=success b=success"); // not a repetition, either
        BATUTA_VERIFY_OK(begin(house, "one", json::Object{{"user", "u1"}}));
        BATUTA_VERIFY_ERROR(begin(house, "one", json::Object{{"user", "u1"}}), ErrorCode::DuplicateRequest);
        QCOMPARE(tests::statusesOf(house.run(draft())), "a=success b=success");
    }

    void problemsAreThoseOfAFile_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("line");
        QTest::newRow("a key that is none") << "needs: [a]"
                                            << "neds: [a]" << int(ErrorCode::FlowUnknownKey) << 7;
        QTest::newRow("a step that is none") << "needs: [a]"
                                             << "needs: [x]" << int(ErrorCode::FlowUnknownStep) << 7;
        QTest::newRow("a flow that is none") << "http: {method: POST, url: \"${{ env.A }}\", json: {n: 2}}"
                                             << "flow: {name: nobody}" << int(ErrorCode::FlowUnknown) << 6;
        QTest::newRow("a call of itself") << "http: {method: POST, url: \"${{ env.A }}\", json: {n: 2}}"
                                          << "flow: {name: one}" << int(ErrorCode::FlowCycle) << 6;
    }
    void problemsAreThoseOfAFile()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, code);
        QFETCH(int, line);
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        const auto refused = begin(house, draft(replaced(kDraft, from.toStdString(), to.toStdString())));
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().code), code);
        QCOMPARE(refused.error().place.line, line);
        QVERIFY(refused.error().place.file.ends_with("flows/test/one.yaml"));
        QCOMPARE(house.engine->running(), 0);
    }

    void aTextThatIsTooLongIsRefused()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        const auto refused = begin(house, draft(kDraft + std::string(1u << 20, '#')));
        BATUTA_VERIFY_ERROR(refused, ErrorCode::FileTooLarge);
    }

    void goesOnAfterTheEngineDied()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.functions.hold("/b");
        house.open(resuming());
        client::StartExecution command = draft();
        command.faults = json::Object{{"b", json::Object{{"duplicate", true}}}};
        const auto started = begin(house, command);
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        house.close();
        house.functions.answer("/b", 200);
        house.open(resuming());
        const auto record = house.end(started->id);
        QCOMPARE(tests::statusesOf(record), "a=success b=success");
        QCOMPARE(record->trigger, std::string("editor"));
        QCOMPARE(house.functions.calls("/a"), 1);
        QCOMPARE(house.functions.calls("/b"), 3); // the fault is still there
    }

    void aTestPutsNobodyOut()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        const std::string limit = "concurrency: {limit: 1, when_full: cancel_oldest}\n";
        house.flow("one", limit + "input: {type: object}\nsteps:\n  a: {http: {url: \"${{ env.A }}\"}}\n");
        house.functions.hold("/a");
        house.open(resuming());
        const auto real = begin(house, "one", json::Object{});
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        const auto refused = begin(house, draft(replaced(kDraft, "steps:", limit + "steps:")));
        BATUTA_VERIFY_ERROR(refused, ErrorCode::FlowFull);
        house.functions.release();
        QCOMPARE(tests::statusesOf(house.end(real->id)), "a=success");
    }

    void aTestTakesItsPlace()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        const std::string limit = "concurrency: {limit: 1, when_full: reject}\n";
        house.flow("one", limit + "input: {type: object}\nsteps:\n  a: {http: {url: \"${{ env.A }}\"}}\n");
        house.functions.hold("/a");
        house.open(resuming());
        const auto test = begin(house, draft(replaced(kDraft, "steps:", limit + "steps:")));
        BATUTA_VERIFY_OK(test);
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        BATUTA_VERIFY_ERROR(begin(house, "one", json::Object{}), ErrorCode::FlowFull);
        house.functions.answer("/a", 200);
        house.functions.release();
        QCOMPARE(tests::statusesOf(house.end(test->id)), "a=success b=success");
    }

    void runsOneStepWithGivenData()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        client::StartExecution command = draft();
        command.part = json::Object{{"only", "b"}, {"pins", json::Object{{"a", json::Object{{"n", 7}}}}}};
        const auto record = house.run(command);
        QCOMPARE(tests::statusesOf(record), "a=success b=success");
        QCOMPARE(house.functions.calls("/a"), 0);
        QCOMPARE(house.functions.last("/b").body, std::string(R"({"n":7})"));
        QVERIFY(tests::stepOf(*record, "a").reason.find("given by hand") != std::string::npos);
    }

    /// An expression may look further back than at what its step needs directly.
    void whatIsGivenIsSeenFromFarAway()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        client::StartExecution command =
            draft(kDraft + "  c: {needs: [b], set: {n: \"${{ steps.a.output.n }}\"}}\n");
        const json::Value seven = json::Object{{"n", 7}};
        command.part =
            json::Object{{"only", "c"}, {"pins", json::Object{{"a", seven}, {"b", json::Object{}}}}};
        const auto record = house.run(command);
        QCOMPARE(tests::statusesOf(record), "a=success b=success c=success");
        QCOMPARE(tests::stepOf(*record, "c").output, std::string(R"({"n":7})"));
        QCOMPARE(house.functions.paths().size(), std::size_t(0));
    }

    void holdsAtTheFirstStep()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        client::StartExecution command = draft();
        command.breakpoints = json::Object{{"steps", json::Object{{"a", nullptr}}}, {"stepping", false}};
        const auto started = begin(house, command);
        BATUTA_VERIFY_OK(started);
        QVERIFY(eventually(house, [&] { return statusOf(house, started->id, "a") == "held"; }));
        QCOMPARE(house.functions.calls("/a"), 0);
        house.close(); // it is still held when the next engine has it
        house.open(resuming());
        QCOMPARE(statusOf(house, started->id, "a"), QString("held"));
        const json::Value stepping = json::Object{{"stepping", true}};
        BATUTA_VERIFY_OK(act(house, {"release", started->id.value, "a", stepping, {}, {}}));
        QVERIFY(eventually(house, [&] { return statusOf(house, started->id, "b") == "held"; }));
        QCOMPARE(house.functions.calls("/b"), 0);
        const json::Value on = json::Object{{"stepping", false}};
        BATUTA_VERIFY_OK(act(house, {"release", started->id.value, "b", on, {}, {}}));
        QCOMPARE(tests::statusesOf(house.end(started->id)), "a=success b=success");
    }

    void breakpointsThatCannotHoldAreRefused()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        client::StartExecution command = draft();
        command.breakpoints = json::Object{{"steps", json::Object{{"nobody", nullptr}}}};
        BATUTA_VERIFY_ERROR(begin(house, command), ErrorCode::ActRefused);
        QCOMPARE(house.engine->running(), 0);
    }

    void aRepeatedTestIsATest()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        const auto first = begin(house, draft());
        BATUTA_VERIFY_OK(house.end(first->id));
        const auto again = act(house, {"rerun", first->id.value, "b", json::Object{}, {}, {}});
        BATUTA_VERIFY_OK(again);
        const auto record = house.end(ExecutionId((*again)["execution_id"].asString()));
        QCOMPARE(record->trigger, std::string("editor"));
        QCOMPARE(tests::statusesOf(record), "a=success b=success");
        QCOMPARE(house.functions.calls("/a"), 1);
    }

    void aPreviewShowsTheDraft()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        std::size_t planned = 0;
        house.engine->preview(draft(), [&](auto plan) { planned = plan ? plan->steps.size() : 0; });
        QCOMPARE(planned, std::size_t(2));
        ErrorCode code{};
        house.engine->preview(draft("batuta: 1"), [&](auto plan) { code = plan.error().code; });
        QCOMPARE(int(code), int(ErrorCode::FlowMissingKey));
    }
};

QTEST_GUILESS_MAIN(TstTestRun)
#include "tst_test_run.moc"
