// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/pg_prune.h"
#include "engine/store/pg_reader.h"
#include "engine/store/pg_write_rows.h"
#include "engine/store/threaded_history.h"
#include "engine/store/writer.h"

namespace batuta::store {
namespace {

class PgWriteSide final : public WriteSide
{
public:
    explicit PgWriteSide(const PostgresOptions &options)
        : m_seat(options)
        , m_rows(m_seat)
        , m_writer(m_rows, options.durability != Durability::Memory)
        , m_restIn(options.lease / 4)
    {
    }

    Status open() { return m_seat.open(); }
    BatchResult commit(std::span<WriteOp> ops) override { return m_writer.commit(ops); }
    Result<std::vector<Unfinished>> claim() override { return m_writer.claim(); }
    Duration claimAgainIn() const override { return m_rows.claimAgainIn(); }
    std::unique_ptr<PruneJob> prune(Retention retention) override
    {
        return std::make_unique<PgPruner>(m_seat.session(), retention, SystemClock().wall());
    }
    void rest() override { m_seat.rest(); }
    Duration restIn() const override { return m_restIn; }
    void hurry() override { m_seat.hurry(); }
    void leave() override { m_seat.leave(); }

private:
    PgSeat m_seat;
    PgWriteRows m_rows;
    Writer m_writer;
    const Duration m_restIn;
};

Error asPgOpenError(Error error)
{
    if (error.code == ErrorCode::StoreWrite || error.code == ErrorCode::StoreRead ||
        error.code == ErrorCode::StoreBusy)
        error.code = ErrorCode::StoreOpen;
    return error;
}

} // namespace

Result<std::unique_ptr<History>> openPostgres(const PostgresOptions &options)
{
    ThreadedHistory::Sides sides;
    sides.hasJournal = options.durability != Durability::Memory;
    if (!options.readOnly) {
        auto writing = std::make_unique<PgWriteSide>(options);
        if (Status opened = writing->open(); !opened)
            return asPgOpenError(opened.error());
        sides.writing = std::move(writing);
    }
    auto reading = std::make_unique<PgReader>(options.url);
    if (Status connected = reading->connect(); !connected)
        return asPgOpenError(connected.error());
    sides.reading = std::move(reading);
    return std::unique_ptr<History>(std::make_unique<ThreadedHistory>(std::move(sides)));
}

Result<std::unique_ptr<History>> openHistory(const StoreOptions &options)
{
    if (isServer(options.store))
        return openPostgres({options.store, options.readOnly, options.durability});
    return openSqlite({options.store, options.readOnly, options.durability});
}

} // namespace batuta::store
