// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/log_block.h"
#include "engine/logs/log_file.h"

#include <compare>
#include <memory>
#include <string>
#include <vector>

namespace batuta::logs {

/// One line of a snapshot; stays the same line while files grow.
struct LineId
{
    std::uint32_t file = 0;
    std::uint64_t line = 0; ///< of its file, from 0

    auto operator<=>(const LineId &) const = default;
};

/// A file as far as it has been indexed. Immutable; safe on any thread.
class IndexedFile
{
public:
    /// `turn`: another one when the file was written anew, so that no line is the same.
    IndexedFile(std::shared_ptr<const LogFile> file, std::vector<LogBlockPtr> blocks, std::uint64_t bytes,
                int turn);

    const LogFile &file() const { return *m_file; }
    const std::vector<LogBlockPtr> &blocks() const { return m_blocks; }
    std::uint64_t bytes() const { return m_bytes; }
    int turn() const { return m_turn; }
    std::uint64_t lines() const { return m_before.back(); }
    /// Lines before that block.
    std::uint64_t linesBefore(std::size_t block) const { return m_before[block]; }
    std::size_t blockOf(std::uint64_t line) const;
    /// Behind the last byte of the last line that begins in the block, with its line end.
    std::uint64_t endOfBlock(std::size_t block) const;
    std::uint64_t start(std::uint64_t line) const;
    std::uint64_t end(std::uint64_t line) const; ///< as endOfBlock
    LineTime time(std::uint64_t line) const;
    Severity severity(std::uint64_t line) const;
    /// At most `most` bytes of it, without its line end. Empty when the file was cut meanwhile.
    std::string text(std::uint64_t line, std::size_t most) const;
    std::size_t memory() const;

private:
    std::shared_ptr<const LogFile> m_file;
    std::vector<LogBlockPtr> m_blocks;
    std::vector<std::uint64_t> m_before; ///< one more than blocks
    std::uint64_t m_bytes;
    int m_turn;
};

/// All files of a source at one moment. Immutable; safe on any thread.
struct LogSnapshot
{
    std::vector<std::shared_ptr<const IndexedFile>> files;
    std::uint64_t lines = 0;
    std::uint64_t bytes = 0; ///< indexed
    std::uint64_t total = 0; ///< of bytes that there are

    bool isWhole() const { return bytes >= total; }
    LineTime time(LineId id) const { return files[id.file]->time(id.line); }
    Severity severity(LineId id) const { return files[id.file]->severity(id.line); }
    std::string text(LineId id, std::size_t most) const { return files[id.file]->text(id.line, most); }
};

using LogSnapshotPtr = std::shared_ptr<const LogSnapshot>;

/// From the first to the last time of the lines, both kNoTime when none has one. A few lines of a clock that
/// was wrong do not count: then the span is that of all but one line in a thousand.
struct TimeSpan
{
    LineTime from = kNoTime, to = kNoTime;
};
TimeSpan timeSpan(const LogSnapshot &snapshot);

} // namespace batuta::logs
