// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/line_head.h"

#include "engine/logs/members.h"

#include "engine/base/text.h"
#include "engine/logs/letters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>

namespace batuta::logs {
namespace {

constexpr LineTime kDay = 86'400 * kSecond;
constexpr std::size_t kTextHead = 160; // bytes of a line of text in which time and severity are looked for

struct Word
{
    std::string_view text;
    Severity severity;
};

constexpr std::array<Word, 24> kWords{{
    {"info", Severity::Info},      {"error", Severity::Error},        {"warn", Severity::Warn},
    {"warning", Severity::Warn},   {"debug", Severity::Debug},        {"critical", Severity::Critical},
    {"err", Severity::Error},      {"fatal", Severity::Critical},     {"trace", Severity::Debug},
    {"notice", Severity::Info},    {"crit", Severity::Critical},      {"emerg", Severity::Critical},
    {"alert", Severity::Critical}, {"emergency", Severity::Critical}, {"severe", Severity::Error},
    {"fine", Severity::Debug},     {"panic", Severity::Critical},     {"default", Severity::Info},
    {"verbose", Severity::Debug},  {"information", Severity::Info},   {"dbg", Severity::Debug},
    {"inf", Severity::Info},       {"wrn", Severity::Warn},           {"ftl", Severity::Critical},
}};

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// `count` digits at `at`; -1 when they are none.
int digits(std::string_view text, std::size_t at, int count)
{
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const std::size_t place = at + static_cast<std::size_t>(i);
        if (place >= text.size() || !isDigit(text[place]))
            return -1;
        value = value * 10 + (text[place] - '0');
    }
    return value;
}

int monthOf(std::string_view name)
{
    constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const std::size_t at = name.size() == 3 ? kMonths.find(name) : std::string_view::npos;
    return at == std::string_view::npos || at % 3 != 0 ? -1 : static_cast<int>(at / 3) + 1;
}

/// `14:21:07` with a fraction or without; `at` moves behind it. kNoTime when it is none.
LineTime clockOf(std::string_view text, std::size_t &at)
{
    const int hour = digits(text, at, 2);
    const int minute = digits(text, at + 3, 2);
    const int second = digits(text, at + 6, 2);
    if (hour < 0 || minute < 0 || second < 0 || hour > 23 || minute > 59 || second > 60 ||
        text[at + 2] != ':' || text[at + 5] != ':')
        return kNoTime;
    at += 8;
    LineTime time = (LineTime{hour} * 3600 + minute * 60 + second) * kSecond;
    if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && isDigit(text[at + 1])) {
        ++at;
        for (LineTime unit = kSecond / 10; at < text.size() && isDigit(text[at]); ++at, unit /= 10)
            time += (text[at] - '0') * unit;
    }
    return time;
}

/// `Z`, `+02:00`, `-0300`, or nothing: what is to be taken from a local time; `at` moves behind it.
LineTime zoneOf(std::string_view text, std::size_t &at)
{
    std::size_t sign = at;
    if (sign < text.size() && text[sign] == ' ')
        ++sign;
    if (sign < text.size() && text[sign] == 'Z') {
        at = sign + 1;
        return 0;
    }
    if (sign >= text.size() || (text[sign] != '+' && text[sign] != '-'))
        return 0;
    const int hours = digits(text, sign + 1, 2);
    const bool hasColon = sign + 3 < text.size() && text[sign + 3] == ':';
    const int minutes = digits(text, sign + (hasColon ? 4 : 3), 2);
    if (hours < 0 || minutes < 0 || hours > 14 || minutes > 59)
        return 0;
    at = sign + (hasColon ? 6 : 5);
    const LineTime offset = (LineTime{hours} * 60 + minutes) * 60 * kSecond;
    return text[sign] == '-' ? -offset : offset;
}

