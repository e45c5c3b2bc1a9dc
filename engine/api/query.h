// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/api/router.h"
#include "engine/base/clock.h"
#include "engine/client/values.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::api {

// What handlers check before they ask the engine. Every refusal names the parameter and what it may be.

Result<int> wholeNumber(std::string_view name, std::string_view text, int least, int most);
/// An empty or missing parameter is fine.
Status isOneOf(const net::ServerRequest &request, std::string_view name,
               const std::vector<std::string> &values);
/// Leaves `time` as it is when the parameter is empty or missing.
Status readTime(const net::ServerRequest &request, std::string_view name, std::optional<WallTime> &time);
Status knowsOnly(const net::ServerRequest &request, const std::vector<std::string> &names);
/// Filters of executions, besides which the address knows `others`.
Status readFilter(const net::ServerRequest &request, std::vector<std::string> others,
                  client::ExecutionQuery &query);
/// An empty or missing parameter is `fallback`.
Result<int> readNumber(const net::ServerRequest &request, std::string_view name, int most, int fallback);
/// Ids of executions are UUIDs; anything else is answered as unknown without asking the history.
bool refusedId(Call &call);

} // namespace batuta::api
