// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/steps/cloud_access.h"

#include <functional>
#include <string>

namespace batuta::steps {

/// A service of Cloud Run as a step means it.
struct CloudTarget
{
    CloudPlace place;
    cloud::ServiceName name;
};
/// Where the keys `environment` and `service` of a step lead.
Result<CloudTarget> cloudTargetOf(const Services &services, const json::Value &with, const std::string &step);

/// Somebody else has moved the traffic of a service since an execution gave a revision its share.
struct TakenOver
{
    std::string by;  ///< "" when nobody knows
    std::string why; ///< a sentence

    /// What the output of the step says of it.
    void tell(json::Object &output) const;
};

/// The execution that gave the share.
struct TrafficHolder
{
    CloudTarget target;
    std::string execution;
    std::string step;
    std::string who; ///< for the audit
    std::string revision;
};

/// Finds out who it was, notes it in the audit and answers. Whether anybody still waits is the reply's
/// business.
void findTakenOver(const CloudAccess &access, const TrafficHolder &holder, const cloud::Service &service,
                   std::function<void(const TakenOver &)> reply);

/// `flow NAME`, as the audit calls who runs the attempt.
std::string actorOf(const Attempt &attempt);

} // namespace batuta::steps
