// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/host/house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// One execution from its start to its record: order, parallel work, failures, abort, deadline and cancel.
class TstExecution : public QObject
{
    Q_OBJECT

private slots:
    void runsStepsInTheOrderOfTheirNeeds();
    void aConditionSeesTheStepThatJustEnded();
    void independentStepsRunTogether();
    void maxParallelOneKeepsTheOrderOfTheFile();
    void aCallersMaxParallelWins();
    void aFailureSkipsDependantsByDefault();
    void aFailureMayBeToleratedOrAbort_data();
    void aFailureMayBeToleratedOrAbort();
    void aCriticalErrorStopsWhatHasNotBegun();
    void theDeadlineEndsWhatStillRuns();
    void aDeadlineThatIsOverDoesNotEndTwice();
    void cancelStopsRunningSteps();
    void cancelOfAnEndedExecutionIsRefused();
    void keepsWhatItWasStartedWith();
    void refusesAnUnknownFlow();
    void refusesAnInputThatDoesNotFit();
    void fillsDefaultsOfTheInput();
    void theOutputIsTheFlows();
};

void TstExecution::runsStepsInTheOrderOfTheirNeeds()
{
    net::Loop loop;
    tests::House house(loop);
    for (const char *name : {"a", "b", "c"})
        house.function(std::string(name) + "_URL", std::string("/") + name);
    house.flow("three", R"(steps:
  c: {needs: [b], http: {url: "${{ env.c_URL }}"}}
  a: {http: {url: "${{ env.a_URL }}"}}
  b: {needs: [a], http: {url: "${{ env.b_URL }}"}}
)");
    house.open();
    const auto record = house.run("three");
    QCOMPARE(tests::statusesOf(record), "c=success a=success b=success");
    const std::vector<std::string> order{"/a", "/b", "/c"};
    QVERIFY(house.functions.paths() == order);
    QVERIFY(tests::stepOf(*record, "a").endedAt <= tests::stepOf(*record, "b").startedAt);
    QVERIFY(record->startedAt <= tests::stepOf(*record, "a").startedAt);
    QVERIFY(record->endedAt >= tests::stepOf(*record, "c").endedAt);
    QCOMPARE(shown(record->status), "success");
    QVERIFY(record->error.empty());
}

void TstExecution::aConditionSeesTheStepThatJustEnded()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("gates", R"(steps:
  look: {set: {ok: false}}
  ask: {needs: [look], if: "!steps.look.output.ok && steps.look.status == 'success'", log: hi}
  pass: {needs: [look], if: "steps.look.output.ok", log: hi}
  spared: {needs: [look], skip: [{if: "!steps.look.output.ok", reason: no}], log: hi}
  after: {needs: [pass], if: "always() && steps.pass.status == 'skipped'", log: hi}
)");
    house.open();
    QCOMPARE(tests::statusesOf(house.run("gates")),
             "look=success ask=success pass=skipped spared=skipped after=success");
}

namespace {

const char kTwoAndOne[] = R"(steps:
  a: {http: {url: "${{ env.A_URL }}"}}
  b: {http: {url: "${{ env.B_URL }}"}}
  c: {needs: [a, b], http: {url: "${{ env.C_URL }}"}}
)";

void holdAll(tests::House &house)
{
    for (const char *name : {"A", "B", "C"}) {
        house.function(std::string(name) + "_URL", std::string("/") + name);
        house.functions.hold(std::string("/") + name);
    }
}

} // namespace

void TstExecution::independentStepsRunTogether()
{
    net::Loop loop;
    tests::House house(loop);
    holdAll(house);
    house.flow("three", kTwoAndOne);
    house.open();
    const auto started = house.start("three");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.functions.held() == 2; }));
    QCOMPARE(house.functions.calls("/C"), 0);
    house.functions.release();
    QVERIFY(house.until([&] { return house.functions.held() == 1; }));
    QCOMPARE(house.functions.calls("/C"), 1);
    house.functions.release();
    QCOMPARE(tests::statusesOf(house.end(started->id)), "a=success b=success c=success");
}

