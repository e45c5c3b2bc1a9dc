// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"
#include "engine/store/records.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::store {

/// Questions to the history over one connection, for one thread at a time.
class Reader
{
public:
    explicit Reader(Database &database)
        : m_database(database)
    {
    }

    Result<std::optional<ExecutionRecord>> find(const std::string &id);
    Result<ExecutionPage> list(const ExecutionQuery &query);
    Result<std::vector<EventRecord>> events(const std::string &id, std::int64_t after, int limit);

private:
    struct Page;
    Status addRow(const Statement &row, const ExecutionQuery &query, Page &page);
    Status addRows(const ExecutionQuery &query, Page &page);
    Result<std::int64_t> keyOf(const std::string &id);

    Database &m_database;
};

/// The statement that lists or counts what `query` asks for.
std::string listSql(const ExecutionQuery &query);

} // namespace batuta::store
