// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/schedule/cron.h"

#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace batuta::schedule {
namespace {

using namespace std::chrono;

constexpr std::size_t kMostText = 1000;
constexpr auto kHorizon = days(366 * 50);
constexpr sys_days kFirst = year(1) / January / 1;
constexpr sys_days kLast = year(9000) / January / 1;

/// What one of the five fields may hold.
struct FieldRule
{
    std::string_view name;
    int least;
    int most;
    std::string_view names; ///< of three letters each, the first for `least`
    std::string_view allowed;
};

constexpr std::array<FieldRule, 5> kFields{{
    {"minute", 0, 59, "", "0 to 59"},
    {"hour", 0, 23, "", "0 to 23"},
    {"day of month", 1, 31, "", "1 to 31"},
    {"month", 1, 12, "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC", "1 to 12 or JAN to DEC"},
    {"day of week", 0, 7, "SUNMONTUEWEDTHUFRISAT", "0 to 7 (0 and 7 are Sunday) or SUN to SAT"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kNicknames{{
    {"@hourly", "0 * * * *"},
    {"@daily", "0 0 * * *"},
    {"@midnight", "0 0 * * *"},
    {"@weekly", "0 0 * * 0"},
    {"@monthly", "0 0 1 * *"},
    {"@yearly", "0 0 1 1 *"},
    {"@annually", "0 0 1 1 *"},
}};

Error badField(const FieldRule &rule, std::string_view part, std::string_view why)
{
    std::string detail(rule.name);
    detail.append(": `").append(part.substr(0, 40)).append("` ").append(why);
    std::string mend("The ");
    mend.append(rule.name)
        .append(" holds ")
        .append(rule.allowed)
        .append(", as *, lists 1,3, ranges 1-5 and ");
    mend.append("steps */2.");
    return {ErrorCode::FlowBadValue, "cron", std::move(detail), {}, std::move(mend)};
}

Error badText(std::string detail)
{
    return {
        ErrorCode::FlowBadValue,
        "cron",
        std::move(detail),
        {},
        "Write minute, hour, day of month, month and day of week, such as `0 2 * * 1-5`; or @hourly, @daily, "
        "@weekly, @monthly or @yearly."};
}

/// A number, or a name of the field; nothing when it is neither.
std::optional<int> valueOf(const FieldRule &rule, std::string_view text)
{
    for (std::size_t i = 0; i < rule.names.size() && text.size() == 3; i += 3)
        if (equalIgnoringCase(text, rule.names.substr(i, 3)))
            return rule.least + static_cast<int>(i / 3);
    const bool isNumber = !text.empty() && text.size() <= 4 &&
                          std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return std::nullopt;
    int value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value;
}

/// `*`, `7`, `1-5`, each range with `/2`.
Result<std::uint64_t> bitsOf(const FieldRule &rule, std::string_view part)
{
    const std::size_t slash = part.find('/');
    const std::string_view range = part.substr(0, slash);
    const std::size_t dash = range.find('-');
    std::optional<int> first = rule.least;
    std::optional<int> last = rule.most;
    if (range != "*") {
        first = valueOf(rule, range.substr(0, dash));
        last = dash == std::string_view::npos ? first : valueOf(rule, range.substr(dash + 1));
        if (!first || !last)
            return badField(rule, part, "is not understood");
        // FRI-SUN ends with the Sunday that follows.
        if (rule.most == 7 && dash != std::string_view::npos && *last == 0 && *first > 0)
            last = 7;
    }
    if (*first < rule.least || *last > rule.most || *first > rule.most)
        return badField(rule, part, "is outside its range");
    if (*first > *last)
        return badField(rule, part, "ends before it begins");
    std::optional<int> step = 1;
    if (slash != std::string_view::npos) {
        if (range != "*" && dash == std::string_view::npos)
            return badField(rule, part, "has a step but no range");
        step = valueOf({"", 1, rule.most, "", ""}, part.substr(slash + 1));
        if (!step || *step < 1 || *step > rule.most)
            return badField(rule, part, "has a step that is not a number within the field");
    }
    std::uint64_t bits = 0;
    for (int value = *first; value <= *last; value += *step)
        bits |= std::uint64_t{1} << (rule.most == 7 ? value % 7 : value);
    return bits;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> found;
    while (!(text = trimmed(text)).empty()) {
        const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
        found.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return found;
}

} // namespace

Result<Cron::Field> Cron::readField(std::string_view text, std::size_t index)
{
    Field field;
    field.isStar = text.front() == '*';
    for (const std::string_view part : split(text, ',')) {
        const Result<std::uint64_t> bits = bitsOf(kFields[index], part);
        if (!bits)
            return bits.error();
        field.bits |= *bits;
    }
    return field;
}

Result<Cron> Cron::parse(std::string_view text)
{
    if (text.size() > kMostText)
        return badText("is longer than 1000 characters");
    std::string_view written = trimmed(text);
    for (const auto &[name, meaning] : kNicknames)
        if (equalIgnoringCase(written, name))
            written = meaning;
    if (!written.empty() && written.front() == '@')
        return badText("`" + std::string(written.substr(0, 40)) + "` is not known");
    const std::vector<std::string_view> fields = words(written);
    if (fields.size() != kFields.size())
        return badText("has " + std::to_string(fields.size()) + " fields where five are needed");
    Cron cron;
    cron.m_text = std::string(trimmed(text));
    const std::array<Field *, 5> targets{&cron.m_minutes, &cron.m_hours, &cron.m_days, &cron.m_months,
                                         &cron.m_weekdays};
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const Result<Field> field = readField(fields[i], i);
        if (!field)
            return field.error();
        *targets[i] = *field;
    }
    if (!cron.canHappen())
        return badField(kFields[2], fields[2], "is a day that none of these months has");
    return cron;
}

bool Cron::canHappen() const
{
    if (!m_days.isStar && !m_weekdays.isStar)
        return true;
    static constexpr std::array<unsigned, 13> kLengths{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (unsigned month = 1; month <= 12; ++month)
        for (unsigned day = 1; day <= kLengths.at(month) && m_months.has(month); ++day)
            if (m_days.has(day))
                return true;
    return false;
}

bool Cron::isDay(local_days day) const
{
    const year_month_day date(day);
    const bool fitsMonth = m_days.has(static_cast<unsigned>(date.day()));
    const bool fitsWeek = m_weekdays.has(weekday(day).c_encoding());
    return m_days.isStar || m_weekdays.isStar ? fitsMonth && fitsWeek : fitsMonth || fitsWeek;
}

std::optional<int> Cron::minuteOfDay(int from) const
{
    for (int hour = from / 60; hour < 24; ++hour)
        for (int minute = hour == from / 60 ? from % 60 : 0; minute < 60; ++minute)
            if (m_hours.has(static_cast<unsigned>(hour)) && m_minutes.has(static_cast<unsigned>(minute)))
                return hour * 60 + minute;
    return std::nullopt;
}

/// The first local minute in [from, until) that fits, whatever the clocks of a zone do.
std::optional<LocalTime> Cron::nextLocal(LocalTime from, LocalTime until) const
{
    const auto start = ceil<minutes>(from);
    local_days day = floor<days>(start);
    auto first = static_cast<int>((start - day).count());
    while (day < until) {
        const year_month_day date(day);
        if (!m_months.has(static_cast<unsigned>(date.month()))) {
            day = local_days(year_month_day(date.year(), date.month(), std::chrono::day(1)) + months(1));
            first = 0;
            continue;
        }
        if (const std::optional<int> minute = isDay(day) ? minuteOfDay(first) : std::nullopt) {
            const LocalTime found = day + minutes(*minute);
            return found < until ? std::optional(found) : std::nullopt;
        }
        day += days(1);
        first = 0;
    }
    return std::nullopt;
}

std::optional<WallTime> Cron::next(WallTime after, const Zone &zone) const
{
    if (after < kFirst || after > kLast)
        return std::nullopt;
    return runsByElapsedTime() ? nextByElapsedTime(after, zone) : nextByClock(after, zone);
}

std::optional<WallTime> Cron::nextByClock(WallTime after, const Zone &zone) const
{
    LocalTime from = floor<minutes>(zone.localOf(floor<seconds>(after)));
    const LocalTime until = from + kHorizon;
    while (const std::optional<LocalTime> local = nextLocal(from, until)) {
        const Instant instant = zone.instantOf(*local);
        if (instant > after)
            return instant;
        from = *local + minutes(1);
    }
    return std::nullopt;
}

std::optional<WallTime> Cron::nextByElapsedTime(WallTime after, const Zone &zone) const
{
    Instant from = floor<seconds>(after) + seconds(1);
    const Instant until = from + kHorizon;
    while (from < until) {
        const Zone::Period period = zone.periodAt(from);
        const Instant end = std::min(period.end, until);
        const auto local = [&](Instant at) { return LocalTime(at.time_since_epoch() + period.offset); };
        if (const std::optional<LocalTime> found = nextLocal(local(from), local(end)))
            return Instant(found->time_since_epoch() - period.offset);
        from = end;
    }
    return std::nullopt;
}

} // namespace batuta::schedule
