// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/schedule/zone.h"

#include "engine/base/text.h"
#include "engine/schedule/posix_rule.h"

#include <algorithm>
#include <array>

namespace batuta::schedule {
namespace {

using std::chrono::seconds;

constexpr std::uint64_t kMostBytes = 256 << 10;
constexpr std::size_t kHeaderBytes = 44;
constexpr int kLastYear = 2200;
/// A table may begin with the Big Bang; nothing earlier, and nothing as late, is a time.
constexpr Instant kEarliest(seconds(-(std::int64_t{1} << 60)));
constexpr Instant kLatest(seconds(std::int64_t{1} << 60));
/// No offset of a TZif file is larger.
constexpr seconds kMostOffset = std::chrono::hours(26);

Error damaged(const std::string &name, std::string detail)
{
    return {ErrorCode::FileUnreadable, name, std::move(detail), {}, "Install the package tzdata again."};
}

bool isPartOfName(std::string_view part)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '+';
    };
    return !part.empty() && part.front() != '-' && std::all_of(part.begin(), part.end(), isAllowed);
}

/// Without dots, leading slashes and empty parts no name leads out of the folder.
bool isName(std::string_view name)
{
    if (name.size() > 64)
        return false;
    const std::vector<std::string_view> parts = split(name, '/');
    return parts.size() <= 3 && std::all_of(parts.begin(), parts.end(), isPartOfName);
}

Error unknownZone(const std::string &name)
{
    return {ErrorCode::FlowBadValue,
            name,
            "is not a time zone of this machine",
            {},
            "Write UTC, or a name such as Europe/Berlin or America/Sao_Paulo."};
}

/// A big-endian number of `size` bytes; the caller has checked that they are there.
std::int64_t numberAt(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = (static_cast<unsigned char>(bytes[at]) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < size; ++i)
        value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
    return static_cast<std::int64_t>(value);
}

/// One of the two blocks of a TZif file: the counts of its header and where its parts begin.
struct Block
{
    std::size_t times = 0;
    std::size_t types = 0;
    std::size_t leapSeconds = 0;
    std::size_t timesAt = 0;
    std::size_t end = 0;
};

/// The block at `begin` whose times have `width` bytes; nothing when it does not fit into the file.
bool readBlock(std::string_view bytes, std::size_t begin, std::size_t width, Block &block)
{
    if (bytes.size() < begin + kHeaderBytes || bytes.substr(begin, 4) != "TZif")
        return false;
    std::array<std::size_t, 6> counts{};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::int64_t count = numberAt(bytes, begin + 20 + 4 * i, 4);
        if (count < 0 || static_cast<std::uint64_t>(count) > kMostBytes)
            return false;
        counts[i] = static_cast<std::size_t>(count);
    }
    const auto [utFlags, wallFlags, leaps, times, types, letters] = counts;
    block = {times, types, leaps, begin + kHeaderBytes, 0};
    block.end =
        block.timesAt + times * (width + 1) + types * 6 + letters + leaps * (width + 4) + wallFlags + utFlags;
    return types > 0 && block.end <= bytes.size();
}

/// The offsets of the types of the second block; empty when one of them cannot be.
std::vector<seconds> offsetsOf(std::string_view bytes, const Block &block)
{
    std::vector<seconds> offsets;
    for (std::size_t i = 0; i < block.types; ++i) {
        const seconds offset(numberAt(bytes, block.timesAt + block.times * 9 + i * 6, 4));
        if (offset > kMostOffset || offset < -kMostOffset)
            return {};
        offsets.push_back(offset);
    }
    return offsets;
}

bool readChanges(std::string_view bytes, const Block &block, const std::vector<seconds> &offsets,
                 std::vector<Zone::Change> &changes)
{
    for (std::size_t i = 0; i < block.times; ++i) {
        const Instant at(seconds(numberAt(bytes, block.timesAt + i * 8, 8)));
        const auto type = static_cast<unsigned char>(bytes[block.timesAt + block.times * 8 + i]);
        if (type >= offsets.size() || at < kEarliest || at > kLatest ||
            (!changes.empty() && at <= changes.back().at))
            return false;
        changes.push_back({at, offsets[type]});
    }
    return true;
}

