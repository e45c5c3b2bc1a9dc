// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"
#include "engine/store/sides.h"

#include <vector>

namespace batuta::store {

/// Removes what the limits say from a SQLite file, each slice in a transaction of its own.
class Pruner final : public PruneJob
{
public:
    Pruner(Database &database, Retention retention, WallTime now);

    Result<bool> slice() override;
    const Pruned &result() const override { return m_result; }

private:
    enum class Stage { Start, Removing, Shrinking, Done };
    struct Old
    {
        std::int64_t seq = 0;
        std::int64_t startedAt = 0;
        std::int64_t endedAt = 0;
    };
    Status start();
    Result<bool> remove();
    Result<bool> shrink();
    Result<std::int64_t> surplus();
    Result<std::vector<Old>> oldest();
    Status uncount(const std::vector<Old> &old);
    Status erase(const std::vector<Old> &old);
    Result<std::int64_t> fileBytes();

    Database &m_database;
    Retention m_retention;
    std::int64_t m_cutoff = 0; ///< what ended before it is too old
    std::int64_t m_ended = 0;  ///< executions that may go
    Old m_last;                ///< where the next slice goes on
    Stage m_stage = Stage::Start;
    Pruned m_result;
};

} // namespace batuta::store
