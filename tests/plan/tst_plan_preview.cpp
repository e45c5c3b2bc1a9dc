// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/plan/preview.h"
#include "tests/support/flow_text.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::test;

/// What would become of each step if the flow were started now.
class TestPreview : public QObject
{
    Q_OBJECT

private slots:
    void foreseesSteps_data();
    void foreseesSteps();
    void leavesOutWhatIsDropped();
};

namespace {

/// `level name verdict (reason)`, one step a line.
QString previewOf(std::string_view text, const std::vector<bool> &dropped = {})
{
    const expr::ObjectContext context(json::Object{
        {"input", json::Object{{"fast", true}}},
        {"env", json::Object{{"A_URL", "http://a"}}},
    });
    const flow::FlowPtr flow = flowFromText(text);
    std::vector<std::string> lines;
    for (const plan::PreviewStep &step : plan::preview(*flow, dropped, context)) {
        const auto at = static_cast<std::size_t>(step.step);
        const auto &definition =
            step.isFinally ? flow->finallySteps[at - flow->steps.size()] : flow->steps[at];
        const std::string why = plan::reasonText(step.reason);
        lines.push_back(std::to_string(step.level) + " " + definition.id.value + " " +
                        std::string(plan::verdictName(step.verdict)) + (why.empty() ? "" : " (" + why + ")"));
    }
    return shown(join(lines, "\n"));
}

} // namespace

void TestPreview::foreseesSteps_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QString>("steps");
    const auto row = [](const char *name, const char *flow, const char *steps) {
        QTest::newRow(name) << QByteArray(flow) << steps;
    };
    row("levels", "a\nb: a\nc: a\nd: b c\ne", "0 a runs\n1 b runs\n1 c runs\n2 d runs\n0 e runs");
    row("finally", "a\n-- y\n-- z: y", "0 a runs\n0 y runs\n1 z runs");
    row("what would be undone is not listed", "a\n~ a\n-- z", "0 a runs\n0 z runs");
    row("skip rule", "a skip=input.fast|known", "0 a skips (Skipped: known)");
    row("condition", "a if=!input.fast", "0 a skips (Condition is false: !input.fast)");
    row("missing URL", "a url=A_URL\nb url=B_URL", "0 a runs\n0 b skips (URL not configured: B_URL)");
    row("what needs a skipped step", "a url=B_URL\nb: a\nc: b",
        "0 a skips (URL not configured: B_URL)\n1 b skips (Needs a, which did not succeed)\n"
        "2 c skips (Needs b, which did not succeed)");
    row("unless it says continue", "a url=B_URL on_failure=continue\nb: a",
        "0 a skips (URL not configured: B_URL)\n1 b runs");
    row("results of others",
        "a\nb: a if=steps.a.output.ok\nc: a skip=steps.a.output.ok|ok\nd: a if=failure()",
        "0 a runs\n1 b depends\n1 c depends\n1 d depends");
    row("a need that will be skipped decides first",
        "a if=false\nb: a if=steps.a.output.ok\nc: a if=always()",
        "0 a skips (Condition is false: false)\n1 b skips (Needs a, which did not succeed)\n1 c depends");
    row("nothing", "", "");
}

void TestPreview::foreseesSteps()
{
    QFETCH(QByteArray, flow);
    QTEST(previewOf(flow.toStdString()), "steps");
}

void TestPreview::leavesOutWhatIsDropped()
{
    QCOMPARE(previewOf("a\nb: a\nc: b", {false, true}), QString("0 a runs\n0 b filtered\n1 c runs"));
}

QTEST_APPLESS_MAIN(TestPreview)
#include "tst_plan_preview.moc"