/// Seconds, milli-, micro- or nanoseconds since 1970, by the size of the number.
LineTime epochTime(std::string_view number)
{
    double value = 0;
    const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (failure != std::errc() || end != number.data() + number.size() || !(value > 1e8) || value > 1e20)
        return kNoTime;
    const double micros = value < 1e11   ? value * 1e6
                          : value < 1e14 ? value * 1e3
                          : value < 1e17 ? value
                                         : value / 1e3;
    return static_cast<LineTime>(micros);
}

LineTime memberTime(std::string_view raw, HeadReader &reader)
{
    if (raw.size() > 2 && raw.front() == '"') {
        const LineTime time = reader.time(raw.substr(1, raw.size() - 2));
        return time != kNoTime ? time : epochTime(raw.substr(1, raw.size() - 2));
    }
    return epochTime(raw);
}

Severity memberSeverity(std::string_view raw)
{
    if (raw.size() > 2 && raw.front() == '"')
        return severityOf(raw.substr(1, raw.size() - 2));
    return severityOf(raw);
}

/// A word counts when it is in capitals, in brackets, or the value of `level=`: "no error" says nothing.
bool isMarked(std::string_view text, std::size_t at, std::size_t end)
{
    const std::string_view word = text.substr(at, end - at);
    if (std::all_of(word.begin(), word.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; }))
        return true;
    const char before = at > 0 ? text[at - 1] : ' ';
    const char after = end < text.size() ? text[end] : ' ';
    if ((before == '[' && after == ']') || (before == '<' && after == '>'))
        return true;
    const std::size_t quote = before == '"' || before == '\'' ? 2 : 1;
    return at > quote && text[at - quote] == '=' &&
           (text.substr(0, at - quote).ends_with("level") ||
            text.substr(0, at - quote).ends_with("severity") || text.substr(0, at - quote).ends_with("lvl"));
}

Severity textSeverity(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        if (!isLetter(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < text.size() && isLetter(text[end]))
            ++end;
        if (end - at >= 3 && end - at <= 11 && isMarked(text, at, end))
            if (const Severity severity = severityOf(text.substr(at, end - at)); severity != Severity::None)
                return severity;
        at = end;
    }
    return Severity::None;
}

} // namespace

std::string_view severityName(Severity severity)
{
    constexpr std::array<std::string_view, kSeverityCount> kNames{"",     "DEBUG", "INFO",
                                                                  "WARN", "ERROR", "CRITICAL"};
    return kNames[static_cast<std::size_t>(severity)];
}

Severity severityOf(std::string_view word)
{
    for (const Word &known : kWords)
        if (equalIgnoringCase(word, known.text))
            return known.severity;
    if (word.size() == 2 && word[1] == '0' && word[0] >= '1' &&
        word[0] <= '6') { // as pino and bunyan number them
        constexpr std::array<Severity, 6> kTens{Severity::Debug, Severity::Debug, Severity::Info,
                                                Severity::Warn,  Severity::Error, Severity::Critical};
        return kTens[static_cast<std::size_t>(word[0] - '1')];
    }
    if (word.size() == 1)
        switch (word[0]) {
        case 'D':
            return Severity::Debug;
        case 'I':
            return Severity::Info;
        case 'W':
            return Severity::Warn;
        case 'E':
            return Severity::Error;
        case 'F':
        case 'C':
            return Severity::Critical;
        default:
            break;
        }
    return Severity::None;
}

