// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace batuta::telemetry {

/// Which lines to find in the files that a Logger writes.
struct LogSearch
{
    std::string file;                  ///< the current one; its rotated ones stand beside it
    std::string execution;             ///< lines of this execution_id only; "" finds nothing
    std::string step{};                ///< and of this `step_name`; "" takes all
    int limit = 1'000;                 ///< 1 to 10,000
    int oldFiles = 5;                  ///< as the Logger's
    std::uint64_t bytes = 100'000'000; ///< looked at, at most, from the newest backwards
};

struct FoundLine
{
    WallTime at{};
    std::string level, logger, event, message;
    std::string json;
};

/// The newest `limit` lines, oldest first. Reads from the end of the newest file backwards, in blocks; blocks
/// its thread, so it has one of its own. Files may grow and rotate meanwhile: a line that is not ended yet is
/// left out, none is told twice. FileUnreadable when there is no such file.
Result<std::vector<FoundLine>> searchLog(const LogSearch &search);

} // namespace batuta::telemetry
