// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/engine_thread.h"
#include "engine/json/json.h"
#include "tests/host/house.h"
#include "tests/support/verify.h"

#include <future>

using namespace batuta;
using batuta::test::shown;

/// The engine as a whole: many executions, repeated requests, leaving in order, and coming back.
class TstEngineLife : public QObject
{
    Q_OBJECT

private slots:
    void runsTwoHundredExecutionsAtOnce();
    void limitsHowManyRun();
    void warnsOfARepeatedRequest();
    void rejectsARepeatedRequest();
    void drainsLettingExecutionsEnd();
    void whatRunsGetsItsSubflowsWhileItDrains();
    void drainCancelsAfterItsGrace();
    void findsItsExecutionsAfterARestart();
    void listsExecutionsByPages();
    void tellsWhenTheHistoryCannotBeOpened();
    void tellsABrokenFlowAndRunsTheOthers();
    void refusesAnEnvironmentThatIsNotThere();
    void theTraceOfTheCallerGoesOn();
    void previewsWithoutRunning();
    void runsOnAThreadOfItsOwn();
};

void TstEngineLife::runsTwoHundredExecutionsAtOnce()
{
    constexpr int kCount = 200;
    net::Loop loop;
    tests::House house(loop);
    house.function("A_URL", "/a");
    house.function("B_URL", "/b");
    house.functions.hold("/a");
    house.flow(
        "two",
        "input: {type: object, properties: {n: {type: integer}}}\nsteps:\n  a: {http: {url: \"${{ "
        "env.A_URL }}\"}}\n  b: {needs: [a], http: {method: POST, url: \"${{ env.B_URL }}\", json: {n: "
        "\"${{ input.n }}\"}}}\n");
    host::EngineOptions options;
    options.http.connectionsPerHost = kCount;
    house.open(std::move(options));
    std::vector<ExecutionId> ids;
    for (int i = 0; i < kCount; ++i) {
        const auto started = house.start("two", json::Object{{"n", i}});
        BATUTA_VERIFY_OK(started);
        ids.push_back(started->id);
    }
    QCOMPARE(house.engine->running(), kCount);
    QVERIFY(house.until([&] { return house.functions.held() == kCount; })); // all of them at the same time
    house.functions.release();
    for (int i = 0; i < kCount; ++i) {
        const auto record = house.end(ids[static_cast<std::size_t>(i)]);
        QCOMPARE(tests::statusesOf(record), "a=success b=success");
        QCOMPARE(record->input["n"].asInteger(), i);
    }
    QCOMPARE(house.functions.calls("/b"), kCount);
    QCOMPARE(house.engine->running(), 0);
    const std::string metrics = house.engine->metrics().prometheusText();
    QVERIFY(metrics.find("batuta_executions_total{flow=\"two\",status=\"success\"} 200") !=
            std::string::npos);
    QVERIFY(metrics.find("batuta_executions_running 0") != std::string::npos);
}

void TstEngineLife::limitsHowManyRun()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", "steps:\n  nap: {wait: {for: 1h}}\n");
    host::EngineOptions options;
    options.maxRunning = 2;
    house.open(std::move(options));
    const auto first = house.start("one");
    BATUTA_VERIFY_OK(first);
    {
        const auto once = house.start("one");
        BATUTA_VERIFY_OK(once);
    }
    {
        const auto once = house.start("one");
        BATUTA_VERIFY_ERROR(once, ErrorCode::HttpBusy);
    }
    house.engine->act(client::cancelOf(first->id, {"ana", {"*"}}), [](const auto &) {});
    {
        const auto once = house.end(first->id);
        BATUTA_VERIFY_OK(once);
    }
    {
        const auto once = house.start("one");
        BATUTA_VERIFY_OK(once);
    }
}

namespace {

std::string repeatable(const std::string &policy)
{
    return "input: {type: object, properties: {user_id: {type: string}}}\nidempotency: {key: \"${{ "
           "input.user_id }}\", "
           "window: 300s, on_repeat: " +
           policy + "}\nsteps:\n  a: {set: {x: 1}}\n";
}

} // namespace

