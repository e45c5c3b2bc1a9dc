// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/trace/trace_sample.h"

#include <QTest>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

class TestTraceRun : public QObject
{
    Q_OBJECT

private slots:
    void readsAttemptsFromTheRecord();
    void aBackoffIsWhatLiesBetweenTwoAttempts();
    void aRunningStepHasAnOpenAttempt();
    void eventsTellTheLifeOfAStep();
    void oldAndDoubledEventsAreLeftOut();
    void eventsOfOthersAreLeftOut();
    void aSnapshotOlderThanTheEventsTakesNothingBack();
    void aSnapshotOlderThanTheEventsStillGivesDetails();
    void anEndedExecutionDoesNotRunAgain();
    void aMissingEventIsAGap();
    void aSnapshotMendsWhatLostEventsLeftOut();
    void anotherExecutionIsAnotherStructure();
    void theFirstFailureOnThePathComesFirst();
    void phasesComeFromTheTimings();
    void everyOrderOfEventsAndSnapshotsEndsAlike();
};

void TestTraceRun::readsAttemptsFromTheRecord()
{
    TraceRun run;
    run.setRecord(execution({endedStep("a", {{10, 50, 503}, {110, 20, 200}})}, 130));
    const TraceStep &step = run.step(0);
    QCOMPARE(step.attempts.size(), std::size_t(2));
    QCOMPARE(step.attempts[0].status, views::Status::Failed);
    QCOMPARE(step.attempts[0].statusCode, 503);
    QCOMPARE(step.attempts[1].status, views::Status::Success);
    QCOMPARE(run.offset(step.attempts[1].startedAt), Duration(std::chrono::milliseconds(110)));
    QCOMPARE(step.duration, Duration(std::chrono::milliseconds(120)));
}

void TestTraceRun::aBackoffIsWhatLiesBetweenTwoAttempts()
{
    TraceRun run;
    run.setRecord(execution({endedStep("a", {{10, 50, 503}, {110, 20, 503}, {200, 5, 200}})}, 205));
    QCOMPARE(backoffBefore(run.step(0), 0), Duration{});
    QCOMPARE(backoffBefore(run.step(0), 1), Duration(std::chrono::milliseconds(50)));
    QCOMPARE(run.step(0).waited(), Duration(std::chrono::milliseconds(120)));
}

void TestTraceRun::aRunningStepHasAnOpenAttempt()
{
    TraceRun run;
    run.setRecord(execution({runningStep("a", 10, 2), pendingStep("b")}));
    QVERIFY(run.step(0).isOpen());
    QCOMPARE(run.step(0).attempts.size(), std::size_t(2));
    QVERIFY(run.step(0).attempts[1].isOpen);
    QCOMPARE(run.step(0).end(at(500)), at(500));
    QVERIFY(!run.step(1).isOpen());
}

void TestTraceRun::eventsTellTheLifeOfAStep()
{
    TraceRun run;
    run.setRecord(execution({pendingStep("a")}));
    run.apply({told(1, "execution_started", "", 0), told(2, "step_started", "a", 5, {{"attempt", 1}})});
    QCOMPARE(run.step(0).picture(), views::Status::Running);
    run.apply({told(3, "step_retry", "a", 25, {{"attempt", 2}, {"wait_ms", 100}})});
    QCOMPARE(run.step(0).picture(), views::Status::Waiting);
    QCOMPARE(run.step(0).attempts[0].duration, Duration(std::chrono::milliseconds(20)));
    QVERIFY(run.lacksDetail(0));
    run.apply({told(4, "step_started", "a", 125, {{"attempt", 2}}),
               told(5, "step_ended", "a", 155,
                    {{"status", "success"}, {"status_code", 200}, {"attempts", 2}, {"duration_ms", 150.0}}),
               told(6, "execution_ended", "", 156, {{"status", "success"}, {"duration_ms", 156.0}})});
    QCOMPARE(run.step(0).picture(), views::Status::Success);
    QCOMPARE(backoffBefore(run.step(0), 1), Duration(std::chrono::milliseconds(100)));
    QVERIFY(run.hasEnded());
    QCOMPARE(run.length(at(999)), Duration(std::chrono::milliseconds(156)));
}

void TestTraceRun::oldAndDoubledEventsAreLeftOut()
{
    TraceRun run;
    run.setRecord(execution({pendingStep("a")}));
    const auto begun = told(2, "step_started", "a", 5, {{"attempt", 1}});
    QVERIFY(!run.apply({begun}).isEmpty());
    QVERIFY(run.apply({begun}).isEmpty());
    QVERIFY(run.apply({told(1, "step_started", "a", 3, {{"attempt", 1}})}).isEmpty());
    QCOMPARE(run.step(0).attempts.size(), std::size_t(1));
}

void TestTraceRun::eventsOfOthersAreLeftOut()
{
    TraceRun run;
    run.setRecord(execution({pendingStep("a")}));
    auto other = told(1, "step_started", "a", 5, {{"attempt", 1}});
    other.execution = "99999999-0000-4000-8000-000000000000";
    QVERIFY(run.apply({other}).isEmpty());
}

void TestTraceRun::aSnapshotOlderThanTheEventsTakesNothingBack()
{
    TraceRun run;
    run.setRecord(execution({runningStep("a", 5)}));
    run.apply({told(7, "step_ended", "a", 50, {{"status", "success"}, {"duration_ms", 45.0}})});
    run.setRecord(execution({runningStep("a", 5)}));
    QCOMPARE(run.step(0).picture(), views::Status::Success);
    QCOMPARE(run.step(0).duration, Duration(std::chrono::milliseconds(45)));
}

