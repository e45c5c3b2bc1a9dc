// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// Prints what listing many executions costs: bench_runs_list [EXECUTIONS] [FILE]. A real history, a real
// window offscreen: the first rows, the whole count, a walk to the end, jumps, filters, memory, and events a
// second.
#include "engine/base/uuid.h"
#include "engine/client/engine_client.h"
#include "tests/pages/runs/stored_runs.h"
#include "views/models/runs/run_figures.h"
#include "views/pages/runs/runs_page.h"
#include "views/pages/runs/runs_table.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <atomic>
#include <cstdio>
#include <fstream>

using namespace batuta;
using namespace batuta::views;

namespace {

/// The history as an engine that runs nothing.
class HistoryClient final : public client::EngineClient
{
public:
    explicit HistoryClient(store::History &history)
        : m_history(history)
    {
    }
    void start(client::StartExecution, client::Reply<client::Started>) override {}
    void waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void act(client::Act, client::Reply<json::Value>) override {}
    void execution(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply) override
    {
        m_history.list(std::move(query), std::move(reply));
    }
    void figures(client::FiguresQuery query, client::Reply<client::RunFigures> reply) override
    {
        m_history.figures(std::move(query), std::move(reply));
    }
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override { reply({}); }
    void preview(client::StartExecution, client::Reply<client::FlowPreview>) override {}
    void info(client::Reply<client::EngineInfo> reply) override { reply(client::EngineInfo()); }
    void logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>>) override {}
    std::unique_ptr<client::Subscription> subscribe(Listener wanted) override
    {
        listener = std::move(wanted);
        return std::make_unique<client::Subscription>();
    }
    Listener listener;

private:
    store::History &m_history;
};

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_THREAD, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double megabytes()
{
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("RssAnon:"))
            return std::stod(line.substr(8)) / 1024;
    return 0;
}