void TstEngineLife::warnsOfARepeatedRequest()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", repeatable("warn"));
    house.flow("two", repeatable("warn"));
    house.open();
    QVERIFY(!house.start("one", json::Object{{"user_id", "u-1"}})->isRepeat);
    QVERIFY(!house.start("one", json::Object{{"user_id", "u-2"}})->isRepeat);
    QVERIFY(!house.start("two", json::Object{{"user_id", "u-1"}})->isRepeat);
    QVERIFY(!house.logged("duplicate_request_detected"));
    const auto again = house.start("one", json::Object{{"user_id", "u-1"}});
    BATUTA_VERIFY_OK(again);
    QVERIFY(again->isRepeat);
    QCOMPARE(tests::statusesOf(house.end(again->id)), "a=success"); // it runs all the same
    QVERIFY(house.logged("duplicate_request_detected"));
}

void TstEngineLife::rejectsARepeatedRequest()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", repeatable("reject"));
    house.open();
    {
        const auto once = house.run("one", json::Object{{"user_id", "u-1"}});
        BATUTA_VERIFY_OK(once);
    }
    {
        const auto once = house.run("one", json::Object{{"user_id", "u-1"}});
        BATUTA_VERIFY_ERROR(once, ErrorCode::DuplicateRequest);
    }
    {
        const auto once = house.run("one", json::Object{{"user_id", "u-2"}});
        BATUTA_VERIFY_OK(once);
    }
}

void TstEngineLife::drainsLettingExecutionsEnd()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("A_URL", "/a");
    house.functions.hold("/a");
    house.flow("one", "steps:\n  a: {http: {url: \"${{ env.A_URL }}\"}}\n");
    house.open();
    std::string status;
    const auto started = house.start("one");
    BATUTA_VERIFY_OK(started);
    house.engine->waitForEnd(started->id, [&](const auto &record) { status = record->status; });
    QVERIFY(house.until([&] { return house.functions.held() == 1; }));
    bool drained = false;
    house.engine->drain(std::chrono::seconds(30), [&] { drained = true; });
    QVERIFY(house.engine->isStopping());
    {
        const auto once = house.start("one");
        BATUTA_VERIFY_ERROR(once, ErrorCode::EngineStopping);
    }
    QVERIFY(!drained);
    house.functions.release();
    QVERIFY(house.until([&] { return drained; }));
    QCOMPARE(shown(status), "success");
}

void TstEngineLife::whatRunsGetsItsSubflowsWhileItDrains()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("A_URL", "/a");
    house.functions.hold("/a");
    house.flow("inner", "steps:\n  x: {set: {v: 1}}\n");
    house.flow("outer", "steps:\n  a: {http: {url: \"${{ env.A_URL }}\"}}\n"
                        "  sub: {needs: [a], flow: {name: inner}}\n");
    house.open();
    std::string status;
    const auto started = house.start("outer");
    BATUTA_VERIFY_OK(started);
    house.engine->waitForEnd(started->id, [&](const auto &record) { status = record->status; });
    QVERIFY(house.until([&] { return house.functions.held() == 1; }));
    bool drained = false;
    house.engine->drain(std::chrono::seconds(30), [&] { drained = true; });
    house.functions.release();
    QVERIFY(house.until([&] { return drained; }));
    QCOMPARE(shown(status), "success");
}

void TstEngineLife::drainCancelsAfterItsGrace()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("A_URL", "/a");
    house.functions.hold("/a");
    house.flow("one", "steps:\n  a: {http: {url: \"${{ env.A_URL }}\"}}\n");
    house.flow("outer", "steps:\n  sub: {flow: {name: one}}\n");
    house.open();
    std::vector<std::string> statuses;
    for (const char *flow : {"one", "outer"}) {
        const auto started = house.start(flow);
        BATUTA_VERIFY_OK(started);
        house.engine->waitForEnd(started->id,
                                 [&](const auto &record) { statuses.push_back(record->status); });
    }
    QVERIFY(house.until([&] { return house.functions.held() == 2; }));
    bool drained = false;
    house.engine->drain(std::chrono::milliseconds(50), [&] { drained = true; });
    QVERIFY(house.until([&] { return drained; }));
    const std::vector<std::string> both{"cancelled", "cancelled"};
    QVERIFY(statuses == both);
    QCOMPARE(house.engine->running(), 0);
}

