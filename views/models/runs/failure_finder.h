// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"

namespace batuta::views {

/// Finds the group of failures that this very run is in: the same step, error, version and revision. `then`
/// is called once on the window's thread with its key, "" when no group has it, unless `context` is gone by
/// then.
void findFailureGroup(EngineLink &link, const client::ExecutionRecord &run, QObject *context,
                      std::function<void(const QString &key)> then);

} // namespace batuta::views
