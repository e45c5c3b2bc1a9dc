// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/schedule/zone.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace batuta::schedule {

/// A cron expression: minute, hour, day of month, month, day of week. A field is `*` or a list of numbers,
/// names (JAN-DEC, SUN-SAT, in any case) and ranges, each range or `*` with a step: `1-5`, `*/15`, `8-18/2`,
/// `MON,FRI`. Sunday is 0 or 7. `@hourly @daily @midnight @weekly @monthly @yearly @annually` stand for all
/// five.
///
/// As in Vixie cron a day fits when the day of month or the day of week does, but when one of these two
/// fields begins with `*` both must.
///
/// Where clocks are changed:
/// - minute or hour begins with `*`: it runs by elapsed time, at every instant whose local time fits;
/// - otherwise each local time runs once: at the first of two when clocks go back; at the first instant after
/// the
///   jump when they jump over it.
///
/// A value; any thread.
class Cron
{
public:
    /// FlowBadValue, with the field and what it may hold; also for a day that no month has.
    static Result<Cron> parse(std::string_view text);

    /// The first time later than `after`; nothing when there is none within 50 years.
    std::optional<WallTime> next(WallTime after, const Zone &zone) const;
    bool runsByElapsedTime() const { return m_minutes.isStar || m_hours.isStar; }
    const std::string &text() const { return m_text; }

private:
    struct Field
    {
        std::uint64_t bits = 0;
        bool isStar = false; ///< begins with `*`

        bool has(unsigned value) const { return ((bits >> value) & 1U) != 0; }
    };

    static Result<Field> readField(std::string_view text, std::size_t index);
    bool canHappen() const;
    bool isDay(std::chrono::local_days day) const;
    std::optional<int> minuteOfDay(int from) const;
    std::optional<LocalTime> nextLocal(LocalTime from, LocalTime until) const;
    std::optional<WallTime> nextByClock(WallTime after, const Zone &zone) const;
    std::optional<WallTime> nextByElapsedTime(WallTime after, const Zone &zone) const;

    std::string m_text;
    Field m_minutes;
    Field m_hours;
    Field m_days;
    Field m_months;
    Field m_weekdays;
};

} // namespace batuta::schedule
