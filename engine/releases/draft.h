// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/cloud_port.h"
#include "engine/releases/preflight.h"
#include "engine/releases/traffic.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace batuta::releases {

/// What the guide of the ML Orchestrator deploys a new service with.
cloud::ServiceConfig guideDefaults();
/// One setting as the command line spells it: memory, cpu, timeout, concurrency, min, max, port,
/// service-account. UsageInvalid when there is none of that name, or its value cannot be read.
Status setSetting(const std::string &name, const std::string &value, cloud::ServiceConfig &config);
/// Adds the key, or changes it where it stands.
void setKey(std::vector<cloud::EnvVar> &env, cloud::EnvVar wanted);

/// What a new revision is made of; what is not named stays as it is.
struct DraftWish
{
    std::string image;
    std::vector<std::pair<std::string, std::string>> settings; ///< as setSetting() reads them
    std::vector<cloud::EnvVar> env;                            ///< added or changed
    std::vector<std::string> unset;                            ///< keys to take away
};
/// The wish over a configuration that is there; over the defaults of the guide when it is null.
Result<cloud::ServiceConfig> configOf(const DraftWish &wish, const cloud::ServiceConfig *base);
/// Where the traffic goes when the revision is there: so many percent of it (none leaves it as it is set up)
/// and a tag. Empty leaves it alone. `now` is null for a new service, whose first revision has to serve.
Result<Traffic> trafficOf(const cloud::Service *now, std::optional<int> percent, const std::string &tag);
/// All that can be said of a draft without asking anybody. `now` is null for a new service.
std::vector<Finding> findingsOf(const std::string &service, const cloud::CloudPort::Draft &draft,
                                const cloud::Service *now, const std::vector<cloud::Revision> &revisions);
/// The command of gcloud that does the same; values of keys with secret names are masked. `now` is null for a
/// new service.
std::string gcloudLine(const cloud::ServiceName &name, const cloud::CloudPort::Draft &draft,
                       const cloud::Service *now);

} // namespace batuta::releases
