// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_block.h"

#include <algorithm>
#include <cstring>

namespace batuta::logs {

LogBlock::LogBlock(std::uint64_t begin, std::string_view text, bool isLineStart, HeadReader &heads)
    : m_begin(begin)
{
    const std::size_t most = std::min<std::size_t>(text.size(), kBytes);
    std::size_t at = 0;
    const auto lineEnd = [&](std::size_t from) {
        const void *found = std::memchr(text.data() + from, '\n', text.size() - from);
        return found ? static_cast<std::size_t>(static_cast<const char *>(found) - text.data()) : text.size();
    };
    if (!isLineStart)
        at = most == 0 ? 0 : lineEnd(0) + 1;
    std::vector<LineTime> times;
    LineTime last = kNoTime;
    while (at < most) {
        const std::size_t end = lineEnd(at);
        const LineHead head = heads.read(text.substr(at, std::min(end - at, kHeadBytes)));
        if (head.time != kNoTime) {
            m_first = m_first == kNoTime ? head.time : std::min(m_first, head.time);
            m_last = m_last == kNoTime ? head.time : std::max(m_last, head.time);
            last = head.time;
        }
        ++m_counts[static_cast<std::size_t>(head.severity)];
        m_words.push_back((static_cast<std::uint64_t>(head.severity) << kStartBits) | at);
        times.push_back(last);
        at = end + 1;
    }
    pack(times);
}

void LogBlock::pack(const std::vector<LineTime> &times)
{
    if (m_first != kNoTime) {
        const auto span = static_cast<std::uint64_t>(m_last) - static_cast<std::uint64_t>(m_first);
        while (span / static_cast<std::uint64_t>(m_tick) >= kNoTicks)
            m_tick *= 1000;
    }
    for (std::size_t i = 0; i < times.size(); ++i) {
        const std::uint64_t ticks =
            times[i] == kNoTime
                ? kNoTicks
                : (static_cast<std::uint64_t>(times[i]) - static_cast<std::uint64_t>(m_first)) /
                      static_cast<std::uint64_t>(m_tick);
        m_words[i] |= ticks << kTimeShift;
    }
    m_words.shrink_to_fit();
}

LineTime LogBlock::time(std::size_t line) const
{
    const std::uint64_t ticks = m_words[line] >> kTimeShift;
    return ticks == kNoTicks ? m_before : m_first + static_cast<LineTime>(ticks) * m_tick;
}

LineTime LogBlock::endTime() const
{
    return m_words.empty() ? m_before : time(m_words.size() - 1);
}

} // namespace batuta::logs
