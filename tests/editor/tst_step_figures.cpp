// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/figures_source.h"

#include <QTest>

using namespace batuta;
using namespace batuta::views;
using namespace std::chrono_literals;

namespace {

client::ExecutionRecord run(std::vector<std::pair<const char *, Duration>> steps)
{
    client::ExecutionRecord record;
    record.trigger = "manual";
    for (const auto &[status, duration] : steps) {
        client::StepRecord &step = record.steps.emplace_back();
        step.step = "call";
        step.status = status;
        step.duration = duration;
    }
    return record;
}

} // namespace

class TestStepFigures : public QObject
{
    Q_OBJECT

private slots:
    void areRanksOverWhatSucceeded();
    void countFailuresAmongWhatEnded();
    void knowTheNewestState();
    void leaveTestsOut();
    void tellASlowStep();
};

void TestStepFigures::areRanksOverWhatSucceeded()
{
    std::vector<client::ExecutionRecord> runs;
    for (int i = 20; i >= 1; --i)
        runs.push_back(run({{"success", i * 10ms}}));
    runs.push_back(run({{"failed", 9s}}));
    runs.push_back(run({{"skipped", 0ms}}));
    const auto figures = figuresOf(runs);
    QCOMPARE(figures.size(), std::size_t{1});
    QVERIFY(figures.at("call").p50 == Duration(100ms));
    QVERIFY(figures.at("call").p95 == Duration(190ms));
}

void TestStepFigures::countFailuresAmongWhatEnded()
{
    const auto figures =
        figuresOf({run({{"success", 1ms}}), run({{"failed", 1ms}}), run({{"skipped", 0ms}}),
                   run({{"running", 0ms}}), run({{"success", 1ms}}), run({{"success", 1ms}})});
    QCOMPARE(*figures.at("call").errorRate, 0.25);
    QVERIFY(!figuresOf({run({{"skipped", 0ms}})}).at("call").errorRate);
    QVERIFY(!figuresOf({run({{"skipped", 0ms}})}).at("call").p50);
}

void TestStepFigures::knowTheNewestState()
{
    const auto figures = figuresOf({run({{"failed", 1ms}}), run({{"success", 1ms}})});
    QVERIFY(figures.at("call").last == views::Status::Failed);
}

void TestStepFigures::leaveTestsOut()
{
    client::ExecutionRecord test = run({{"failed", 1ms}});
    test.trigger = "editor";
    QVERIFY(figuresOf({test}).empty());
}

void TestStepFigures::tellASlowStep()
{
    QVERIFY(figuresOf({run({{"success", 300ms}}), run({{"success", 300ms}}), run({{"success", 4s}})})
                .at("call")
                .isSlow);
    QVERIFY(!figuresOf({run({{"success", 30ms}}), run({{"success", 30ms}}), run({{"success", 400ms}})})
                 .at("call")
                 .isSlow);
}

QTEST_GUILESS_MAIN(TestStepFigures)
#include "tst_step_figures.moc"
