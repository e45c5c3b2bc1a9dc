// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/engines.h"
#include "engine/store/history.h"
#include "engine/store/job_thread.h"
#include "engine/store/reader.h"
#include "engine/store/schema.h"
#include "engine/store/writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <filesystem>

namespace batuta::store {
namespace {

constexpr std::size_t kMaxBatch = 2'000; // calls in one transaction: bounds the wait of the first of them
constexpr std::size_t kMaxQueuedEvents = 200'000;
constexpr const char *kMemory = ":memory:";

Error closedError(ErrorCode code, bool isReadOnly)
{
    return Error{code, "history", isReadOnly ? "it is open for reading only" : "it is closed", {}, ""};
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
    if (file >= 0)
        ::close(file);
    else if (errno != EEXIST)
        return Error{ErrorCode::StoreOpen, path, std::strerror(errno), {}, ""};
    return {};
}

Status prepareForWriting(Database &database, const SqliteOptions &options)
{
    if (options.synchronous != "FULL" && options.synchronous != "NORMAL")
        return Error{ErrorCode::UsageInvalid, options.synchronous, "synchronous is FULL or NORMAL", {}, ""};
    const Result<int> version = checkSchema(database, options.path);
    if (!version)
        return version.error();
    // 4,000 pages between checkpoints: each one syncs twice and copies every page that changed since the
    // last.
    const Status configured =
        database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = " + options.synchronous +
                     "; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;"
                     " PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY");
    return configured ? migrate(database, options.path) : configured;
}

Status checkForReading(Database &database, const std::string &path)
{
    const Result<int> version = checkSchema(database, path);
    if (!version)
        return version.error();
    if (*version < schemaVersion())
        return Error{
            ErrorCode::StoreOpen, path, "it is of an older version", {}, "Start the engine on it once."};
    return {};
}

Error asOpenError(Error error)
{
    if (error.code == ErrorCode::StoreWrite || error.code == ErrorCode::StoreRead)
        error.code = ErrorCode::StoreOpen;
    return error;
}

/// One file, a writer thread and a reader thread. The writer thread owns m_writing and m_writer, the reader
/// thread m_reading; a memory history has one connection, so there its reads run on the writer thread.
class SqliteHistory final : public History
{
public:
    ~SqliteHistory() override { close(); }

    Status open(const SqliteOptions &options);

    void begin(ExecutionRecord record, Done done) override;
    void append(std::vector<EventRecord> events) override;
    void finish(ExecutionRecord record, std::vector<EventRecord> events, Done done) override;
    void find(std::string id, Answer<std::optional<ExecutionRecord>> answer) override;
    void list(ExecutionQuery query, Answer<ExecutionPage> answer) override;
    void events(std::string id, std::int64_t after, int limit,
                Answer<std::vector<EventRecord>> answer) override;
    void close() override;
    HistoryStats stats() const override;

private:
    Status openWriter(const SqliteOptions &options);
    void push(WriteOp op);
    void drain();
    void count(const BatchResult &result);
    template <class T, class Question> void ask(Question question, Answer<T> answer);

    std::optional<Database> m_writing;
    std::optional<Database> m_reading;
    std::unique_ptr<Writer> m_writer;
    std::int64_t m_engine = 0;
    bool m_isReadOnly = false;

    std::mutex m_mutex;
    std::vector<WriteOp> m_queue;
    std::size_t m_queuedEvents = 0;
    bool m_isClosed = false;
    std::vector<WriteOp> m_batch; ///< of the writer thread; kept for its memory

    std::atomic<std::uint64_t> m_transactions{0};
    std::atomic<std::uint64_t> m_executions{0};
    std::atomic<std::uint64_t> m_events{0};
    std::atomic<std::uint64_t> m_lostEvents{0};
    std::atomic<std::uint64_t> m_failedBatches{0};
    std::atomic<std::size_t> m_queued{0};

