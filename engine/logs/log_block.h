// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/line_head.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace batuta::logs {

using SeverityCounts = std::array<std::uint64_t, kSeverityCount>;

/// The lines that begin in one megabyte of a file: where, when, how bad; eight bytes a line. Immutable once
/// it is made, so that any thread may look.
class LogBlock
{
public:
    static constexpr std::uint64_t kBytes = 1ULL << 20;
    /// How much of a line is read for its time and severity.
    static constexpr std::size_t kHeadBytes = 4096;

    /// `text`: the file from `begin` on, at least to the block's end, and kHeadBytes more where there is
    /// more. `isLineStart`: whether a line begins with its first byte.
    LogBlock(std::uint64_t begin, std::string_view text, bool isLineStart, HeadReader &heads);

    std::uint64_t begin() const { return m_begin; }
    std::size_t lines() const { return m_words.size(); }
    std::uint64_t start(std::size_t line) const { return m_begin + (m_words[line] & kStartMask); }
    /// A line without a time has that of the one before it; the first ones of a block have `before`.
    LineTime time(std::size_t line) const;
    Severity severity(std::size_t line) const
    {
        return static_cast<Severity>((m_words[line] >> kStartBits) & 7);
    }
    const SeverityCounts &counts() const { return m_counts; }
    /// Of the lines that have one of their own; kNoTime when none has.
    LineTime firstTime() const { return m_first; }
    LineTime lastTime() const { return m_last; }
    /// The time of its last line, or `before`.
    LineTime endTime() const;
    /// What its first lines have when they have none: set once, before anybody else sees the block.
    void setBefore(LineTime before) { m_before = before; }
    LineTime before() const { return m_before; }
    std::size_t memory() const { return sizeof(*this) + m_words.capacity() * sizeof(std::uint64_t); }

private:
    static constexpr int kStartBits = 20;
    static constexpr std::uint64_t kStartMask = (1ULL << kStartBits) - 1;
    static constexpr int kTimeShift = kStartBits + 3;
    static constexpr std::uint64_t kNoTicks = (1ULL << (64 - kTimeShift)) - 1;

    void pack(const std::vector<LineTime> &times);

    std::uint64_t m_begin;
    std::vector<std::uint64_t> m_words; ///< ticks since m_first, severity, place in the block
    LineTime m_first = kNoTime, m_last = kNoTime, m_before = kNoTime;
    std::int64_t m_tick = 1; ///< microseconds; more when the lines are weeks apart
    SeverityCounts m_counts{};
};

using LogBlockPtr = std::shared_ptr<const LogBlock>;

} // namespace batuta::logs
