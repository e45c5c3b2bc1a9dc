// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::test;

/// Whether a step runs at all: conditions, skip rules, needed keys.
class TestGates : public QObject
{
    Q_OBJECT

private slots:
    void judgesSteps_data();
    void judgesSteps();
    void asksForValuesOnlyWhenTheStepMayStart();
    void aConditionThatCannotBeEvaluatedIsCritical();
};

namespace {

RunSettings withRoots()
{
    RunSettings settings;
    settings.roots = json::Object{
        {"input", json::Object{{"fast", true}, {"slow", false}, {"name", "Ana"}}},
        {"env", json::Object{{"A_URL", "http://a"}, {"EMPTY", ""}, {"TOKEN", "t"}}},
    };
    return settings;
}

} // namespace

void TestGates::judgesSteps_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QString>("ends");
    const auto row = [](const char *name, const char *flow, const char *ends) {
        QTest::newRow(name) << QByteArray(flow) << ends;
    };
    row("true condition", "a if=input.fast", "a success\nfinished success");
    row("false condition", "a if=input.slow", "a skipped (Condition is false: input.slow)\nfinished success");
    row("condition on a missing value", "a if=input.nothing",
        "a skipped (Condition is false: input.nothing)\nfinished success");
    row("skip rule", "a skip=input.name=='Ana'|she_is_known",
        "a skipped (Skipped: she_is_known)\nfinished success");
    row("first true rule gives the reason", "a skip=input.slow|one skip=input.fast|two skip=true|three",
        "a skipped (Skipped: two)\nfinished success");
    row("the condition comes before the rules", "a if=input.slow skip=true|rule",
        "a skipped (Condition is false: input.slow)\nfinished success");
    row("keys that are there", "a url=A_URL key=TOKEN", "a success\nfinished success");
    row("missing URL", "a url=B_URL", "a skipped (URL not configured: B_URL)\nfinished success");
    row("empty URL", "a url=EMPTY", "a skipped (URL not configured: EMPTY)\nfinished success");
    row("missing key", "a url=A_URL key=SECRET", "a skipped (Not configured: SECRET)\nfinished success");
    row("the rules come before the keys", "a skip=true|rule url=B_URL",
        "a skipped (Skipped: rule)\nfinished success");
    row("a skipped step holds back what needs it", "a url=B_URL\nb: a\nc: b",
        "a skipped (URL not configured: B_URL)\nb skipped (Needs a, which did not succeed)\n"
        "c skipped (Needs b, which did not succeed)\nfinished success");
    row("unless it says continue", "a url=B_URL on_failure=continue\nb: a",
        "a skipped (URL not configured: B_URL)\nb success\nfinished success");
    row("the needs come before the condition", "a if=false\nb: a if=true",
        "a skipped (Condition is false: false)\nb skipped (Needs a, which did not succeed)\nfinished "
        "success");
    row("always() runs after a skipped need", "a if=false\nb: a if=always()",
        "a skipped (Condition is false: false)\nb success\nfinished success");
    row("failure() is false after a skipped need", "a if=false\nb: a if=failure()",
        "a skipped (Condition is false: false)\nb skipped (Condition is false: failure())\nfinished success");
    row("success() written out", "a\nb: a if=success()&&input.fast",
        "a success\nb success\nfinished success");
}

void TestGates::judgesSteps()
{
    QFETCH(QByteArray, flow);
    QTEST(shown(endsOf(flow.toStdString(), "", withRoots())), "ends");
}

void TestGates::asksForValuesOnlyWhenTheStepMayStart()
{
    /// Has a value for `steps` only once step a has ended.
    class LateContext : public expr::Context
    {
    public:
        const json::Value *root(std::string_view name) const override
        {
            return name == "steps" && ready ? &steps : nullptr;
        }
        bool ready = false;
        json::Value steps = json::Object{{"a", json::Object{{"output", "go"}}}};
    };
    LateContext context;
    plan::Plan plan(flowFromText("a\nb: a if=steps.a.output=='go'"), {}, context);
    QCOMPARE(plan.start().size(), std::size_t{1});
    context.ready = true;
    const auto &decisions = plan.reported(0, {}, {});
    QCOMPARE(decisions.back().kind, plan::Decision::Kind::Start);
    QCOMPARE(decisions.back().step, 1);
}

void TestGates::aConditionThatCannotBeEvaluatedIsCritical()
{
    const std::string ends = endsOf("a if=fromJSON('{')\nb: a", "", withRoots());
    const QString text = shown(ends);
    QVERIFY2(text.startsWith("a critical_error ("), ends.c_str());
    QVERIFY2(text.endsWith("\nb not_run (Aborted by a)\nfinished failed"), ends.c_str());
}

QTEST_APPLESS_MAIN(TestGates)
#include "tst_plan_gates.moc"
