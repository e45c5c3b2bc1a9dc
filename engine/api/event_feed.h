// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/engine.h"
#include "engine/net/http_server.h"

namespace batuta::api {

/// Answers with the events of one execution as `text/event-stream`: those after `sequence` that have already
/// happened, then live ones, until the execution has ended. An unknown execution is answered 404.
void streamEvents(host::Engine &engine, const ExecutionId &id, std::int64_t sequence,
                  net::Responder responder);

} // namespace batuta::api
