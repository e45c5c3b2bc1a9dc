// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A trace of 100,000 spans in a window: how long it takes to build, to paint, to scroll and to zoom, what
// live events cost, and how much memory it takes. Prints milliseconds of the thread's own CPU, which a loaded
// machine does not change. `bench_trace N` takes another number of steps.
#include "tests/models/trace/one_execution.h"
#include "tests/models/trace/trace_sample.h"
#include "tests/support/console_house.h"
#include "views/models/trace/critical_path.h"
#include "views/pages/trace/step_inspector.h"
#include "views/pages/trace/trace_canvas.h"
#include "views/pages/trace/trace_page.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <unistd.h>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

namespace {

int g_steps = 100'000;

/// Megabytes that the process holds now.
double residentMb()
{
    std::ifstream statm("/proc/self/statm");
    long pages = 0, resident = 0;
    statm >> pages >> resident;
    return static_cast<double>(resident * sysconf(_SC_PAGESIZE)) / 1e6;
}

double cpuMillis()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Median and worst of `rounds`.
void measure(const char *name, int rounds, const std::function<void(int)> &act)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const double before = cpuMillis();
        act(round);
        times.push_back(cpuMillis() - before);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-52s %8.2f ms median %8.2f ms worst\n", name, times[times.size() / 2], times.back());
}

client::ExecutionRecord largeRecord(bool ended)
{
    std::vector<client::StepRecord> steps;
    for (int i = 0; i < g_steps; ++i) {
        const std::string id = "step_" + std::to_string(i);
        if (!ended)
            steps.push_back(pendingStep(id));
        else if (i % 20 == 0)
            steps.push_back(endedStep(id, {{i * 3, 20, 503}, {i * 3 + 60, 40, i % 100 == 0 ? 503 : 200}}));
        else
            steps.push_back(endedStep(id, {{i * 3, 30 + i % 50, 200}}));
    }
    return execution(std::move(steps), ended ? g_steps * 3 + 200 : 0);
}

client::FlowSummary largeFlow()
{
    client::FlowSummary flow;
    flow.name = FlowName("sample");
    flow.version = "v1";
    for (int i = 0; i < g_steps; ++i) {
        client::StepPreview step;
        step.step = "step_" + std::to_string(i);
        if (i >= 16)
            step.needs = {"step_" + std::to_string(i - 16)};
        flow.steps.push_back(std::move(step));
    }
    return flow;
}

void benchModel()
{
    const client::ExecutionRecord record = largeRecord(true);
    const client::FlowSummary flow = largeFlow();
    measure("model: first snapshot", 5, [&](int) {
        TraceModel model;
        model.setRecord(record);
    });
    TraceModel model;
    model.setRecord(record);
    model.setFlow(&flow);
    measure("model: snapshot again", 5, [&](int) { model.setRecord(record); });
    measure("critical path", 5, [&](int) { criticalPath(model.run().steps(), model.now(), true); });
}

void benchPage(ConsoleHouse &house, OneExecution &engine)
{
    engine.record = largeRecord(true);
    const double before = residentMb();
    TracePage page(house.context());
    page.resize(1364, 824);
    page.show();
    measure("page: open, lay out and paint", 1, [&](int) {
        page.open({"run", QString::fromStdString(engine.record.id), {}});
        static_cast<void>(QTest::qWaitFor([&] { return !page.address().query.isEmpty(); }, 20000));
        page.grab();
    });
    std::printf("%-52s %8.1f MB, the record itself not counted\n", "page: memory", residentMb() - before);
    WaterfallView &bars = page.canvas().waterfall();
    measure("page: paint the waterfall", 50, [&](int) { bars.viewport()->grab(); });
    QScrollBar &scroll = *bars.verticalScrollBar();
    measure("page: scroll by a row, tree and waterfall painted", 100, [&](int round) {
        scroll.setValue(round * 26);
        page.canvas().grab();
    });
    measure("page: scroll to anywhere, tree and waterfall painted", 50, [&](int round) {
        scroll.setValue(static_cast<int>(static_cast<qint64>(round) * 7919 * 26 % scroll.maximum()));
        page.canvas().grab();
    });
    measure("page: zoom, tree and waterfall painted", 50, [&](int round) {
        const_cast<TimeAxis &>(page.axis()).zoomAt(1e6, round % 2 == 0 ? 1.5 : 1 / 1.5);
        page.canvas().grab();
    });
}

/// Second for second of a run with 500 events each: all that the window does for them.
void benchEvents(ConsoleHouse &house, OneExecution &engine)
{
    engine.record = largeRecord(false);
    engine.record.startedAt = SystemClock().wall();
    TracePage page(house.context());
    page.resize(1364, 824);
    page.show();
    page.open({"run", QString::fromStdString(engine.record.id), {}});
    static_cast<void>(QTest::qWaitFor([&] { return !page.model().run().isEmpty(); }, 20000));
    int sequence = 1, step = 0;
    const double before = cpuMillis();
    constexpr int kBatches = 12; // of 125 events, four a second
    for (int batch = 0; batch < kBatches; ++batch) {
        client::EventBatch events;
        for (int i = 0; i < 62; ++i, ++step) {
            const std::string id = "step_" + std::to_string(step);
            client::EventRecord begun = told(++sequence, "step_started", id, 0, {{"attempt", 1}});
            client::EventRecord over = told(++sequence, "step_ended", id, 0,
                                            {{"status", "success"}, {"attempts", 1}, {"duration_ms", 5.0}});
            begun.at = over.at = SystemClock().wall();
            events.events.push_back(std::move(begun));
            events.events.push_back(std::move(over));
        }
        engine.tell(std::move(events));
        static_cast<void>(
            QTest::qWaitFor([&] { return page.model().run().step(step - 1).hasEnded(); }, 5000));
    }
    const double spent = cpuMillis() - before;
    std::printf("%-52s %8.2f ms per 500 events, painting included\n", "page: live events",
                spent / kBatches / 124 * 500);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc > 1)
        g_steps = std::max(1, std::atoi(argv[1]));
    std::printf("%d steps, %d spans with attempts\n", g_steps, g_steps + g_steps / 10);
    benchModel();
    ConsoleHouse house;
    OneExecution engine;
    engine.known = {largeFlow()};
    house.link.attach(engine);
    static_cast<void>(QTest::qWaitFor([&] { return !house.link.flows().empty(); }, 5000));
    benchPage(house, engine);
    benchEvents(house, engine);
    house.link.detach({ErrorCode::EngineUnreachable, "engine", "over", {}, {}});
    return 0;
}
