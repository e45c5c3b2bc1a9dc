// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/metrics_book.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

namespace {

client::StepRecord step(const std::string &name, const std::string &status, int attempts = 1)
{
    client::StepRecord record;
    record.step = name;
    record.kind = "http";
    record.status = status;
    record.attempts = attempts;
    record.duration = std::chrono::milliseconds(20);
    return record;
}

client::ExecutionRecord execution(std::vector<client::StepRecord> steps)
{
    client::ExecutionRecord record;
    record.flow = "orders";
    record.status = "success";
    record.duration = std::chrono::milliseconds(40);
    record.steps = std::move(steps);
    return record;
}

} // namespace

class TstMetricsBook : public QObject
{
    Q_OBJECT

private slots:
    void findsEachStepWhereverItStands()
    {
        telemetry::Metrics metrics;
        host::MetricsBook book(metrics);
        book.ended(execution({step("a", "success"), step("b", "success"), step("c", "success")}));
        book.ended(execution({step("c", "failed", 3), step("a", "success")}));
        book.ended(execution({step("d", "skipped", 0), step("b", "success"), step("e", "something new")}));
        book.ended(execution({step("a", "success"), step("e", "success"), step("d", "success")}));
        const auto ended = [&](const char *name, const char *status) {
            return metrics
                .counter("batuta_steps_total", "",
                         {{"flow", "orders"}, {"step", name}, {"kind", "http"}, {"status", status}})
                .value();
        };
        QCOMPARE(ended("a", "success"), std::uint64_t(3));
        QCOMPARE(ended("b", "success"), std::uint64_t(2));
        QCOMPARE(ended("c", "success"), std::uint64_t(1));
        QCOMPARE(ended("c", "failed"), std::uint64_t(1));
        QCOMPARE(ended("d", "skipped"), std::uint64_t(1));
        QCOMPARE(ended("d", "success"), std::uint64_t(1));
        QCOMPARE(ended("e", "something new"), std::uint64_t(1));
        QCOMPARE(metrics.counter("batuta_executions_total", "", {{"flow", "orders"}, {"status", "success"}})
                     .value(),
                 std::uint64_t(4));
        const auto &seconds =
            metrics.histogram("batuta_step_duration_seconds", "", {{"flow", "orders"}, {"step", "d"}});
        QCOMPARE(seconds.count(), std::uint64_t(1)); // a skipped step took no time
        QCOMPARE(seconds.sum(), 0.02);
        QCOMPARE(
            metrics.counter("batuta_step_retries_total", "", {{"flow", "orders"}, {"step", "c"}}).value(),
            std::uint64_t(2));
    }

    void aReusedConnectionHasNoTimeOfConnecting()
    {
        telemetry::Metrics metrics;
        host::MetricsBook book(metrics);
        net::HttpTimings timings;
        timings.dns = std::chrono::milliseconds(3);
        timings.connect = std::chrono::milliseconds(2);
        timings.firstByte = std::chrono::milliseconds(10);
        book.called(timings);
        timings.reused = true;
        book.called(timings);
        const auto count = [&](const char *phase) {
            return metrics.histogram("batuta_http_call_phase_seconds", "", {{"phase", phase}}).count();
        };
        QCOMPARE(count("dns"), std::uint64_t(1));
        QCOMPARE(count("connect"), std::uint64_t(1));
        QCOMPARE(count("tls"), std::uint64_t(0));
        QCOMPARE(count("first_byte"), std::uint64_t(2));
        QCOMPARE(metrics.histogram("batuta_http_call_phase_seconds", "", {{"phase", "first_byte"}}).sum(),
                 0.02);
    }
};

QTEST_APPLESS_MAIN(TstMetricsBook)
#include "tst_metrics_book.moc"
