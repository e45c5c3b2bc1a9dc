// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/time_series.h"

#include "engine/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace batuta::cloud_local {
namespace {

constexpr std::string_view kPercentile = "PERCENTILE_";

/// 0.99 of `…PERCENTILE_99`; nothing for others.
std::optional<double> share(std::string_view word)
{
    const std::size_t at = word.find(kPercentile);
    if (at == std::string_view::npos)
        return std::nullopt;
    const std::string_view digits = word.substr(at + kPercentile.size());
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number / 100.0;
}

double deviation(const std::vector<double> &values, double mean)
{
    double sum = 0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return std::sqrt(sum / static_cast<double>(values.size()));
}

/// What the words behind ALIGN_ and REDUCE_ mean for plain numbers.
double merged(std::string_view word, std::vector<double> values)
{
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    const double mean = sum / static_cast<double>(values.size());
    if (word == "MIN")
        return *std::min_element(values.begin(), values.end());
    if (word == "MAX")
        return *std::max_element(values.begin(), values.end());
    if (word == "MEAN")
        return mean;
    if (word == "COUNT")
        return static_cast<double>(values.size());
    if (word == "STDDEV")
        return deviation(values, mean);
    if (word == "NEXT_OLDER" || word == "INTERPOLATE")
        return values.back();
    if (const auto part = share(word)) {
        std::sort(values.begin(), values.end());
        const double at = *part * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(at);
        const std::size_t above = std::min(below + 1, values.size() - 1);
        return values[below] + (values[above] - values[below]) * (at - static_cast<double>(below));
    }
    return sum;
}

/// Distributions as one, or the number that the word asks of it.
Sample ofDistributions(const std::string &word, const std::vector<const Sample *> &samples)
{
    Sample made;
    fleet::Distribution all(samples.front()->distribution->layout);
    for (const Sample *sample : samples)
        all.add(*sample->distribution);
    if (const auto part = share(word))
        made.number = all.percentile(*part);
    else if (word == "MEAN")
        made.number = all.mean;
    else if (word == "COUNT")
        made.number = static_cast<double>(all.count);
    else if (word == "STDDEV")
        made.number = all.count == 0 ? 0 : std::sqrt(all.squaredDeviation / static_cast<double>(all.count));
    else
        made.distribution = std::move(all);
    return made;
}

class Aligner
{
public:
    Aligner(const Aggregation &aggregation, std::pair<WallTime, WallTime> interval, Shape &shape)
        : m_word(aggregation.aligner.substr(std::min<std::size_t>(6, aggregation.aligner.size())))
        , m_period(aggregation.period)
        , m_end(interval.second)
        , m_shape(shape)
    {
    }

    /// Why the aligner does not fit, or "".
    std::string problem() const
    {
        const bool isDistribution = m_shape.valueType == "DISTRIBUTION";
        static constexpr std::string_view kForBoth[] = {"DELTA", "COUNT",  "SUM",
                                                        "MEAN",  "STDDEV", "NEXT_OLDER"};
        static constexpr std::string_view kForNumbers[] = {"RATE", "MIN", "MAX", "INTERPOLATE"};
        const bool isForBoth =
            std::find(std::begin(kForBoth), std::end(kForBoth), m_word) != std::end(kForBoth);
        const bool isForNumbers =
            std::find(std::begin(kForNumbers), std::end(kForNumbers), m_word) != std::end(kForNumbers);
        const bool isPercentile = m_word.starts_with(kPercentile);
        if (!isForBoth && !isForNumbers && !isPercentile)
            return "The aligner ALIGN_" + m_word + " is not supported by the local cloud.";
        const bool fits = isDistribution ? isForBoth || isPercentile : isForBoth || isForNumbers;
        const bool isOfDelta = m_word == "DELTA" || m_word == "RATE";
        if (!fits || (isOfDelta && m_shape.isGauge))
            return "The supplied aligner ALIGN_" + m_word + " does not fit metrics of kind " +
                   (m_shape.isGauge ? "GAUGE" : "DELTA") + " and value type " + m_shape.valueType + ".";
        return {};
    }

    Series align(const Series &given) const
    {
        Series made{given.metric, given.resource, {}};
        // The grid ends where the interval ends.
        std::map<std::int64_t, std::vector<const Sample *>> cells;
        for (const Sample &sample : given.samples)
            cells[(m_end - sample.to) / m_period].push_back(&sample);
        for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) {
            Sample aligned = value(cell->second);
            aligned.to = m_end - cell->first * m_period;
            aligned.from = aligned.to - m_period;
            made.samples.push_back(std::move(aligned));
        }
        return made;
    }

    void reshape() const
    {
        if (m_word == "DELTA" || m_word == "NEXT_OLDER")
            return;
        m_shape.isGauge = true;
        if (m_word == "COUNT")
            m_shape.valueType = "INT64";
        else if (m_shape.valueType != "DISTRIBUTION" || m_word != "SUM")
            m_shape.valueType =
                m_shape.valueType == "INT64" && (m_word == "MIN" || m_word == "MAX" || m_word == "SUM")
                    ? "INT64"
                    : "DOUBLE";
        if (m_word == "RATE")
            m_shape.unit = m_shape.unit == "s" ? "1" : m_shape.unit + "/s";
    }

private:
    Sample value(const std::vector<const Sample *> &samples) const
    {
        if (samples.front()->distribution)
            return ofDistributions(m_word, samples);
        Sample made;
        std::vector<double> numbers;
        for (const Sample *sample : samples)
            numbers.push_back(sample->number);
        made.number = merged(m_word, std::move(numbers));
        if (m_word == "RATE")
            made.number /= secondsOf(m_period);
        return made;
    }

