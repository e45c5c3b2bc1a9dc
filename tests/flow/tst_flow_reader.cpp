// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/reader.h"
#include "engine/json/json.h"
#include "tests/flow/error_list.h"

#include <QTest>

using namespace batuta;
using namespace batuta::flow;
using namespace std::chrono_literals;

namespace {

FlowPtr read(const std::string &text, QString &errors)
{
    FlowReading reading = readFlow(text, "flows/shop/order.yaml");
    errors = test::listed(reading.errors);
    return reading.flow;
}

/// Reads a flow whose steps are `steps`; each line of it is indented by two blanks.
FlowPtr readStepsOf(const std::string &steps, QString &errors)
{
    return read("batuta: 1\nname: order\nsteps:\n" + steps, errors);
}

QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

constexpr const char *kWhole = R"(batuta: 1
name: order
title: {en: Order, pt_BR: Pedido}
description: Takes an order
labels: {system: shop, team: sales}
deadline: 90s
max_parallel: 2
idempotency: {key: "${{ input.id }}", window: 1m, on_repeat: reject}
input: {type: object, required: [id], properties: {id: {type: string}}}
defaults: {timeout: 20s, on_failure: continue, retry: {attempts: 2}}
steps:
  pay:
    title: {en: Pay, pt_BR: Pagar}
    labels: {domain: money}
    skip: [{if: "${{ input.free }}", reason: nothing to pay}]
    http:
      method: POST
      url: "${{ env.PAY_URL }}/pay"
      headers: {X-Shop: "${{ env.SHOP }}", X-Note: "${{ env.NOTE || 'none' }}"}
      query: {page: 2}
      json: {id: "${{ input.id }}", url: "${{ env.PAY_URL }}"}
      auth: {bearer: "${{ env.TOKEN }}"}
      connect_timeout: 2s
      max_response: 64KiB
    timeout: 30s
    retry: {attempts: 3, on: [timeout, 429, 5xx], backoff: {first: 500ms, factor: 3, max: 5s, jitter: none}}
    on_failure: abort
  pack:
    needs: [pay]
    if: "always() && steps.pay.output.ok"
    log: packed
output: {paid: "${{ steps.pay.output.id }}"}
finally:
  tell: {log: {message: "${{ execution.report }}", level: WARNING, fields: {n: 1}}}
)";

} // namespace

class TestFlowReader : public QObject
{
    Q_OBJECT

private slots:
    void readsTheHeadOfAFlow();
    void readsTheCommonKeysOfAStep();
    void readsAnHttpStep();
    void findsTheKeysThatAStepCannotDoWithout();
    void readsTheOtherKinds();
    void keepsTheTypeOfNumbersInGates();
    void givesDefaultsToCallsOnly();
    void tellsVersionsApart();
    void acceptsAFlowWithoutInputSchema();
    void seesWhetherStepValuesAreUsed();
};

void TestFlowReader::readsTheHeadOfAFlow()
{
    QString errors;
    const FlowPtr flow = read(kWhole, errors);
    QCOMPARE(errors, QString());
    QCOMPARE(shown(flow->name.value), QString("order"));
    QCOMPARE(shown(flow->title.ptBr), QString("Pedido"));
    QCOMPARE(shown(flow->description), QString("Takes an order"));
    QCOMPARE(shown(std::string(flow->label("team"))), QString("sales"));
    QVERIFY(flow->deadline == 90s);
    QCOMPARE(flow->maxParallel, 2);
    QVERIFY(flow->idempotency->window == 60s);
    QVERIFY(flow->idempotency->onRepeat == OnRepeat::Reject);
    QCOMPARE(flow->input.validate(json::Object{}).size(), std::size_t{1});
    QCOMPARE(flow->steps.size(), std::size_t{2});
    QCOMPARE(flow->finallySteps.size(), std::size_t{1});
    QVERIFY(flow->output.has_value());
    QVERIFY(flow->place == (Place{"flows/shop/order.yaml", 2, 7}));
    QVERIFY(flow->find(StepId("tell")) == &flow->finallySteps[0]);
    QVERIFY(!flow->find(StepId("nobody")));
}

