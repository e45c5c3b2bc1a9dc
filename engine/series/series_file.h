// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/series/alert_values.h"
#include "engine/series/slot.h"
#include "engine/store/database.h"

#include <array>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace batuta::series {

/// One series of the file.
struct SeriesInfo
{
    std::int64_t id = 0;
    std::string name;
    Labels labels;
    Kind kind = Kind::Counter;
    std::vector<double> bounds; ///< of a histogram, without +Inf
};

/// How finely figures are kept, and for how long.
struct Tier
{
    Duration step;
    Duration keep;
};
/// 10 s for 6 hours, 1 min for 7 days, 1 h for a year.
const std::array<Tier, 3> &tiers();

/// The series of an engine in a SQLite file of its own, beside the history: they are written every ten
/// seconds whatever the history is doing, are bounded by themselves, and can be thrown away without loss of
/// an execution. A stretch of time is one row, so that a sample is one small transaction; after kill -9 it is
/// there or it is not. Several engines may write to one file: each has rows of its own. Used on one thread.
class SeriesFile
{
public:
    static constexpr std::size_t kMostSeries = 2'000;
    static constexpr int kMostAlertEvents = 10'000;

    /// ":memory:" keeps them as long as this object.
    static Result<SeriesFile> open(const std::string &path);

    /// The number of a series, which is new when it was not known; 0 when there are too many.
    Result<std::int64_t> number(const std::string &name, const Labels &labels, Kind kind,
                                const std::vector<double> &bounds);
    const std::vector<SeriesInfo> &series() const { return m_series; }
    const SeriesInfo *find(std::int64_t id) const;
    std::size_t left() const { return m_left; }

    /// One sample of the finest tier. Samples of one stretch (`at` is its begin) are summed up; each is
    /// written at once. `covered`: the time that it tells of.
    Status append(WallTime at, Duration covered, const Slot &slot);
    /// Sums what is complete up into coarser tiers, and removes what is too old.
    Status tidy(WallTime now);

    using Visit = std::function<void(WallTime at, std::string_view bytes)>;
    /// Rows of a tier that begin within the time, oldest first; those of several engines one after another.
    Status rows(std::size_t tier, WallTime from, WallTime to, const Visit &visit);
    /// Until when a tier is complete; finer ones have the rest.
    WallTime completeTo(std::size_t tier) const { return m_complete[tier]; }

    Status addAlertEvent(const AlertEvent &event);
    /// The newest first.
    Result<std::vector<AlertEvent>> alertEvents(int limit);
    Status keepAlertState(const std::string &json);
    Result<std::string> alertState();

private:
    explicit SeriesFile(store::Database database)
        : m_database(std::move(database))
    {
    }
    Status prepare();
    Status readSeries();
    Status sumUp(std::size_t tier, WallTime begin);
    Status removeOld(WallTime now);

    store::Database m_database;
    std::vector<SeriesInfo> m_series;
    std::unordered_map<std::string, std::int64_t> m_numbers; ///< by name and labels
    std::unordered_map<std::int64_t, std::size_t> m_places;  ///< in m_series, by number
    std::array<WallTime, 3> m_complete{};
    std::int64_t m_boot = 0; ///< of this engine
    WallTime m_at{};         ///< the stretch that samples go to
    SlotSum m_now;
    std::size_t m_left = 0;
};

/// The number of what is no series: how many seconds of a stretch somebody looked, as a counter.
constexpr std::int64_t kCovered = 0;

/// The key of a label set: `flow=a` and its like, parted by the control character that names no label.
std::string labelKey(const Labels &labels);
Labels labelsOf(std::string_view key);
/// The time brought down to a multiple of `step`.
WallTime floorTo(WallTime time, Duration step);

} // namespace batuta::series
