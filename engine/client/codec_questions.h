// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/questions.h"

namespace batuta::client {

// How questions.h is spelt in JSON: by the API, by `--json`, and by whoever reads it back.

json::Value toJson(const Found &found);
json::Value toJson(const RunFigures &figures);
json::Value toJson(const FailureNote &note);
json::Value toJson(const FailureReport &report);
json::Value toJson(const WaitingStep &step);
json::Value toJson(const LogChunk &chunk);
json::Value toJson(const AuditPage &page);

Result<Found> foundFromJson(const json::Value &value);
Result<RunFigures> figuresFromJson(const json::Value &value);
FailureNote noteFromJson(const json::Value &value);
Result<FailureReport> failuresFromJson(const json::Value &value);
WaitingStep waitingFromJson(const json::Value &value);
Result<LogChunk> logChunkFromJson(const json::Value &value);
Result<AuditPage> auditFromJson(const json::Value &value);

} // namespace batuta::client
