// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace batuta::logs {

/// A log file that is only read: by pieces (pread), never mapped, so that a program which empties its log
/// while it is looked at ends no window with SIGBUS. What is packed with gzip is unpacked once, into a file
/// without a name in the folder for temporary files, up to kMostUnpacked. Safe on any thread.
class LogFile
{
public:
    static constexpr std::uint64_t kMostUnpacked = 4ULL << 30;

    /// FileUnreadable, or FileTooLarge for what would unpack to more than `mostUnpacked`.
    static Result<std::shared_ptr<const LogFile>> open(const std::string &path,
                                                       std::uint64_t mostUnpacked = kMostUnpacked);
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    const std::string &path() const { return m_path; }
    /// Its last part.
    std::string name() const;
    bool isPacked() const { return m_isPacked; }
    std::uint64_t inode() const { return m_inode; }
    /// Bytes that it has now.
    std::uint64_t size() const;
    /// In which year it was last written.
    int year() const;
    /// Fills as much of `into` as there is from `at` on; gives how much that was.
    std::size_t read(std::uint64_t at, std::span<char> into) const;
    /// Whether its path leads to another file by now: it was rotated, or is gone.
    bool isReplaced() const;
    /// Changes when its beginning does: it was written anew in place.
    std::uint64_t beginning() const;

private:
    LogFile(std::string path, int descriptor);
    Result<void> unpack(std::uint64_t mostUnpacked);

    std::string m_path;
    int m_descriptor;
    bool m_isPacked = false;
    std::uint64_t m_device = 0, m_inode = 0;
};

} // namespace batuta::logs