template <class Condition> double until(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    if (!QTest::qWaitFor([&] { return condition(); }, 60'000))
        std::printf("  (did not happen within a minute)\n");
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

struct Bench
{
    RunsPage &page;
    RunsTable &table;
    RunsModel &model;
    HistoryClient &client;

    bool isFull() const { return model.run(table.firstVisibleRow()) && model.run(table.lastVisibleRow()); }
    void list(const char *name, const char *query);
    void walk();
    void jump();
    void events(int perSecond);
};

void Bench::list(const char *name, const char *query)
{
    page.open({"runs", {}, QUrlQuery(query)});
    const auto isReady = [&] { return model.state() == RunsModel::State::Ready; };
    const double first = until([&] { return isReady() && (model.rowCount() == 0 || isFull()); });
    const auto *figures = page.findChild<RunFigures *>();
    const double facets = first + until([&] { return figures->isReady(); });
    const double all = facets + until([&] { return isReady() && !model.isCounting(); });
    std::printf("%-28s %8d runs   first rows %6.1f ms   facets %6.1f ms   all counted %6.1f ms\n", name,
                model.rowCount(), first, facets, all);
}

/// To the end in steps of one view, each painted.
void Bench::walk()
{
    QScrollBar *bar = table.verticalScrollBar();
    const int step = table.viewport()->height() * 25;
    int frames = 0, missing = 0;
    double worst = 0;
    const double cpu = cpuSeconds();
    const double wall = until([&] {
        QElapsedTimer frame;
        frame.start();
        bar->setValue(bar->value() + step);
        table.viewport()->repaint();
        worst = std::max(worst, static_cast<double>(frame.nsecsElapsed()) * 1e-6);
        ++frames;
        missing += isFull() ? 0 : 1;
        return bar->value() == bar->maximum();
    });
    const double last = until([&] { return isFull(); });
    std::printf("%-28s %8d frames  %5.2f ms CPU a frame, worst %5.1f ms, %d without rows yet; %.0f ms in "
                "all, the end "
                "%.1f ms later\n",
                "scroll to the end", frames, (cpuSeconds() - cpu) * 1e3 / frames, worst, missing, wall, last);
}

void Bench::jump()
{
    QScrollBar *bar = table.verticalScrollBar();
    double sum = 0, worst = 0;
    for (int i = 0; i < 50; ++i) {
        bar->setValue(static_cast<int>((static_cast<qint64>(i) * 7919 % 50) * bar->maximum() / 50));
        const double took = until([&] { return isFull(); });
        sum += took;
        worst = std::max(worst, took);
    }
    std::printf("%-28s %8d jumps   %5.1f ms until the rows are there, worst %5.1f ms\n", "jump anywhere", 50,
                sum / 50, worst);
}

/// Steps of 100 runs that are in the list; the runs themselves go on.
void Bench::events(int perSecond)
{
    std::vector<std::string> ids;
    for (int row = 0; row < 100 && model.run(row); ++row)
        ids.push_back(model.run(row)->id);
    int sent = 0, changes = 0;
    const auto counting =
        QObject::connect(&model, &QAbstractItemModel::dataChanged, &model, [&] { ++changes; });
    QElapsedTimer clock;
    clock.start();
    const double cpu = cpuSeconds();
    QTimer feeder;
    feeder.setInterval(33);
    QObject::connect(&feeder, &QTimer::timeout, &model, [&] {
        client::EventBatch batch;
        for (; sent < clock.elapsed() * perSecond / 1000; ++sent)
            batch.events.push_back({sent, ids[static_cast<std::size_t>(sent) % ids.size()],
                                    SystemClock().wall(), sent / 100 % 2 ? "step_ended" : "step_started",
                                    "step_" + std::to_string(sent / 200),
                                    json::Object{{"attempt", 1}, {"status", "success"}, {"attempts", 1}}});
        client.listener(std::move(batch));
    });
    feeder.start();
    until([&] { return clock.elapsed() >= 5000; });
    QObject::disconnect(counting);
    std::printf("%-28s %8d events/s %4.1f %% of one core in the window, %d changes told in %.1f s\n",
                "events of 100 running runs", perSecond,
                (cpuSeconds() - cpu) * 100 / (clock.elapsed() * 1e-3), changes, clock.elapsed() * 1e-3);
}

/// Runs that begin now and do not end.
/// They are in the history when it returns.
void beginRuns(store::History &history, int count)
{
    std::atomic<int> begun = 0;
    for (int i = 0; i < count; ++i) {
        store::ExecutionRecord record;
        record.id = newUuid();
        record.flow = "update_profile";
        record.status = "running";
        record.startedAt = SystemClock().wall();
        history.begin(std::move(record), "", [&begun](const batuta::Status &) { ++begun; });
    }
    until([&] { return begun == count; });
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const QTemporaryDir folder;
    tests::storeRuns(folder.path().toStdString(), count);
    auto history = store::openSqlite({.path = folder.path().toStdString() + "/.batuta/history.db",
                                      .durability = store::Durability::Normal});
    if (!history)
        return 1;
    Theme theme;
    theme.install();
    EngineLink link;
    CommandRegistry commands;
    Preferences preferences(folder.filePath("console.ini"));
    ViewState state(folder.filePath("views.json"));
    HistoryClient client(**history);
    link.attach(client);
    RunsPage page({link, commands, preferences, state});
    page.resize(1364, 826);
    page.show();
    Bench bench{page, *page.findChild<RunsTable *>(), *page.findChild<RunsModel *>(), client};
    until([&] { return link.isRunning() && bench.model.state() == RunsModel::State::Ready; });
    page.open({"runs", {}, QUrlQuery("user_id=nobody")});
    until([&] { return bench.model.state() == RunsModel::State::Ready && bench.model.rowCount() == 0; });
    const double before = megabytes();
    bench.list("all", "all=1");
    const double listed = megabytes();
    bench.jump();
    bench.walk();
    std::printf("%-28s %8.1f MB for the list, %.1f MB more after reading all of it; %d pages loaded\n",
                "memory", listed - before, megabytes() - listed, bench.model.loadedPages());
    bench.list("status is failed", "status=failed");
    bench.list("flow is update_profile", "flow=update_profile");
    bench.list("error is 503", "error_code=503");
    bench.list("trigger is schedule", "trigger=schedule");
    bench.list("one correlation", "correlation_id=cor_77");
    bench.list("oldest first", "order=oldest");
    beginRuns(**history, 100);
    bench.list("all, 100 of them running", "all=1&order=newest");
    bench.events(500);
    bench.events(3000);
    link.detach({});
    (*history)->close();
    return 0;
}
