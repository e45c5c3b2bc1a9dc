// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// Prints what a live board costs: bench_metrics_board [SECONDS]. Eight charts of eight lines with 10,000
// points each in a real page offscreen; every second all of them get a new point and are painted. The figure
// is the processor time of the window's thread, as a share of one core.
#include "tests/pages/metrics/figure_engine.h"
#include "views/pages/metrics/board_grid.h"
#include "views/pages/metrics/lines_body.h"
#include "views/pages/metrics/metrics_page.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace batuta;
using namespace batuta::views;
using namespace std::chrono_literals;

namespace {

constexpr int kCharts = 8;
constexpr int kLines = 8;
constexpr int kPoints = 10'000;

double threadSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::string boardText()
{
    std::string text = "title: Bench\npanels:\n";
    for (int i = 0; i < kCharts; ++i)
        text += "  - {title: Chart " + std::to_string(i) + ", kind: " + (i % 4 == 0 ? "stacked" : "lines") +
                ", at: [" + std::to_string(i % 3 + 1) + ", " + std::to_string(i / 3 + 1) +
                ", 1, 1], series: [{metric: m}]}\n";
    return text;
}

double valueOf(int chart, int line, int point)
{
    return 10 + line * 4 + 3 * std::sin(point * 0.01 + chart) + 2 * std::sin(point * 0.37 * (line + 1));
}

PanelData dataOf(int chart, int newest)
{
    PanelData data{WallTime(1'789'999'200s), 2s, {}, 1e5, 0};
    for (int line = 0; line < kLines; ++line) {
        PanelLine own;
        own.name = QString("line %1").arg(line);
        own.values.reserve(kPoints);
        for (int point = 0; point < kPoints; ++point)
            own.values.push_back(valueOf(chart, line, newest + point));
        own.samples.assign(kPoints, 31);
        data.lines.push_back(std::move(own));
    }
    return data;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const int seconds = argc > 1 ? std::max(3, std::atoi(argv[1])) : 20;
    Theme theme;
    theme.install();
    QTemporaryDir folder;
    tests::FigureEngine engine;
    engine.files = {{"bench", {}, boardText()}};
    EngineLink link;
    CommandRegistry commands;
    Preferences preferences(folder.filePath("preferences.ini"));
    ViewState state{QString()};
    link.attach(engine);
    MetricsPage page(Context{link, commands, preferences, state});
    page.resize(1316, 800);
    page.show();
    page.open({"metrics", {}, QUrlQuery("board=bench&last=6h")});
    while (page.grid().panels() != kCharts || page.feed().panel(0).state != BoardFeed::State::Ready)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    page.feed().setEvery(0);
    std::vector<PanelData> data;
    for (int chart = 0; chart < kCharts; ++chart)
        data.push_back(dataOf(chart, 0));
    double spent = 0, worst = 0;
    for (int second = 0; second < seconds; ++second) {
        const double begin = threadSeconds();
        for (int chart = 0; chart < kCharts; ++chart) {
            for (int line = 0; line < kLines; ++line) { // a point more, one less
                auto &values =
                    data[static_cast<std::size_t>(chart)].lines[static_cast<std::size_t>(line)].values;
                values.erase(values.begin());
                values.push_back(valueOf(chart, line, second + kPoints));
            }
            page.feed().panel(chart).data = data[static_cast<std::size_t>(chart)];
            page.feed().panel(chart).state = BoardFeed::State::Ready;
            emit page.feed().panelChanged(chart);
        }
        QCoreApplication::processEvents(); // everything is painted
        const double took = threadSeconds() - begin;
        if (second > 0) { // the first makes the charts' parts
            spent += took;
            worst = std::max(worst, took);
        }
    }
    std::printf("board of %d charts x %d lines x %d points, one new point of each a second, %d s:\n", kCharts,
                kLines, kPoints, seconds);
    std::printf("  %.1f %% of a core on average, %.1f %% in the worst second (bar: under 15 %%)\n",
                100 * spent / (seconds - 1), 100 * worst);
    return 0;
}
