// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"

namespace batuta::views {

/// The end of the names of files that hold capsules, with its dot.
inline constexpr const char *kCapsuleSuffix = ".batuta-capsule";

/// Asks the engine for a capsule of these executions and writes it to `file`, for its user only, on another
/// thread; replaces the file at once or leaves it as it was. `then` comes once on the window's thread, unless
/// `context` is gone by then.
void exportCapsule(EngineLink &link, const QStringList &executions, const QString &file, QObject *context,
                   EngineLink::Then<void> then);

} // namespace batuta::views
