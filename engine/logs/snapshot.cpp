// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/snapshot.h"

#include <algorithm>

namespace batuta::logs {

IndexedFile::IndexedFile(std::shared_ptr<const LogFile> file, std::vector<LogBlockPtr> blocks,
                         std::uint64_t bytes, int turn)
    : m_file(std::move(file))
    , m_blocks(std::move(blocks))
    , m_bytes(bytes)
    , m_turn(turn)
{
    m_before.reserve(m_blocks.size() + 1);
    m_before.push_back(0);
    for (const LogBlockPtr &block : m_blocks)
        m_before.push_back(m_before.back() + block->lines());
}

std::size_t IndexedFile::blockOf(std::uint64_t line) const
{
    const auto above = std::upper_bound(m_before.begin(), m_before.end(), line);
    return static_cast<std::size_t>(above - m_before.begin()) - 1;
}

std::uint64_t IndexedFile::endOfBlock(std::size_t block) const
{
    for (std::size_t next = block + 1; next < m_blocks.size(); ++next)
        if (m_blocks[next]->lines() > 0)
            return m_blocks[next]->start(0);
    return m_bytes;
}

std::uint64_t IndexedFile::start(std::uint64_t line) const
{
    const std::size_t block = blockOf(line);
    return m_blocks[block]->start(line - m_before[block]);
}

std::uint64_t IndexedFile::end(std::uint64_t line) const
{
    const std::size_t block = blockOf(line);
    const std::uint64_t next = line - m_before[block] + 1;
    return next < m_blocks[block]->lines() ? m_blocks[block]->start(next) : endOfBlock(block);
}

LineTime IndexedFile::time(std::uint64_t line) const
{
    const std::size_t block = blockOf(line);
    return m_blocks[block]->time(line - m_before[block]);
}

Severity IndexedFile::severity(std::uint64_t line) const
{
    const std::size_t block = blockOf(line);
    return m_blocks[block]->severity(line - m_before[block]);
}

std::string IndexedFile::text(std::uint64_t line, std::size_t most) const
{
    if (line >= lines())
        return {};
    const std::uint64_t from = start(line);
    std::string text(static_cast<std::size_t>(std::min<std::uint64_t>(end(line) - from, most)), '\0');
    text.resize(m_file->read(from, text));
    if (!text.empty() && text.back() == '\n')
        text.pop_back();
    if (!text.empty() && text.back() == '\r')
        text.pop_back();
    return text;
}

std::size_t IndexedFile::memory() const
{
    std::size_t bytes = sizeof(*this) + m_before.capacity() * sizeof(std::uint64_t);
    for (const LogBlockPtr &block : m_blocks)
        bytes += block->memory() + sizeof(block);
    return bytes;
}

TimeSpan timeSpan(const LogSnapshot &snapshot)
{
    constexpr std::uint64_t kSample = 20'000;
    constexpr LineTime kMuchLonger = 4; // than nearly all lines take
    TimeSpan whole;
    std::vector<LineTime> times;
    for (const auto &file : snapshot.files) {
        for (const LogBlockPtr &block : file->blocks()) {
            if (block->firstTime() == kNoTime)
                continue;
            whole.from =
                whole.from == kNoTime ? block->firstTime() : std::min(whole.from, block->firstTime());
            whole.to = std::max(whole.to, block->lastTime());
            const std::uint64_t step = std::max<std::uint64_t>(1, snapshot.lines / kSample);
            for (std::uint64_t line = 0; line < block->lines(); line += step)
                if (const LineTime time = block->time(line); time != kNoTime)
                    times.push_back(time);
        }
    }
    if (times.size() < 50)
        return whole;
    std::sort(times.begin(), times.end());
    const std::size_t edge = std::max<std::size_t>(1, times.size() / 1000);
    const LineTime from = times[edge];
    const LineTime to = times[times.size() - 1 - edge];
    const LineTime most = std::max<LineTime>(to - from, 1'000'000);
    if (whole.to - to > most * kMuchLonger)
        whole.to = to;
    if (from - whole.from > most * kMuchLonger)
        whole.from = from;
    return whole;
}

} // namespace batuta::logs
