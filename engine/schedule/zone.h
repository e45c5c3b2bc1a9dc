// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::schedule {

/// What the clock on the wall of a zone shows, in whole seconds.
using LocalTime = std::chrono::local_seconds;
using Instant = std::chrono::sys_seconds;

/// How far a zone is from UTC at every instant: a value, from the machine's own tables (TZif, RFC 8536). UTC
/// needs no table. Rules that go on for ever are written out up to the year 2200; later the last offset
/// stays.
class Zone
{
public:
    /// One stretch of time with the same offset: [begin, end).
    struct Period
    {
        Instant begin;
        Instant end;
        std::chrono::seconds offset; ///< local time minus UTC
    };

    struct Change
    {
        Instant at;
        std::chrono::seconds offset; ///< from `at` on
    };

    /// UTC.
    Zone() = default;

    /// `UTC`, or an IANA name such as `Europe/Berlin`, read from `folder`. FlowBadValue when there is none of
    /// that name, FileUnreadable when its table is damaged.
    static Result<Zone> load(const std::string &name, const std::string &folder = "/usr/share/zoneinfo");
    /// From the bytes of a TZif file of version 2 or later.
    static Result<Zone> parse(const std::string &name, std::string_view bytes);

    const std::string &name() const { return m_name; }
    Period periodAt(Instant instant) const;
    LocalTime localOf(Instant instant) const;
    /// When the zone's clocks show `local`: the first time when they show it twice, and when they jump over
    /// it the first instant after the jump.
    Instant instantOf(LocalTime local) const;

private:
    Period period(std::size_t changesBefore) const;
    std::size_t changesUntil(Instant instant) const;

    std::string m_name = "UTC";
    std::chrono::seconds m_first{0};
    std::vector<Change> m_changes; ///< in order; each has another offset than the one before
};

} // namespace batuta::schedule
