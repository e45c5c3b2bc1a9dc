// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/verify.h"
#include "views/models/runs/run_row.h"

using namespace batuta;
using namespace batuta::views;

namespace {

client::EventRecord told(std::string kind, std::string step, json::Value data)
{
    return {1, "run", WallTime(std::chrono::seconds(100)), std::move(kind), std::move(step), std::move(data)};
}

RunRow running()
{
    RunRow row;
    row.id = "run";
    row.status = "running";
    row.startedAt = WallTime(std::chrono::seconds(90));
    row.steps = {{"one", "pending", 0}, {"two", "pending", 0}};
    return row;
}

} // namespace

class TestRunRow : public QObject
{
    Q_OBJECT

private slots:
    void stepsFollowTheirEvents();
    void anEventMayComeTwice();
    void anOldEventDoesNotTurnAStepBack();
    void anEndedRunDoesNotChange();
    void eventsOfOtherRunsDoNotConcernIt();
    void aStepThatWaitsShowsTheRunAsWaiting();
    void aRunningRunLastsUntilNow();
};

void TestRunRow::stepsFollowTheirEvents()
{
    RunRow row = running();
    QVERIFY(applyEvent(row, told("step_started", "one", json::Object{{"attempt", 1}})));
    QCOMPARE(row.currentStep()->name, std::string("one"));
    QVERIFY(applyEvent(row, told("step_ended", "one", json::Object{{"status", "failed"}, {"attempts", 3}})));
    QVERIFY(!row.currentStep());
    QCOMPARE(row.failedStep()->name, std::string("one"));
    QCOMPARE(row.retries(), 2);
    QVERIFY(applyEvent(row, told("step_started", "new", json::Object{{"attempt", 1}})));
    QCOMPARE(row.steps.size(), std::size_t(3));
}

void TestRunRow::anEventMayComeTwice()
{
    RunRow row = running();
    const auto started = told("step_started", "one", json::Object{{"attempt", 1}});
    const auto retry = told("step_retry", "one", json::Object{{"attempt", 2}, {"wait_ms", 500}});
    const auto ended = told("step_ended", "one", json::Object{{"status", "success"}, {"attempts", 2}});
    for (const auto &each : {started, retry, ended}) {
        QVERIFY(applyEvent(row, each));
        QVERIFY(!applyEvent(row, each));
    }
}

void TestRunRow::anOldEventDoesNotTurnAStepBack()
{
    RunRow row = running();
    applyEvent(row, told("step_started", "one", json::Object{{"attempt", 2}}));
    QVERIFY(!applyEvent(row, told("step_started", "one", json::Object{{"attempt", 1}})));
    QVERIFY(!applyEvent(row, told("step_retry", "one", json::Object{{"attempt", 2}, {"wait_ms", 500}})));
    QCOMPARE(row.steps[0].status, std::string("running"));
    applyEvent(row, told("step_ended", "one", json::Object{{"status", "success"}, {"attempts", 2}}));
    QVERIFY(!applyEvent(row, told("step_started", "one", json::Object{{"attempt", 2}})));
    QCOMPARE(row.steps[0].status, std::string("success"));
}

void TestRunRow::anEndedRunDoesNotChange()
{
    RunRow row = running();
    QVERIFY(applyEvent(
        row, told("execution_ended", {},
                  json::Object{{"status", "failed"}, {"error", "two: HTTP 503"}, {"duration_ms", 12.5}})));
    QCOMPARE(row.status, std::string("failed"));
    QCOMPARE(row.error, std::string("two: HTTP 503"));
    QCOMPARE(row.duration.count(), 12'500);
    QVERIFY(!applyEvent(row, told("step_started", "two", json::Object{{"attempt", 1}})));
}

void TestRunRow::eventsOfOtherRunsDoNotConcernIt()
{
    RunRow row = running();
    client::EventRecord other = told("execution_ended", {}, json::Object{{"status", "failed"}});
    other.execution = "another";
    QVERIFY(!applyEvent(row, other));
    QCOMPARE(row.status, std::string("running"));
}

void TestRunRow::aStepThatWaitsShowsTheRunAsWaiting()
{
    RunRow row = running();
    applyEvent(row, told("step_retry", "one", json::Object{{"attempt", 2}, {"wait_ms", 500}}));
    QCOMPARE(row.shownStatus(), std::string_view("waiting"));
    QVERIFY(row.retryAt == WallTime(std::chrono::milliseconds(100'500)));
    applyEvent(row, told("step_started", "two", json::Object{{"attempt", 1}}));
    QCOMPARE(row.shownStatus(), std::string_view("running"));
    QCOMPARE(row.currentStep()->name, std::string("two"));
}

void TestRunRow::aRunningRunLastsUntilNow()
{
    RunRow row = running();
    QVERIFY(row.lasted(WallTime(std::chrono::seconds(97))) == std::chrono::seconds(7));
    QVERIFY(row.lasted(WallTime(std::chrono::seconds(1))) == Duration{});
    applyEvent(row,
               told("execution_ended", {}, json::Object{{"status", "success"}, {"duration_ms", 4000.0}}));
    QVERIFY(row.lasted(WallTime(std::chrono::seconds(997))) == std::chrono::seconds(4));
}

QTEST_GUILESS_MAIN(TestRunRow)
#include "tst_run_row.moc"
