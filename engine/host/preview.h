// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/env/environment.h"
#include "engine/flow/library.h"

namespace batuta::host {

/// Routes and plans a command without running anything: which flow, which steps, and why. Pure.
Result<client::FlowPreview> previewOf(const flow::Library &library, const env::Environment &environment,
                                      const client::StartExecution &command, flow::FlowPtr draft = nullptr);

} // namespace batuta::host
