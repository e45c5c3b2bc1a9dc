// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/cohort.h"
#include "engine/store/database.h"

#include <set>

namespace batuta::store {

/// Writes the figures of a SQLite file, inside the transaction of whoever wrote the executions. On the writer
/// thread.
class SqliteFigures
{
public:
    /// `database` must outlive it.
    static Result<SqliteFigures> make(Database &database);

    /// Of an ended execution, which is counted apart (FigureBook).
    Status addFailure(std::int64_t seq, const ExecutionRecord &record, const Failure &failure);
    Status removeFailure(std::int64_t seq);
    Status write(const FigureBook &book);
    /// What was written is there to stay: cohorts need not be written again.
    void committed(const FigureBook &book);

private:
    explicit SqliteFigures(Database &database)
        : m_database(&database)
    {
    }
    Status ran(int code);

    Database *m_database;
    Statement m_cohort;
    Statement m_tally;
    Statement m_group;
    Statement m_failure;
    Statement m_unfailure;
    std::set<std::int64_t> m_known; ///< cohorts that are in the file
};

/// The six columns of a cohort, behind a first one.
Cohort readCohort(const Statement &row);

/// Removes what is counted of executions that are all gone, and groups nobody is in any more.
Status tidyFigures(Database &database);
/// Counts executions that ended by themselves: whoever ran them is dead.
Status countThose(Database &database, const std::vector<std::int64_t> &keys);
/// Counts what is in a file of an older version. Inside a transaction.
Status countAll(Database &database);

} // namespace batuta::store
