// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/log_recovery.h"

#include "engine/base/text.h"
#include "engine/store/engines.h"
#include "engine/store/file_lock.h"
#include "engine/store/journal_frames.h"
#include "engine/store/op_codec.h"
#include "engine/store/record_row.h"
#include "engine/store/sqlite_rows.h"
#include "engine/store/write_log.h"
#include "engine/store/writer.h"

#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string_view>

namespace batuta::store {
namespace {

constexpr const char *kSuffix = "-log";
constexpr std::string_view kTurns = "ab";

Result<bool> exists(const std::string &path)
{
    std::error_code failure;
    const bool isThere = std::filesystem::exists(path, failure);
    if (failure)
        return Error{ErrorCode::StoreRead, path, failure.message(), {}, ""};
    return isThere;
}

struct EngineRow
{
    std::string instance;
    bool isDead = false;
    std::int64_t applied = 0;
};

Result<std::optional<EngineRow>> engineRow(Database &database, std::int64_t engine)
{
    Result<Statement> row = database.prepare(
        "SELECT instance, boot, pid, process_start, closed_at, applied FROM engines WHERE engine = ?");
    if (!row)
        return row.error();
    const int found = row->integer(1, engine).step();
    if (found < 0)
        return database.failure(ErrorCode::StoreRead);
    if (found == 0)
        return std::optional<EngineRow>();
    const bool isDead = !row->isNullAt(4) || !isAlive({row->textAt(1), row->integerAt(2), row->integerAt(3)});
    return EngineRow{row->textAt(0), isDead, row->integerAt(5)};
}

/// The calls of some batches; what cannot be read is left out and told.
std::vector<WriteOp> callsOf(const LoggedBatches &batches, bool &isDamaged)
{
    std::vector<WriteOp> ops;
    for (const std::string_view body : batches.bodies) {
        Result<std::vector<WriteOp>> some = readOps(body);
        isDamaged |= !some;
        if (some)
            std::move(some->begin(), some->end(), std::back_inserter(ops));
    }
    return ops;
}

Status adoptRunning(Database &database, std::int64_t engine, Writer &writer)
{
    Result<Statement> rows = database.prepare(std::string("SELECT id, seq FROM executions WHERE ") +
                                              kUnfinished + " AND engine = ?");
    if (!rows)
        return rows.error();
    rows->integer(1, engine);
    int row = 0;
    while ((row = rows->step()) == 1) {
        IdBytes id{};
        const std::string_view bytes = rows->blobAt(0);
        if (bytes.size() != id.size())
            continue;
        std::copy_n(bytes.begin(), id.size(), id.begin());
        writer.adopt(id, rows->integerAt(1));
    }
    return row < 0 ? Status(database.failure(ErrorCode::StoreRead)) : Status();
}

Status replay(Database &database, std::int64_t engine, std::vector<WriteOp> ops)
{
    Result<std::unique_ptr<SqliteRows>> rows = SqliteRows::make(database, engine);
    if (!rows)
        return rows.error();
    Writer writer(**rows, true);
    if (Status adopted = adoptRunning(database, engine, writer); !adopted)
        return adopted;
    Status status;
    ops.back().done = [&status](Status done) { status = std::move(done); };
    writer.commit(ops);
    return status;
}

/// What the logs of `engine` hold goes into the tables.
Status bringIn(Database &database, std::int64_t engine, const EngineRow &row,
               const std::array<std::string, 2> &paths)
{
    std::array<std::string, 2> contents;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const Result<bool> isThere = exists(paths[i]);
        if (!isThere)
            return isThere.error();
        if (!*isThere)
            continue;
        Result<std::string> content = readFile(paths[i], WriteLog::kMostBytes);
        if (!content)
            return content.error();
        if (isOfLaterKind(*content))
            return Error{ErrorCode::StoreVersion, paths[i], "a later program wrote this write log", {}, ""};
        contents[i] = std::move(*content);
    }
    const LoggedBatches batches =
        readBatches({contents[0], contents[1]}, digestOf(row.instance, 0), row.applied);
    bool isDamaged = batches.isDamaged;
    std::vector<WriteOp> ops = callsOf(batches, isDamaged);
    if (ops.empty() && !isDamaged)
        return {};
    ops.push_back({.kind = WriteOp::Kind::Applied,
                   .text = isDamaged ? "a write log is damaged" : "",
                   .number = batches.last});
    return replay(database, engine, std::move(ops));
}

/// False when somebody holds the logs.
Result<bool> recover(Database &database, std::int64_t engine)
{
    const std::array<std::string, 2> paths = logPaths(database, engine);
    const Result<std::optional<FileLock>> lock = FileLock::take(paths[0]);
    if (!lock && lock.error().code == ErrorCode::StoreBusy)
        return false;
    if (!lock)
        return lock.error();
    if (!*lock)
        return true; // somebody else has done it
    const Result<std::optional<EngineRow>> row = engineRow(database, engine);
    if (!row)
        return row.error();
    if (*row && !(*row)->isDead)
        return false;
    if (const Status done = *row ? bringIn(database, engine, **row, paths) : Status(); !done)
        return done.error();
    ::unlink(paths[1].c_str());
    ::unlink(paths[0].c_str());
    return true;
}

/// The engine whose first log has this name, or 0.
std::int64_t engineOf(std::string_view name, std::string_view history)
{
    if (!name.starts_with(history) || !name.substr(history.size()).starts_with(kSuffix) ||
        name.back() != kTurns[0])
        return 0;
    name.remove_prefix(history.size() + std::string_view(kSuffix).size());
    std::int64_t engine = 0;
    const char *last = name.data() + name.size() - 1;
    return std::from_chars(name.data(), last, engine).ptr == last ? engine : 0;
}

Result<std::vector<std::int64_t>> enginesWithLogs(const std::string &history)
{
    const std::filesystem::path file(history);
    std::vector<std::int64_t> engines;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(file.parent_path(), failure), end;
         !failure && entry != end; entry.increment(failure))
        if (const std::int64_t engine = engineOf(entry->path().filename().string(), file.filename().string());
            engine > 0)
            engines.push_back(engine);
    if (failure)
        return Error{ErrorCode::StoreRead, file.parent_path().string(), failure.message(), {}, ""};
    return engines;
}

