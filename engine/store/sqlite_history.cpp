// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/engines.h"
#include "engine/store/history_file.h"
#include "engine/store/ledger.h"
#include "engine/store/log_recovery.h"
#include "engine/store/logged_side.h"
#include "engine/store/prune.h"
#include "engine/store/reader.h"
#include "engine/store/shelf.h"
#include "engine/store/sqlite_figure_source.h"
#include "engine/store/sqlite_rows.h"
#include "engine/store/threaded_history.h"
#include "engine/store/writer.h"

namespace batuta::store {
namespace {

Error asOpenError(Error error)
{
    if (error.code == ErrorCode::StoreWrite || error.code == ErrorCode::StoreRead)
        error.code = ErrorCode::StoreOpen;
    return error;
}

class SqliteWriteSide final : public WriteSide
{
public:
    static Result<std::unique_ptr<SqliteWriteSide>> open(const SqliteOptions &options);

    BatchResult commit(std::span<WriteOp> ops) override { return m_writer->commit(ops); }
    Result<std::vector<Unfinished>> claim() override { return m_writer->claim(); }
    std::unique_ptr<PruneJob> prune(Retention retention) override
    {
        return std::make_unique<Pruner>(*m_database, retention, SystemClock().wall());
    }
    void leave() override { std::ignore = leaveEngine(*m_database, m_engine); }
    const std::shared_ptr<Database> &database() const { return m_database; }
    std::int64_t engine() const { return m_engine; }

private:
    std::shared_ptr<Database> m_database;
    std::int64_t m_engine = 0;
    std::unique_ptr<SqliteRows> m_rows;
    std::unique_ptr<Writer> m_writer;
};

Result<std::unique_ptr<SqliteWriteSide>> SqliteWriteSide::open(const SqliteOptions &options)
{
    Result<Database> database = openForWriting(options);
    if (!database)
        return database.error();
    auto side = std::make_unique<SqliteWriteSide>();
    side->m_database = std::make_shared<Database>(std::move(*database));
    const Result<std::int64_t> engine = registerEngine(*side->m_database);
    if (!engine)
        return engine.error();
    side->m_engine = *engine;
    if (options.path != kMemory)
        if (const Result<bool> recovered = recoverLogs(*side->m_database); !recovered)
            return recovered.error();
    Result<std::unique_ptr<SqliteRows>> rows = SqliteRows::make(*side->m_database, *engine);
    if (!rows)
        return rows.error();
    side->m_rows = std::move(*rows);
    side->m_writer = std::make_unique<Writer>(*side->m_rows, options.durability != Durability::Memory);
    return side;
}

class SqliteReadSide final : public ReadSide
{
public:
    explicit SqliteReadSide(std::shared_ptr<Database> database)
        : m_database(std::move(database))
    {
    }

    Result<std::optional<ExecutionRecord>> find(const std::string &id) override
    {
        return Reader(*m_database).find(id);
    }
    Result<ExecutionPage> list(const ExecutionQuery &query) override
    {
        SqliteFigureSource source(*m_database);
        const Result<ExecutionQuery> narrow = narrowed(source, query);
        return narrow ? Reader(*m_database).list(*narrow) : narrow.error();
    }
    Result<std::vector<EventRecord>> events(const std::string &id, std::int64_t after, int limit) override
    {
        return Reader(*m_database).events(id, after, limit);
    }
    Result<Found> lookUp(const FindQuery &query) override
    {
        SqliteFigureSource source(*m_database);
        return lookUpId(source, query);
    }
    Result<RunFigures> figures(const FiguresQuery &query) override
    {
        SqliteFigureSource source(*m_database);
        return countRuns(source, query, SystemClock().wall());
    }
    Result<FailureReport> failures(const FailureQuery &query) override
    {
        SqliteFigureSource source(*m_database);
        return reportFailures(source, query, SystemClock().wall());
    }
    Result<std::optional<FlowText>> flowText(const std::string &flow, const std::string &version) override
    {
        return readFlow(*m_database, flow, version);
    }
    Result<std::vector<std::pair<std::string, std::string>>> kept(const std::string &prefix) override
    {
        return readKept(*m_database, prefix);
    }
    Result<AuditPage> auditTrail(std::int64_t below, int limit) override
    {
        return readAudit(*m_database, below, limit);
    }
    Result<AuditVerdict> verifyAudit() override { return checkAudit(*m_database); }

private:
    std::shared_ptr<Database> m_database;
};

/// With a log in front of the tables when there can be one. A folder that lets none be made has the tables
/// alone: slower, and as safe.
std::unique_ptr<WriteSide> logged(std::unique_ptr<SqliteWriteSide> tables, const SqliteOptions &options)
{
    if (options.durability == Durability::Memory || options.path == kMemory)
        return tables;
    const std::shared_ptr<Database> database = tables->database();
    const Result<std::uint64_t> seed = logSeed(*database, tables->engine());
    if (!seed)
        return tables;
    const auto [first, second] = logPaths(*database, tables->engine());
    const bool isSynced = options.durability == Durability::Full;
    Result<WriteLog> a = WriteLog::create(first, *seed, isSynced);
    if (!a)
        return tables;
    Result<WriteLog> b = WriteLog::create(second, *seed, isSynced);
    if (!b) {
        a->remove();
        return tables;
    }
    return std::make_unique<LoggedSide>(std::move(tables), LoggedSide::Logs{std::move(*a), std::move(*b)},
                                        [database] { return recoverLogs(*database); });
}

/// For somebody who only reads: what a dead engine had acknowledged last may still stand in its log. Where
/// that cannot be brought into the tables, they are read as they are.
void bringUpToDate(Database &reading, const SqliteOptions &options)
{
    const Result<std::vector<std::int64_t>> dead = deadLogs(reading);
    if (!dead || dead->empty())
        return;
    if (Result<Database> database = openForWriting(options); database)
        std::ignore = recoverLogs(*database);
}

} // namespace

Result<std::unique_ptr<History>> openSqlite(const SqliteOptions &options)
{
    ThreadedHistory::Sides sides;
    sides.isOneThread = options.path == kMemory && !options.readOnly;
    sides.hasJournal = options.durability != Durability::Memory;
    std::shared_ptr<Database> reading;
    if (!options.readOnly) {
        auto writing = SqliteWriteSide::open(options);
        if (!writing)
            return asOpenError(writing.error());
        reading = (*writing)->database();
        sides.writing = logged(std::move(*writing), options);
    }
    if (!sides.isOneThread) {
        Result<Database> database = openForReading(options);
        if (!database)
            return asOpenError(database.error());
        reading = std::make_shared<Database>(std::move(*database));
        if (options.readOnly)
            bringUpToDate(*reading, options);
    }
    sides.reading = std::make_unique<SqliteReadSide>(std::move(reading));
    return std::unique_ptr<History>(std::make_unique<ThreadedHistory>(std::move(sides)));
}

} // namespace batuta::store
