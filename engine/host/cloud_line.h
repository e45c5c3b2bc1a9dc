// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/watch_values.h"

#include <string>

namespace batuta::host {

/// An entry of Cloud Logging as a line of JSON with the names of engine/logs/cloud_filter.h. Members of the
/// payload stand beside them; one whose name is taken stands within `jsonPayload`. Secrets are masked.
std::string lineOf(const cloud::LogEntry &entry);

} // namespace batuta::host
