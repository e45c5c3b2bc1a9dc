// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/service_shape.h"

#include <string>
#include <string_view>

namespace batuta::cloud_local {

/// One condition; `status` is True, False or Unknown.
struct Condition
{
    std::string type;
    std::string status = "Unknown";
    std::string reason{};
    std::string message{};
    std::string severity{};

    bool isTrue() const { return status == "True"; }
    bool isFalse() const { return status == "False"; }
};

/// Sets it among `status.conditions`; its time changes when its status does.
void setCondition(json::Value &object, const Condition &condition, const std::string &now);
Condition conditionOf(const json::Value &object, std::string_view type);

/// Ready, Active, ContainerHealthy and ResourcesAvailable of a revision.
void setDeploying(json::Value &revision, const std::string &now);
void setUp(json::Value &revision, const std::string &now);
void setFailed(json::Value &revision, const std::string &reason, const std::string &message,
               const std::string &now);

/// Ready of a service follows from ConfigurationsReady and RoutesReady.
void setReady(json::Value &service, const std::string &now);

} // namespace batuta::cloud_local
