// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <string>

namespace batuta::fleet {

/// A small JSON file of the fleet's own; null when it is not there or cannot be read.
json::Value readKept(const std::string &path);
/// Replaces it in one step, readable by its owner only. False when it could not be written: the file of
/// before is then still there.
bool writeKept(const std::string &path, const json::Value &value);

} // namespace batuta::fleet