    std::string m_word;
    Duration m_period;
    WallTime m_end;
    Shape &m_shape;
};

/// `metric.labels.response_code_class` or `resource.label.service_name` of a series.
std::string groupValue(const Series &series, std::string_view field)
{
    const auto parts = split(field, '.');
    const bool isLabel = parts.size() >= 3 && (parts[1] == "labels" || parts[1] == "label");
    if (!isLabel)
        return {};
    const Labels &labels = parts[0] == "metric" ? series.metric : series.resource;
    const auto found = labels.find(std::string(parts[2]));
    return found == labels.end() ? std::string() : found->second;
}

class Reducer
{
public:
    Reducer(const Aggregation &aggregation, Shape &shape)
        : m_word(aggregation.reducer.substr(std::min<std::size_t>(7, aggregation.reducer.size())))
        , m_groupBy(aggregation.groupBy)
        , m_shape(shape)
    {
    }

    std::string problem() const
    {
        static constexpr std::string_view kKnown[] = {"SUM", "MEAN", "MIN", "MAX", "COUNT", "STDDEV"};
        const bool isKnown = std::find(std::begin(kKnown), std::end(kKnown), m_word) != std::end(kKnown) ||
                             m_word.starts_with(kPercentile);
        if (!isKnown)
            return "The reducer REDUCE_" + m_word + " is not supported by the local cloud.";
        if (m_shape.valueType == "DISTRIBUTION" && (m_word == "MIN" || m_word == "MAX"))
            return "REDUCE_" + m_word + " does not fit distributions.";
        return {};
    }

    std::vector<Series> reduce(const std::vector<Series> &given) const
    {
        std::map<std::vector<std::string>, std::vector<const Series *>> groups;
        for (const Series &series : given) {
            std::vector<std::string> key;
            for (const std::string &field : m_groupBy)
                key.push_back(groupValue(series, field));
            groups[std::move(key)].push_back(&series);
        }
        std::vector<Series> made;
        for (const auto &[key, members] : groups)
            made.push_back(group(key, members));
        return made;
    }

    void reshape() const
    {
        const bool isDistribution = m_shape.valueType == "DISTRIBUTION" && m_word == "SUM";
        if (m_word == "COUNT")
            m_shape.valueType = "INT64";
        else if (!isDistribution && m_word != "SUM" && m_word != "MIN" && m_word != "MAX")
            m_shape.valueType = "DOUBLE";
        m_shape.isGauge = m_shape.isGauge || !isDistribution;
    }

private:
    Series group(const std::vector<std::string> &key, const std::vector<const Series *> &members) const
    {
        Series made;
        for (std::size_t i = 0; i < m_groupBy.size(); ++i) {
            const auto parts = split(m_groupBy[i], '.');
            if (parts.size() >= 3 && !key[i].empty())
                (parts[0] == "metric" ? made.metric : made.resource)[std::string(parts[2])] = key[i];
        }
        made.resource.insert(*members.front()->resource.find("project_id"));
        std::map<WallTime, std::vector<const Sample *>> cells;
        for (const Series *series : members)
            for (const Sample &sample : series->samples)
                cells[sample.to].push_back(&sample);
        for (const auto &[to, samples] : cells) {
            Sample value = merge(samples);
            value.to = to;
            value.from = samples.front()->from;
            made.samples.push_back(std::move(value));
        }
        return made;
    }

    Sample merge(const std::vector<const Sample *> &samples) const
    {
        // COUNT is of series here; an aligner counts what was measured.
        if (samples.front()->distribution && m_word != "COUNT")
            return ofDistributions(m_word, samples);
        Sample made;
        std::vector<double> numbers;
        for (const Sample *sample : samples)
            numbers.push_back(sample->number);
        made.number = merged(m_word, std::move(numbers));
        return made;
    }

    std::string m_word;
    std::vector<std::string> m_groupBy;
    Shape &m_shape;
};

} // namespace

Outcome<std::vector<Series>> aggregate(std::vector<Series> series, const Aggregation &aggregation,
                                       std::pair<WallTime, WallTime> interval, Shape &shape)
{
    if (aggregation.isNone())
        return series;
    if (aggregation.aligner == "ALIGN_NONE")
        return invalid(
            Violations{{"aggregation.perSeriesAligner", "is required with a crossSeriesReducer."}});
    if (aggregation.period < std::chrono::seconds(60))
        return invalid(Violations{{"aggregation.alignmentPeriod", "must be at least 60s."}});
    const Aligner aligner(aggregation, interval, shape);
    if (std::string why = aligner.problem(); !why.empty())
        return invalid(Violations{{"aggregation.perSeriesAligner", std::move(why)}});
    for (Series &one : series)
        one = aligner.align(one);
    aligner.reshape();
    if (aggregation.reducer == "REDUCE_NONE")
        return series;
    const Reducer reducer(aggregation, shape);
    if (std::string why = reducer.problem(); !why.empty())
        return invalid(Violations{{"aggregation.crossSeriesReducer", std::move(why)}});
    std::vector<Series> reduced = reducer.reduce(series);
    reducer.reshape();
    return reduced;
}

} // namespace batuta::cloud_local