/// The disk keeps what was brought in before its log goes, also for an engine that promises less.
class Synced
{
public:
    explicit Synced(Database &database)
        : m_database(database)
        , m_before(database.number("PRAGMA synchronous").value_or(2))
    {
        std::ignore = m_database.run("PRAGMA synchronous = FULL");
    }
    ~Synced() { std::ignore = m_database.run("PRAGMA synchronous = " + std::to_string(m_before)); }
    Synced(const Synced &) = delete;
    Synced &operator=(const Synced &) = delete;

private:
    Database &m_database;
    std::int64_t m_before;
};

} // namespace

std::array<std::string, 2> logPaths(const Database &database, std::int64_t engine)
{
    const std::string start = database.fileName() + kSuffix + std::to_string(engine);
    return {start + kTurns[0], start + kTurns[1]};
}

Result<bool> hasLogs(const Database &database, std::int64_t engine)
{
    return exists(logPaths(database, engine)[0]);
}

Result<std::uint64_t> logSeed(Database &database, std::int64_t engine)
{
    const Result<std::optional<EngineRow>> row = engineRow(database, engine);
    if (!row)
        return row.error();
    return digestOf(*row ? (*row)->instance : std::string(), 0);
}

Result<std::vector<std::int64_t>> deadLogs(Database &database)
{
    const Result<std::vector<std::int64_t>> all = enginesWithLogs(database.fileName());
    if (!all)
        return all.error();
    std::vector<std::int64_t> dead;
    for (const std::int64_t engine : *all) {
        const Result<std::optional<EngineRow>> row = engineRow(database, engine);
        if (!row)
            return row.error();
        if (!*row || (*row)->isDead)
            dead.push_back(engine);
    }
    return dead;
}

Result<bool> recoverLogs(Database &database)
{
    const Result<std::vector<std::int64_t>> dead = deadLogs(database);
    if (!dead)
        return dead.error();
    bool isWhole = true;
    std::optional<Synced> synced;
    for (const std::int64_t engine : *dead) {
        if (!synced)
            synced.emplace(database);
        const Result<bool> done = recover(database, engine);
        if (!done)
            return done.error();
        isWhole = isWhole && *done;
    }
    return isWhole;
}

} // namespace batuta::store
