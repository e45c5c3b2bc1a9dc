// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace batuta::store {

/// What tells one run of a process from every other on this machine, even when its pid is used again.
struct ProcessIdentity
{
    std::string boot; ///< the kernel's boot id
    std::int64_t pid = 0;
    std::int64_t start = 0; ///< clock ticks after boot

    bool operator==(const ProcessIdentity &) const = default;
};

ProcessIdentity thisProcess();
/// Dead also covers: from an earlier boot, a zombie, and a pid that now belongs to another process.
bool isAlive(const ProcessIdentity &process);

/// Enters this opening of the file in `engines` and gives its key.
Result<std::int64_t> registerEngine(Database &database);
/// Says that the engine left in order: what it left running is no longer running.
Status leaveEngine(Database &database, std::int64_t engine);
/// Engines other than `self` that left something unfinished and have either closed or died.
Result<std::vector<std::int64_t>> deadEngines(Database &database, std::int64_t self);

} // namespace batuta::store