void TestFlowReader::readsTheCommonKeysOfAStep()
{
    QString errors;
    const FlowPtr flow = read(kWhole, errors);
    const Step &pay = flow->steps.at(0);
    const Step &pack = flow->steps.at(1);
    QCOMPARE(shown(pay.title.ptBr), QString("Pagar"));
    QCOMPARE(shown(pack.title.en), QString("pack"));
    QCOMPARE(shown(std::string(pay.label("domain"))), QString("money"));
    QVERIFY(pay.place == (Place{"flows/shop/order.yaml", 12, 3}));
    QVERIFY(pay.timeout == 30s);
    QVERIFY(pay.onFailure == OnFailure::Abort);
    QVERIFY(pack.onFailure == OnFailure::Continue);
    QVERIFY(pack.needs == std::vector<int>{0});
    QVERIFY(pack.conditionHasStatus);
    QVERIFY(!pay.condition);
    QCOMPARE(pay.skip.size(), std::size_t{1});
    QCOMPARE(shown(pay.skip[0].reason), QString("nothing to pay"));
    QCOMPARE(pay.retry->attempts, 3);
    QVERIFY(!pay.retry->onConnection);
    QVERIFY(pay.retry->onTimeout);
    QVERIFY(pay.retry->onStatus == (std::vector<std::pair<int, int>>{{429, 429}, {500, 599}}));
    QVERIFY(pay.retry->backoff.first == 500ms);
    QCOMPARE(pay.retry->backoff.factor, 3.0);
    QVERIFY(pay.retry->backoff.max == 5s);
    QVERIFY(!pay.retry->backoff.fullJitter);
}

void TestFlowReader::readsAnHttpStep()
{
    QString errors;
    const FlowPtr flow = read(kWhole, errors);
    const auto &http = std::get<HttpStep>(flow->steps.at(0).action);
    QCOMPARE(shown(http.method), QString("POST"));
    QCOMPARE(shown(http.url.text()), QString("${{ env.PAY_URL }}/pay"));
    QCOMPARE(shown(http.headers.at(0).first), QString("X-Shop"));
    QCOMPARE(shown(http.query.at(0).second.text()), QString("2"));
    QVERIFY(http.json && http.bearer);
    QVERIFY(http.connectTimeout == 2s);
    QCOMPARE(http.maxResponseBytes, std::uint64_t{65536});
}

void TestFlowReader::findsTheKeysThatAStepCannotDoWithout()
{
    QString errors;
    const FlowPtr flow = read(kWhole, errors);
    QString keys;
    for (const NeededKey &key : flow->steps.at(0).neededKeys)
        keys += shown(key.key) + (key.isUrl ? "(url) " : " ");
    QCOMPARE(keys, QString("PAY_URL(url) SHOP TOKEN "));
    QVERIFY(flow->steps.at(1).neededKeys.empty());
}

