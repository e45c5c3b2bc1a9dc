// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/client/rollout.h"
#include "engine/flow/reader.h"
#include "engine/json/json.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using namespace batuta::client;
using batuta::test::shown;
using std::chrono::minutes;

namespace {

RolloutRequest whole()
{
    RolloutRequest request;
    request.environment = "production";
    request.service = "shop";
    request.draft.image = "us-east1-docker.pkg.dev/p/r/shop:2";
    request.draft.suffix = "two";
    request.draft.settings = {{"memory", "2Gi"}};
    request.draft.env = {{"A", "1", {}, {}}, {"TOKEN", {}, "shop-token", "3"}};
    request.draft.unset = {"OLD"};
    request.tag = "next";
    request.healthPath = "/health";
    request.stages = {{5, minutes(20)}, {25, minutes(30)}};
    RolloutGate gate;
    gate.figure = "error_rate";
    gate.max = 0.01;
    gate.samples = 50;
    gate.window = minutes(5);
    RolloutGate flow;
    flow.figure = "flow";
    flow.query = "smoke";
    request.gates = {gate, flow};
    request.holds = true;
    request.heldMost = minutes(40);
    request.confirmed = "shop";
    request.why = "the release of today";
    return request;
}

QString stepsOf(const RolloutRequest &request)
{
    const flow::FlowReading reading = flow::readFlow(rolloutFlow(request), "rollout.yaml");
    QString text;
    for (const Error &error : reading.errors)
        text += shown(errorText(error)) + "\n";
    if (!reading.flow)
        return text;
    for (const auto *steps : {&reading.flow->steps, &reading.flow->finallySteps})
        for (const flow::Step &step : *steps)
            text += shown(step.id.value) + " ";
    return text.trimmed();
}

} // namespace

/// A rollout as values: its spelling in JSON, and the flow that it becomes.
class TestRollout : public QObject
{
    Q_OBJECT

private slots:
    void goesThroughJsonAndBack();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void becomesAFlowThatReads_data();
    void becomesAFlowThatReads();
    void theSampleIsWhatItWrites();
    void tellsWhoTookItOver();
    void isNothingForOtherFlows();
};

void TestRollout::goesThroughJsonAndBack()
{
    const json::Value there = toJson(whole());
    const auto back = rolloutFromJson(there);
    BATUTA_VERIFY_OK(back);
    QCOMPARE(shown(json::write(toJson(*back))), shown(json::write(there)));
    QCOMPARE(back->draft.env[1].secretVersion, std::string("3"));
    const Act act = rolloutAct(whole(), {"ana", {"*"}});
    QCOMPARE(act.subject, std::string("production/shop"));
    QCOMPARE(act.why, std::string("the release of today"));
}

void TestRollout::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"[]", "{}", R"({"service":"s","stages":[{"percent":0}]})",
          R"({"service":"s","stages":[{"percent":100}]})",
          R"({"service":"s","stages":[{"percent":25},{"percent":5}]})",
          R"({"service":"s","stages":[{"percent":5,"for":"long"}]})",
          R"({"service":"s","gates":[{"figure":"p95","max":1}]})",
          R"({"service":"s","stages":[{"percent":5}],"gates":[{"figure":"p96","max":1}]})",
          R"({"service":"s","stages":[{"percent":5}],"gates":[{"figure":"p95"}]})",
          R"({"service":"s","stages":[{"percent":5}],"gates":[{"figure":"flow"}]})",
          R"({"service":"s","stages":[{"percent":5}],"gates":[{"figure":"p95","max":1,"samples":0}]})",
          R"({"service":"s","held_most":"long"})"})
        QTest::newRow(text) << QByteArray(text);
}

void TestRollout::refusesWhatMakesNoSense()
{
    QFETCH(QByteArray, text);
    BATUTA_VERIFY_ERROR(rolloutFromJson(*json::parse(text.toStdString())), ErrorCode::InputInvalid);
}