void TstExecution::maxParallelOneKeepsTheOrderOfTheFile()
{
    net::Loop loop;
    tests::House house(loop);
    holdAll(house);
    house.flow("three", std::string("max_parallel: 1\n") + kTwoAndOne);
    house.open();
    const auto started = house.start("three");
    BATUTA_VERIFY_OK(started);
    for (const char *path : {"/A", "/B", "/C"}) {
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        QCOMPARE(shown(house.functions.paths().back()), path);
        house.functions.release();
    }
    QCOMPARE(tests::statusesOf(house.end(started->id)), "a=success b=success c=success");
}

void TstExecution::aCallersMaxParallelWins()
{
    net::Loop loop;
    tests::House house(loop);
    holdAll(house);
    house.flow("three", kTwoAndOne);
    house.open();
    client::StartExecution command;
    command.flow = FlowName("three");
    command.input = json::Object{};
    command.maxParallel = 1;
    const auto started = house.engine->startNow(command);
    BATUTA_VERIFY_OK(started);
    for (int calls = 1; calls <= 3; ++calls) {
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        QCOMPARE(static_cast<int>(house.functions.paths().size()), calls);
        house.functions.release();
    }
    {
        const auto once = house.end(started->id);
        BATUTA_VERIFY_OK(once);
    }
}

void TstExecution::aFailureSkipsDependantsByDefault()
{
    net::Loop loop;
    tests::House house(loop);
    house.functions.answer("/A", 500);
    for (const char *name : {"A", "B", "C"})
        house.function(std::string(name) + "_URL", std::string("/") + name);
    house.flow("three", kTwoAndOne);
    house.open();
    const auto record = house.run("three");
    QCOMPARE(tests::statusesOf(record), "a=failed b=success c=skipped");
    QCOMPARE(shown(tests::stepOf(*record, "c").reason), "Needs a, which did not succeed");
    QCOMPARE(shown(record->status), "failed");
    QCOMPARE(shown(record->error), "a: HTTP 500");
}

void TstExecution::aFailureMayBeToleratedOrAbort_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("statuses");
    QTest::newRow("continue") << "continue"
                              << "a=failed b=success c=success";
    QTest::newRow("skip_dependents") << "skip_dependents"
                                     << "a=failed b=skipped c=success";
    QTest::newRow("abort") << "abort"
                           << "a=failed b=not_run c=cancelled";
}

void TstExecution::aFailureMayBeToleratedOrAbort()
{
    QFETCH(QString, policy);
    net::Loop loop;
    tests::House house(loop);
    house.function("A_URL", "/A");
    house.functions.answer("/A", 500);
    house.flow("three", "steps:\n  a: {http: {url: \"${{ env.A_URL }}\"}, on_failure: " +
                            policy.toStdString() + "}\n  b: {needs: [a], set: {x: 1}}\n  c: {wait: {for: " +
                            (policy == "abort" ? "1h" : "1ms") + "}}\n");
    house.open();
    const auto record = house.run("three");
    QTEST(tests::statusesOf(record), "statuses");
    QCOMPARE(shown(record->status), "failed");
}

void TstExecution::aCriticalErrorStopsWhatHasNotBegun()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("SLOW_URL", "/slow");
    house.flow("four", R"(max_parallel: 2
defaults: {on_failure: continue}
input: {type: object, properties: {text: {type: string}}}
steps:
  first: {set: {x: 1}}
  bad: {needs: [first], set: {x: "${{ fromJSON(input.text) }}"}}
  next: {needs: [bad], set: {x: 2}}
  last: {needs: [next], http: {url: "${{ env.SLOW_URL }}"}}
)");
    house.open();
    const auto record = house.run("four", json::Object{{"text", "{"}});
    QCOMPARE(tests::statusesOf(record), "first=success bad=critical_error next=not_run last=not_run");
    QCOMPARE(house.functions.calls("/slow"), 0);
    QCOMPARE(shown(record->status), "failed");
    QVERIFY2(record->error.starts_with("bad: "), record->error.c_str());
    QCOMPARE(shown(tests::stepOf(*record, "next").reason), "Aborted by bad");
}

