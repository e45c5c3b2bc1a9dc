// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/cloud_figures.h"

#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace batuta::host {
namespace {

using series::Function;
using series::Question;
using Figures = std::vector<double>;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view kRun = "run.googleapis.com/";
constexpr std::string_view kRequests = "run.googleapis.com/request_count";
constexpr std::int64_t kPoints = 360;
constexpr std::array<std::string_view, 5> kOfResource{"service_name", "revision_name", "location",
                                                      "configuration_name", "project_id"};

enum class MetricShape { Counter, Gauge, Distribution };

MetricShape metricShapeOf(std::string_view metric)
{
    constexpr std::array<std::string_view, 2> kGauges{"container/instance_count", "container/containers"};
    constexpr std::array<std::string_view, 6> kDistributions{
        "request_latencies",           "container/cpu/utilizations",          "container/memory/utilizations",
        "container/startup_latencies", "container/max_request_concurrencies", "container/probe_latencies"};
    const std::string_view name = metric.substr(std::min(kRun.size(), metric.size()));
    if (std::find(kGauges.begin(), kGauges.end(), name) != kGauges.end())
        return MetricShape::Gauge;
    return std::find(kDistributions.begin(), kDistributions.end(), name) != kDistributions.end()
               ? MetricShape::Distribution
               : MetricShape::Counter;
}

bool isCount(Function function)
{
    return function == Function::Rate || function == Function::PerMinute || function == Function::Increase;
}

Error cannotAsk(const char *subject, std::string detail, std::string mend = {})
{
    return {ErrorCode::InputInvalid, subject, std::move(detail), {}, std::move(mend)};
}

bool isLabel(std::string_view name)
{
    return !name.empty() && name.size() < 100 && std::all_of(name.begin(), name.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    });
}

std::string pathOf(std::string_view label, const char *word)
{
    const bool isResource = std::find(kOfResource.begin(), kOfResource.end(), label) != kOfResource.end();
    return std::string(isResource ? "resource." : "metric.") + word + "." + std::string(label);
}

std::string quotedForCloud(std::string_view text)
{
    std::string made = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            made += '\\';
        made += letter;
    }
    return made + '"';
}

std::string monitoringFilter(const series::Selection &of, const cloud::Settings &place)
{
    std::string filter = "metric.type = " + quotedForCloud(of.metric) +
                         " AND resource.type = \"cloud_run_revision\" AND resource.labels.location = " +
                         quotedForCloud(place.region);
    for (const auto &[label, value] : of.where) {
        std::vector<std::string> choices;
        for (const std::string_view choice : split(value, '|'))
            choices.push_back(pathOf(label, "labels") + " = " + quotedForCloud(choice));
        filter += " AND " + (choices.size() == 1 ? choices.front() : "(" + join(choices, " OR ") + ")");
    }
    return filter;
}

Status checkQuestion(const Question &question)
{
    const bool isShare = question.function == Function::Share;
    if (!question.expression.empty())
        return cannotAsk("expression", "Cloud Monitoring is asked with a metric, not with PromQL",
                         "Name a metric and a function.");
    if (isShare != question.share.has_value())
        return cannotAsk("share", "must say what it is a share of");
    for (const series::Selection *of : {&question.of, question.share ? &*question.share : &question.of}) {
        if (!of->metric.starts_with(kRun))
            return cannotAsk("metric", "only metrics of run.googleapis.com/ can be asked");
        for (const auto &[label, value] : of->where)
            if (!isLabel(label))
                return cannotAsk("where", "`" + label + "` is no label");
    }
    for (const std::string &label : question.by)
        if (!isLabel(label))
            return cannotAsk("by", "`" + label + "` is no label");
    const MetricShape shape = metricShapeOf(question.of.metric);
    const bool fits =
        shape == MetricShape::Counter ? isCount(question.function) || isShare
        : shape == MetricShape::Gauge
            ? question.function == Function::Mean || question.function == Function::Most
            : question.function == Function::Percentile || question.function == Function::Average;
    if (!fits)
        return cannotAsk("function", "does not fit this metric");
    constexpr Duration kLongest = std::chrono::hours(24 * 42); // Monitoring keeps six weeks
    if (question.to <= question.from || question.to - question.from > kLongest)
        return cannotAsk("from", "the time must end after it begins, and be at most six weeks");
    return {};
}

