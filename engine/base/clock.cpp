// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/clock.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace batuta {

WallTime SystemClock::wall() const
{
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

SteadyTime SystemClock::steady() const
{
    return std::chrono::steady_clock::now();
}

// Written by hand: every answer holds some twenty times, and printf takes a microsecond for each.
std::string isoTime(WallTime time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    std::string text = "0000-00-00T00:00:00.000000Z";
    const auto write = [&text](std::size_t end, std::int64_t number) {
        for (; number > 0; number /= 10)
            text[--end] = static_cast<char>('0' + number % 10);
    };
    write(4, std::clamp(static_cast<int>(date.year()), 0, 9999));
    write(7, static_cast<unsigned>(date.month()));
    write(10, static_cast<unsigned>(date.day()));
    write(13, clock.hours().count());
    write(16, clock.minutes().count());
    write(19, clock.seconds().count());
    write(26, clock.subseconds().count());
    return text;
}

namespace {

/// The digits from `from` on as a number; -1 when one of them is none.
int digits(const std::string &text, std::size_t from, std::size_t count)
{
    int number = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/// What isoTime writes. A trace of 100,000 steps has as many times, and scanf takes a microsecond for each.
bool parseOwn(const std::string &text, WallTime &time)
{
    constexpr std::string_view kShape = "0000-00-00T00:00:00.000000Z";
    if (text.size() != kShape.size())
        return false;
    for (std::size_t i = 0; i < kShape.size(); ++i)
        if (kShape[i] != '0' && text[i] != kShape[i])
            return false;
    const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    const int micros = digits(text, 20, 6);
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (std::min({year, month, day, hour, minute, second, micros}) < 0 || !date.ok() || hour > 23 ||
        minute > 59 || second > 60)
        return false;
    time = std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second) + std::chrono::microseconds(micros);
    return true;
}

} // namespace

bool parseIsoTime(const std::string &text, WallTime &time)
{
    if (parseOwn(text, time))
        return true;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    double second = 0;
    char zone = 0;
    char rest = 0;
    const int read = std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d:%lf%c%c", &year, &month, &day, &hour,
                                 &minute, &second, &zone, &rest);
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    if (read != 7 || zone != 'Z' || !date.ok() || hour > 23 || minute > 59 || hour < 0 || minute < 0 ||
        !(second >= 0) || second >= 61)
        return false;
    time = std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::microseconds(static_cast<std::int64_t>(second * 1e6 + 0.5));
    return true;
}

} // namespace batuta
