// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"
#include "engine/store/takeover.h"

namespace batuta::store {

/// Gives `engine` what dead engines left unfinished, inside a transaction that the caller has begun. What
/// cannot be gone on with is marked as interrupted, with the reason as its error, and is not among the
/// answer.
Result<std::vector<Claimed>> claimDead(Database &database, std::int64_t engine);

} // namespace batuta::store