void TestFlowReader::readsTheOtherKinds()
{
    QString errors;
    const FlowPtr flow =
        readStepsOf("  a: {set: {x: 1, y: \"${{ input.y }}\"}}\n"
                    "  b: {wait: {for: 5s}}\n"
                    "  c: {wait: {until: \"2026-11-21T02:00:00Z\"}}\n"
                    "  d: {flow: {name: other, input: {a: b}}}\n"
                    "  e: {log: {message: hi, level: ERROR}}\n"
                    "  f: {check: {fine: {if: input.ok}, fast: {value: 3, min: 1, max: 5}}}\n",
                    errors);
    QCOMPARE(errors, QString());
    QString kinds;
    for (const Step &step : flow->steps)
        kinds += shown(std::string(kindName(step.action))) + " ";
    QCOMPARE(kinds, QString("set wait wait flow log check "));
    QCOMPARE(shown(json::write(std::get<SetStep>(flow->steps[0].action).values.source())),
             QString("{\"x\":1,\"y\":\"${{ input.y }}\"}"));
    QCOMPARE(shown(std::get<WaitStep>(flow->steps[1].action).duration->text()), QString("5s"));
    QVERIFY(std::get<WaitStep>(flow->steps[2].action).until.has_value());
    QCOMPARE(shown(std::get<FlowStep>(flow->steps[3].action).flow.value), QString("other"));
    QCOMPARE(shown(std::get<LogStep>(flow->steps[4].action).level), QString("ERROR"));
    const auto &check = std::get<CheckStep>(flow->steps[5].action);
    QVERIFY(check.gates.at(0).condition && !check.gates.at(0).value);
    QVERIFY(check.gates.at(1).min && check.gates.at(1).max && !check.gates.at(1).equals);
}

void TestFlowReader::keepsTheTypeOfNumbersInGates()
{
    QString errors;
    const FlowPtr flow =
        readStepsOf("  a: {check: {g: {value: 0.5, equals: true}, h: {value: 'x', equals: '1'}}}\n", errors);
    QCOMPARE(errors, QString());
    const auto &gates = std::get<CheckStep>(flow->steps[0].action).gates;
    const expr::ObjectContext context{json::Object{}};
    QVERIFY(*gates[0].value->evaluate(context) == json::Value(0.5));
    QVERIFY(*gates[0].equals->evaluate(context) == json::Value(true));
    QVERIFY(*gates[1].equals->evaluate(context) == json::Value("1"));
}

void TestFlowReader::givesDefaultsToCallsOnly()
{
    QString errors;
    const FlowPtr flow = read("batuta: 1\nname: x\ndefaults: {timeout: 7s, retry: {attempts: 4}}\nsteps:\n"
                              "  call: {http: {url: 'http://a'}}\n  sub: {flow: {name: y}}\n"
                              "  rest: {wait: {for: 1h}}\n  own: {timeout: 9s, http: {url: 'http://a'}}\n",
                              errors);
    QCOMPARE(errors, QString());
    QVERIFY(flow->steps[0].timeout == 7s && flow->steps[0].retry->attempts == 4);
    QVERIFY(flow->steps[1].timeout == 7s);
    QVERIFY(!flow->steps[2].timeout && !flow->steps[2].retry);
    QVERIFY(flow->steps[3].timeout == 9s);
}

void TestFlowReader::tellsVersionsApart()
{
    QString errors;
    const std::string text = "batuta: 1\nname: x\nsteps: {a: {log: hi}}\n";
    const FlowPtr first = read(text, errors);
    const FlowPtr again = read(text, errors);
    const FlowPtr other = read(text + "# a comment\n", errors);
    QCOMPARE(shown(first->version), QString("869a5496ab6f"));
    QCOMPARE(shown(first->version), shown(again->version));
    QVERIFY(first->version != other->version);
}

void TestFlowReader::acceptsAFlowWithoutInputSchema()
{
    QString errors;
    const FlowPtr flow = readStepsOf("  a: {log: \"${{ input.anything }}\"}\n", errors);
    QCOMPARE(errors, QString());
    QVERIFY(flow->input.validate(json::Object{{"anything", 1}}).empty());
    QVERIFY(!flow->input.validate(json::Value(1)).empty());
}

void TestFlowReader::seesWhetherStepValuesAreUsed()
{
    QString errors;
    QVERIFY(!readStepsOf("  a: {log: \"${{ input.steps }}\"}\n", errors)->usesStepValues);
    QVERIFY(readStepsOf("  a: {log: \"${{ toJSON(Steps) }}\"}\n", errors)->usesStepValues);
    QVERIFY(read(kWhole, errors)->usesStepValues);
}

QTEST_APPLESS_MAIN(TestFlowReader)
#include "tst_flow_reader.moc"
