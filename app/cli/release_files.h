// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/cloud_desk.h"

namespace batuta::cli {

/// Where backups go when nobody says otherwise.
std::string backupFolder(const CloudDesk &desk);
/// batuta release restore: one service of a backup, or all of them, each after its difference.
int restoreBackup(CloudDesk &desk);

} // namespace batuta::cli
