// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// How the figures of gates are asked of Monitoring, and what its answers mean.
#include "engine/releases/gates.h"

#include <algorithm>

namespace batuta::releases {
namespace {

using Figure = GateRule::Figure;
using std::chrono::minutes;

struct Shape
{
    const char *metric, *aligner, *reducer;
};

constexpr Shape shapeOf(Figure figure)
{
    if (figure == Figure::ErrorRate)
        return {"request_count", "ALIGN_DELTA", "REDUCE_SUM"};
    if (figure == Figure::P95)
        return {"request_latencies", "ALIGN_DELTA", "REDUCE_PERCENTILE_95"};
    return {"container/memory/utilizations", "ALIGN_DELTA", "REDUCE_PERCENTILE_99"};
}

std::string label(const cloud::Series &series, std::string_view name)
{
    for (const auto &[key, value] : series.labels)
        if (key == name)
            return value;
    return {};
}

double sumOf(const cloud::Series &series)
{
    double sum = 0;
    for (const cloud::Point &point : series.points)
        sum += point.value;
    return sum;
}

struct Counts
{
    double all = 0;
    double failed = 0;

    void add(const cloud::Series &series)
    {
        const double sum = sumOf(series);
        all += sum;
        failed += label(series, "response_code_class") == "5xx" ? sum : 0;
    }
    std::optional<double> share() const { return all > 0 ? std::optional(failed / all) : std::nullopt; }
};

Measure errorRate(const std::string &revision, const std::vector<cloud::Series> &answer)
{
    Counts fresh, others;
    for (const cloud::Series &series : answer)
        (label(series, "revision_name") == revision ? fresh : others).add(series);
    return {fresh.share(), others.share(), fresh.all};
}

/// One point a line: the highest of the others stands for them.
Measure highest(const std::string &revision, const std::vector<cloud::Series> &answer)
{
    Measure measure;
    for (const cloud::Series &series : answer) {
        const bool isFresh = label(series, "revision_name") == revision;
        std::optional<double> &value = isFresh ? measure.value : measure.stable;
        for (const cloud::Point &point : series.points)
            value = std::max(value.value_or(point.value), point.value);
        measure.samples += isFresh ? static_cast<double>(series.points.size()) : 0;
    }
    return measure;
}

} // namespace

std::optional<cloud::SeriesQuery> gateQuery(const GateRule &rule, const GateScope &scope)
{
    if (rule.figure == Figure::Promql || rule.isTried())
        return std::nullopt;
    cloud::SeriesQuery query;
    query.project = scope.service.project;
    query.to = scope.to;
    query.from = std::chrono::floor<minutes>(
        rule.window > Duration{} ? std::max(scope.from, scope.to - rule.window) : scope.from);
    query.step = std::chrono::ceil<minutes>(std::max<Duration>(query.to - query.from, minutes(1)));
    if (rule.figure == Figure::Series) {
        query.filter = rule.query;
        query.aligner = "ALIGN_MEAN";
        query.reducer = "REDUCE_MEAN";
        return query;
    }
    const Shape shape = shapeOf(rule.figure);
    query.filter = std::string("metric.type = \"run.googleapis.com/") + shape.metric +
                   "\" AND resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"" +
                   scope.service.service + "\" AND resource.labels.location = \"" + scope.service.region +
                   "\"";
    query.aligner = shape.aligner;
    query.reducer = shape.reducer;
    query.groupBy = {"resource.label.revision_name"};
    if (rule.figure == Figure::ErrorRate)
        query.groupBy.emplace_back("metric.label.response_code_class");
    return query;
}

Measure measured(const GateRule &rule, const GateScope &scope, const std::vector<cloud::Series> &answer)
{
    if (rule.figure == Figure::ErrorRate)
        return errorRate(scope.revision, answer);
    Measure measure = highest(rule.figure == Figure::Series ? std::string() : scope.revision, answer);
    return measure;
}

} // namespace batuta::releases
