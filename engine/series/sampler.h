// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/series_file.h"
#include "engine/telemetry/metrics.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace batuta::series {

/// Turns what a registry stands at into what moved since the last time. Counters of a registry begin at 0
/// with their program, so the first sample holds all that happened before it. Used on one thread.
class Sampler
{
public:
    explicit Sampler(const telemetry::Metrics &metrics)
        : m_metrics(metrics)
    {
    }

    /// Reads the registry, and numbers new series in `file`. Series beyond its bound are left out.
    Result<Slot> take(SeriesFile &file);

private:
    struct Last
    {
        std::int64_t id = 0;
        double value = 0;
        std::vector<std::uint64_t> buckets;
    };
    static bool grew(const telemetry::Reading &reading, Last &last, Cell &cell);

    const telemetry::Metrics &m_metrics;
    std::unordered_map<std::string, Last> m_last; ///< by name and labels as they are written
};

/// `a="b",c="d"` as a registry writes it.
Labels readLabels(std::string_view text);

} // namespace batuta::series
