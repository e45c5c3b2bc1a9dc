// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/cohort.h"
#include "engine/store/payload.h"
#include "engine/store/pg_session.h"

namespace batuta::store {

// Figures on a PostgreSQL server. Each engine counts in rows of its own, so that none waits for another; what
// is removed is counted by nobody (engine 0). Everything here is queued behind what was sent, inside the
// transaction at hand.

Status sendFigures(PgSession &session, std::int64_t engine, const FigureBook &book);
/// Of an ended execution that has been sent before.
Status sendFailure(PgSession &session, const IdBytes &id, const ExecutionRecord &record,
                   const Failure &failure);
/// What was counted of an execution that ended before, when it ends again.
Status uncountOnServer(PgSession &session, const IdBytes &id, FigureBook &book);
/// What was counted of executions that are about to be removed; `keys` as an array of SQL.
Status uncountKeys(PgSession &session, const std::string &keys, FigureBook &book);
/// Removes what is counted of executions that are all gone, and groups nobody is in any more.
Status tidyServerFigures(PgSession &session);
/// Counts executions that ended by themselves; `keys` as an array of SQL.
Status countKeys(PgSession &session, std::int64_t engine, const std::string &keys);
/// Counts what is in a store of an older version. Inside a transaction.
Status countServer(PgSession &session);

/// The six columns of a cohort, behind a first one.
Cohort readCohort(const PgRows::Row &row);

} // namespace batuta::store