void TstEngineLife::findsItsExecutionsAfterARestart()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", "steps:\n  a: {set: {x: [1, 2]}}\noutput: {all: \"${{ steps.a.output }}\"}\n");
    house.open();
    const auto before = house.run("one");
    BATUTA_VERIFY_OK(before);
    const auto events = house.events(ExecutionId(before->id));
    house.close();
    house.open();
    const auto after = house.end(ExecutionId(before->id));
    BATUTA_VERIFY_OK(after);
    QCOMPARE(tests::statusesOf(after), tests::statusesOf(before));
    QVERIFY(after->output == before->output);
    QVERIFY(after->startedAt == before->startedAt && after->duration == before->duration);
    QVERIFY(house.events(ExecutionId(before->id)) == events);
    {
        const auto once = house.end(ExecutionId("00000000-0000-4000-8000-000000000000"));
        BATUTA_VERIFY_ERROR(once, ErrorCode::ExecutionUnknown);
    }
}

void TstEngineLife::listsExecutionsByPages()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("one", "steps:\n  a: {set: {x: 1}}\n");
    house.open();
    std::vector<std::string> ids;
    for (int i = 0; i < 5; ++i)
        ids.insert(ids.begin(), house.run("one")->id);
    client::ExecutionQuery query;
    query.limit = 2;
    std::vector<std::string> listed;
    for (int pages = 0; pages < 3; ++pages) {
        std::optional<client::ExecutionPage> page;
        house.engine->executions(query, [&](const auto &found) { page = *found; });
        QVERIFY(house.until([&] { return page.has_value(); }));
        for (const client::ExecutionRecord &record : page->items)
            listed.push_back(record.id);
        query.cursor = page->next;
        QCOMPARE(page->next.empty(), pages == 2);
    }
    QVERIFY(listed == ids);
}

void TstEngineLife::tellsWhenTheHistoryCannotBeOpened()
{
    net::Loop loop;
    tests::House house(loop);
    host::EngineOptions options;
    options.workspace = house.folder();
    house.file("plain", "not a folder");
    options.historyFile = house.folder() + "/plain/history.db";
    const auto engine =
        host::Engine::create(std::move(options), {loop, house.logger, house.metrics, house.clock});
    BATUTA_VERIFY_ERROR(engine, ErrorCode::StoreOpen);
}

void TstEngineLife::tellsABrokenFlowAndRunsTheOthers()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("good", "steps:\n  a: {set: {x: 1}}\n");
    house.flow("bad", "steps:\n  a: {needs: [nobody], set: {x: 1}}\n");
    host::EngineOptions options;
    options.workspace = house.folder();
    auto engine = host::Engine::create(std::move(options), {loop, house.logger, house.metrics, house.clock});
    BATUTA_VERIFY_OK(engine);
    house.engine = std::move(*engine);
    QCOMPARE(house.engine->problems().size(), std::size_t{1});
    QCOMPARE(shown(codeName(house.engine->problems().front().code)), "flow.unknown_step");
    QVERIFY(house.logged("workspace_problem"));
    QCOMPARE(tests::statusesOf(house.run("good")), "a=success");
    {
        const auto once = house.run("bad");
        BATUTA_VERIFY_ERROR(once, ErrorCode::FlowUnknown);
        QCOMPARE(shown(once.error().detail), "flows/test/bad.yaml has errors, the first in line 4");
    }
}

