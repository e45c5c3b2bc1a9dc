// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_rows.h"

#include "engine/logs/pool.h"

#include <algorithm>
#include <bit>
#include <queue>

namespace batuta::logs {
namespace {

constexpr int kLineBits = 48;

std::uint64_t packed(std::size_t file, std::uint64_t line)
{
    return (static_cast<std::uint64_t>(file) << kLineBits) | line;
}

LineId unpacked(std::uint64_t entry)
{
    return {static_cast<std::uint32_t>(entry >> kLineBits), entry & ((1ULL << kLineBits) - 1)};
}

/// One file's lines in the order of their times, as they wait to be merged.
struct Run
{
    std::vector<std::pair<LineTime, std::uint64_t>> lines;
    std::size_t at = 0;
};

void mergeRuns(std::vector<Run> &runs, std::vector<std::uint64_t> &order)
{
    using Head = std::pair<std::pair<LineTime, std::uint64_t>, std::size_t>;
    std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (!runs[i].lines.empty())
            heads.emplace(runs[i].lines.front(), i);
    while (!heads.empty()) {
        const auto [line, i] = heads.top();
        heads.pop();
        order.push_back(line.second);
        if (++runs[i].at < runs[i].lines.size())
            heads.emplace(runs[i].lines[runs[i].at], i);
    }
}

} // namespace

LogRows::Found LogRows::look(const LogMatcher &matcher, const IndexedFile &file, std::size_t block,
                             std::string &buffer)
{
    Found found;
    found.block = file.blocks()[block];
    found.end = file.endOfBlock(block);
    Bits bits = matcher.match(file, block, buffer);
    for (const std::uint64_t word : bits)
        found.count += static_cast<std::uint64_t>(std::popcount(word));
    if (found.count == found.block->lines()) {
        found.counts = found.block->counts();
    } else if (found.count > 0) {
        for (std::size_t word = 0; word < bits.size(); ++word)
            for (std::uint64_t rest = bits[word]; rest != 0; rest &= rest - 1)
                ++found.counts[static_cast<std::size_t>(
                    found.block->severity(word * 64 + static_cast<std::size_t>(std::countr_zero(rest))))];
        found.bits = std::make_shared<const Bits>(std::move(bits));
    }
    return found;
}

LogRowsPtr findRows(const LogSnapshotPtr &snapshot, const LogMatcher &matcher, const LogRowsPtr &before,
                    const std::stop_token &stop, std::atomic<std::uint64_t> *done)
{
    auto rows = std::make_shared<LogRows>();
    rows->m_snapshot = snapshot;
    rows->m_files.resize(snapshot->files.size());
    std::vector<std::pair<std::size_t, std::size_t>> work;
    for (std::size_t f = 0; f < snapshot->files.size(); ++f) {
        const IndexedFile &file = *snapshot->files[f];
        rows->m_files[f].blocks.resize(file.blocks().size());
        for (std::size_t b = 0; b < file.blocks().size(); ++b) {
            const bool wasThere =
                before && f < before->m_files.size() && b < before->m_files[f].blocks.size();
            const LogRows::Found *old = wasThere ? &before->m_files[f].blocks[b] : nullptr;
            if (old && old->block == file.blocks()[b] && old->end == file.endOfBlock(b))
                rows->m_files[f].blocks[b] = *old;
            else
                work.emplace_back(f, b);
        }
    }
    const bool isWhole = forEachIndex(work.size(), stop, [&](std::size_t i) {
        thread_local std::string buffer;
        const auto [f, b] = work[i];
        rows->m_files[f].blocks[b] = LogRows::look(matcher, *snapshot->files[f], b, buffer);
        if (done)
            *done += LogBlock::kBytes;
    });
    if (!isWhole)
        return nullptr;
    rows->sum();
    if (snapshot->files.size() > 1)
        rows->merge(before.get());
    return rows;
}

void LogRows::sum()
{
    for (File &file : m_files) {
        file.before.assign(1, 0);
        for (const Found &found : file.blocks) {
            file.before.push_back(file.before.back() + found.count);
            for (std::size_t i = 0; i < m_counts.size(); ++i)
                m_counts[i] += found.counts[i];
        }
        m_count += file.before.back();
    }
}

/// How many lines of a file are the same as they were: what it ended with may have been torn.
std::uint64_t LogRows::keptLines(std::size_t file, const LogRows &before) const
{
    if (file >= before.m_files.size())
        return 0;
    const IndexedFile &old = *before.m_snapshot->files[file];
    const IndexedFile &now = *m_snapshot->files[file];
    if (old.turn() != now.turn() || old.lines() == 0 || now.lines() < old.lines())
        return 0;
    return old.end(old.lines() - 1) == now.end(old.lines() - 1) ? old.lines() : old.lines() - 1;
}

/// What stood in an order already keeps its place, so that nothing jumps while files grow; what is new comes
/// behind it, in the order of its times.
void LogRows::merge(const LogRows *before)
{
    std::vector<std::uint64_t> kept(m_files.size(), 0);
    m_order.reserve(static_cast<std::size_t>(m_count));
    if (before && before->m_files.size() > 1) {
        for (std::size_t f = 0; f < m_files.size(); ++f)
            kept[f] = keptLines(f, *before);
        for (const std::uint64_t entry : before->m_order)
            if (const LineId id = unpacked(entry); id.line < kept[id.file])
                m_order.push_back(entry);
    }
    std::vector<Run> runs(m_files.size());
    for (std::size_t f = 0; f < m_files.size(); ++f) {
        const IndexedFile &file = *m_snapshot->files[f];
        for (std::size_t b = kept[f] < file.lines() ? file.blockOf(kept[f]) : file.blocks().size();
             b < file.blocks().size(); ++b)
            forEachIn(f, b, [&](std::size_t line) {
                if (const std::uint64_t number = file.linesBefore(b) + line; number >= kept[f])
                    runs[f].lines.emplace_back(file.blocks()[b]->time(line), packed(f, number));
            });
        if (!std::is_sorted(runs[f].lines.begin(), runs[f].lines.end()))
            std::sort(runs[f].lines.begin(), runs[f].lines.end());
    }
    mergeRuns(runs, m_order);
}

std::uint64_t LogRows::lineOf(std::size_t file, std::uint64_t match) const
{
    const File &own = m_files[file];
    const auto above = std::upper_bound(own.before.begin(), own.before.end(), match);
    const auto block = static_cast<std::size_t>(above - own.before.begin()) - 1;
    const std::uint64_t first = m_snapshot->files[file]->linesBefore(block);
    std::uint64_t rest = match - own.before[block];
    const Found &found = own.blocks[block];
    if (!found.bits)
        return first + rest;
    for (std::size_t word = 0; word < found.bits->size(); ++word) {
        std::uint64_t bits = (*found.bits)[word];
        const auto here = static_cast<std::uint64_t>(std::popcount(bits));
        if (rest >= here) {
            rest -= here;
            continue;
        }
        for (; rest > 0; --rest)
            bits &= bits - 1;
        return first + word * 64 + static_cast<std::uint64_t>(std::countr_zero(bits));
    }
    return first;
}

LineId LogRows::at(std::uint64_t row) const
{
    if (m_snapshot->files.size() > 1)
        return unpacked(m_order[static_cast<std::size_t>(row)]);
    return {0, lineOf(0, row)};
}

std::uint64_t LogRows::rowOf(LineId id) const
{
    if (!m_snapshot || id.file >= m_files.size())
        return m_count;
    if (m_files.size() > 1) {
        const std::uint64_t wanted = packed(id.file, id.line);
        const auto at = std::find(m_order.begin(), m_order.end(), wanted);
        if (at != m_order.end() || id.line >= m_snapshot->files[id.file]->lines())
            return static_cast<std::uint64_t>(at - m_order.begin());
        return rowAt(m_snapshot->time(id));
    }
    std::uint64_t low = 0;
    for (std::uint64_t high = m_count; low < high;) {
        const std::uint64_t middle = (low + high) / 2;
        if (lineOf(0, middle) < id.line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::uint64_t LogRows::rowAt(LineTime time) const
{
    std::uint64_t low = 0;
    std::uint64_t high = m_count;
    while (low < high) {
        const std::uint64_t middle = (low + high) / 2;
        if (m_snapshot->time(at(middle)) < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::size_t LogRows::memory() const
{
    std::size_t bytes = sizeof(*this) + m_order.capacity() * sizeof(std::uint64_t);
    for (const File &file : m_files)
        for (const Found &found : file.blocks)
            bytes += sizeof(Found) + sizeof(std::uint64_t) + (found.bits ? found.bits->capacity() * 8 : 0);
    return bytes;
}

} // namespace batuta::logs