void TestRollout::becomesAFlowThatReads_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("steps");
    QTest::newRow("whole") << QByteArray()
                           << "deploy healthy to_1 gate_1 ask_1 to_2 gate_2 ask_2 promote go_back";
    QTest::newRow("without asking") << QByteArray("rolls back")
                                    << "deploy healthy to_1 gate_1 to_2 gate_2 promote go_back";
    QTest::newRow("at once") << QByteArray("at once") << "deploy healthy promote go_back";
    QTest::newRow("tag only") << QByteArray("tag only") << "deploy healthy";
    QTest::newRow("a revision that is there")
        << QByteArray("there") << "address healthy to_1 gate_1 ask_1 to_2 gate_2 ask_2 promote go_back";
}

void TestRollout::becomesAFlowThatReads()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, steps);
    RolloutRequest request = whole();
    request.holds = change != "rolls back";
    if (change == "at once" || change == "tag only") {
        request.stages.clear();
        request.gates.clear();
    }
    request.isPromoted = change != "tag only";
    if (change == "there")
        request.revision = "shop-two";
    QCOMPARE(stepsOf(request), steps);
    const auto read = flow::readFlow(rolloutFlow(request), "rollout.yaml");
    const auto violations = read.flow->input.validate(read.flow->input.withDefaults(rolloutInput(request)));
    QVERIFY2(violations.empty(), violations.empty() ? "" : violations[0].message.c_str());
}

/// `batuta deploy --canary 5:20m,25:20m,50:20m --gate 'error_rate<=1%' --gate 'p95<=22s' --gate 'memory<=85%'
/// --hold
/// --hold-most 40m --health-path /health --print-flow`
void TestRollout::theSampleIsWhatItWrites()
{
    RolloutRequest request;
    request.healthPath = "/health";
    request.stages = {{5, minutes(20)}, {25, minutes(20)}, {50, minutes(20)}};
    const auto gate = [](const char *figure, double most, int samples) {
        RolloutGate made;
        made.figure = made.name = figure;
        made.max = most;
        made.samples = samples;
        return made;
    };
    request.gates = {gate("error_rate", 0.01, 20), gate("p95", 22'000, 20), gate("memory", 0.85, 1)};
    request.holds = true;
    request.heldMost = minutes(40);
    const auto sample = readFile(std::string(BATUTA_SOURCE_DIR) + "/resources/samples/canary.yaml", 1u << 20);
    BATUTA_VERIFY_OK(sample);
    QCOMPARE(shown(*sample), shown(rolloutFlow(request)));
}

void TestRollout::tellsWhoTookItOver()
{
    ExecutionRecord record;
    record.flow = kRolloutFlow;
    record.status = "failed";
    record.input = json::Object{{"service", "shop"},
                                {"stages", json::Array{json::Object{{"percent", 5}, {"for", "1m"}}}}};
    record.steps.resize(2);
    record.steps[0].step = "gate_1";
    record.steps[0].status = "success";
    record.steps[0].output = R"({"passed":false,"ended_by":"broken"})";
    record.steps[1].step = "ask_1";
    record.steps[1].status = "failed";
    record.steps[1].output = R"({"approved":false})";
    QVERIFY(!rolloutOf(record)->isTakenOver); // somebody has said no
    record.steps[1].output = R"({"approved":false,"ended_by":"taken_over","moved_by":"ana"})";
    const auto state = rolloutOf(record);
    QVERIFY(state->isTakenOver && state->isOver && state->asks.empty());
    QCOMPARE(shown(state->movedBy), QString("ana"));
    QCOMPARE(shown(state->stages[0].status), QString("broken"));
}

void TestRollout::isNothingForOtherFlows()
{
    ExecutionRecord record;
    record.flow = "shop";
    QVERIFY(!rolloutOf(record));
}

QTEST_APPLESS_MAIN(TestRollout)
#include "tst_rollout.moc"
