// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// How long a graph takes to be laid out, and one frame of panning, zooming and dragging on it (offscreen,
// 1400 × 800, drawn by the processor). `p50` and `p95` are the processor time of single frames, in
// milliseconds; 16 of them are 60 frames a second.
#include "tests/graph/sample_flows.h"
#include "views/graph/edit_view.h"
#include "views/graph/flow_scene.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>

using namespace batuta;
using namespace batuta::views;

namespace {

void layout(benchmark::State &state)
{
    const LayoutInput input = tests::layoutInputOf(tests::randomFlow(static_cast<int>(state.range(0)), 7));
    for (auto _ : state)
        benchmark::DoNotOptimize(layoutGraph(input));
}
BENCHMARK(layout)->Arg(10)->Arg(200)->Arg(500)->Arg(1000)->Arg(2000)->Unit(benchmark::kMillisecond);

void layoutShippedFlow(benchmark::State &state)
{
    const LayoutInput input = tests::layoutInputOf(tests::repositoryFlow("update_profile"));
    for (auto _ : state)
        benchmark::DoNotOptimize(layoutGraph(input));
}
BENCHMARK(layoutShippedFlow)->Unit(benchmark::kMillisecond);

/// Times single frames, and tells the benchmark which half and which nearly all were faster than.
class Frames
{
public:
    explicit Frames(benchmark::State &state)
        : m_state(state)
    {
    }
    ~Frames()
    {
        std::sort(m_took.begin(), m_took.end());
        m_state.counters["p50"] = at(50);
        m_state.counters["p95"] = at(95);
    }
    Frames(const Frames &) = delete;
    Frames &operator=(const Frames &) = delete;

    template <typename Draw> void time(Draw draw)
    {
        const double start = now();
        draw();
        m_took.push_back(now() - start);
    }

private:
    /// Of this thread alone: what else the machine is at does not count.
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    double at(std::size_t percent) const
    {
        return m_took.empty() ? 0 : m_took[(m_took.size() - 1) * percent / 100];
    }

    benchmark::State &m_state;
    std::vector<double> m_took;
};

/// A view with a laid out graph of that many steps.
std::unique_ptr<FlowView> viewOf(int steps)
{
    auto view = std::make_unique<FlowView>();
    view->resize(1400, 800);
    bool isDone = false;
    QObject::connect(view.get(), &FlowView::laidOut, [&] { isDone = true; });
    view->setFlow(tests::randomFlow(steps, 7));
    view->show();
    while (!isDone)
        QCoreApplication::processEvents();
    return view;
}

void pan(benchmark::State &state)
{
    const auto view = viewOf(static_cast<int>(state.range(0)));
    view->setZoom(static_cast<double>(state.range(1)) / 100);
    view->centerOn(view->flowScene().layout().bounds.center());
    QCoreApplication::processEvents();
    int way = 8;
    Frames frames(state);
    for (auto _ : state) {
        frames.time([&] {
            view->horizontalScrollBar()->setValue(view->horizontalScrollBar()->value() + way);
            QCoreApplication::processEvents(); // paints what came into sight
        });
        way = -way;
    }
}
BENCHMARK(pan)
    ->Args({300, 100})
    ->Args({2000, 100})
    ->Args({2000, 50})
    ->Args({2000, 25})
    ->Unit(benchmark::kMillisecond);

void zoom(benchmark::State &state)
{
    const auto view = viewOf(static_cast<int>(state.range(0)));
    const double middle = static_cast<double>(state.range(1)) / 100;
    view->setZoom(middle);
    view->centerOn(view->flowScene().layout().bounds.center());
    bool isIn = false;
    Frames frames(state);
    for (auto _ : state) {
        frames.time([&] {
            view->setZoom(isIn ? middle * 1.05 : middle);
            QCoreApplication::processEvents(); // paints all
        });
        isIn = !isIn;
    }
}
BENCHMARK(zoom)
    ->Args({300, 100})
    ->Args({2000, 100})
    ->Args({2000, 50})
    ->Args({2000, 25})
    ->Unit(benchmark::kMillisecond);

/// One frame of dragging on an editing canvas: that many of 2,000 steps, at that zoom.
void drag(benchmark::State &state)
{
    EditView view;
    view.resize(1400, 800);
    bool isDone = false;
    QObject::connect(&view, &FlowView::laidOut, [&] { isDone = true; });
    view.setFlow(tests::randomFlow(2000, 7));
    view.show();
    while (!isDone)
        QCoreApplication::processEvents();
    view.setZoom(static_cast<double>(state.range(1)) / 100);
    const std::string held = "step_1000";
    view.centerOn(view.boxOfStep(held).center());
    std::vector<std::string> steps;
    for (int i = 0; i < state.range(0) - 1; ++i)
        steps.push_back("step_" + std::to_string(state.range(0) > 100 ? i : 1001 + i));
    steps.push_back(held);
    view.setSelection(steps);
    QCoreApplication::processEvents();
    const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, view.viewport()->mapToGlobal(at), button, buttons, Qt::AltModifier);
        QCoreApplication::sendEvent(view.viewport(), &event);
    };
    const QPoint from = view.mapFromScene(view.boxOfStep(held).center());
    send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    int frame = 0;
    Frames frames(state);
    for (auto _ : state) {
        frames.time([&] {
            send(QEvent::MouseMove, from + QPoint(20 + 3 * (frame % 60), 15 + 2 * (frame % 40)), Qt::NoButton,
                 Qt::LeftButton);
            QCoreApplication::processEvents(); // paints it
        });
        ++frame;
    }
}
BENCHMARK(drag)
    ->Args({1, 100})
    ->Args({1, 25})
    ->Args({20, 100})
    ->Args({20, 25})
    ->Args({1000, 100})
    ->Args({2000, 100})
    ->Args({2000, 25})
    ->Unit(benchmark::kMillisecond);

/// From letting go of one step to all routes being found again.
void settle(benchmark::State &state)
{
    const auto view = viewOf(2000);
    std::map<std::string, QPointF> places;
    for (int i = 0; i < state.range(0); ++i) {
        const std::string step = "step_" + std::to_string(i);
        places[step] = view->flowScene().boxOf(view->flowScene().graph().find(step)).topLeft();
    }
    for (auto _ : state) {
        places.begin()->second += QPointF(16, 16);
        view->setPlaces(places);
    }
}
BENCHMARK(settle)->Arg(1)->Arg(100)->Arg(2000)->Unit(benchmark::kMillisecond);

void wholeGraph(benchmark::State &state)
{
    const auto view = viewOf(static_cast<int>(state.range(0)));
    view->fit();
    QCoreApplication::processEvents();
    Frames frames(state);
    for (auto _ : state)
        frames.time([&] { view->viewport()->repaint(); });
}
BENCHMARK(wholeGraph)->Arg(300)->Arg(2000)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Theme theme;
    theme.install();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
