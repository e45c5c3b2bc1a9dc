// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/engines.h"
#include "engine/store/history.h"
#include "engine/store/pg_session.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>

namespace batuta::store {

/// A writing engine's place at a server: its connection, its row in `engines`, and the lock that says it is
/// there. The lock belongs to the connection and is gone with it; the row says when the engine was last seen.
/// Another engine takes this one's executions over only while it holds that lock, and then closes the row. So
/// an engine that comes back looks at its row under the lock: it either still has everything or has lost
/// everything. Lives on the writer thread, but for hurry().
class PgSeat
{
public:
    explicit PgSeat(PostgresOptions options)
        : m_options(std::move(options))
    {
    }

    /// Connects and registers a new engine.
    Status open();
    PgSession &session() { return m_session; }
    std::int64_t engine() const { return m_engine; }
    bool isDurable() const { return m_options.durability == Durability::Full; }
    const PostgresOptions &options() const { return m_options; }

    /// Connects again, waiting a little longer each time, as long as the options say.
    Status comeBack();
    /// One attempt.
    Status comeBackNow();
    /// How many transactions of this engine the server has: those that were seen to be committed, and when it
    /// came back those that it tells of.
    std::int64_t batches() const { return m_batches; }
    void setBatches(std::int64_t batches) { m_batches = batches; }
    /// Once: it came back too late and is another engine now.
    bool hasLost() { return std::exchange(m_hasLost, false); }

    /// Shows that the engine is there, or tries to be there again.
    void rest();
    void hurry();
    void leave();

private:
    Status connect();
    Status enter();
    Status lock();
    Status sitDown();

    PostgresOptions m_options;
    PgSession m_session;
    std::int64_t m_engine = 0;
    std::int64_t m_batches = 0;
    int m_backend = 0; ///< process of the server that served this engine last
    bool m_hasLost = false;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isHurried = false;
};

/// Where processes can see each other: the machine since its start, and the table of processes on it.
std::string processPlace();

} // namespace batuta::store
