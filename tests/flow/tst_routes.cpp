// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/routes.h"
#include "tests/flow/error_list.h"

#include <QTest>

using namespace batuta;
using namespace batuta::flow;

namespace {

constexpr const char *kRoutes = R"(batuta: 1
input:
  type: object
  properties: {money: {type: boolean, default: true}, fast: {type: boolean, default: false}}
routes:
  - {if: "${{ input.fast }}", flow: express}
  - {if: "${{ input.gift || input.wrapped }}", flow: gift}
  - {if: "input.big == true", flow: freight}
default: order
filters:
  - {name: money, if: "${{ !input.money }}", drop: {name_contains: [pay, bill], domain: [finance]}}
)";

constexpr const char *kFlow = R"(batuta: 1
name: order
steps:
  pay: {log: hi, labels: {domain: finance}}
  billing: {log: hi}
  refund: {log: hi, labels: {domain: finance}}
  pack: {log: hi, labels: {domain: stock}}
)";

Routes routesOf(const std::string &text)
{
    RoutesReading reading = readRoutes(text, "flows/shop/routes.yaml");
    return reading.routes ? *reading.routes : Routes();
}

QString names(const Result<std::vector<DroppedStep>> &dropped)
{
    QString text;
    if (dropped)
        for (const DroppedStep &step : *dropped)
            text += QString::fromStdString(step.step.value) + " ";
    return dropped ? text : QString("error");
}

} // namespace

class TestRoutes : public QObject
{
    Q_OBJECT

private slots:
    void knowsItsSystem();
    void choosesTheFirstTrueRule_data();
    void choosesTheFirstTrueRule();
    void dropsStepsByName();
    void dropsStepsByDomainWhenCorrected();
    void fillsInTheDefaultsOfTheInput();
    void placesEveryProblem_data();
    void placesEveryProblem();
};

void TestRoutes::knowsItsSystem()
{
    QCOMPARE(routesOf(kRoutes).system, std::string("shop"));
}

void TestRoutes::choosesTheFirstTrueRule_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QString>("flow");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("ignored");
    QTest::newRow("none") << QStringList{} << "order"
                          << "default"
                          << "";
    QTest::newRow("one") << QStringList{"fast"} << "express"
                         << "input.fast"
                         << "";
    QTest::newRow("two") << QStringList{"fast", "big"} << "express"
                         << "input.fast"
                         << "big";
    QTest::newRow("all") << QStringList{"fast", "wrapped", "gift", "big"} << "express"
                         << "input.fast"
                         << "gift,wrapped,big";
    QTest::newRow("either") << QStringList{"wrapped"} << "gift"
                            << "input.gift || input.wrapped"
                            << "";
    QTest::newRow("last") << QStringList{"big"} << "freight"
                          << "input.big == true"
                          << "";
}

void TestRoutes::choosesTheFirstTrueRule()
{
    QFETCH(QStringList, flags);
    QFETCH(QString, flow);
    QFETCH(QString, rule);
    QFETCH(QString, ignored);
    json::Object input;
    for (const QString &flag : flags)
        input.set(flag.toStdString(), true);
    const Result<Routing> routing = chooseFlow(routesOf(kRoutes), input);
    QVERIFY(routing.has_value());
    QCOMPARE(QString::fromStdString(routing->flow.value), flow);
    QCOMPARE(QString::fromStdString(routing->rule), rule);
    QStringList names;
    for (const std::string &name : routing->ignoredFlags)
        names += QString::fromStdString(name);
    QCOMPARE(names.join(","), ignored);
}

void TestRoutes::dropsStepsByName()
{
    const FlowPtr flow = readFlow(kFlow, "flows/shop/order.yaml").flow;
    const auto dropped = droppedSteps(routesOf(kRoutes), *flow, json::Object{{"money", false}});
    QCOMPARE(names(dropped), QString("pay billing "));
    QCOMPARE(QString::fromStdString(dropped->front().reason), QString("filter money: !input.money"));
}

void TestRoutes::dropsStepsByDomainWhenCorrected()
{
    const FlowPtr flow = readFlow(kFlow, "flows/shop/order.yaml").flow;
    const Routes routes = routesOf(std::string(kRoutes) + "corrected_filter: true\n");
    QCOMPARE(names(droppedSteps(routes, *flow, json::Object{{"money", false}})), QString("pay refund "));
}

void TestRoutes::fillsInTheDefaultsOfTheInput()
{
    const FlowPtr flow = readFlow(kFlow, "flows/shop/order.yaml").flow;
    QCOMPARE(names(droppedSteps(routesOf(kRoutes), *flow, json::Object{})), QString());
}

void TestRoutes::placesEveryProblem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("errors");
    const auto row = [](const char *name, const QByteArray &text, const char *errors) {
        QTest::newRow(name) << text << QString(errors);
    };
    row("version", "batuta: 3\n", "flow.version 1:9 batuta\n");
    row("no default", "batuta: 1\nroutes: []\n", "flow.missing_key 1:1\n");
    row("unknown key", "batuta: 1\ndefault: a\nroute: []\n", "flow.unknown_key 3:1 route\n");
    row("rule", "batuta: 1\ndefault: a\nroutes:\n  - {if: 'input.', flow: A}\n  - {flows: b}\n",
        "expr.syntax 4:17 routes[0].if\nflow.bad_name 4:26 routes[0].flow\nflow.missing_key 5:5 routes[1]\n"
        "flow.missing_key 5:5 routes[1]\nflow.unknown_key 5:6 routes[1].flows\n");
    row("status", "batuta: 1\ndefault: a\nroutes: [{if: 'failure()', flow: b}]\n",
        "route.invalid 3:15 routes[0].if\n");
    row("other contexts", "batuta: 1\ndefault: a\nroutes: [{if: 'env.X && steps.a.status', flow: b}]\n",
        "flow.contradiction 3:16 routes[0].if\nflow.contradiction 3:25 routes[0].if\n");
    row("filters",
        "batuta: 1\ndefault: a\nfilters:\n  - {name: f, if: 'true', drop: {}}\n  - {name: f, if: 'true', "
        "drop: {domain: [1]}}\n",
        "flow.missing_key 4:33 filters[0].drop\nflow.bad_value 5:12 filters[1].name\n"
        "flow.wrong_type 5:43 filters[1].drop.domain[0]\n");
    row("closed input",
        "batuta: 1\ndefault: a\ninput: {additionalProperties: false, properties: {b: {}}}\n"
        "routes: [{if: input.c, flow: b}]\n",
        "expr.unknown_name 4:15 routes[0].if\n");
}

void TestRoutes::placesEveryProblem()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, errors);
    const RoutesReading reading = readRoutes(text.toStdString(), "routes.yaml");
    QVERIFY(!reading.routes);
    QCOMPARE(test::listed(reading.errors), errors);
}

QTEST_APPLESS_MAIN(TestRoutes)
#include "tst_routes.moc"
