// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/database.h"
#include "engine/store/records.h"

#include <optional>
#include <utility>
#include <vector>

namespace batuta::store {

Result<std::optional<FlowText>> readFlow(Database &database, const std::string &flow,
                                         const std::string &version);
/// By key, in order.
Result<std::vector<std::pair<std::string, std::string>>> readKept(Database &database,
                                                                  const std::string &prefix);

} // namespace batuta::store