/// Writes out what the footer says about the years after the table.
void append(const PosixRule &rule, std::vector<Zone::Change> &changes)
{
    using namespace std::chrono;
    const Instant last = changes.empty() ? Instant(sys_days(year(1900) / 1 / 1)) : changes.back().at;
    if (!rule.daylight) {
        if (changes.empty() || changes.back().offset != rule.standard)
            changes.push_back({last + seconds(1), rule.standard});
        return;
    }
    if (last >= Instant(sys_days(year(kLastYear) / 1 / 1)))
        return;
    const Instant sane = std::max(last, Instant(sys_days(year(1800) / 1 / 1)));
    const int from = static_cast<int>(year_month_day(floor<days>(sane)).year());
    for (const Zone::Change &change : changesOf(rule, from, kLastYear))
        if (change.at > last)
            changes.push_back(change);
}

/// Leaves one change an instant, and only those that change the offset.
std::vector<Zone::Change> condensed(const std::vector<Zone::Change> &changes, seconds first)
{
    std::vector<Zone::Change> kept;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const bool isOverruled = i + 1 < changes.size() && changes[i + 1].at == changes[i].at;
        if (!isOverruled && changes[i].offset != (kept.empty() ? first : kept.back().offset))
            kept.push_back(changes[i]);
    }
    return kept;
}

} // namespace

Result<Zone> Zone::load(const std::string &name, const std::string &folder)
{
    if (name == "UTC")
        return Zone();
    if (!isName(name))
        return unknownZone(name);
    const Result<std::string> bytes = readFile(folder + "/" + name, kMostBytes);
    if (!bytes)
        return unknownZone(name);
    return parse(name, *bytes);
}

Result<Zone> Zone::parse(const std::string &name, std::string_view bytes)
{
    Block old;
    Block block;
    if (!readBlock(bytes, 0, 4, old) && bytes.substr(0, 4) != "TZif")
        return unknownZone(name);
    if (old.end == 0 || bytes[4] < '2' || !readBlock(bytes, old.end, 8, block))
        return damaged(name, "its table is damaged, or of version 1");
    if (block.leapSeconds > 0)
        return damaged(name, "its table counts leap seconds");
    const std::string_view rest = bytes.substr(block.end);
    const std::size_t footerEnd = rest.find('\n', 1);
    const std::vector<seconds> offsets = offsetsOf(bytes, block);
    Zone zone;
    zone.m_name = name;
    std::vector<Change> changes;
    if (rest.empty() || rest.front() != '\n' || footerEnd == std::string_view::npos || offsets.empty() ||
        !readChanges(bytes, block, offsets, changes))
        return damaged(name, "its table is damaged");
    const std::string_view footer = rest.substr(1, footerEnd - 1);
    if (!footer.empty()) {
        const std::optional<PosixRule> rule = parsePosixRule(footer);
        if (!rule)
            return damaged(name, "the rule at the end of its table cannot be read");
        append(*rule, changes);
    }
    zone.m_first = offsets.front();
    zone.m_changes = condensed(changes, zone.m_first);
    return zone;
}

std::size_t Zone::changesUntil(Instant instant) const
{
    const auto after = std::upper_bound(m_changes.begin(), m_changes.end(), instant,
                                        [](Instant at, const Change &change) { return at < change.at; });
    return static_cast<std::size_t>(after - m_changes.begin());
}

Zone::Period Zone::period(std::size_t changesBefore) const
{
    return {changesBefore == 0 ? Instant::min() : m_changes[changesBefore - 1].at,
            changesBefore == m_changes.size() ? Instant::max() : m_changes[changesBefore].at,
            changesBefore == 0 ? m_first : m_changes[changesBefore - 1].offset};
}

Zone::Period Zone::periodAt(Instant instant) const
{
    return period(changesUntil(instant));
}

LocalTime Zone::localOf(Instant instant) const
{
    return LocalTime(instant.time_since_epoch() + periodAt(instant).offset);
}

Instant Zone::instantOf(LocalTime local) const
{
    const Instant asUtc(local.time_since_epoch());
    // No offset is larger, so no earlier period can show this local time.
    for (std::size_t i = changesUntil(asUtc - kMostOffset);; ++i) {
        const Period candidate = period(i);
        const Instant instant = asUtc - candidate.offset;
        if (instant < candidate.begin)
            return candidate.begin;
        if (instant < candidate.end || i == m_changes.size())
            return instant;
    }
}

} // namespace batuta::schedule
