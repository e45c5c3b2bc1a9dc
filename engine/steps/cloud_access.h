// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/cloud_port.h"
#include "engine/steps/runner.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace batuta::steps {

/// Where an environment of the workspace lives in its cloud, and the way there.
struct CloudPlace
{
    std::shared_ptr<cloud::CloudPort> cloud;
    std::string environment;
    std::string project;
    std::string region;
    std::string service; ///< the one that is meant when none is named; "" for none
    bool isLocal = false;
    bool isGuarded = false; ///< changes want the service's name typed, and a reason
    AskIdToken idToken{};   ///< for what runs there; null: there is nobody to ask
};

/// A change for the record of acts.
struct CloudEntry
{
    std::string verb;    ///< as the acts are called: deploy, route_traffic, roll_back, release_refused
    std::string subject; ///< environment/SERVICE
    std::string who;
    std::string why;
    json::Value data;
};

/// Port: what `cloud_run` steps stand on. All of it answers on the loop's thread.
struct CloudAccess
{
    /// "" is the engine's own environment.
    std::function<Result<CloudPlace>(const std::string &environment)> place;
    /// `then` once the entry is there, or could not be.
    std::function<void(CloudEntry entry, std::function<void()> then)> note;
    /// The newest value of each line that a Prometheus server of the workspace answers with.
    std::function<void(const std::string &promql, WallTime at,
                       std::function<void(Result<std::vector<double>>)> reply)>
        measure;
};

} // namespace batuta::steps
