// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/store/figures.h"
#include "engine/store/records.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::store {

/// What the history has done since it was opened; for /metrics.
struct HistoryStats
{
    std::uint64_t transactions = 0;
    std::uint64_t executions = 0; ///< finished ones
    std::uint64_t events = 0;
    std::uint64_t lostEvents = 0;    ///< of an unknown execution, or refused because the queue was full
    std::uint64_t failedBatches = 0; ///< transactions that could not be committed
    std::size_t queued = 0;          ///< writes not yet taken by the writer
};

/// Hears of each transaction, on the writer thread.
struct CommitWatch
{
    std::function<void()> begins;
    std::function<void(Duration took)> answered; ///< after the last `done` of those who were in it
};

/// Port: the record of executions and the journal of those that run. Safe on any thread. The calls that write
/// never block: they queue to one writer thread, which commits many of them with one sync; `done` runs on
/// that thread after the commit, so what it reports as written survives a crash. Reads run on a reader
/// thread, never wait for the writer, and call back there. A callback must be short and may call the writing
/// calls and the asynchronous reads, never close or the `…Now` forms.
///
/// The journal: begin() with all that going on needs, one journal() for each thing that then happened,
/// finish(). Entries are the host's; the store keeps their order within an execution and drops them after
/// finish().
class History
{
public:
    using Done = std::function<void(Status)>;
    template <class T> using Answer = std::function<void(Result<T>)>;

    virtual ~History() = default;

    /// From now on what is written waits until release() hands all of it to the writer in one piece. Nothing
    /// is lost by an end in between: close() writes what waits.
    virtual void hold() = 0;
    virtual void release() = 0;

    virtual void begin(ExecutionRecord record, std::string resume, Done done) = 0;
    /// One more entry of an execution that has begun and not finished.
    virtual void journal(std::string execution, std::string entry, Done done) = 0;
    /// The whole final record, input included; it replaces what begin wrote (and inserts when nobody began
    /// it). The events are the record's: whose they say they are is not looked at.
    virtual void finish(ExecutionRecord record, std::vector<EventRecord> events, Done done) = 0;

    /// Takes over what dead engines left unfinished: from now on it is this engine's, to be finished by it.
    /// Nothing is handed out twice, whoever asks at the same time. The answer may take a few seconds: as long
    /// as it takes to be sure that an engine elsewhere is dead.
    virtual void claim(Answer<std::vector<Unfinished>> answer) = 0;

    /// Keeps the text of a flow's version; done once for each.
    virtual void keepFlow(FlowText flow) = 0;
    virtual void flowText(std::string flow, std::string version, Answer<std::optional<FlowText>> answer) = 0;
    /// Values that outlive the engine, by key: what the scheduler did last, what is paused.
    virtual void keep(std::string key, std::string value, Done done) = 0;
    virtual void kept(std::string prefix,
                      Answer<std::vector<std::pair<std::string, std::string>>> answer) = 0;

    /// Numbers and chains the entry and writes it; its number and hash are the store's.
    virtual void audit(AuditEntry entry, Done done) = 0;
    virtual void auditTrail(std::int64_t below, int limit, Answer<AuditPage> answer) = 0;
    virtual void verifyAudit(Answer<AuditVerdict> answer) = 0;

    /// Removes what the limits say, in slices between which others write, and gives the space back.
    virtual void prune(Retention retention, Answer<Pruned> answer) = 0;
    /// A finished execution of another store, with its events. One that is here already is refused.
    virtual void import(ExecutionRecord record, std::vector<EventRecord> events, Done done) = 0;

    virtual void find(std::string id, Answer<std::optional<ExecutionRecord>> answer) = 0;
    virtual void list(ExecutionQuery query, Answer<ExecutionPage> answer) = 0;
    /// Those with a sequence above `after`, in order.
    virtual void events(std::string id, std::int64_t after, int limit,
                        Answer<std::vector<EventRecord>> answer) = 0;

    /// Executions by an id that somebody has in hand.
    virtual void lookUp(FindQuery query, Answer<Found> answer) = 0;
    virtual void figures(FiguresQuery query, Answer<RunFigures> answer) = 0;
    virtual void failures(FailureQuery query, Answer<FailureReport> answer) = 0;

    /// Writes everything queued, answers every read, and ends the threads. Later calls are answered with an
    /// error.
    virtual void close() = 0;
    virtual HistoryStats stats() const = 0;
    /// Before the first write.
    virtual void watchCommits(CommitWatch watch) = 0;

    /// The same reads for a caller that may wait (the command line).
    Result<std::optional<ExecutionRecord>> findNow(const std::string &id);
    Result<ExecutionPage> listNow(const ExecutionQuery &query);
    Result<std::vector<EventRecord>> eventsNow(const std::string &id, std::int64_t after, int limit);
};

/// What an acknowledged write survives.
enum class Durability {
    Full,   ///< loss of power: synced before it is acknowledged
    Normal, ///< the death of the process
    Memory, ///< nothing: journal() acknowledges at once and writes nothing; only finished executions are kept
};

struct SqliteOptions
{
    std::string path; ///< the file; its folder is made when missing. ":memory:" keeps nothing
    bool readOnly = false;
    Durability durability = Durability::Full;
};

/// Opens or makes the history in one SQLite file, brought to this program's version. What dead engines left
/// unfinished stays as it is until somebody claims it. What this history acknowledges its own reads find at
/// once, other processes on the file within a tenth of a second.
Result<std::unique_ptr<History>> openSqlite(const SqliteOptions &options);

struct PostgresOptions
{
    std::string url; ///< postgresql://USER@HOST:PORT/DATABASE?…, as libpq reads it
    bool readOnly = false;
    Durability durability = Durability::Full;
    /// How long writes wait for a server that is away before they fail with StoreBusy.
    Duration patience = std::chrono::seconds(30);
    /// How long an engine of another machine must have been gone before what it left may be claimed.
    Duration lease = std::chrono::seconds(10);
};

/// Opens or makes the history in the schema `batuta` of a PostgreSQL database (15 or newer), which engines on
/// several machines may share. Password, TLS and all else that libpq knows come from the address, PG…
/// variables, a service file or .pgpass; no error shows a password. The sessions must be the server's own: a
/// pooler that hands them out by the transaction would lose their locks.
Result<std::unique_ptr<History>> openPostgres(const PostgresOptions &options);

struct StoreOptions
{
    std::string store; ///< an address postgresql://… or postgres://…, otherwise a SQLite file
    bool readOnly = false;
    Durability durability = Durability::Full;
};

/// The one of the two that `store` names.
Result<std::unique_ptr<History>> openHistory(const StoreOptions &options);

/// Whether the text is the address of a server.
bool isServer(std::string_view store);
/// The store as it may be shown: an address without what is secret in it.
std::string shownStore(const std::string &store);
/// An address that has a password in it, or that cannot be read.
bool hasPassword(const std::string &store);

} // namespace batuta::store
