// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/matcher.h"
#include "engine/logs/snapshot.h"

#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>

namespace batuta::logs {

/// The lines of a snapshot that a query matches, in the order in which they are shown: that of a single file,
/// or merged by time. Immutable; safe on any thread. A bit a line; with several files eight bytes a row
/// besides.
class LogRows
{
public:
    std::uint64_t count() const { return m_count; }
    const SeverityCounts &counts() const { return m_counts; }
    const LogSnapshotPtr &snapshot() const { return m_snapshot; }
    LineId at(std::uint64_t row) const;
    /// The row of a line, or of the next one that matches.
    std::uint64_t rowOf(LineId id) const;
    /// The first row that is not before `time`; count() when there is none.
    std::uint64_t rowAt(LineTime time) const;
    std::size_t memory() const;
    /// The matching lines of one block, with their place in it.
    template <class Visit> void forEachIn(std::size_t file, std::size_t block, Visit visit) const;

private:
    friend std::shared_ptr<const LogRows> findRows(const LogSnapshotPtr &, const LogMatcher &,
                                                   const std::shared_ptr<const LogRows> &,
                                                   const std::stop_token &, std::atomic<std::uint64_t> *);
    /// What was found in one block. Without bits it is all lines, or none.
    struct Found
    {
        LogBlockPtr block;
        std::uint64_t end = 0; ///< of its last line: a line that has grown since is looked at again
        std::shared_ptr<const Bits> bits;
        std::uint64_t count = 0;
        SeverityCounts counts{};
    };
    struct File
    {
        std::vector<Found> blocks;
        std::vector<std::uint64_t> before; ///< matches before each block, and in all
    };
    using Order = std::vector<std::uint64_t>; ///< file above 48 bits of line

    static Found look(const LogMatcher &matcher, const IndexedFile &file, std::size_t block,
                      std::string &buffer);
    void sum();
    std::uint64_t keptLines(std::size_t file, const LogRows &before) const;
    void merge(const LogRows *before);
    std::uint64_t lineOf(std::size_t file, std::uint64_t match) const;

    LogSnapshotPtr m_snapshot;
    std::vector<File> m_files;
    Order m_order; ///< only with several files
    std::uint64_t m_count = 0;
    SeverityCounts m_counts{};
};

using LogRowsPtr = std::shared_ptr<const LogRows>;

/// All lines of the snapshot that match, with one more thread beside this one. What `before` (of the same
/// query) found in blocks that are the same still is taken over. Null when `stop` was asked. `done` counts
/// bytes.
LogRowsPtr findRows(const LogSnapshotPtr &snapshot, const LogMatcher &matcher, const LogRowsPtr &before = {},
                    const std::stop_token &stop = {}, std::atomic<std::uint64_t> *done = nullptr);

template <class Visit> void LogRows::forEachIn(std::size_t file, std::size_t block, Visit visit) const
{
    const Found &found = m_files[file].blocks[block];
    if (found.count == 0)
        return;
    for (std::size_t line = 0; line < found.block->lines(); ++line)
        if (!found.bits || ((*found.bits)[line / 64] >> (line % 64) & 1) != 0)
            visit(line);
}

} // namespace batuta::logs
