// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace batuta::store {

/// One prepared statement. Texts and blobs are bound without a copy: they must live until the next reset().
class Statement
{
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt *handle)
        : m_handle(handle)
    {
    }

    Statement &text(int index, std::string_view value); ///< an empty text is stored as NULL
    Statement &blob(int index, std::string_view value);
    Statement &integer(int index, std::int64_t value);
    Statement &null(int index);

    /// The next row: 1 when there is one, 0 at the end, otherwise SQLite's code, negated.
    int step();
    /// Runs a statement without rows and resets it; 0 or SQLite's code.
    int run();
    void reset();

    std::int64_t integerAt(int column) const;
    std::string textAt(int column) const;
    std::string_view blobAt(int column) const; ///< lives until the next step
    bool isNullAt(int column) const;

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *handle) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> m_handle;
};

enum class OpenMode { ReadOnly, ReadWrite };

/// One connection to a SQLite file, for one thread at a time.
class Database
{
public:
    static Result<Database> open(const std::string &path, OpenMode mode);

    Result<Statement> prepare(const std::string &sql);
    Status run(const std::string &sql);                  ///< one or more statements, their rows are dropped
    Result<std::int64_t> number(const std::string &sql); ///< the first column of the first row, or 0
    std::int64_t lastRowId() const;
    bool isInTransaction() const;
    std::string fileName() const; ///< where it really is, links followed; "" in memory

    /// The Error for SQLite's last failure here: damaged, full or locked when it was that, or `fallback`.
    Error failure(ErrorCode fallback) const;

private:
    struct Closer
    {
        void operator()(sqlite3 *handle) const;
    };
    std::unique_ptr<sqlite3, Closer> m_handle;
    std::string m_path;
};

/// Whether only the one row is at fault (a constraint, a value too big) and the transaction still stands.
bool isRowFault(int code);

} // namespace batuta::store
