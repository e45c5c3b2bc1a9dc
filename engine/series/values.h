// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace batuta::series {

using Labels = std::vector<std::pair<std::string, std::string>>; ///< sorted by name

/// What becomes of the kept figures of one step of time.
enum class Function {
    Rate,       ///< of a counter or a histogram's count, a second
    PerMinute,  ///< the same, a minute
    Increase,   ///< by how much it grew
    Mean,       ///< of a gauge
    Most,       ///< the greatest value of a gauge
    Percentile, ///< of a histogram, by its buckets
    Average,    ///< of a histogram: its sum by its count
    Share,      ///< the increase of one selection by that of another
};

/// Some series of one metric. `where` keeps those whose labels have these values; `a|b` is one of two.
struct Selection
{
    std::string metric{};
    Labels where{};

    bool operator==(const Selection &) const = default;
};

/// One question: the lines of one metric over a time. Every field has an initialiser, so that a caller names
/// only those that it needs.
struct Question
{
    /// "" for this engine; `cloud` or `cloud:ENVIRONMENT` for Cloud Monitoring; else a Prometheus server that
    /// metrics.yaml names.
    std::string source{};
    std::string expression{}; ///< PromQL, for such a server only
    Selection of{};
    Function function = Function::Rate;
    double quantile = 0.95;           ///< of Percentile: 0 to 1
    std::vector<std::string> by{};    ///< one line for each value of these labels; none: one line of all
    std::optional<Selection> share{}; ///< of Share: what `of` is a share of
    WallTime from{};
    WallTime to{};
    Duration step{};       ///< of the answer; 0: one that gives at most 360 points
    std::size_t most = 20; ///< lines; the smallest ones become `other` where they can be added up

    bool operator==(const Question &) const = default;
};

/// Whether a source is Cloud Monitoring, where an environment of the workspace runs.
inline bool isCloudSource(std::string_view source)
{
    return source == "cloud" || source.starts_with("cloud:");
}

/// One line: a value and the size of the sample that it stands on, for each step. NaN where nothing is known:
/// the engine did not run, or there was nothing to take a percentile of.
struct Line
{
    Labels labels{};
    bool isOther = false; ///< the sum of the lines that are not shown
    std::vector<double> values{};
    std::vector<double> samples{};
};

struct Answer
{
    WallTime from{}; ///< of the first step
    Duration step{};
    Duration kept{}; ///< how finely the oldest part of it was kept
    std::vector<Line> lines{};
    std::size_t left = 0; ///< lines that were left out, when they could not be added up
    double samples = 0;   ///< all together
};

enum class Kind { Counter, Gauge, Histogram };

/// A metric that is kept, and its series.
struct Metric
{
    std::string name{};
    Kind kind = Kind::Counter;
    std::vector<Labels> series{};
};

struct Catalogue
{
    std::vector<Metric> metrics{};
    std::vector<std::string> sources{}; ///< Prometheus servers that can be asked
    std::size_t left = 0;               ///< series beyond the bound, which are not kept
};

} // namespace batuta::series
