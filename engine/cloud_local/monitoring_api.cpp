// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Cloud Monitoring's timeSeries.list over the fleet's minutes.
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/log_filter.h"
#include "engine/cloud_local/time_series.h"

#include <charconv>
#include <cmath>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

struct Question
{
    LogFilter filter;
    const MetricKind *kind = nullptr;
    std::pair<WallTime, WallTime> interval{};
    Aggregation first{};
    Aggregation second{};
};

Aggregation aggregationOf(const Call &call, const std::string &start)
{
    Aggregation made;
    const std::string_view period = call.query(start + "alignmentPeriod");
    double seconds = 0;
    std::from_chars(period.data(), period.data() + period.size(), seconds);
    made.period =
        std::chrono::duration_cast<Duration>(std::chrono::duration<double>(std::clamp(seconds, 0.0, 1e9)));
    if (const std::string_view aligner = call.query(start + "perSeriesAligner"); !aligner.empty())
        made.aligner = aligner;
    if (const std::string_view reducer = call.query(start + "crossSeriesReducer"); !reducer.empty())
        made.reducer = reducer;
    for (const auto &[name, value] : call.request.query)
        if (name == start + "groupByFields")
            made.groupBy.push_back(value);
    return made;
}

Outcome<Question> questionOf(const Call &call)
{
    auto filter = LogFilter::parse(call.query("filter"));
    if (!filter)
        return Refused(filter.error());
    Question question{*filter};
    std::string type = filter->demanded("metric.type");
    if (type.empty())
        return invalid(Violations{{"filter", "must name one metric.type."}});
    question.kind = metricKind(type);
    if (!question.kind)
        return missing(
            "Cannot find metric(s) that match type = \"" + type +
            "\". If a metric was created recently, it could take up to 10 minutes to become available.");
    const bool hasEnd = parseIsoTime(std::string(call.query("interval.endTime")), question.interval.second);
    if (!hasEnd)
        return invalid(Violations{{"interval.endTime", "is required."}});
    if (!parseIsoTime(std::string(call.query("interval.startTime")), question.interval.first))
        question.interval.first = question.interval.second - std::chrono::minutes(1);
    if (question.interval.first > question.interval.second)
        return invalid(Violations{{"interval", "startTime must not be after endTime."}});
    question.first = aggregationOf(call, "aggregation.");
    question.second = aggregationOf(call, "secondaryAggregation.");
    return question;
}

Value labelsOf(const Labels &labels)
{
    Object made;
    for (const auto &[name, value] : labels)
        made.set(name, value);
    return made;
}

Labels resourceLabels(const fleet::RevisionKey &key)
{
    return {{"project_id", key.service.project},
            {"service_name", key.service.service},
            {"revision_name", key.revision},
            {"location", key.service.region},
            {"configuration_name", key.service.service}};
}

std::vector<Series> read(const Call &call, const Question &question)
{
    std::vector<Series> found;
    const fleet::Figures &figures = call.cloud.fleet.figures();
    const std::string project = call.project();
    for (const fleet::RevisionKey &key : figures.keys()) {
        if (key.service.project != project)
            continue;
        std::map<Labels, Series> byLabels;
        const auto [from, to] = question.interval;
        for (const fleet::Minute *minute : figures.between(key, from - std::chrono::minutes(1), to))
            question.kind->read(*minute, [&](const Labels &labels, Sample sample) {
                sample.from = minute->begin;
                sample.to = minute->begin + std::chrono::minutes(1);
                Series &series = byLabels[labels];
                series.metric = labels;
                series.resource = resourceLabels(key);
                series.samples.push_back(std::move(sample));
            });
        for (auto &[labels, series] : byLabels) {
            const Value shown =
                Object{{"metric", Object{{"type", "run.googleapis.com/" + std::string(question.kind->type)},
                                         {"labels", labelsOf(labels)},
                                         {"label", labelsOf(labels)}}},
                       {"resource", Object{{"type", "cloud_run_revision"},
                                           {"labels", labelsOf(series.resource)},
                                           {"label", labelsOf(series.resource)}}},
                       {"project", project}};
            if (question.filter.matches(shown))
                found.push_back(std::move(series));
        }
    }
    return found;
}

Value distributionOf(const fleet::Distribution &values)
{
    json::Array counts;
    for (const std::uint64_t count : values.counts)
        counts.push_back(std::to_string(count));
    return Object{
        {"count", std::to_string(values.count)},
        {"mean", values.mean},
        {"sumOfSquaredDeviation", values.squaredDeviation},
        {"bucketOptions", Object{{"exponentialBuckets", Object{{"numFiniteBuckets", values.layout.count},
                                                               {"growthFactor", values.layout.growth},
                                                               {"scale", values.layout.scale}}}}},
        {"bucketCounts", std::move(counts)}};
}

Value pointOf(const Sample &sample, const Shape &shape)
{
    Object value;
    if (sample.distribution)
        value.set("distributionValue", distributionOf(*sample.distribution));
    else if (shape.valueType == "INT64")
        value.set("int64Value", std::to_string(std::llround(sample.number)));
    else
        value.set("doubleValue", sample.number);
    // A gauge stands for its end.
    return Object{{"interval", Object{{"startTime", isoTime(shape.isGauge ? sample.to : sample.from)},
                                      {"endTime", isoTime(sample.to)}}},
                  {"value", std::move(value)}};
}

Value seriesOf(const Series &series, const Question &question, const Shape &shape, bool hasPoints)
{
    Object made{{"metric", Object{{"type", "run.googleapis.com/" + std::string(question.kind->type)},
                                  {"labels", labelsOf(series.metric)}}},
                {"resource", Object{{"type", "cloud_run_revision"}, {"labels", labelsOf(series.resource)}}},
                {"metricKind", shape.isGauge ? "GAUGE" : "DELTA"},
                {"valueType", shape.valueType}};
    json::Array points;
    for (auto sample = series.samples.rbegin(); hasPoints && sample != series.samples.rend(); ++sample)
        points.push_back(pointOf(*sample, shape));
    if (hasPoints)
        made.set("points", std::move(points));
    made.set("unit", shape.unit);
    return made;
}

Answer listSeries(Call &call)
{
    const auto question = questionOf(call);
    if (!question)
        return answerOf(question.error());
    Shape shape{question->kind->isGauge, std::string(question->kind->valueType),
                std::string(question->kind->unit)};
    auto series = aggregate(read(call, *question), question->first, question->interval, shape);
    if (series)
        series = aggregate(std::move(*series), question->second, question->interval, shape);
    if (!series)
        return answerOf(series.error());
    const Page page = pageOf(call, series->size(), 1000);
    json::Array shown;
    for (std::size_t i = page.from; i < page.to; ++i)
        shown.push_back(seriesOf((*series)[i], *question, shape, call.query("view") != "HEADERS"));
    Object body;
    if (!shown.empty())
        body.set("timeSeries", std::move(shown));
    if (!page.next.empty())
        body.set("nextPageToken", page.next);
    body.set("unit", shape.unit);
    return ok(std::move(body));
}

} // namespace

void addMonitoring(Routes &routes)
{
    routes.push_back({Api::Monitoring, "GET", "/v3/projects/{p}/timeSeries", listSeries});
}

} // namespace batuta::cloud_local
