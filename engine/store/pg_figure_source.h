// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/figure_source.h"
#include "engine/store/pg_reader.h"

namespace batuta::store {

/// What figures on a PostgreSQL server are made of. Lives for one question.
class PgFigureSource final : public FigureSource
{
public:
    /// `reader` must outlive it.
    explicit PgFigureSource(PgReader &reader)
        : m_reader(reader)
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
    Result<ExecutionPage> page(const ExecutionQuery &query) override { return m_reader.list(query); }
    Result<std::vector<std::pair<std::string, std::string>>> keptUnder(const std::string &prefix) override
    {
        return m_reader.kept(prefix);
    }

private:
    template <class Row> Status each(const char *sql, const PgValues &values, Row row);

    PgReader &m_reader;
};

} // namespace batuta::store