void TestTraceRun::aSnapshotOlderThanTheEventsStillGivesDetails()
{
    TraceRun run;
    run.setRecord(execution({runningStep("a", 5)}));
    run.apply({told(3, "step_retry", "a", 55, {{"attempt", 2}}),
               told(4, "step_started", "a", 105, {{"attempt", 2}}),
               told(5, "step_ended", "a", 150, {{"status", "failed"}, {"duration_ms", 145.0}})});
    const auto changed = run.setRecord(execution({runningStep("a", 5, 2)}));
    QCOMPARE(changed.steps, std::vector<int>{0});
    QCOMPARE(run.step(0).picture(), views::Status::Failed);
    QCOMPARE(run.step(0).attempts[0].statusCode, 503);
    QVERIFY(run.step(0).attempts[1].detail.isNull());
}

void TestTraceRun::anEndedExecutionDoesNotRunAgain()
{
    TraceRun run;
    run.setRecord(execution({pendingStep("a")}));
    run.apply({told(9, "execution_ended", "", 80, {{"status", "failed"}, {"error", "a: HTTP 500"}})});
    run.setRecord(execution({pendingStep("a")}));
    QVERIFY(run.hasEnded());
    QCOMPARE(run.record().error, std::string("a: HTTP 500"));
}

void TestTraceRun::aMissingEventIsAGap()
{
    TraceRun run;
    run.setRecord(execution({pendingStep("a")}));
    run.apply({told(5, "step_started", "a", 5, {{"attempt", 1}})});
    QVERIFY(!run.hasGap()); // whoever comes late has not seen the first ones
    run.apply({told(7, "step_ended", "a", 9, {{"status", "success"}})});
    QVERIFY(run.hasGap());
    run.setRecord(execution({endedStep("a", {{5, 4, 200}})}));
    QVERIFY(!run.hasGap());
}

void TestTraceRun::aSnapshotMendsWhatLostEventsLeftOut()
{
    TraceRun run;
    run.setRecord(execution({runningStep("a", 10, 2)}));
    run.setRecord(execution({runningStep("a", 10)})); // older
    run.apply({told(9, "step_ended", "a", 400, {{"status", "success"}, {"duration_ms", 390.0}})});
    run.setRecord(execution({endedStep("a", {{10, 50, 503}, {110, 50, 503}, {260, 140, 200}})}));
    QCOMPARE(run.step(0).attempts.size(), std::size_t(3));
    QVERIFY(!run.lacksDetail(0));
}

void TestTraceRun::anotherExecutionIsAnotherStructure()
{
    TraceRun run;
    QVERIFY(run.setRecord(execution({pendingStep("a")})).structure);
    QVERIFY(!run.setRecord(execution({runningStep("a", 1)})).structure);
    auto other = execution({pendingStep("a")});
    other.id = "99999999-0000-4000-8000-000000000000";
    QVERIFY(run.setRecord(other).structure);
    QVERIFY(!run.step(0).hasRun());
}

void TestTraceRun::theFirstFailureOnThePathComesFirst()
{
    TraceRun run;
    run.setRecord(execution(
        {endedStep("early", {{0, 5, 500}}), endedStep("a", {{0, 30, 503}}), endedStep("b", {{30, 10, 200}})},
        40));
    const auto flow = flowOf({{"early", {}}, {"a", {}}, {"b", {"a"}}});
    run.setFlow(&flow);
    run.updatePath(at(40));
    QCOMPARE(run.firstFailure(), 1);
}

void TestTraceRun::phasesComeFromTheTimings()
{
    TraceRun run;
    run.setRecord(execution({endedStep("a", {{0, 40, 200}}), runningStep("b", 1)}));
    const auto phases = phasesOf(run.step(0).attempts[0]);
    QVERIFY(phases.has_value());
    QCOMPARE(phases->firstByte, Duration(30'250));
    QCOMPARE(phases->connect, Duration(2'000));
    QVERIFY(!phasesOf(run.step(1).attempts[0]).has_value());
}

void TestTraceRun::everyOrderOfEventsAndSnapshotsEndsAlike()
{
    const std::vector<client::EventRecord> events{
        told(2, "step_started", "a", 10, {{"attempt", 1}}), told(3, "step_retry", "a", 60, {{"attempt", 2}}),
        told(4, "step_started", "a", 110, {{"attempt", 2}}),
        told(5, "step_ended", "a", 160,
             {{"status", "success"}, {"status_code", 200}, {"duration_ms", 150.0}})};
    const std::vector<client::ExecutionRecord> snapshots{
        execution({pendingStep("a")}), execution({runningStep("a", 10)}),
        execution({runningStep("a", 10, 2)}), execution({endedStep("a", {{10, 50, 503}, {110, 50, 200}})})};
    for (std::size_t first = 0; first < snapshots.size(); ++first)
        for (std::size_t split = 0; split <= events.size(); ++split)
            for (std::size_t second = first; second < snapshots.size(); ++second) {
                TraceRun run;
                run.setRecord(snapshots[first]);
                const auto middle = events.begin() + static_cast<std::ptrdiff_t>(split);
                run.apply({events.begin(), middle});
                run.setRecord(snapshots[second]);
                run.apply({middle, events.end()});
                QCOMPARE(run.step(0).picture(), views::Status::Success);
                QCOMPARE(run.step(0).attempts.size(), std::size_t(2));
                run.setRecord(snapshots.back());
                QVERIFY(!run.lacksDetail(0));
                QCOMPARE(run.step(0).attempts[0].statusCode, 503);
            }
}

QTEST_APPLESS_MAIN(TestTraceRun)
#include "tst_trace_run.moc"