    std::unique_ptr<JobThread> m_writerThread;
    std::unique_ptr<JobThread> m_readerThread;
};

Status SqliteHistory::open(const SqliteOptions &options)
{
    const bool isMemory = options.path == kMemory;
    m_isReadOnly = options.readOnly;
    if (!m_isReadOnly)
        if (Status opened = openWriter(options); !opened)
            return opened;
    if (!isMemory || m_isReadOnly) {
        Result<Database> reading = Database::open(options.path, OpenMode::ReadOnly);
        if (!reading)
            return reading.error();
        m_reading = std::move(*reading);
        if (Status checked = checkForReading(*m_reading, options.path); !checked)
            return checked;
        m_readerThread = std::make_unique<JobThread>();
    }
    if (!m_isReadOnly)
        m_writerThread = std::make_unique<JobThread>();
    return {};
}

Status SqliteHistory::openWriter(const SqliteOptions &options)
{
    if (options.path != kMemory)
        if (Status created = createFile(options.path); !created)
            return created;
    Result<Database> writing = Database::open(options.path, OpenMode::ReadWrite);
    if (!writing)
        return writing.error();
    m_writing = std::move(*writing);
    if (Status prepared = prepareForWriting(*m_writing, options); !prepared)
        return prepared;
    const Result<std::int64_t> engine = registerEngine(*m_writing);
    if (!engine)
        return engine.error();
    m_engine = *engine;
    if (const Result<int> interrupted = interruptOrphans(*m_writing); !interrupted)
        return interrupted.error();
    Result<std::unique_ptr<Writer>> writer = Writer::make(*m_writing, m_engine);
    if (!writer)
        return writer.error();
    m_writer = std::move(*writer);
    return {};
}

void SqliteHistory::begin(ExecutionRecord record, Done done)
{
    push({WriteOp::Kind::Begin, std::make_unique<ExecutionRecord>(std::move(record)), {}, std::move(done)});
}

void SqliteHistory::append(std::vector<EventRecord> events)
{
    if (!events.empty())
        push({WriteOp::Kind::Append, nullptr, std::move(events), nullptr});
}

void SqliteHistory::finish(ExecutionRecord record, std::vector<EventRecord> events, Done done)
{
    push({WriteOp::Kind::Finish, std::make_unique<ExecutionRecord>(std::move(record)), std::move(events),
          std::move(done)});
}

void SqliteHistory::push(WriteOp op)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isClosed && !m_isReadOnly) {
            // Executions in flight are bounded by the host; events are not, and losing them costs least.
            if (m_queuedEvents + op.events.size() > kMaxQueuedEvents) {
                m_lostEvents += op.events.size();
                op.events.clear();
            }
            m_queuedEvents += op.events.size();
            m_queue.push_back(std::move(op));
            m_queued.store(m_queue.size(), std::memory_order_relaxed);
            if (m_queue.size() == 1)
                m_writerThread->post([this] { drain(); });
            return;
        }
        m_lostEvents += op.events.size();
    }
    if (op.done)
        op.done(closedError(ErrorCode::StoreWrite, m_isReadOnly));
}

void SqliteHistory::drain()
{
    {
        const std::lock_guard lock(m_mutex);
        m_batch.swap(m_queue);
        m_queuedEvents = 0;
        m_queued.store(0, std::memory_order_relaxed);
    }
    const std::span<WriteOp> all(m_batch);
    for (std::size_t at = 0; at < all.size(); at += kMaxBatch)
        count(m_writer->commit(all.subspan(at, std::min(kMaxBatch, all.size() - at))));
    m_batch.clear();
}

void SqliteHistory::count(const BatchResult &result)
{
    ++(result.isCommitted ? m_transactions : m_failedBatches);
    m_executions += result.executions;
    m_events += result.events;
    m_lostEvents += result.lostEvents;
}

template <class T, class Question> void SqliteHistory::ask(Question question, Answer<T> answer)
{
    JobThread *thread = m_readerThread ? m_readerThread.get() : m_writerThread.get();
    const bool isPosted = thread && thread->post([this, question = std::move(question), answer] {
        Reader reader(m_reading ? *m_reading : *m_writing);
        answer(question(reader));
    });
    if (!isPosted)
        answer(closedError(ErrorCode::StoreRead, false));
}

void SqliteHistory::find(std::string id, Answer<std::optional<ExecutionRecord>> answer)
{
    ask<std::optional<ExecutionRecord>>([id = std::move(id)](Reader &reader) { return reader.find(id); },
                                        std::move(answer));
}

void SqliteHistory::list(ExecutionQuery query, Answer<ExecutionPage> answer)
{
    ask<ExecutionPage>([query = std::move(query)](Reader &reader) { return reader.list(query); },
                       std::move(answer));
}

void SqliteHistory::events(std::string id, std::int64_t after, int limit,
                           Answer<std::vector<EventRecord>> answer)
{
    ask<std::vector<EventRecord>>(
        [id = std::move(id), after, limit](Reader &reader) { return reader.events(id, after, limit); },
        std::move(answer));
}

void SqliteHistory::close()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed)
            return;
        m_isClosed = true;
    }
    if (m_readerThread)
        m_readerThread->close();
    // The reader leaves first, so that the writer is the last one on the file and can tidy up its journal.
    m_reading.reset();
    if (m_writerThread)
        m_writerThread->close();
    m_writer.reset();
    if (m_engine != 0)
        std::ignore = leaveEngine(*m_writing, m_engine);
    m_writing.reset();
}

HistoryStats SqliteHistory::stats() const
{
    return {m_transactions.load(), m_executions.load(),    m_events.load(),
            m_lostEvents.load(),   m_failedBatches.load(), m_queued.load(std::memory_order_relaxed)};
}

} // namespace

Result<std::unique_ptr<History>> openSqlite(const SqliteOptions &options)
{
    auto history = std::make_unique<SqliteHistory>();
    const Status opened = history->open(options);
    if (!opened)
        return asOpenError(opened.error());
    return std::unique_ptr<History>(std::move(history));
}

} // namespace batuta::store
