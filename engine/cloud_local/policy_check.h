// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/answer.h"

namespace batuta::cloud_local {

/// What Google would refuse, field by field.
Violations alertPolicyViolations(const json::Value &policy);
Violations channelViolations(const json::Value &channel);
Violations budgetViolations(const json::Value &budget);

} // namespace batuta::cloud_local
