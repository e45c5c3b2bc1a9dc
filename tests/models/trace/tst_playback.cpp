// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/trace/trace_sample.h"
#include "views/models/trace/playback.h"
#include "views/models/trace/step_history.h"
#include "views/models/trace/trace_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

namespace {

client::ExecutionRecord sample()
{
    return execution({endedStep("first", {{0, 100, 200}}),
                      endedStep("flaky", {{100, 50, 503}, {250, 50, 503}}), endedStep("skipped", {}, 300),
                      endedStep("other", {{100, 400, 200}})},
                     600);
}

QString picture(const client::ExecutionRecord &record)
{
    QStringList parts;
    for (const client::StepRecord &step : record.steps)
        parts << QString::fromStdString(step.status) + '/' + QString::number(step.attempts);
    return parts.join(' ');
}

json::Value itemOf(int item, int attempt, int start, bool ok)
{
    json::Value detail = endedStep("x", {{start, 10, ok ? 200 : 503}}).attemptsDetail.at(0);
    detail.object().set("item", item);
    detail.object().set("attempt", attempt);
    return detail;
}

} // namespace

class TestPlayback : public QObject
{
    Q_OBJECT

private slots:
    void momentsComeInTheirOrder()
    {
        const Playback playback(sample());
        QStringList moments;
        for (const Instant &instant : playback.instants())
            moments
                << QString::fromStdString(instant.step) +
                       QString::number(
                           std::chrono::duration_cast<std::chrono::milliseconds>(instant.at - at(0)).count());
        QCOMPARE(moments, QStringList({"0", "first0", "first100", "first100", "flaky100", "other100",
                                       "flaky150", "flaky250", "flaky300", "flaky300", "skipped300",
                                       "other500", "other500", "600"}));
    }

    void atEachMomentOnlyWhatHadHappenedIsThere()
    {
        const Playback playback(sample());
        const auto at = [&](std::size_t moment) { return picture(playback.recordAt(moment)); };
        QCOMPARE(at(0), QString("pending/0 pending/0 pending/0 pending/0"));
        QCOMPARE(at(1), QString("running/1 pending/0 pending/0 pending/0"));
        QCOMPARE(at(2), QString("waiting/1 pending/0 pending/0 pending/0"));
        QCOMPARE(at(5), QString("success/1 running/1 pending/0 running/1"));
        QCOMPARE(at(6), QString("success/1 waiting/1 pending/0 running/1"));
        QCOMPARE(at(7), QString("success/1 running/2 pending/0 running/1"));
        QCOMPARE(at(10), QString("success/1 failed/2 skipped/0 running/1"));
        QVERIFY(playback.recordAt(13) == playback.whole());
        QCOMPARE(playback.recordAt(7).status, std::string("running"));
        QVERIFY(playback.recordAt(7).output.isNull());
        // The response of a call that is under way is not known yet, its beginning is.
        const client::StepRecord flaky = playback.recordAt(7).steps[1];
        const TraceStep step = traceStepOf(flaky);
        QVERIFY(step.attempts[1].isOpen && !step.attempts[0].isOpen);
        QCOMPARE(step.attempts[1].startedAt, tests::at(250));
    }

    void theModelGoesBackAndForth()
    {
        const Playback playback(sample());
        TraceModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRecord(playback.whole());
        const int whole = model.rowCount(model.indexOf(1));
        QCOMPARE(whole, 2);
        for (const std::size_t moment : {13, 7, 6, 0, 3, 12, 13}) {
            model.showAnother(playback.recordAt(moment), playback.instants()[moment].at);
            QCOMPARE(model.run().hasEnded(), moment == 13);
        }
        QCOMPARE(model.rowCount(model.indexOf(1)), whole);
        model.showAnother(playback.recordAt(6), playback.instants()[6].at);
        QCOMPARE(model.rowCount(model.indexOf(1)), 0); // one attempt has no row of its own
        QCOMPARE(model.run().length(model.now()), Duration(150'000));
    }

    void anEmptyRunHasABeginningAndAnEnd()
    {
        const Playback playback(execution({}, 10));
        QCOMPARE(playback.instants().size(), std::size_t(2));
        QVERIFY(Playback().isEmpty());
    }

    void itemsOfAForeachAreRows()
    {
        client::StepRecord fan = endedStep("fan", {{0, 100, 200}});
        fan.attemptsDetail.array()[0].object().set(
            "items", json::Array{itemOf(1, 1, 0, true), itemOf(0, 1, 0, false), itemOf(0, 2, 50, true)});
        TraceModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRecord(execution({fan}, 100));
        QCOMPARE(model.rowCount(model.indexOf(0)), 3);
        const auto item = [&](int row) { return model.indexOf(0, row).data(TraceModel::ItemRole).toInt(); };
        QCOMPARE(item(0), 0);
        QCOMPARE(item(1), 0);
        QCOMPARE(item(2), 1);
        QCOMPARE(backoffBefore(model.run().step(0), 1), Duration(40'000));
        QCOMPARE(backoffBefore(model.run().step(0), 2), Duration{}); // of another item
        QCOMPARE(model.run().step(0).attempts.size(), std::size_t(1));
    }

    void aQuestionIsOpenUntilItIsAnswered()
    {
        client::StepRecord ask = runningStep("ask", 100);
        ask.kind = "approval";
        ask.attemptsDetail = json::Array{json::Object{
            {"attempt", 1}, {"status", "waiting"}, {"question", json::Object{{"message", "Go on?"}}}}};
        const TraceStep step = traceStepOf(ask);
        QVERIFY(step.isOpen() && step.attempts[0].isOpen);
        QCOMPARE(step.attempts[0].startedAt, at(100));
        QCOMPARE(step.question()["message"].asString(), std::string("Go on?"));
        ask.status = "success";
        QVERIFY(traceStepOf(ask).question().isNull());
    }

    void historySaysPercentilesAndOthersThatFailed()
    {
        std::vector<client::ExecutionRecord> runs;
        for (int i = 1; i <= 20; ++i) {
            runs.push_back(execution({endedStep("s", {{0, i * 10, i > 16 ? 503 : 200}})}, 1000));
            runs.back().id = "run" + std::to_string(i);
            runs.back().startedAt = at(i * 1000);
        }
        runs.push_back(execution({endedStep("s", {})}, 1000)); // it did not run there
        const StepHistory history = stepHistoryOf(runs, "s", "run18");
        QCOMPARE(history.runs.size(), std::size_t(20));
        QCOMPARE(history.runs.front().execution, std::string("run20"));
        QCOMPARE(history.succeeded, 16);
        QCOMPARE(history.p50, Duration(80'000));
        QCOMPARE(history.p95, Duration(160'000));
        QCOMPARE(history.failed, 4);
        QCOMPARE(history.othersFailed, 3);
        QCOMPARE(history.failingSince, at(17'000));
        QVERIFY(stepHistoryOf(runs, "unknown", "").runs.empty());
    }
};

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_playback.moc"
