// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/store/history.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;
struct pg_result;

namespace batuta::store {

/// The parameters of one statement. What is given by reference must live until the statement is sent.
class PgValues
{
public:
    PgValues() = default;
    PgValues(const PgValues &) = delete; // its values point into itself
    PgValues &operator=(const PgValues &) = delete;

    /// "" is stored as NULL. What the server would refuse in a text (a zero, bytes that are not UTF-8) is
    /// replaced by U+FFFD.
    PgValues &text(std::string_view value);
    PgValues &bytes(std::string_view value);
    PgValues &uuid(std::string_view sixteen); ///< "" is NULL
    PgValues &integer(std::int64_t value);
    static std::string cleaned(std::string_view text); ///< as text() has it

private:
    friend class PgSession;
    PgValues &add(unsigned type, const char *value, std::size_t size);
    std::vector<unsigned> m_types;
    std::vector<const char *> m_values;
    std::vector<int> m_sizes;
    std::deque<std::string> m_own;
};

/// The rows that one statement answered with. Columns are texts, bytea, uuid, boolean or bigint.
class PgRows
{
public:
    class Row
    {
    public:
        Row(const pg_result *rows, int at)
            : m_rows(rows)
            , m_at(at)
        {
        }
        std::int64_t integerAt(int column) const; ///< also of a boolean; NULL is 0
        std::string textAt(int column) const;
        std::string_view blobAt(int column) const; ///< lives as long as the rows
        bool isNullAt(int column) const;

    private:
        const pg_result *m_rows;
        int m_at;
    };

    PgRows() = default;
    explicit PgRows(pg_result *rows)
        : m_rows(rows)
    {
    }
    int size() const;
    Row operator[](int at) const { return {m_rows.get(), at}; }
    std::int64_t changed() const; ///< how many rows the statement wrote
    bool isCommit() const;        ///< the statement ended a transaction, and well

private:
    struct Clearer
    {
        void operator()(pg_result *rows) const;
    };
    std::unique_ptr<pg_result, Clearer> m_rows;
};

/// What kind of failure the last one was.
enum class PgFault {
    None,
    Row,     ///< a value was refused: a key that is there, a text that is too long
    Busy,    ///< the transaction met another one; the same again may do
    Session, ///< the connection is gone, or the server is leaving
    Other,
};

/// One connection to a PostgreSQL server, for one thread at a time. Statements are told apart by their
/// address: pass constants, or texts that live as long as the session. A wait for the server ends after a
/// minute of silence (an hour in a script), which ends the session.
class PgSession
{
public:
    /// `url` as libpq reads it; whatever it does not say comes from PG… variables, the service file and
    /// .pgpass.
    static Result<PgSession> connect(const std::string &url);

    /// Sends it, behind what is queued; its rows.
    Result<PgRows> run(const char *sql, const PgValues &values = {});
    /// One or more statements without parameters, behind what is queued; their rows are dropped.
    Status script(const std::string &sql);
    Result<std::int64_t> number(const char *sql, const PgValues &values = {}); ///< 0 without a row

    /// Queues a statement behind others; flush() sends them with one round trip. They are one transaction
    /// only if they say so.
    Status send(const char *sql, const PgValues &values);
    /// The answers of all that were sent, in order. The first failure is that of the whole.
    Result<std::vector<PgRows>> flush();

    PgFault fault() const { return m_fault; }
    bool isOpen() const;
    int backend() const; ///< the server's process for this session

private:
    Status enterPipeline();
    Status prepare(const char *sql, const PgValues &values, std::string &name);
    Status sendAll();
    Status answered(const std::string &sql);
    Status waitFor(short events);
    /// The next result, or null between statements.
    Result<pg_result *> next();
    Error failure(const pg_result *result = nullptr);

    struct Closer
    {
        void operator()(pg_conn *handle) const;
    };
    std::unique_ptr<pg_conn, Closer> m_handle;
    std::map<const char *, std::string> m_prepared; ///< names of statements that the server knows
    std::size_t m_names = 0;
    std::vector<const char *> m_preparing; ///< of this pipeline
    std::vector<bool> m_isAnswer;          ///< of each that was sent: a statement, not its preparation
    PgFault m_fault = PgFault::None;
    int m_silence = 0;  ///< how many milliseconds the server may take to say something
    std::string m_name; ///< of the store, without a password
};

} // namespace batuta::store