void TstExecution::theDeadlineEndsWhatStillRuns()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("A_URL", "/A");
    house.functions.hold("/A");
    house.flow(
        "slow",
        "deadline: 90ms\nsteps:\n  a: {http: {url: \"${{ env.A_URL }}\"}}\n  b: {needs: [a], set: {x: 1}}\n");
    house.open();
    const auto record = house.run("slow");
    QCOMPARE(tests::statusesOf(record), "a=cancelled b=not_run");
    QCOMPARE(shown(record->status), "failed");
    QCOMPARE(shown(record->error), "Deadline of 90ms exceeded");
    QCOMPARE(shown(tests::stepOf(*record, "a").reason), "Deadline of 90ms exceeded");
    QVERIFY(record->duration >= std::chrono::milliseconds(90));
    QVERIFY(record->duration < std::chrono::seconds(5));
}

void TstExecution::aDeadlineThatIsOverDoesNotEndTwice()
{
    net::Loop loop;
    tests::House house(loop);
    // Ends just before its deadline, so that the deadline's timer comes while the record is being written.
    house.flow("close", "deadline: 20ms\nsteps:\n  nap: {wait: {for: 19ms}}\n");
    house.open();
    std::vector<ExecutionId> ids;
    for (int i = 0; i < 40; ++i) {
        const auto started = house.start("close");
        BATUTA_VERIFY_OK(started);
        ids.push_back(started->id);
    }
    for (const ExecutionId &id : ids) {
        const auto once = house.end(id);
        BATUTA_VERIFY_OK(once);
    }
    QVERIFY(house.until([&] { return house.engine->running() == 0; }));
    int ended = 0;
    for (const std::string &line : house.lines)
        ended += line.find("\"execution_end\"") == std::string::npos ? 0 : 1;
    QCOMPARE(ended, 40);
    QVERIFY2(house.engine->metrics().prometheusText().find("batuta_executions_running 0") !=
                 std::string::npos,
             "each end is counted once");
}

void TstExecution::cancelStopsRunningSteps()
{
    net::Loop loop;
    tests::House house(loop);
    holdAll(house);
    house.flow("three", kTwoAndOne);
    house.open();
    const auto started = house.start("three");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.functions.held() == 2; }));
    bool asked = false;
    house.engine->act(client::cancelOf(started->id, {"ana", {"*"}}),
                      [&](const Result<json::Value> &result) { asked = result.has_value(); });
    QVERIFY(house.until([&] { return asked; }));
    const auto record = house.end(started->id);
    QCOMPARE(tests::statusesOf(record), "a=cancelled b=cancelled c=not_run");
    QCOMPARE(shown(record->status), "cancelled");
    QCOMPARE(shown(tests::stepOf(*record, "a").reason), "Cancelled on request");
}

void TstExecution::cancelOfAnEndedExecutionIsRefused()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", "steps:\n  a: {set: {x: 1}}\n");
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    std::optional<Result<json::Value>> told;
    const auto keep = [&](Result<json::Value> result) { told = std::move(result); };
    house.engine->act(client::cancelOf(ExecutionId(record->id), {"ana", {"*"}}), keep);
    QVERIFY(house.until([&] { return told.has_value(); }));
    BATUTA_VERIFY_ERROR(*told, ErrorCode::ExecutionEnded);
    told.reset();
    house.engine->act(client::cancelOf(ExecutionId("00000000-0000-4000-8000-000000000000"), {"ana", {"*"}}),
                      keep);
    QVERIFY(house.until([&] { return told.has_value(); }));
    BATUTA_VERIFY_ERROR(*told, ErrorCode::ExecutionUnknown);
}

