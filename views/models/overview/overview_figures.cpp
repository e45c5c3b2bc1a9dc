// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of OverviewFeed that counts: the strip, the flows and what was published.
#include "engine/series/board.h"
#include "views/models/overview/overview_feed.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace batuta::views {
namespace {

using namespace std::chrono_literals;

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr int kPoints = 48;
constexpr std::size_t kMostFlows = 12;
constexpr auto kRuns = "batuta_executions_total", kDuration = "batuta_execution_duration_seconds";

bool isOver(const std::string &status)
{
    return status == "success" || status == "failed" || status == "cancelled" || status == "interrupted";
}

std::vector<double> added(std::vector<double> to, const std::vector<std::int64_t> &more)
{
    to.resize(std::max(to.size(), more.size()));
    for (std::size_t i = 0; i < more.size(); ++i)
        to[i] += static_cast<double>(more[i]);
    return to;
}

/// Of the whole range one value: a step that is surely longer than it.
series::Question whole(series::Question asked)
{
    asked.step = std::chrono::duration_cast<std::chrono::minutes>(asked.to - asked.from) + 1min;
    return asked;
}

double firstOf(const series::Answer &answer)
{
    return answer.lines.empty() || answer.lines[0].values.empty() ? kUnknown : answer.lines[0].values[0];
}

const client::Facet *flowsOf(const client::RunFigures &figures)
{
    const auto found = std::ranges::find(figures.facets, "flow", &client::Facet::field);
    return found == figures.facets.end() ? nullptr : &*found;
}

} // namespace

double OverviewFigures::successRate() const
{
    return ended == 0 ? kUnknown : 1 - static_cast<double>(failed) / static_cast<double>(ended);
}

double OverviewFigures::budgetUsed() const
{
    return objective && *objective > 0 ? (1 - successRate()) / *objective : kUnknown;
}

series::Question OverviewFeed::question(const char *metric, series::Function function, Duration range) const
{
    series::Question asked;
    asked.of.metric = metric;
    asked.function = function;
    asked.to = m_clock.wall();
    asked.from = asked.to - range;
    asked.step = std::max<Duration>(std::chrono::duration_cast<std::chrono::minutes>(range / kPoints), 1min);
    return asked;
}

OverviewFlow &OverviewFeed::flow(const std::string &name)
{
    const auto found = std::ranges::find(m_flows, name, &OverviewFlow::name);
    return found != m_flows.end() ? *found : m_flows.emplace_back(name, 0, 0, kUnknown, kUnknown, kUnknown);
}

void OverviewFeed::askFigures()
{
    client::FiguresQuery now, before;
    now.filter.since = since();
    now.buckets = kPoints;
    before.filter.since = since() - std::chrono::hours(m_hours);
    before.filter.until = since();
    before.buckets = 1;
    const int asked = m_generation;
    m_link.figures(before, this, [this, asked](const Result<client::RunFigures> &figures) {
        if (asked == m_generation && figures)
            m_figures.runsBefore = figures->total;
    });
    m_link.figures(now, this, [this, asked](const Result<client::RunFigures> &figures) {
        if (asked != m_generation)
            return;
        if (figures)
            return takeFigures(*figures);
        for (const Part part : {Part::Figures, Part::Flows}) {
            m_errors.insert_or_assign(part, figures.error());
            emit changed(part);
        }
    });
}

void OverviewFeed::takeFigures(const client::RunFigures &figures)
{
    m_figures.runs = figures.total;
    m_figures.ended = m_figures.failed = 0;
    std::vector<double> all, ended, failed;
    for (const client::FacetValue &status : figures.histogram) {
        all = added(std::move(all), status.trend);
        if (isOver(status.value)) {
            m_figures.ended += status.count;
            ended = added(std::move(ended), status.trend);
        }
        if (status.value == "failed") {
            m_figures.failed = status.count;
            failed = added({}, status.trend);
        }
    }
    failed.resize(std::max(failed.size(), ended.size()));
    m_figures.successLine.assign(ended.size(), kUnknown);
    for (std::size_t i = 0; i < ended.size(); ++i)
        if (ended[i] > 0)
            m_figures.successLine[i] = 1 - failed[i] / ended[i];
    m_figures.runLine = std::move(all);
    tell(Part::Figures);
    askFlows(figures);
}

void OverviewFeed::askLines()
{
    using series::Function;
    const auto line = [this](series::Question asked, std::vector<double> OverviewFigures::*field) {
        m_link.series(std::move(asked), this,
                      [this, field, generation = m_generation](const Result<series::Answer> &answer) {
                          if (generation != m_generation || !answer)
                              return;
                          m_figures.*field =
                              answer->lines.empty() ? std::vector<double>() : answer->lines.front().values;
                          emit changed(Part::Figures);
                      });
    };
    const auto value = [this](double quantile, double OverviewFigures::*field) {
        series::Question asked =
            whole(question(kDuration, Function::Percentile, std::chrono::hours(m_hours)));
        asked.quantile = quantile;
        m_link.series(std::move(asked), this,
                      [this, field, generation = m_generation](const Result<series::Answer> &answer) {
                          if (generation != m_generation)
                              return;
                          m_figures.*field = answer ? firstOf(*answer) : kUnknown;
                          emit changed(Part::Figures);
                      });
    };
    const auto range = std::chrono::hours(m_hours);
    line(question(kDuration, Function::Percentile, range), &OverviewFigures::p95Line);
    line(question("batuta_executions_running", Function::Most, range), &OverviewFigures::runningLine);
    line(question("batuta_executions_queued", Function::Most, range), &OverviewFigures::queuedLine);
    value(0.5, &OverviewFigures::p50);
    value(0.95, &OverviewFigures::p95);
}

