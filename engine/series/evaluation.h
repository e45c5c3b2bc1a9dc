// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/series_file.h"

#include <cstdint>
#include <limits>
#include <map>
#include <vector>

namespace batuta::series {

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN(); ///< a point without a value
inline constexpr std::int64_t kPoints = 360; ///< of a line whose question names no step

/// Makes the answer to one question out of the rows of a file. Used on one thread.
class Evaluation
{
public:
    /// InputInvalid for a question that cannot be meant: no metric, no time, too many points.
    static Status check(const Question &question);

    Evaluation(SeriesFile &file, Question question);
    Result<Answer> answer();

private:
    struct Bucket
    {
        double increase = 0; ///< of counters, or of the count of histograms
        double whole = 0;    ///< of Share: what it is a share of
        double sum = 0;      ///< of gauges, over `times`; or of a histogram's sums
        double most = 0;
        int times = 0;
        std::vector<std::uint64_t> counts; ///< of a histogram
    };
    struct Group
    {
        Labels labels;
        std::vector<Bucket> buckets;
        double gauge = 0, gaugeMost = 0; ///< of the stretch of time that is read now
        bool hasGauge = false;
    };
    struct Place
    {
        int group = -1; ///< of `of`
        int whole = -1; ///< of `share`
        Kind kind = Kind::Counter;
        const std::vector<double> *bounds = nullptr;
    };

    void choose();
    int groupOf(const SeriesInfo &info);
    Status read();
    Status readTier(std::size_t tier, WallTime from, WallTime to);
    void take(std::size_t at, std::int64_t id, Kind kind, const Cell &cell);
    void closeTime();
    double valueOf(const Bucket &bucket, std::size_t at) const;
    double sampleOf(const Bucket &bucket) const;
    Line lineOf(const Group &group) const;
    void limit(Answer &answer) const;

    SeriesFile &m_file;
    Question m_question;
    Duration m_step{};
    Duration m_kept{};
    WallTime m_from{};
    std::size_t m_count = 0;
    std::vector<Group> m_groups;
    std::map<Labels, int> m_groupAt;
    std::map<std::int64_t, Place> m_places;
    std::vector<double> m_bounds;  ///< of the first histogram; others are brought to it
    std::vector<double> m_covered; ///< seconds of each step in which an engine ran
    std::size_t m_now = 0;         ///< the step of the stretch that is read
    double m_coveredNow = 0;       ///< seconds of that stretch
    WallTime m_time{};
};

/// The value below which the share `quantile` of a histogram's observations lies, spread evenly within their
/// bucket; NaN without observations. What lies above the last bound is told as that bound.
double percentile(const std::vector<double> &bounds, const std::vector<std::uint64_t> &counts,
                  double quantile);

} // namespace batuta::series
