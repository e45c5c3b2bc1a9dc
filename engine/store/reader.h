// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"
#include "engine/store/listing.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::store {

/// Questions to the history over one connection, for one thread at a time.
class Reader
{
public:
    explicit Reader(Database &database, Duration textBudget = kTextBudget)
        : m_database(database)
        , m_textBudget(textBudget)
    {
    }

    Result<std::optional<ExecutionRecord>> find(const std::string &id);
    Result<ExecutionPage> list(const ExecutionQuery &query);
    Result<std::vector<EventRecord>> events(const std::string &id, std::int64_t after, int limit);

private:
    Status addRow(const Statement &row, const ExecutionQuery &query, Listing &listing);
    Result<bool> isShort(const ExecutionQuery &query, const Listing &listing);
    Status addRows(const ExecutionQuery &query, Listing &listing);
    static void bind(Statement &rows, const ExecutionQuery &query, const Listing &listing);
    Status searchRows(const ExecutionQuery &query, Listing &listing);
    Result<std::int64_t> keyOf(const std::string &id);

    Database &m_database;
    Duration m_textBudget; ///< how long one page looks for a text
};

/// The statement that lists or counts what `query` asks for. `isShort`: few began in the time it names.
std::string listSql(const ExecutionQuery &query, bool isShort = false);

} // namespace batuta::store
