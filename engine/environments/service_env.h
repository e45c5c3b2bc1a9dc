// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <string>
#include <utility>
#include <vector>

namespace batuta::environments {

struct ServiceEnv
{
    std::string text;
    Errors leftOut; ///< keys that are not in `text`, each with its reason
};

/// The variables as they stand in the service.yaml of Cloud Run: a value is `value`, always quoted; a
/// reference to Secret Manager is `valueFrom.secretKeyRef`, with the annotation that says where the secret
/// is, so that its value is in no file. What Cloud Run keeps for itself is left out, and so is a reference
/// that cannot be read or that names a region, which secretKeyRef cannot.
ServiceEnv serviceEnv(const std::vector<std::pair<std::string, std::string>> &variables);

} // namespace batuta::environments
