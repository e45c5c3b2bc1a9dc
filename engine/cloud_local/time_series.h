// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/answer.h"
#include "engine/fleet/figures.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace batuta::cloud_local {

using Labels = std::map<std::string, std::string>;

/// One value of a series: a number, or a distribution.
struct Sample
{
    WallTime from{};
    WallTime to{};
    double number = 0;
    std::optional<fleet::Distribution> distribution{};
};

struct Series
{
    Labels metric{};
    Labels resource{};
    std::vector<Sample> samples{}; ///< by time
};

/// A metric type of Cloud Run and where its values are in a minute of the fleet's figures.
struct MetricKind
{
    std::string_view type; ///< behind `run.googleapis.com/`
    bool isGauge = false;
    std::string_view valueType; ///< INT64, DOUBLE, DISTRIBUTION
    std::string_view unit;
    /// Gives each value of the minute with its labels.
    using Tell = std::function<void(Labels, Sample)>;
    void (*read)(const fleet::Minute &minute, const Tell &tell);
};

const MetricKind *metricKind(std::string_view type);

/// How series are brought onto one grid and merged (Aggregation of Cloud Monitoring).
struct Aggregation
{
    Duration period{};
    std::string aligner = "ALIGN_NONE";
    std::string reducer = "REDUCE_NONE";
    std::vector<std::string> groupBy{};

    bool isNone() const { return aligner == "ALIGN_NONE" && reducer == "REDUCE_NONE"; }
};

/// What the aggregation turned the values into.
struct Shape
{
    bool isGauge = false;
    std::string valueType;
    std::string unit;
};

/// INVALID_ARGUMENT when the aligner does not fit the metric.
Outcome<std::vector<Series>> aggregate(std::vector<Series> series, const Aggregation &aggregation,
                                       std::pair<WallTime, WallTime> interval, Shape &shape);

} // namespace batuta::cloud_local
