// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/snapshot.h"

#include <functional>
#include <set>
#include <stop_token>
#include <utility>

namespace batuta::logs {

/// The log files that belong to `path`: of a folder the files in it that look like logs, also packed ones; of
/// a file itself. The newest kMostFiles.
std::vector<std::string> logFiles(const std::string &path);
/// A log and what was rotated away beside it (`batuta.1.log`, `app.log.2.gz`), the oldest first.
std::vector<std::string> withRotated(const std::string &path);
inline constexpr std::size_t kMostFiles = 256;

/// Files and folders that are shown as one log, indexed as they are and as they grow. A file that is rotated
/// away stays, its successor is added. Belongs to one thread, which may be another one at each call;
/// snapshots belong to everybody.
class LogSource
{
public:
    using Publish = std::function<void(LogSnapshotPtr)>;

    explicit LogSource(std::vector<std::string> paths);
    ~LogSource();

    /// Indexes what is new, with one more thread beside this one; `publish` hears about ten times a second
    /// how far it is, and at the end. True when anything changed. What it had not indexed when `stop` was
    /// asked is taken the next time.
    bool update(const std::stop_token &stop = {}, const Publish &publish = {});
    LogSnapshotPtr snapshot() const { return m_snapshot; }
    /// Of the files that cannot be read.
    const Errors &problems() const { return m_problems; }
    /// Where files may grow and appear: for a watch.
    std::vector<std::string> folders() const;

private:
    class FileIndex;
    bool addNew();
    void take(bool isEnd, const Publish &publish);

    std::vector<std::string> m_paths;
    std::vector<std::unique_ptr<FileIndex>> m_files;
    std::set<std::pair<std::uint64_t, std::uint64_t>> m_seen; ///< device and inode
    std::set<std::string> m_refused;
    Errors m_problems;
    LogSnapshotPtr m_snapshot;
};

} // namespace batuta::logs
