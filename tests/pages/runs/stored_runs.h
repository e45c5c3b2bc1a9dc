// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/history.h"

#include <string>
#include <vector>

namespace batuta::tests {

/// A run that has ended, with steps as the shipped flows have them. `age` counts up: larger ones are older.
store::ExecutionRecord storedRun(int age);

/// Writes so many of them into the history of a workspace, before its engine is started. Gives their ids,
/// the newest first.
std::vector<std::string> storeRuns(const std::string &workspace, int count);

} // namespace batuta::tests
