// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/schedule/zone.h"

#include <optional>
#include <string_view>
#include <vector>

namespace batuta::schedule {

/// A day of every year with a time of that day.
struct RuleDate
{
    enum class Kind {
        JulianWithoutLeapDay, ///< `J60` is always 1 March
        DayOfYear,            ///< `59` is 29 February or 1 March
        WeekdayOfMonth,       ///< `M10.5.0`: the last Sunday of October
    };
    Kind kind = Kind::DayOfYear;
    int day = 0; ///< of the year, or of the week with Sunday as 0
    int week = 1;
    int month = 1;
    std::chrono::seconds time = std::chrono::hours(2); ///< may be negative, or more than a day
};

/// The rule at the end of a TZif file, as POSIX writes it in TZ: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct PosixRule
{
    struct Daylight
    {
        std::chrono::seconds offset;
        RuleDate begin;
        RuleDate end;
    };
    std::chrono::seconds standard{0};
    std::optional<Daylight> daylight;
};

std::optional<PosixRule> parsePosixRule(std::string_view text);
/// The changes of these years in order of time. Of two at one instant the second holds.
std::vector<Zone::Change> changesOf(const PosixRule &rule, int firstYear, int lastYear);

} // namespace batuta::schedule
