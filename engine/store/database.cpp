// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/database.h"

#include "engine/store/packing.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <tuple>

namespace batuta::store {
namespace {

// Another process may hold the write lock for as long as its group commit takes; nothing of ours takes
// seconds.
constexpr int kBusyMilliseconds = 10'000;

} // namespace

void Statement::Finalizer::operator()(sqlite3_stmt *handle) const
{
    sqlite3_finalize(handle);
}

Statement &Statement::text(int index, std::string_view value)
{
    if (value.empty())
        sqlite3_bind_null(m_handle.get(), index);
    else
        sqlite3_bind_text64(m_handle.get(), index, value.data(), value.size(), nullptr, SQLITE_UTF8);
    return *this;
}

Statement &Statement::blob(int index, std::string_view value)
{
    sqlite3_bind_blob64(m_handle.get(), index, value.data(), value.size(), nullptr);
    return *this;
}

Statement &Statement::integer(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_handle.get(), index, value);
    return *this;
}

Statement &Statement::null(int index)
{
    sqlite3_bind_null(m_handle.get(), index);
    return *this;
}

int Statement::step()
{
    const int code = sqlite3_step(m_handle.get());
    return code == SQLITE_ROW ? 1 : code == SQLITE_DONE ? 0 : -code;
}

int Statement::run()
{
    const int code = step();
    reset();
    return code < 0 ? -code : 0;
}

void Statement::reset()
{
    sqlite3_reset(m_handle.get());
}

std::int64_t Statement::integerAt(int column) const
{
    return sqlite3_column_int64(m_handle.get(), column);
}

std::string Statement::textAt(int column) const
{
    return std::string(blobAt(column));
}

std::string_view Statement::blobAt(int column) const
{
    const void *bytes = sqlite3_column_blob(m_handle.get(), column);
    const int size = sqlite3_column_bytes(m_handle.get(), column);
    return bytes ? std::string_view(static_cast<const char *>(bytes), static_cast<std::size_t>(size))
                 : std::string_view();
}

bool Statement::isNullAt(int column) const
{
    return sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL;
}

void Database::Closer::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Result<Database> Database::open(const std::string &path, OpenMode mode)
{
    // SQLite counts the memory it takes, under a lock, for whoever asks; nobody does. Refused, and no harm,
    // in a program that used it before.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    std::ignore = uncounted;
    const int flags =
        mode == OpenMode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3 *handle = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Database database;
    database.m_handle.reset(handle);
    database.m_path = path;
    if (code != SQLITE_OK) {
        const int cause = handle ? sqlite3_system_errno(handle) : 0;
        const char *detail = cause != 0 ? std::strerror(cause) : sqlite3_errstr(code);
        return Error{ErrorCode::StoreOpen, path, detail, {}, ""};
    }
    sqlite3_busy_timeout(handle, kBusyMilliseconds);
    if (!addUnpacking(handle))
        return database.failure(ErrorCode::StoreOpen);
    return database;
}

Result<Statement> Database::prepare(const std::string &sql)
{
    sqlite3_stmt *handle = nullptr;
    const int code = sqlite3_prepare_v3(m_handle.get(), sql.c_str(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    Statement statement(handle);
    if (code != SQLITE_OK)
        return failure(ErrorCode::StoreRead);
    return statement;
}

Status Database::run(const std::string &sql)
{
    if (sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(ErrorCode::StoreWrite);
    return {};
}

Result<std::int64_t> Database::number(const std::string &sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return statement.error();
    const int row = statement->step();
    if (row < 0)
        return failure(ErrorCode::StoreRead);
    return row == 1 ? statement->integerAt(0) : 0;
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle.get()) == 0;
}

std::string Database::fileName() const
{
    const char *name = sqlite3_db_filename(m_handle.get(), "main");
    return name ? name : "";
}

Error Database::failure(ErrorCode fallback) const
{
    ErrorCode code = fallback;
    const int cause = sqlite3_system_errno(m_handle.get());
    switch (sqlite3_errcode(m_handle.get()) & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        code = ErrorCode::StoreCorrupt;
        break;
    case SQLITE_FULL:
        code = ErrorCode::StoreFull;
        break;
    case SQLITE_IOERR:
        code = cause == ENOSPC || cause == EDQUOT ? ErrorCode::StoreFull : fallback;
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        code = ErrorCode::StoreBusy;
        break;
    default:
        break;
    }
    return Error{code, m_path, sqlite3_errmsg(m_handle.get()), {}, ""};
}

bool isRowFault(int code)
{
    return (code & 0xFF) == SQLITE_CONSTRAINT || (code & 0xFF) == SQLITE_TOOBIG;
}

} // namespace batuta::store