/// The objective of the error rate stands on a board of the workspace: `objective` of a panel that shows it.
void OverviewFeed::askObjective()
{
    m_link.boards(this, [this](const Result<std::vector<series::BoardText>> &boards) {
        if (!boards)
            return;
        m_figures.objective.reset();
        for (const series::BoardText &text : *boards)
            for (const series::Panel &panel : series::readBoard(text.text, text.file).board.panels) {
                const bool isErrorRate = !panel.series.empty() &&
                                         panel.series.front().question.function == series::Function::Share &&
                                         panel.series.front().question.of.metric == kRuns;
                if (isErrorRate && panel.objective && !m_figures.objective)
                    m_figures.objective = panel.objective;
            }
        emit changed(Part::Figures);
    });
}

void OverviewFeed::askFlows(const client::RunFigures &figures)
{
    std::vector<OverviewFlow> before = std::move(m_flows);
    m_flows.clear();
    const client::Facet *facet = flowsOf(figures);
    for (std::size_t i = 0; facet && i < std::min(facet->values.size(), kMostFlows); ++i) {
        const auto known = std::ranges::find(before, facet->values[i].value, &OverviewFlow::name);
        OverviewFlow &one = flow(facet->values[i].value);
        if (known != before.end())
            one = std::move(*known);
        one.name = facet->values[i].value;
        one.runs = facet->values[i].count;
        askRecent(one.name);
    }
    tell(Part::Flows);
    client::FiguresQuery failed;
    failed.filter.since = since();
    failed.filter.status = "failed";
    failed.buckets = 1;
    m_link.figures(failed, this, [this, asked = m_generation](const Result<client::RunFigures> &answer) {
        if (asked != m_generation || !answer)
            return;
        const client::Facet *counts = flowsOf(*answer);
        for (OverviewFlow &one : m_flows) {
            one.failed = 0;
            for (std::size_t i = 0; counts && i < counts->values.size(); ++i)
                if (counts->values[i].value == one.name)
                    one.failed = counts->values[i].count;
        }
        emit changed(Part::Flows);
    });
    askByFlow(std::chrono::hours(m_hours), 0.5, &OverviewFlow::p50);
    askByFlow(std::chrono::hours(m_hours), 0.95, &OverviewFlow::p95);
    askByFlow(24h * 7, 0.95, &OverviewFlow::p95Week);
}

void OverviewFeed::askRecent(const std::string &name)
{
    client::ExecutionQuery query;
    query.flow = name;
    query.since = since();
    query.limit = kRecent;
    m_link.executions(std::move(query), this,
                      [this, name, asked = m_generation](const Result<client::ExecutionPage> &page) {
                          const auto found = std::ranges::find(m_flows, name, &OverviewFlow::name);
                          if (asked != m_generation || !page || found == m_flows.end())
                              return;
                          found->recent.clear();
                          std::transform(page->items.rbegin(), page->items.rend(),
                                         std::back_inserter(found->recent), rowOf);
                          emit changed(Part::Flows);
                      });
}

void OverviewFeed::askByFlow(Duration range, double quantile, double OverviewFlow::*field)
{
    series::Question asked = whole(question(kDuration, series::Function::Percentile, range));
    asked.quantile = quantile;
    asked.by = {"flow"};
    asked.most = 100;
    m_link.series(std::move(asked), this,
                  [this, field, generation = m_generation](const Result<series::Answer> &answer) {
                      if (generation != m_generation || !answer)
                          return;
                      for (const series::Line &line : answer->lines)
                          for (OverviewFlow &one : m_flows)
                              if (!line.labels.empty() && line.labels.front().second == one.name &&
                                  !line.values.empty())
                                  one.*field = line.values.front();
                      emit changed(Part::Flows);
                  });
}

void OverviewFeed::askPublishes()
{
    series::Question asked =
        question("batuta_flow_publishes_total", series::Function::Increase, std::chrono::hours(m_hours));
    asked.by = {"flow"};
    m_link.series(
        std::move(asked), this, [this, generation = m_generation](const Result<series::Answer> &answer) {
            if (generation != m_generation || !answer)
                return;
            m_publishes.clear();
            for (const series::Line &line : answer->lines)
                for (std::size_t i = 0; i < line.values.size() && !line.labels.empty(); ++i)
                    if (line.values[i] > 0)
                        m_publishes.push_back({OverviewDeed::Kind::Published,
                                               answer->from + answer->step * static_cast<std::int64_t>(i),
                                               line.labels.front().second,
                                               {}});
            emit changed(Part::Activity);
        });
}

} // namespace batuta::views
