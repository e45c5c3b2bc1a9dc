// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/client/release_values.h"

namespace batuta::client {

// How release_values.h is spelt in JSON: by the API, and by whoever reads it back.

json::Value toJson(const ReleaseBoard &board);
json::Value toJson(const ServiceBoard &board);
json::Value toJson(const RouteQuery &query);
json::Value toJson(const RouteCheck &check);
json::Value trafficJson(const std::vector<cloud::TrafficTarget> &traffic);
json::Value placeJson(const CloudPlace &place);
CloudPlace placeFrom(const json::Value &value);
/// Null for none.
json::Value problemJson(const std::optional<Error> &problem);
std::optional<Error> problemFrom(const json::Value &value);

Result<ReleaseBoard> releaseBoardFromJson(const json::Value &value);
Result<ServiceBoard> serviceBoardFromJson(const json::Value &value);
/// InputInvalid names the part that is missing or out of its bounds.
Result<RouteQuery> routeQueryFromJson(const json::Value &value);
Result<RouteCheck> routeCheckFromJson(const json::Value &value);
/// At most 200 targets, each with a percent of 0 … 100.
Result<std::vector<cloud::TrafficTarget>> trafficFromJson(const json::Value &value);

} // namespace batuta::client
