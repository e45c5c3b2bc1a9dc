// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/history_file.h"

#include "engine/store/schema.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace batuta::store {
namespace {

/// SQLite syncs what is in the file, but not that there is one. Where a folder cannot be synced, it is as
/// good as it gets.
void syncFolder(const std::filesystem::path &folder)
{
    const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
}

/// The file with its folder, for this user only: a history holds what people sent.
Status createFile(const std::string &path)
{
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    std::error_code failure;
    if (!folder.empty())
        std::filesystem::create_directories(folder, failure);
    if (failure)
        return Error{ErrorCode::StoreOpen, path, failure.message(), {}, ""};
    // Only a new file is touched here: closing a descriptor of an open database would drop SQLite's locks on
    // it.
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0 && errno != EEXIST)
        return Error{ErrorCode::StoreOpen, path, std::strerror(errno), {}, ""};
    if (file >= 0) {
        ::close(file);
        syncFolder(folder);
        syncFolder(folder.parent_path());
    }
    return {};
}

Status prepareForWriting(Database &database, const SqliteOptions &options)
{
    const Result<int> version = checkSchema(database, options.path);
    if (!version)
        return version.error();
    const std::string synchronous = options.durability == Durability::Full ? "FULL" : "NORMAL";
    // Only a file without tables can still be told to give space back (prune). 4,000 pages between
    // checkpoints: each one syncs twice and copies every page that changed since the last.
    const Status configured =
        database.run(std::string(*version == 0 ? "PRAGMA auto_vacuum = INCREMENTAL; " : "") +
                     "PRAGMA journal_mode = WAL; PRAGMA synchronous = " + synchronous +
                     "; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;"
                     " PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY");
    return configured ? migrate(database, options.path) : configured;
}

} // namespace

Result<Database> openForWriting(const SqliteOptions &options)
{
    if (options.path != kMemory)
        if (Status created = createFile(options.path); !created)
            return created.error();
    Result<Database> database = Database::open(options.path, OpenMode::ReadWrite);
    if (!database)
        return database;
    if (Status prepared = prepareForWriting(*database, options); !prepared)
        return prepared.error();
    return database;
}

Result<Database> openForReading(const SqliteOptions &options)
{
    Result<Database> database = Database::open(options.path, OpenMode::ReadOnly);
    if (!database)
        return database;
    const Result<int> version = checkSchema(*database, options.path);
    if (!version)
        return version.error();
    if (*version < schemaVersion())
        return Error{ErrorCode::StoreOpen,
                     options.path,
                     "it is of an older version",
                     {},
                     "Start the engine on it once."};
    return database;
}

} // namespace batuta::store
