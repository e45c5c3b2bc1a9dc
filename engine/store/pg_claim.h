// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/pg_seat.h"
#include "engine/store/takeover.h"

namespace batuta::store {

struct ServerClaim
{
    std::vector<Claimed> claimed;
    Duration again{}; ///< until the last of those that seem to be gone certainly is; zero when there is none
};

/// Gives this engine what dead ones left unfinished, inside a transaction that the caller has begun. Dead is
/// one that left in order, whose process on this machine is gone, or whose connection is gone and which has
/// not been seen for as long as the lease says. What cannot be gone on with is marked as interrupted.
Result<ServerClaim> claimDeadOnServer(PgSeat &seat);

} // namespace batuta::store
