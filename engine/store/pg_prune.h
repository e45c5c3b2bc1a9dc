// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/pg_session.h"
#include "engine/store/sides.h"

#include <vector>

namespace batuta::store {

/// Removes what the limits say from a PostgreSQL server, each slice with one statement. The space goes back
/// to the disk when most of the store went and what is left is small, because that rewrites it; otherwise it
/// is used again for what comes.
class PgPruner final : public PruneJob
{
public:
    PgPruner(PgSession &session, Retention retention, WallTime now);

    Result<bool> slice() override;
    const Pruned &result() const override { return m_result; }

private:
    struct Old
    {
        std::int64_t seq = 0;
        std::int64_t startedAt = 0;
        std::int64_t endedAt = 0;
        std::int64_t bytes = 0;
    };
    Status start();
    Result<bool> remove();
    Result<std::vector<Old>> oldest();
    bool isSurplus() const;
    Status erase(const std::vector<Old> &gone);
    /// True when more has to go.
    Result<bool> shrink();

    PgSession &m_session;
    Retention m_retention;
    std::int64_t m_cutoff = 0; ///< what ended before it is too old
    std::int64_t m_ended = 0;  ///< executions that may go
    std::int64_t m_other = 0;  ///< what all else in the store takes
    std::int64_t m_bytes = 0;  ///< what all rows take, without room that is free between them
    double m_factor = 1;       ///< how much more than that they take on the disk
    int m_corrections = 2;     ///< how often that may still be found out
    Old m_last;                ///< where the next slice goes on
    bool m_isStarted = false;
    bool m_isRemoved = false;
    Pruned m_result;
};

} // namespace batuta::store
