// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace batuta::store {

/// Where the two write logs of an engine stand, beside the history's file. They are locked by means of the
/// first, and there as long as it is.
std::array<std::string, 2> logPaths(const Database &database, std::int64_t engine);
/// What an engine's write logs are checked with.
Result<std::uint64_t> logSeed(Database &database, std::int64_t engine);
/// Whether an engine's write logs have not been brought into the tables yet, or are being written.
Result<bool> hasLogs(const Database &database, std::int64_t engine);

/// Engines that are dead, as far as that can be seen, and have left write logs.
Result<std::vector<std::int64_t>> deadLogs(Database &database);

/// Brings into the tables what dead engines acknowledged in their write logs, each once, whoever else tries
/// at the same time, and deletes the logs. What was lost to damage leaves its mark: executions of that engine
/// that had not ended can then not be gone on with. False when somebody holds some of them: their engine,
/// which lives after all, or whoever else recovers them. Never waits for that.
Result<bool> recoverLogs(Database &database);

} // namespace batuta::store
