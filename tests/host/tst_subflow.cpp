// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/host/house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

/// A step that runs another flow: output, failure, its own record, depth, cancel and secrets.
class TstSubflow : public QObject
{
    Q_OBJECT

private slots:
    void givesItsOutputToItsParent();
    void hasARecordOfItsOwn();
    void itsFailureFailsTheStep();
    void aBadInputFailsTheStep();
    void isNotNestedWithoutEnd();
    void isCancelledWithItsParent();
    void aCancelledChildFailsTheStep();
    void isCancelledWhenItsStepRunsOutOfTime();
    void keepsItsParentsSecrets();

private:
    static std::vector<client::ExecutionRecord> all(tests::House &house);
};

std::vector<client::ExecutionRecord> TstSubflow::all(tests::House &house)
{
    std::optional<std::vector<client::ExecutionRecord>> items;
    house.engine->executions({}, [&](Result<client::ExecutionPage> page) {
        items = page ? page->items : std::vector<client::ExecutionRecord>();
    });
    house.until([&] { return items.has_value(); });
    return items.value_or(std::vector<client::ExecutionRecord>());
}

namespace {

const char kParent[] = R"(input: {type: object, properties: {n: {}}}
steps:
  sub: {flow: {name: child, input: {n: "${{ input.n }}"}}}
  after: {needs: [sub], set: {seen: "${{ steps.sub.output.twice }}"}}
output: {all: "${{ steps.after.output.seen }}"}
)";
const char kChild[] = R"(input: {type: object, required: [n], properties: {n: {type: integer}}}
steps:
  a: {set: {list: ["${{ input.n }}", "${{ input.n }}"]}}
output: {twice: "${{ steps.a.output.list }}"}
)";

} // namespace

void TstSubflow::givesItsOutputToItsParent()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("parent", kParent);
    house.flow("child", kChild);
    house.open();
    const auto record = house.run("parent", json::Object{{"n", 4}});
    QCOMPARE(tests::statusesOf(record), "sub=success after=success");
    QCOMPARE(shown(json::write(record->output)), R"({"all":[4,4]})");
    QCOMPARE(shown(tests::stepOf(*record, "sub").output), R"({"twice":[4,4]})");
}

void TstSubflow::hasARecordOfItsOwn()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("parent", kParent);
    house.flow("child", kChild);
    house.open();
    const auto parent = house.run("parent", json::Object{{"n", 4}});
    BATUTA_VERIFY_OK(parent);
    int children = 0;
    for (const client::ExecutionRecord &record : all(house)) {
        if (record.flow != "child")
            continue;
        ++children;
        QCOMPARE(shown(record.parent), shown(parent->id));
        QCOMPARE(shown(record.trigger), "subflow");
        QCOMPARE(shown(record.status), "success");
    }
    QCOMPARE(children, 1);
    QVERIFY(parent->parent.empty());
}

void TstSubflow::itsFailureFailsTheStep()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("A_URL", "/A");
    house.functions.answer("/A", 500);
    house.flow("parent", kParent);
    house.flow("child", "steps:\n  a: {http: {url: \"${{ env.A_URL }}\"}}\n");
    house.open();
    const auto record = house.run("parent", json::Object{{"n", 4}});
    QCOMPARE(tests::statusesOf(record), "sub=failed after=skipped");
    QCOMPARE(shown(tests::stepOf(*record, "sub").reason), "a: HTTP 500");
    QCOMPARE(shown(record->status), "failed");
}

void TstSubflow::aBadInputFailsTheStep()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("parent", kParent);
    house.flow("child", kChild);
    house.open();
    const auto record = house.run("parent", json::Object{{"n", "four"}});
    QCOMPARE(tests::statusesOf(record), "sub=failed after=skipped");
    QVERIFY2(tests::stepOf(*record, "sub").reason.find("input.invalid") != std::string::npos,
             tests::stepOf(*record, "sub").reason.c_str());
    QCOMPARE(all(house).size(), std::size_t{1});
}

void TstSubflow::isNotNestedWithoutEnd()
{
    net::Loop loop;
    tests::House house(loop);
    // Nine flows, each starting the next: the reader cannot see a circle in them.
    for (int i = 1; i <= 9; ++i)
        house.flow("f" + std::to_string(i),
                   i == 9 ? "steps:\n  end: {set: {x: 1}}\n"
                          : "steps:\n  sub: {flow: {name: f" + std::to_string(i + 1) + "}}\n");
    house.open();
    const auto record = house.run("f1");
    QCOMPARE(tests::statusesOf(record), "sub=failed");
    QVERIFY2(record->error.find("nested more than 8 deep") != std::string::npos, record->error.c_str());
    QCOMPARE(tests::statusesOf(house.run("f2")), "sub=success");
    QCOMPARE(house.engine->running(), 0);
}

