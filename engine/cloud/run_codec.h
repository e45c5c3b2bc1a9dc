// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/cloud_port.h"

namespace batuta::cloud {

// API v2 of Cloud Run as values, and back. Unknown members are passed over, missing ones have proto3's
// defaults; int64 come as texts. What has no name where one belongs is NetProtocol.

Result<Service> readService(const json::Value &json);
Result<Revision> readRevision(const json::Value &json);
Operation readOperation(const json::Value &json);
Condition readCondition(const json::Value &json);
Policy readPolicy(const json::Value &json);
ServiceConfig readTemplate(const json::Value &json);

/// The template of a draft: its own fields over `config.whole`.
json::Value templateJson(const CloudPort::Draft &draft);
json::Value trafficJson(const std::vector<TrafficTarget> &traffic);
json::Value policyJson(const Policy &policy);

} // namespace batuta::cloud