void TstExecution::keepsWhatItWasStartedWith()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one",
               "input: {type: object, properties: {user_id: {type: string}, session_id: {type: string}}}\n"
               "steps:\n  a: {set: {id: \"${{ execution.id }}\", flow: \"${{ flow.name }}\", how: \"${{ "
               "trigger.kind }}\"}}\n");
    house.open();
    client::StartExecution command;
    command.flow = FlowName("one");
    command.input = json::Object{{"user_id", "u-1"}, {"session_id", "s-1"}};
    command.trigger = "cli";
    command.correlationId = "corr-1";
    const auto record = house.run(std::move(command));
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(record->flow), "one");
    QCOMPARE(record->flowVersion.size(), std::size_t{12});
    QCOMPARE(shown(record->trigger), "cli");
    QCOMPARE(shown(record->correlationId), "corr-1");
    QCOMPARE(shown(record->userId), "u-1");
    QCOMPARE(shown(record->sessionId), "s-1");
    QCOMPARE(shown(record->environment), "default");
    QCOMPARE(shown(tests::stepOf(*record, "a").output),
             shown(R"({"id":")" + record->id + R"(","flow":"one","how":"cli"})"));
}

void TstExecution::refusesAnUnknownFlow()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", "steps:\n  a: {set: {x: 1}}\n");
    house.open();
    {
        const auto once = house.run("two");
        BATUTA_VERIFY_ERROR(once, ErrorCode::FlowUnknown);
        QCOMPARE(once.error().detail, std::string());
    }
    client::StartExecution routed;
    routed.system = "test";
    routed.input = json::Object{};
    {
        const auto once = house.run(std::move(routed));
        BATUTA_VERIFY_ERROR(once, ErrorCode::RouteInvalid);
    }
}

void TstExecution::refusesAnInputThatDoesNotFit()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", "input: {type: object, required: [n], properties: {n: {type: integer, minimum: 1}}}\n"
                      "steps:\n  a: {set: {x: 1}}\n");
    house.open();
    for (const json::Value &input : {json::Value(json::Object{}), json::Value(json::Object{{"n", 0}}),
                                     json::Value(json::Object{{"n", "1"}}), json::Value(json::Array{}),
                                     json::Value("text"), json::Value()}) {
        const auto once = house.run("one", input);
        BATUTA_VERIFY_ERROR(once, ErrorCode::InputInvalid);
    }
    QCOMPARE(house.engine->running(), 0);
}

void TstExecution::fillsDefaultsOfTheInput()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one",
               "input: {type: object, properties: {n: {type: integer, default: 7}}}\nsteps:\n  a: {set: {n: "
               "\"${{ input.n }}\"}}\n");
    house.open();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    QCOMPARE(shown(tests::stepOf(*record, "a").output), R"({"n":7})");
    QCOMPARE(shown(json::write(record->input)), R"({"n":7})");
}

void TstExecution::theOutputIsTheFlows()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one",
               "input: {type: object, properties: {t: {type: string}}}\nsteps:\n  a: {set: {x: [1, 2]}}\n"
               "output: {first: \"${{ steps.a.output.x[0] }}\", more: \"${{ fromJSON(input.t) }}\"}\n");
    house.open();
    const auto good = house.run("one", json::Object{{"t", "true"}});
    BATUTA_VERIFY_OK(good);
    QCOMPARE(shown(json::write(good->output)), R"({"first":1,"more":true})");
    const auto bad = house.run("one", json::Object{{"t", "{"}});
    BATUTA_VERIFY_OK(bad);
    QCOMPARE(shown(bad->status), "failed");
    QVERIFY(bad->output.isNull());
    QVERIFY(!bad->error.empty());
}

QTEST_APPLESS_MAIN(TstExecution)
#include "tst_execution.moc"