bool isTimeName(std::string_view name)
{
    constexpr std::array<std::string_view, 10> kNames{
        "timestamp", "time", "ts", "@timestamp", "t", "date", "@t", "datetime", "asctime", "eventTime"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool isSeverityName(std::string_view name)
{
    constexpr std::array<std::string_view, 9> kNames{
        "severity", "level", "lvl", "levelname", "log.level", "log_level", "loglevel", "@l", "severity_text"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

int messageRank(std::string_view name)
{
    constexpr std::array<std::string_view, 6> kNames{"message", "msg", "@m", "text", "log", "event"};
    const auto at = std::find(kNames.begin(), kNames.end(), name);
    return at == kNames.end() ? 0 : static_cast<int>(at - kNames.begin()) + 1;
}

LineTime HeadReader::date(int year, int month, int day)
{
    if (year < 1 || month < 1 || day < 1)
        return kNoTime;
    const auto packed = static_cast<std::uint32_t>(year * 10'000 + month * 100 + day);
    if (packed == m_date)
        return m_midnight;
    const std::chrono::year_month_day ymd{std::chrono::year(year),
                                          std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day))};
    if (!ymd.ok())
        return kNoTime;
    m_date = packed;
    m_midnight = std::chrono::sys_days(ymd).time_since_epoch().count() * kDay;
    return m_midnight;
}

LineTime HeadReader::isoTime(std::string_view text, std::size_t &length)
{
    if (text.size() < 19 || (text[4] != '-' && text[4] != '/') || text[7] != text[4] ||
        (text[10] != 'T' && text[10] != ' ' && text[10] != 't' && text[10] != '_'))
        return kNoTime;
    const LineTime day = date(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    std::size_t at = 11;
    const LineTime clock = clockOf(text, at);
    if (day == kNoTime || clock == kNoTime)
        return kNoTime;
    const LineTime zone = zoneOf(text, at);
    length = at;
    return day + clock - zone;
}

/// `10/Oct/2026:13:55:36 -0700`
LineTime HeadReader::accessTime(std::string_view text, std::size_t &length)
{
    if (text.size() < 20 || text[2] != '/' || text[6] != '/' || text[11] != ':')
        return kNoTime;
    const LineTime day = date(digits(text, 7, 4), monthOf(text.substr(3, 3)), digits(text, 0, 2));
    std::size_t at = 12;
    const LineTime clock = clockOf(text, at);
    if (day == kNoTime || clock == kNoTime)
        return kNoTime;
    const LineTime zone = zoneOf(text, at);
    length = at;
    return day + clock - zone;
}

/// `Oct  1 13:55:36`
LineTime HeadReader::syslogTime(std::string_view text, std::size_t &length)
{
    if (text.size() < 15 || text[3] != ' ' || text[6] != ' ')
        return kNoTime;
    const int number = text[4] == ' ' ? digits(text, 5, 1) : digits(text, 4, 2);
    const LineTime day = date(m_year, monthOf(text.substr(0, 3)), number);
    std::size_t at = 7;
    const LineTime clock = clockOf(text, at);
    if (day == kNoTime || clock == kNoTime)
        return kNoTime;
    length = at;
    return day + clock;
}

LineTime HeadReader::time(std::string_view text, std::size_t *length)
{
    std::size_t own = 0;
    std::size_t &used = length ? *length : own;
    if (text.empty())
        return kNoTime;
    if (!isDigit(text[0]))
        return syslogTime(text, used);
    const LineTime iso = isoTime(text, used);
    return iso != kNoTime ? iso : accessTime(text, used);
}

LineHead HeadReader::read(std::string_view line)
{
    return looksLikeObject(line) ? readMembers(line) : readText(line);
}

LineHead HeadReader::readMembers(std::string_view line)
{
    LineHead head;
    Members members(line);
    RawMember member;
    while (members.next(member)) {
        if (head.time == kNoTime && isTimeName(member.name))
            head.time = memberTime(member.value, *this);
        else if (head.severity == Severity::None && isSeverityName(member.name))
            head.severity = memberSeverity(member.value);
        if (head.time != kNoTime && head.severity != Severity::None)
            break;
    }
    return head;
}

LineHead HeadReader::readText(std::string_view line)
{
    const std::string_view text = line.substr(0, kTextHead);
    LineHead head;
    std::size_t length = 0;
    head.time = time(text, &length);
    for (std::size_t at = 1; head.time == kNoTime && at < text.size();
         ++at) // behind a bracket, a host, `time=`
        if (std::string_view("[ =\"<>(").find(text[at - 1]) != std::string_view::npos && text[at] != ' ')
            head.time = time(text.substr(at));
    head.severity = textSeverity(text.substr(length));
    return head;
}

} // namespace batuta::logs
