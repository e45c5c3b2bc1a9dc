// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"

namespace batuta::store {

/// The number of the last bucket (see schema.cpp); every bucket from 0 to it may hold rows.
inline constexpr const char *kLastBucketSql = "SELECT coalesce(max(seq), 0) >> 12 FROM executions";

/// The version that this program writes, kept in the file's user_version.
int schemaVersion();
/// Refuses a damaged file, one of another program, and one of a newer version. A new file has version 0.
Result<int> checkSchema(Database &database, const std::string &path);
/// Brings the file to schemaVersion(), one step of the table at a time, in one transaction.
Status migrate(Database &database, const std::string &path);

} // namespace batuta::store