void TstEngineLife::refusesAnEnvironmentThatIsNotThere()
{
    net::Loop loop;
    tests::House house(loop);
    host::EngineOptions options;
    options.workspace = house.folder();
    options.environment = "staging";
    QVERIFY(!host::Engine::create(options, {loop, house.logger, house.metrics, house.clock}));
    house.file(".env.staging", "A=1\n");
    {
        const auto once = host::Engine::create(options, {loop, house.logger, house.metrics, house.clock});
        BATUTA_VERIFY_OK(once);
    }
}

void TstEngineLife::theTraceOfTheCallerGoesOn()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("A_URL", "/a");
    house.flow("one", "steps:\n  a: {http: {url: \"${{ env.A_URL }}\"}}\n");
    house.open();
    const std::string trace = "0af7651916cd43dd8448eb211c80319c";
    for (const std::string &parent :
         {"00-" + trace + "-b7ad6b7169203331-01", std::string("rubbish"), std::string()}) {
        client::StartExecution command;
        command.flow = FlowName("one");
        command.input = json::Object{};
        command.traceparent = parent;
        {
            const auto once = house.run(std::move(command));
            BATUTA_VERIFY_OK(once);
        }
        const std::string sent(house.functions.last("/a").header("traceparent"));
        QVERIFY2(telemetry::parseTraceparent(sent).has_value(), sent.c_str());
        QCOMPARE(sent.substr(3, 32) == trace, parent.starts_with("00-"));
        QVERIFY(sent.find("b7ad6b7169203331") == std::string::npos); // a span of our own
    }
}

void TstEngineLife::previewsWithoutRunning()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("A_URL", "/a");
    house.flow("one", R"(defaults: {on_failure: continue}
input: {type: object, properties: {p: {type: string}}}
steps:
  a: {http: {url: "${{ env.A_URL }}"}}
  b: {needs: [a], skip: [{if: "${{ input.p }}", reason: p given}], set: {x: 1}}
  c: {needs: [b], http: {url: "${{ env.NOT_SET_URL }}"}}
)");
    house.open();
    client::StartExecution command;
    command.flow = FlowName("one");
    command.input = json::Object{{"p", "1"}};
    std::string told;
    house.engine->preview(command, [&](const Result<client::FlowPreview> &preview) {
        for (const client::StepPreview &step : preview->steps)
            told += step.step + "=" + step.verdict + "(" + step.reason + ") ";
    });
    QVERIFY2(told.starts_with("a=runs() b=skips(Skipped: p given) c=skips(URL not configured: NOT_SET_URL)"),
             told.c_str());
    QCOMPARE(house.functions.calls("/a"), 0);
    QCOMPARE(house.engine->running(), 0);
}

void TstEngineLife::runsOnAThreadOfItsOwn()
{
    net::Loop unused;
    tests::House house(unused);
    house.flow("one", "steps:\n  nap: {wait: {for: 5ms}}\n");
    house.flow("slow", "steps:\n  nap: {wait: {for: 1h}}\n");
    host::EngineOptions options;
    options.workspace = house.folder();
    house.logger.setListener({}); // it would be called on the engine's thread
    auto engine = host::EngineThread::start(std::move(options), house.logger, house.metrics);
    BATUTA_VERIFY_OK(engine);
    std::promise<std::string> ended;
    std::promise<std::string> cancelled;
    const auto run = [&](const char *flow, std::promise<std::string> &told) {
        client::StartExecution command;
        command.flow = FlowName(flow);
        command.input = json::Object{};
        (*engine)->client().start(command, [&](const Result<client::Started> &started) {
            (*engine)->client().waitForEnd(started->id, [&](const auto &record) {
                told.set_value(record ? record->status : errorText(record.error()));
            });
        });
    };
    run("one", ended);
    QCOMPARE(shown(ended.get_future().get()), "success");
    run("slow", cancelled);
    (*engine)->stop(std::chrono::milliseconds(20));
    QCOMPARE(shown(cancelled.get_future().get()), "cancelled");
}

QTEST_APPLESS_MAIN(TstEngineLife)
#include "tst_engine_life.moc"
