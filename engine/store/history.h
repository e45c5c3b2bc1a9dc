// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/store/records.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
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

/// Port: the record of executions. Safe on any thread. begin, append and finish never block: they queue to
/// one writer thread, which commits many of them with one sync; `done` runs on that thread after the commit,
/// so what it reports as written survives a crash. Reads run on a reader thread, never wait for the writer,
/// and call back there. A callback must be short and may call begin, append, finish and the asynchronous
/// reads, never close or the `…Now` forms.
class History
{
public:
    using Done = std::function<void(Status)>;
    template <class T> using Answer = std::function<void(Result<T>)>;

    virtual ~History() = default;

    virtual void begin(ExecutionRecord record, Done done) = 0;
    virtual void append(std::vector<EventRecord> events) = 0;
    /// The whole final record, input included; it replaces what begin wrote (and inserts when nobody began
    /// it).
    virtual void finish(ExecutionRecord record, std::vector<EventRecord> events, Done done) = 0;

    virtual void find(std::string id, Answer<std::optional<ExecutionRecord>> answer) = 0;
    virtual void list(ExecutionQuery query, Answer<ExecutionPage> answer) = 0;
    /// Those with a sequence above `after`, in order.
    virtual void events(std::string id, std::int64_t after, int limit,
                        Answer<std::vector<EventRecord>> answer) = 0;

    /// Writes everything queued, answers every read, and ends the threads. Later calls are answered with an
    /// error.
    virtual void close() = 0;
    virtual HistoryStats stats() const = 0;

    /// The same reads for a caller that may wait (the command line).
    Result<std::optional<ExecutionRecord>> findNow(const std::string &id);
    Result<ExecutionPage> listNow(const ExecutionQuery &query);
    Result<std::vector<EventRecord>> eventsNow(const std::string &id, std::int64_t after, int limit);
};

struct SqliteOptions
{
    std::string path; ///< the file; its folder is made when missing. ":memory:" keeps nothing
    bool readOnly = false;
    std::string synchronous = "FULL"; ///< FULL survives loss of power, NORMAL only that of the process
};

/// Opens or makes the history in one SQLite file. Opening for writing marks as `interrupted` the executions
/// that run in the file but whose engine process is dead; those of another live process are left alone.
Result<std::unique_ptr<History>> openSqlite(const SqliteOptions &options);

} // namespace batuta::store
