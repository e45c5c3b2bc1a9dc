// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/cloud_desk.h"
#include "engine/releases/last_good.h"
#include "engine/releases/traffic.h"

namespace batuta::cli {

/// A service with its revisions, and what Monitoring knows of them; without figures `records` is empty, and
/// `noFigures` says why.
struct ReleaseState
{
    cloud::Service service;
    std::vector<cloud::Revision> revisions;
    std::vector<releases::Record> records;
    std::string noFigures;
};
Result<ReleaseState> readState(CloudDesk &desk, const cloud::ServiceName &name);

json::Value trafficValue(const releases::Traffic &traffic);
/// `svc in production (project / region)`.
std::string placeOf(const CloudDesk &desk, const cloud::ServiceName &name);

/// Moves the traffic after a question and an entry of the audit; gives what is printed.
struct Routing
{
    CloudChange change;
    releases::Traffic traffic;
};
Result<json::Object> route(CloudDesk &desk, const cloud::Service &read, Routing routing);

} // namespace batuta::cli
