// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"
#include "engine/store/history.h"

namespace batuta::store {

inline constexpr const char *kMemory = ":memory:";

/// The history's file, made with its folder when missing, brought to this program's version.
Result<Database> openForWriting(const SqliteOptions &options);
/// The file as it is; one of an older version is refused.
Result<Database> openForReading(const SqliteOptions &options);

} // namespace batuta::store
