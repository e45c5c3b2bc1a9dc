// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// How long a graph takes to be laid out, and one frame of panning and zooming on it (offscreen, 1400 × 800).
#include "tests/graph/sample_flows.h"
#include "views/graph/flow_scene.h"
#include "views/graph/flow_view.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QScrollBar>

#include <benchmark/benchmark.h>

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
    for (auto _ : state) {
        view->horizontalScrollBar()->setValue(view->horizontalScrollBar()->value() + way);
        QCoreApplication::processEvents(); // paints what came into sight
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
    for (auto _ : state) {
        view->setZoom(isIn ? middle * 1.05 : middle);
        QCoreApplication::processEvents(); // paints all
        isIn = !isIn;
    }
}
BENCHMARK(zoom)
    ->Args({300, 100})
    ->Args({2000, 100})
    ->Args({2000, 50})
    ->Args({2000, 25})
    ->Unit(benchmark::kMillisecond);

void wholeGraph(benchmark::State &state)
{
    const auto view = viewOf(static_cast<int>(state.range(0)));
    view->fit();
    QCoreApplication::processEvents();
    for (auto _ : state)
        view->viewport()->repaint();
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