namespace {

void buildSlow(tests::House &house, const std::string &more = {})
{
    house.function("A_URL", "/A");
    house.functions.hold("/A");
    house.flow("parent", "defaults: {on_failure: continue}\nsteps:\n  sub: {flow: {name: child}" + more +
                             "}\n  after: {needs: [sub], set: {x: 1}}\n");
    house.flow("child", "steps:\n  a: {http: {url: \"${{ env.A_URL }}\"}}\n");
    house.open();
}

} // namespace

void TstSubflow::isCancelledWithItsParent()
{
    net::Loop loop;
    tests::House house(loop);
    buildSlow(house);
    const auto started = house.start("parent");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.functions.held() == 1; }));
    house.engine->act(client::cancelOf(started->id, {"ana", {"*"}}), [](const auto &) {});
    QCOMPARE(tests::statusesOf(house.end(started->id)), "sub=cancelled after=not_run");
    const auto records = all(house);
    QCOMPARE(records.size(), std::size_t{2});
    for (const client::ExecutionRecord &record : records)
        QCOMPARE(shown(record.status), "cancelled");
}

void TstSubflow::aCancelledChildFailsTheStep()
{
    net::Loop loop;
    tests::House house(loop);
    buildSlow(house);
    std::string child;
    const auto listening = house.engine->subscribe([&](const client::EventBatch &batch) {
        for (const client::EventRecord &event : batch.events)
            if (event.kind == "execution_started" && event.data["flow"].asString() == "child")
                child = event.execution;
    });
    const auto started = house.start("parent");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return !child.empty() && house.functions.held() == 1; }));
    house.engine->act(client::cancelOf(ExecutionId(child), {"ana", {"*"}}), [](const auto &) {});
    const auto record = house.end(started->id);
    QCOMPARE(tests::statusesOf(record), "sub=failed after=success");
    QCOMPARE(shown(tests::stepOf(*record, "sub").reason), "Cancelled from outside");
}

void TstSubflow::isCancelledWhenItsStepRunsOutOfTime()
{
    net::Loop loop;
    tests::House house(loop);
    buildSlow(house, ", timeout: 60ms");
    const auto started = house.start("parent");
    BATUTA_VERIFY_OK(started);
    const auto record = house.end(started->id);
    QCOMPARE(tests::statusesOf(record), "sub=failed after=success");
    QCOMPARE(shown(tests::stepOf(*record, "sub").reason), "Timeout after 60ms");
    QVERIFY(house.until([&] { return house.engine->running() == 0; }));
}

void TstSubflow::keepsItsParentsSecrets()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("A_URL", "/A");
    house.flow("parent",
               "input: {type: object, properties: {api_token: {type: string, writeOnly: true}}}\nsteps:\n"
               "  sub: {flow: {name: child, input: {plain: \"${{ input.api_token }}\"}}}\n");
    house.flow(
        "child",
        "input: {type: object, properties: {plain: {type: string}}}\nsteps:\n  a: {http: {method: POST, "
        "url: \"${{ env.A_URL }}\", json: {value: \"${{ input.plain }}\"}}}\n  b: {set: {kept: \"${{ "
        "input.plain }}\"}}\n");
    house.open();
    const auto parent = house.run("parent", json::Object{{"api_token", "hidden-0815"}});
    QCOMPARE(tests::statusesOf(parent), "sub=success");
    QCOMPARE(shown(house.functions.last("/A").body), R"({"value":"hidden-0815"})");
    for (const client::ExecutionRecord &summary : all(house)) {
        const auto record = house.end(ExecutionId(summary.id));
        BATUTA_VERIFY_OK(record);
        const std::string text = json::write(record->input) + json::write(record->output);
        QVERIFY2(text.find("hidden-0815") == std::string::npos, text.c_str());
        for (const client::StepRecord &step : record->steps) {
            const std::string detail = step.output + json::write(step.attemptsDetail);
            QVERIFY2(detail.find("hidden-0815") == std::string::npos, detail.c_str());
        }
    }
    QVERIFY(house.log().find("hidden-0815") == std::string::npos);
}

QTEST_APPLESS_MAIN(TstSubflow)
#include "tst_subflow.moc"
