// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/schedule/posix_rule.h"

#include <algorithm>
#include <cctype>

namespace batuta::schedule {
namespace {

using std::chrono::seconds;

/// Reads from the front of a text. Once something did not fit, nothing fits any more.
class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {
    }

    bool isOk() const { return m_ok; }
    bool isAtEnd() const { return m_at == m_text.size(); }
    bool take(char c)
    {
        const bool there = m_at < m_text.size() && m_text[m_at] == c;
        m_at += there ? 1 : 0;
        return there;
    }
    void need(char c) { m_ok = take(c) && m_ok; }
    int number(int least, int most)
    {
        int value = 0;
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at]) && m_at - begin < 4)
            value = value * 10 + (m_text[m_at++] - '0');
        m_ok = m_ok && m_at > begin && value >= least && value <= most;
        return value;
    }
    /// `EST`, or anything between < and >.
    void abbreviation()
    {
        const std::size_t begin = m_at;
        if (take('<')) {
            while (m_at < m_text.size() && m_text[m_at] != '>')
                ++m_at;
            need('>');
        } else {
            while (m_at < m_text.size() && std::isalpha(static_cast<unsigned char>(m_text[m_at])) != 0)
                ++m_at;
        }
        m_ok = m_ok && m_at - begin >= 3;
    }
    /// `[+-]hh[:mm[:ss]]`
    seconds time(int mostHours)
    {
        const bool negative = take('-');
        if (!negative)
            take('+');
        seconds value = std::chrono::hours(number(0, mostHours));
        if (take(':'))
            value += std::chrono::minutes(number(0, 59));
        if (take(':'))
            value += seconds(number(0, 59));
        return negative ? -value : value;
    }
    RuleDate date()
    {
        RuleDate date;
        if (take('M')) {
            date.kind = RuleDate::Kind::WeekdayOfMonth;
            date.month = number(1, 12);
            need('.');
            date.week = number(1, 5);
            need('.');
            date.day = number(0, 6);
        } else if (take('J')) {
            date.kind = RuleDate::Kind::JulianWithoutLeapDay;
            date.day = number(1, 365);
        } else {
            date.day = number(0, 365);
        }
        if (take('/'))
            date.time = time(167);
        return date;
    }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_ok = true;
};

std::chrono::sys_days dayOf(const RuleDate &date, std::chrono::year year)
{
    using namespace std::chrono;
    const sys_days newYear(year / January / 1);
    switch (date.kind) {
    case RuleDate::Kind::DayOfYear:
        return newYear + days(date.day);
    case RuleDate::Kind::JulianWithoutLeapDay:
        return newYear + days(date.day - (year.is_leap() && date.day >= 60 ? 0 : 1));
    case RuleDate::Kind::WeekdayOfMonth:
        break;
    }
    const month wanted(static_cast<unsigned>(date.month));
    const weekday day(static_cast<unsigned>(date.day));
    if (date.week == 5)
        return sys_days(year / wanted / day[last]);
    return sys_days(year / wanted / day[static_cast<unsigned>(date.week)]);
}

} // namespace

std::optional<PosixRule> parsePosixRule(std::string_view text)
{
    Reader reader(text);
    PosixRule rule;
    reader.abbreviation();
    rule.standard = -reader.time(24); // POSIX counts westwards
    if (reader.isOk() && !reader.isAtEnd()) {
        PosixRule::Daylight daylight{rule.standard + std::chrono::hours(1), {}, {}};
        reader.abbreviation();
        if (!reader.take(',')) {
            daylight.offset = -reader.time(24);
            reader.need(',');
        }
        daylight.begin = reader.date();
        reader.need(',');
        daylight.end = reader.date();
        rule.daylight = daylight;
    }
    if (!reader.isOk() || !reader.isAtEnd())
        return std::nullopt;
    return rule;
}

std::vector<Zone::Change> changesOf(const PosixRule &rule, int firstYear, int lastYear)
{
    std::vector<Zone::Change> changes;
    if (!rule.daylight)
        return changes;
    for (int year = firstYear; year <= lastYear; ++year) {
        const std::chrono::year y(year);
        const RuleDate &begin = rule.daylight->begin;
        const RuleDate &end = rule.daylight->end;
        changes.push_back({dayOf(end, y) + end.time - rule.daylight->offset, rule.standard});
        changes.push_back({dayOf(begin, y) + begin.time - rule.standard, rule.daylight->offset});
    }
    // Daylight saving time all the year ends and begins at one instant: then it goes on.
    std::stable_sort(changes.begin(), changes.end(), [&](const Zone::Change &a, const Zone::Change &b) {
        return a.at != b.at ? a.at < b.at : a.offset == rule.standard && b.offset != rule.standard;
    });
    return changes;
}

} // namespace batuta::schedule