Result<std::string> reducerOf(const Question &question)
{
    constexpr std::array<std::pair<double, const char *>, 4> kPercentiles{{{0.05, "REDUCE_PERCENTILE_05"},
                                                                           {0.5, "REDUCE_PERCENTILE_50"},
                                                                           {0.95, "REDUCE_PERCENTILE_95"},
                                                                           {0.99, "REDUCE_PERCENTILE_99"}}};
    if (question.function == Function::Average)
        return std::string("REDUCE_MEAN");
    if (question.function != Function::Percentile)
        return std::string("REDUCE_SUM");
    for (const auto &[quantile, reducer] : kPercentiles)
        if (std::abs(quantile - question.quantile) < 1e-9)
            return std::string(reducer);
    return cannotAsk("quantile", "Cloud Monitoring knows p5, p50, p95 and p99 only");
}

const char *alignerOf(const Question &question)
{
    if (metricShapeOf(question.of.metric) != MetricShape::Gauge)
        return "ALIGN_DELTA";
    return question.function == Function::Most ? "ALIGN_MAX" : "ALIGN_MEAN";
}

/// Whole minutes, at most 360 points.
Duration cloudStepOf(const Question &question)
{
    using std::chrono::minutes;
    const Duration least = std::chrono::ceil<minutes>((question.to - question.from) / kPoints);
    return std::max<Duration>({minutes(1), std::chrono::ceil<minutes>(question.step), least});
}

std::string labelOf(const cloud::Series &line, std::string_view name)
{
    for (const auto &[label, value] : line.labels)
        if (label == name)
            return value;
    return {};
}

series::Labels labelsOf(const cloud::Series &line, const std::vector<std::string> &by)
{
    series::Labels labels;
    for (const std::string &name : by)
        labels.emplace_back(name, labelOf(line, name));
    std::sort(labels.begin(), labels.end());
    return labels;
}

/// The steps that one answer is brought onto.
struct CloudGrid
{
    WallTime from{};
    Duration step{};
    std::size_t count = 0;

    Figures valuesOf(const cloud::Series &line) const
    {
        Figures values(count, kNone);
        for (const cloud::Point &point : line.points) {
            // A point stands for the step that ends there; of a step that is cut by now it is the middle.
            const auto at = std::chrono::floor<Duration>(point.at - step / 2 - from) / step;
            if (point.at - step / 2 >= from && at < static_cast<std::int64_t>(count)) {
                double &value = values[static_cast<std::size_t>(at)];
                value = std::isnan(value) ? point.value : value + point.value;
            }
        }
        return values;
    }
};

double sumOf(const Figures &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0,
                           [](double sum, double value) { return std::isnan(value) ? sum : sum + value; });
}

/// Between the first and the newest point of any line, none was counted where there is no point.
void fillCounts(std::vector<series::Line> &lines)
{
    std::size_t first = std::numeric_limits<std::size_t>::max(), last = 0;
    for (const series::Line &line : lines)
        for (std::size_t i = 0; i < line.values.size(); ++i)
            if (!std::isnan(line.values[i])) {
                first = std::min(first, i);
                last = std::max(last, i);
            }
    for (series::Line &line : lines)
        for (std::size_t i = first; i <= last && i < line.values.size(); ++i)
            if (std::isnan(line.values[i]))
                line.values[i] = 0;
}

Figures *samplesFor(std::vector<series::Line> &lines, const series::Labels &labels)
{
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const auto &line) { return line.labels == labels; });
    return found == lines.end() ? nullptr : &found->values;
}

std::vector<series::Line> linesOf(const std::vector<cloud::Series> &answer, const Question &question,
                                  const CloudGrid &grid)
{
    std::vector<series::Line> lines;
    for (const cloud::Series &one : answer) {
        series::Line line;
        line.labels = labelsOf(one, question.by);
        line.values = grid.valuesOf(one);
        lines.push_back(std::move(line));
    }
    return lines;
}

/// From what was counted to what was asked.
void bringToUnit(series::Line &line, const Question &question, Duration step)
{
    const bool isMilliseconds = question.of.metric.ends_with("latencies");
    const double by = question.function == Function::Rate        ? 1 / secondsOf(step)
                      : question.function == Function::PerMinute ? 60 / secondsOf(step)
                      : isMilliseconds                           ? 1.0 / 1000
                                                                 : 1;
    for (double &value : line.values)
        value *= by;
}

