// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

namespace batuta::host {

/// The answer of `POST /orchestrate` and the body of the webhook, made from a record: `steps` in the order in
/// which they ended, `summary`, and the echoed fields (domain of the ML Orchestrator). Steps that never
/// started are left out.
json::Value answerBody(const client::ExecutionRecord &record);

/// The answer when the filters left no step.
json::Value emptyAnswerBody(const client::ExecutionRecord &record);

} // namespace batuta::host
