// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/api/router.h"

namespace batuta::api {

/// Answers with the events of one execution as `text/event-stream`: those after `sequence` that have already
/// happened, then live ones, until the execution has ended or the caller's token has. A client that takes
/// less than comes is waited for: what it has not taken is read again from the engine. An unknown execution
/// is answered 404.
void streamEvents(const Call &call, const ExecutionId &id, std::int64_t sequence);

} // namespace batuta::api
