// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/cloud.h"

namespace batuta::cloud_local {

/// An operation's document as each API shows it. In v1 a failed rollout ends well, with a service that is not
/// Ready: its clients read the conditions.
json::Value operationV1(const json::Value &operation, const Cloud &cloud);
json::Value operationV2(const json::Value &operation, const Cloud &cloud);
/// One of v2 that ended at once and is not kept.
json::Value doneOperation(const Ref &subject, json::Value response, std::string_view type);

} // namespace batuta::cloud_local
