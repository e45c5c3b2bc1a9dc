// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace batuta::logs {

/// How bad a line is, in the order of `>=`. None: the line does not say.
enum class Severity : std::uint8_t { None, Debug, Info, Warn, Error, Critical };
inline constexpr int kSeverityCount = 6;

/// DEBUG, INFO, WARN, ERROR, CRITICAL; "" for None.
std::string_view severityName(Severity severity);
/// Any spelling that programs use (`warning`, `E`, `fatal`, 40 …), in any case; None for other words.
Severity severityOf(std::string_view word);

/// Microseconds since the Unix epoch; kNoTime when the line has none.
using LineTime = std::int64_t;
inline constexpr LineTime kSecond = 1'000'000;
inline constexpr LineTime kNoTime = std::numeric_limits<LineTime>::min();

struct LineHead
{
    LineTime time = kNoTime;
    Severity severity = Severity::None;
};

/// Reads when a line was written and how bad it is: from a JSON line's members, or from the beginning of a
/// line of text (ISO 8601, Go and nginx, access logs, syslog). Times without a zone are taken for UTC. Keeps
/// the last date, so it belongs to one thread.
class HeadReader
{
public:
    /// `year`: of times that name none (syslog), such as the year in which the file was last written.
    explicit HeadReader(int year = 1970)
        : m_year(year)
    {
    }

    /// `line`: as much of its beginning as there is; what a time or a word beyond says is not seen.
    LineHead read(std::string_view line);
    /// A time at the very beginning of `text`; `length` is how much of it was the time.
    LineTime time(std::string_view text, std::size_t *length = nullptr);

private:
    LineHead readMembers(std::string_view line);
    LineHead readText(std::string_view line);
    LineTime isoTime(std::string_view text, std::size_t &length);
    LineTime accessTime(std::string_view text, std::size_t &length);
    LineTime syslogTime(std::string_view text, std::size_t &length);
    LineTime date(int year, int month, int day);

    int m_year;
    std::uint32_t m_date = 0;    ///< year, month and day of the last date
    std::int64_t m_midnight = 0; ///< and its first microsecond
};

/// Whether a member of this name says when, or how bad.
bool isTimeName(std::string_view name);
bool isSeverityName(std::string_view name);
/// Whether a member of this name is what the line says to people; 0 no, else the smaller the more so.
int messageRank(std::string_view name);

} // namespace batuta::logs
