// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/runs/run_figures.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kFiguresPause = 2'000; // milliseconds between two counts of what goes on
constexpr int kBuckets = 90;         // bars of the histogram, at most

} // namespace

RunFigures::RunFigures(EngineLink &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kFiguresPause);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_isStale)
            ask();
    });
    connect(&link, &EngineLink::eventsArrived, this, [this](const client::EventBatch &batch) {
        const bool counts = batch.hasGap || std::ranges::any_of(batch.events, [](const auto &event) {
                                return event.kind == "execution_started" || event.kind == "execution_ended";
                            });
        m_isStale = m_isStale || counts;
        if (counts && !m_again.isActive())
            m_again.start();
    });
    connect(&link, &EngineLink::stateChanged, this, [this] {
        if (m_link.isRunning() && (m_isStale || !m_isReady))
            ask();
    });
}

void RunFigures::setFilter(const RunFilter &filter)
{
    RunFilter wanted = filter;
    wanted.order = client::Order::Newest; // figures have no order
    if (wanted == m_filter && (m_isReady || m_isAsked))
        return;
    m_filter = wanted;
    m_isReady = false;
    refresh();
}

void RunFigures::setWanted(bool wanted)
{
    if (std::exchange(m_isWanted, wanted) != wanted && wanted && m_isStale)
        ask();
}

void RunFigures::refresh()
{
    m_isStale = true;
    m_isAsked = false;
    ++m_generation;
    ask();
}

void RunFigures::ask()
{
    if (!m_isWanted || m_isAsked || !m_link.isRunning())
        return;
    m_isAsked = true;
    m_isStale = false;
    client::FiguresQuery query;
    query.filter = m_filter.executions(SystemClock().wall());
    query.buckets = kBuckets;
    m_link.figures(std::move(query), this,
                   [this, generation = m_generation](auto figures) { came(generation, std::move(figures)); });
}

void RunFigures::came(int generation, Result<client::RunFigures> figures)
{
    if (generation != m_generation)
        return;
    m_isAsked = false;
    m_error = figures ? std::nullopt : std::optional(figures.error());
    if (figures) {
        m_figures = std::move(*figures);
        m_isReady = true;
    }
    m_again.start();
    emit changed();
}

const client::Facet *RunFigures::facet(const char *field) const
{
    const auto found = std::ranges::find_if(m_figures.facets,
                                            [&](const client::Facet &facet) { return facet.field == field; });
    return found == m_figures.facets.end() ? nullptr : &*found;
}

} // namespace batuta::views
