// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/cloud.h"

namespace batuta::cloud_local {

/// 0 lets a request into a service, as its policy says; else the status of the refusal.
int admit(const Cloud &cloud, const fleet::Caller &caller);

} // namespace batuta::cloud_local
