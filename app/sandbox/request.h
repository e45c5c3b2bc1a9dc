// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/endpoints.h"
#include "engine/base/result.h"
#include "engine/json/value.h"

#include <string>
#include <vector>

namespace batuta::sandbox {

/// The payload of one function, checked. Absent and empty texts are the same: nothing was said.
struct Request
{
    std::string userId;
    std::string sessionId;
    std::string vacancyId;
    std::string vacancyName;
    std::string vacancyDescription;
    std::string positionId;
    std::string positionName;
    std::string careerName;
    std::vector<std::string> ignored; ///< members that the function does not know
};

/// Refuses what is missing, of another type, empty where it must not be, or too long.
Result<Request> readRequest(const Endpoint &endpoint, const json::Value &payload);

} // namespace batuta::sandbox
