// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/store/file_lock.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3_file;

namespace batuta::store {

/// A file that batches of calls are appended to, each with a number one above the last and a digest, so that
/// whoever reads it later knows where what was written whole ends. Once the tables have everything in it, it
/// is written from the start again; what is left of earlier batches has lower numbers. It goes through
/// SQLite's layer for files, so that it stands on the same disk as the database in every test. Lives on the
/// writer thread.
class WriteLog
{
public:
    static constexpr std::size_t kHead = 32;              ///< bytes that a batch begins with
    static constexpr std::size_t kMostBytes = 8ULL << 20; ///< of the file

    /// A new, empty file beside the database, which exists. `seed` is the engine's own, so that no other
    /// engine's bytes are taken for its. What is never synced may lose anything to a loss of power, and its
    /// batches say so. As long as it lives it is locked, which tells others that its engine does; where files
    /// cannot be locked there is no log.
    static Result<WriteLog> create(const std::string &path, std::uint64_t seed, bool isSynced);

    bool hasRoomFor(std::size_t bytes) const { return m_end + bytes <= kMostBytes; }
    /// Writes a batch; its first kHead bytes are filled in here. Nothing of it is acknowledged before sync().
    Status append(std::string &batch, std::int64_t number);
    Status sync(); ///< nothing when it is never synced
    /// The tables have everything.
    void rewind() { m_end = 0; }
    /// Takes back the last batch, whose sync failed, as far as that can be done.
    void takeBack();
    /// Deletes the file.
    void remove();

private:
    struct Closer
    {
        void operator()(sqlite3_file *file) const;
    };
    Error failure(int code) const;

    std::string m_path; ///< with two zeros behind it, as SQLite wants names
    std::unique_ptr<sqlite3_file, Closer> m_file;
    FileLock m_lock;
    std::uint64_t m_seed = 0;
    bool m_isSynced = true;
    std::size_t m_end = 0;
    std::size_t m_lastStart = 0;
};

/// Whether these bytes are a log of a kind that only later programs know.
bool isOfLaterKind(std::string_view content);

/// Whole batches, in order.
struct LoggedBatches
{
    std::vector<std::string_view> bodies; ///< into the contents
    std::int64_t last = 0;                ///< number of the last of them, or `applied`
    bool isDamaged = false; ///< synced ones are missing before others: this is not how writing ends
};
/// Those with a number above `applied` in the logs of one engine, which were written in turns.
LoggedBatches readBatches(const std::vector<std::string_view> &contents, std::uint64_t seed,
                          std::int64_t applied);

} // namespace batuta::store
