// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/client/cloud_values.h"

namespace batuta::client {

// How cloud_values.h is spelt in JSON: by the API, and by whoever reads it back.

json::Value toJson(const std::vector<CloudPlace> &places);
json::Value toJson(const CloudLogQuery &query);
json::Value toJson(const CloudLogPage &page);
json::Value toJson(const ReleaseMarks &marks);

Result<std::vector<CloudPlace>> placesFromJson(const json::Value &value);
/// InputInvalid names the part that is out of its bounds.
Result<CloudLogQuery> cloudLogQueryFromJson(const json::Value &value);
Result<CloudLogPage> cloudLogPageFromJson(const json::Value &value);
Result<ReleaseMarks> marksFromJson(const json::Value &value);

} // namespace batuta::client
