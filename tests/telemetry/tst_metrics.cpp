// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/telemetry/metrics.h"
#include "tests/support/verify.h"

#include <limits>
#include <thread>

using namespace batuta;
using namespace batuta::telemetry;
using batuta::test::shown;

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void writesCounters()
    {
        Metrics metrics;
        metrics.counter("batuta_calls_total", "Calls made.", {{"step", "b"}}).increment(2);
        metrics.counter("batuta_calls_total", "Calls made.", {{"step", "a"}}).increment();
        metrics.counter("batuta_calls_total", "Calls made.", {{"step", "b"}}).increment();
        QCOMPARE(shown(metrics.prometheusText()), QString("# HELP batuta_calls_total Calls made.\n"
                                                          "# TYPE batuta_calls_total counter\n"
                                                          "batuta_calls_total{step=\"a\"} 1\n"
                                                          "batuta_calls_total{step=\"b\"} 3\n"));
    }

    void mirrorsCountersThatAreKeptElsewhere()
    {
        Metrics metrics;
        metrics.mirror("batuta_cpu_seconds_total", "Time.").set(1.5);
        QCOMPARE(shown(metrics.prometheusText()), QString("# HELP batuta_cpu_seconds_total Time.\n"
                                                          "# TYPE batuta_cpu_seconds_total counter\n"
                                                          "batuta_cpu_seconds_total 1.5\n"));
    }

    void writesGauges()
    {
        Metrics metrics;
        Gauge &gauge = metrics.gauge("running", "Running now.");
        gauge.set(5);
        gauge.add(-7.5);
        QCOMPARE(shown(metrics.prometheusText()),
                 QString("# HELP running Running now.\n# TYPE running gauge\nrunning -2.5\n"));
        gauge.set(std::numeric_limits<double>::infinity());
        QVERIFY(shown(metrics.prometheusText()).endsWith("running +Inf\n"));
        gauge.set(-std::numeric_limits<double>::infinity());
        QVERIFY(shown(metrics.prometheusText()).endsWith("running -Inf\n"));
        gauge.set(std::numeric_limits<double>::quiet_NaN());
        QVERIFY(shown(metrics.prometheusText()).endsWith("running NaN\n"));
    }

    void writesHistograms()
    {
        Metrics metrics;
        Histogram &histogram = metrics.histogram("seconds", "Time.", {{"flow", "x"}}, {1, 0.1, 1});
        for (const double value : {0.05, 0.1, 0.5, 1.0, 7.0})
            histogram.observe(value);
        QCOMPARE(shown(metrics.prometheusText()), QString("# HELP seconds Time.\n"
                                                          "# TYPE seconds histogram\n"
                                                          "seconds_bucket{flow=\"x\",le=\"0.1\"} 2\n"
                                                          "seconds_bucket{flow=\"x\",le=\"1\"} 4\n"
                                                          "seconds_bucket{flow=\"x\",le=\"+Inf\"} 5\n"
                                                          "seconds_sum{flow=\"x\"} 8.65\n"
                                                          "seconds_count{flow=\"x\"} 5\n"));
        QCOMPARE(histogram.count(), std::uint64_t(5));
    }

    void escapesHelpAndLabels()
    {
        Metrics metrics;
        metrics.counter("c", "a \"b\"\nc\\d", {{"l", "a \"b\"\nc\\d"}});
        QCOMPARE(shown(metrics.prometheusText()),
                 QString("# HELP c a \"b\"\\nc\\\\d\n# TYPE c counter\nc{l=\"a \\\"b\\\"\\nc\\\\d\"} 0\n"));
    }

    void sortsFamiliesAndLabels()
    {
        Metrics metrics;
        metrics.gauge("z", "");
        metrics.counter("a", "", {{"y", "2"}, {"x", "1"}});
        metrics.counter("a", "", {{"x", "1"}, {"y", "2"}}).increment();
        const QString text = shown(metrics.prometheusText());
        QVERIFY(text.contains("a{x=\"1\",y=\"2\"} 1\n"));
        QVERIFY(text.indexOf("# TYPE a ") < text.indexOf("# TYPE z "));
        QCOMPARE(text, shown(metrics.prometheusText()));
    }

    void bringsNamesToTheAlphabet()
    {
        Metrics metrics;
        metrics.counter("9 a-b:c", "", {{"l:1", "x"}});
        metrics.counter("", "");
        const QString text = shown(metrics.prometheusText());
        QVERIFY(text.contains("\n_9_a_b:c{l_1=\"x\"} 0\n"));
        QVERIFY(text.contains("\n_ 0\n"));
    }

    void keepsTypesApart()
    {
        Metrics metrics;
        metrics.counter("x", "c").increment();
        metrics.gauge("x", "g").set(2);
        const QString text = shown(metrics.prometheusText());
        QVERIFY(text.contains("# TYPE x counter\nx 1\n"));
        QVERIFY(text.contains("# TYPE x_gauge gauge\nx_gauge 2\n"));
    }

    void givesTheSameHandleAgain()
    {
        Metrics metrics;
        QVERIFY(&metrics.counter("a", "") == &metrics.counter("a", "other help"));
        QVERIFY(&metrics.counter("a", "", {{"x", "1"}}) != &metrics.counter("a", "", {{"x", "2"}}));
        QVERIFY(&metrics.histogram("h", "") == &metrics.histogram("h", "", {}, {1, 2}));
    }

    void boundsTheNumberOfSeries()
    {
        Metrics metrics;
        for (std::size_t i = 0; i < 3 * Metrics::kMaxSeries; ++i)
            metrics.counter("a", "", {{"user", std::to_string(i)}}).increment();
        const QString text = shown(metrics.prometheusText());
        QCOMPARE(static_cast<std::size_t>(text.count("\na{")), Metrics::kMaxSeries + 1);
        QVERIFY(text.contains(QString("a{user=\"other\"} %1\n").arg(2 * Metrics::kMaxSeries)));
    }

    void losesNoIncrementOfManyThreads()
    {
        Metrics metrics;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&metrics] {
                Counter &counter = metrics.counter("c", "");
                Gauge &gauge = metrics.gauge("g", "");
                Histogram &histogram = metrics.histogram("h", "");
                for (int i = 0; i < 10'000; ++i) {
                    counter.increment();
                    gauge.add(1);
                    histogram.observe(0.5);
                }
                std::ignore = metrics.prometheusText();
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(metrics.counter("c", "").value(), std::uint64_t(40'000));
        QCOMPARE(metrics.gauge("g", "").value(), 40'000.0);
        QCOMPARE(metrics.histogram("h", "").count(), std::uint64_t(40'000));
        QCOMPARE(metrics.histogram("h", "").sum(), 20'000.0);
    }
};

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
