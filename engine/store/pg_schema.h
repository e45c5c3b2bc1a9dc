// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/pg_session.h"

namespace batuta::store {

/// The columns of an execution `e` as recordOf() reads them.
inline constexpr const char *kPgColumns =
    "e.seq, e.id, e.status, e.started_at, coalesce(e.ended_at, 9223372036854775807), e.duration, e.flow, "
    "e.flow_version, e.error, e.trigger, e.route_rule, e.environment, e.user_id, e.session_id, "
    "e.correlation_id, e.identifier, e.parent, e.origin, e.revision";

/// Keys are handed out in blocks of this size, so that an engine knows them before it writes. A block that
/// was taken later has the higher keys.
inline constexpr std::int64_t kKeyBlock = 4'096;

/// The version of the tables that this program writes.
int pgSchemaVersion();
/// Makes the session work in the schema `batuta`, and brings that to pgSchemaVersion(), one step of the table
/// at a time, in one transaction. A newer one is refused.
Status preparePgWriting(PgSession &session, bool isDurable);
/// The same for reading only: one that is missing or of an older version is refused.
Status preparePgReading(PgSession &session);

} // namespace batuta::store
