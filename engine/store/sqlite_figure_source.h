// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"
#include "engine/store/figure_source.h"

namespace batuta::store {

/// What figures of a SQLite file are made of. Lives for one question.
class SqliteFigureSource final : public FigureSource
{
public:
    /// `database` must outlive it.
    explicit SqliteFigureSource(Database &database)
        : m_database(database)
    {
    }

    Result<std::pair<std::int64_t, std::int64_t>> extent() override;
    Status cohorts(const std::function<void(std::int64_t, Cohort)> &row) override;
    Result<std::optional<std::pair<std::int64_t, std::int64_t>>>
    hoursOf(const std::vector<std::int64_t> &cohorts) override;
    Status tallies(const Stretch &stretch, const TimeGrid &grid, const Counted &row) override;
    Status running(const TimeGrid &grid, const std::function<void(Cohort, std::int64_t)> &row) override;
    Status failures(const TimeGrid &grid, std::optional<std::int64_t> group, const Failed &row) override;
    Status groups(const std::function<void(std::int64_t, FigureBook::Group)> &row) override;
    Status samples(std::int64_t group, const TimeGrid &grid, int most,
                   const std::function<void(std::string, std::string)> &row) override;
    Result<std::vector<ExecutionRecord>> idsBetween(const IdBytes &first, const IdBytes &last,
                                                    int most) override;
    Result<ExecutionPage> page(const ExecutionQuery &query) override;
    Result<std::vector<std::pair<std::string, std::string>>> keptUnder(const std::string &prefix) override;

private:
    template <class Row> Status each(Result<Statement> &statement, Row row);

    Database &m_database;
};

} // namespace batuta::store
