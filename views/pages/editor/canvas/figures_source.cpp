// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/figures_source.h"

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr int kMostRuns = 500;
constexpr auto kSpan = std::chrono::hours(24);
constexpr int kRest = 10'000; // ms between two questions while runs end
constexpr Duration kSlow = std::chrono::seconds(1);

struct Counted
{
    std::vector<Duration> durations;
    int failed = 0, ended = 0;
    std::optional<Status> last;
};

Duration ranked(const std::vector<Duration> &sorted, double share)
{
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

StepFigures figuresOf(Counted counted)
{
    StepFigures figures;
    figures.last = counted.last;
    if (counted.ended > 0)
        figures.errorRate = static_cast<double>(counted.failed) / counted.ended;
    if (counted.durations.empty())
        return figures;
    std::sort(counted.durations.begin(), counted.durations.end());
    figures.p50 = ranked(counted.durations, 0.5);
    figures.p95 = ranked(counted.durations, 0.95);
    figures.isSlow = *figures.p95 > kSlow && *figures.p95 > 3 * *figures.p50;
    return figures;
}

} // namespace

std::map<std::string, StepFigures> figuresOf(const std::vector<client::ExecutionRecord> &runs)
{
    std::map<std::string, Counted> counted;
    for (const client::ExecutionRecord &run : runs) {
        if (run.trigger == "editor")
            continue;
        for (const client::StepRecord &step : run.steps) {
            Counted &each = counted[step.step];
            if (!each.last)
                each.last = statusOf(step.status);
            if (step.status != "success" && step.status != "failed")
                continue;
            ++each.ended;
            if (step.status == "failed")
                ++each.failed;
            else
                each.durations.push_back(step.duration);
        }
    }
    std::map<std::string, StepFigures> figures;
    for (auto &[step, each] : counted)
        figures.emplace(step, figuresOf(std::move(each)));
    return figures;
}

FiguresSource::FiguresSource(EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kRest);
    connect(&m_later, &QTimer::timeout, this, &FiguresSource::refresh);
    connect(&m_engine, &EngineLink::eventsArrived, this, &FiguresSource::take);
    connect(&m_engine, &EngineLink::stateChanged, this, [this] {
        if (m_engine.isRunning())
            refresh();
    });
}

void FiguresSource::setFlow(const std::string &flow)
{
    if (std::exchange(m_flow, flow) == flow)
        return;
    m_figures.clear();
    m_runs = 0;
    emit changed();
    refresh();
}

void FiguresSource::take(const client::EventBatch &batch)
{
    const bool hasEnded = std::any_of(batch.events.begin(), batch.events.end(),
                                      [](const auto &event) { return event.kind == "execution_ended"; });
    if (hasEnded && !m_later.isActive())
        m_later.start();
}

void FiguresSource::refresh()
{
    if (m_flow.empty() || !m_engine.isRunning())
        return;
    client::ExecutionQuery query;
    query.flow = m_flow;
    query.since = SystemClock().wall() - kSpan;
    query.limit = kMostRuns;
    query.withSteps = true;
    m_engine.executions(std::move(query), this, [this, flow = m_flow](Result<client::ExecutionPage> page) {
        if (!page || flow != m_flow)
            return;
        m_runs = static_cast<int>(page->items.size());
        m_figures = figuresOf(page->items);
        emit changed();
    });
}

} // namespace batuta::views