void shareOf(series::Line &whole, const Figures *part)
{
    whole.samples = whole.values;
    for (std::size_t i = 0; i < whole.values.size(); ++i) {
        const double all = whole.values[i];
        const double some = part != nullptr && !std::isnan((*part)[i]) ? (*part)[i] : 0;
        whole.values[i] = all > 0 ? some / all : kNone;
    }
}

/// The largest ones stay; the rest becomes one line where it can be added up.
void keepMost(series::Answer &answer, const Question &question)
{
    const std::size_t most = std::max<std::size_t>(1, question.most);
    std::stable_sort(answer.lines.begin(), answer.lines.end(),
                     [](const auto &a, const auto &b) { return sumOf(a.values) > sumOf(b.values); });
    if (answer.lines.size() <= most)
        return;
    if (!isCount(question.function)) {
        answer.left = answer.lines.size() - most;
        answer.lines.resize(most);
        return;
    }
    series::Line other{{}, true, Figures(answer.lines.front().values.size(), kNone), {}};
    other.samples = other.values;
    for (std::size_t line = most; line < answer.lines.size(); ++line)
        for (std::size_t i = 0; i < other.values.size(); ++i)
            for (auto [sum, more] : {std::pair(&other.values[i], answer.lines[line].values[i]),
                                     std::pair(&other.samples[i], answer.lines[line].samples[i])})
                if (!std::isnan(more))
                    *sum = std::isnan(*sum) ? more : *sum + more;
    answer.lines.resize(most);
    answer.lines.push_back(std::move(other));
}

} // namespace

Result<std::vector<cloud::SeriesQuery>> cloudQueries(const Question &question, const cloud::Settings &place,
                                                     WallTime now)
{
    if (const Status possible = checkQuestion(question); !possible)
        return possible.error();
    Result<std::string> reducer = reducerOf(question);
    if (!reducer)
        return reducer.error();
    cloud::SeriesQuery query;
    query.project = place.project;
    query.filter = monitoringFilter(question.of, place);
    query.from = question.from;
    query.to = std::max(std::min(question.to, now), question.from + std::chrono::minutes(1));
    query.step = cloudStepOf(question);
    query.aligner = alignerOf(question);
    query.reducer = std::move(*reducer);
    for (const std::string &label : question.by)
        query.groupBy.push_back(pathOf(label, "label"));
    std::vector<cloud::SeriesQuery> queries{query};
    const bool standsOnRequests = question.of.metric == std::string(kRun) + "request_latencies";
    if (question.share || standsOnRequests) {
        const series::Selection requests{std::string(kRequests), question.of.where};
        query.filter = monitoringFilter(question.share ? *question.share : requests, place);
        query.aligner = "ALIGN_DELTA";
        query.reducer = "REDUCE_SUM";
        queries.push_back(query);
    }
    return queries;
}

series::Answer cloudAnswer(const Question &question, const std::vector<cloud::SeriesQuery> &queries,
                           const std::vector<std::vector<cloud::Series>> &answers)
{
    series::Answer answer;
    answer.from = question.from;
    answer.step = queries.front().step;
    answer.kept = std::chrono::minutes(1);
    const auto steps = (question.to - question.from + answer.step - Duration(1)) / answer.step;
    const CloudGrid grid{answer.from, answer.step,
                         static_cast<std::size_t>(std::max<std::int64_t>(1, steps))};
    answer.lines = linesOf(answers.front(), question, grid);
    std::vector<series::Line> beside =
        answers.size() > 1 ? linesOf(answers[1], question, grid) : std::vector<series::Line>();
    if (question.share) {
        for (series::Line &whole : beside)
            shareOf(whole, samplesFor(answer.lines, whole.labels));
        answer.lines = std::move(beside);
    } else if (isCount(question.function)) {
        fillCounts(answer.lines);
    }
    for (series::Line &line : answer.lines) {
        if (isCount(question.function)) {
            line.samples = line.values;
        } else if (!question.share) {
            const Figures *requests = samplesFor(beside, line.labels);
            line.samples = requests != nullptr ? *requests : line.values;
            for (std::size_t i = 0; requests == nullptr && i < line.samples.size(); ++i)
                line.samples[i] = std::isnan(line.values[i]) ? kNone : 1;
        }
        bringToUnit(line, question, answer.step);
        answer.samples += sumOf(line.samples);
    }
    keepMost(answer, question);
    return answer;
}

} // namespace batuta::host
