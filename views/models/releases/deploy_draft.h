// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_values.h"
#include "engine/client/rollout.h"
#include "engine/releases/preflight.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace batuta::views {

/// One key of the environment of a new revision: what the service has, what the copied configuration has, and
/// what is wished. Values of keys with secret names are masked on the first two.
struct DeployKey
{
    enum class State { Same, Added, Changed, Removed };
    std::string name;
    std::optional<cloud::EnvVar> now, base, wished;
    bool isRemoved = false;

    /// As it would be; nothing when it would not be there.
    const cloud::EnvVar *after() const;
    /// Compared with what the service has.
    State state() const;
    /// Whether somebody has said something else than what is copied.
    bool isTouched() const { return isRemoved || wished.has_value(); }
};

/// A new revision as it is being put together, before anything is sent. A value; lives on the window's
/// thread.
struct DeployDraft
{
    enum class Source { Image, Revision, Directory };
    enum class Rollout { Canary, AllAtOnce, NoTraffic };
    struct Gate
    {
        client::RolloutGate rule;
        bool isOn = true;
    };

    std::string environment, region;
    std::string service;
    bool isNew = false;
    Source source = Source::Image;
    std::string image;
    std::string from; ///< revision that is copied
    std::string directory;
    cloud::ServiceConfig now;                    ///< what the service has; the cloud's defaults for a new one
    cloud::ServiceConfig base;                   ///< that everything is compared with; secrets masked
    std::map<std::string, std::string> settings; ///< by the names of releases::setSetting()
    std::vector<DeployKey> keys;                 ///< by name
    std::string suffix, tag, healthPath;
    Rollout rollout = Rollout::AllAtOnce;
    std::vector<client::RolloutStage> stages;
    std::vector<Gate> gates;
    bool holds = true;
    Duration heldMost = std::chrono::minutes(40);

    /// Image, settings and keys of a configuration; settings and keys that were touched stay so.
    void begin(const cloud::ServiceConfig &config);
    /// The guide's values for memory, cpu, timeout, instances and port.
    void takeGuide();
    /// A key added, or another value for it; a reference when `wished.secret` says one.
    void setKey(const cloud::EnvVar &wished);
    void removeKey(const std::string &name);
    void restoreKey(const std::string &name);
    /// Of the configuration that it would have, as far as that is known here.
    Result<cloud::ServiceConfig> config() const;
    /// What Cloud Run would refuse of settings and names.
    std::vector<releases::Finding> findings() const;
    /// Lines that differ: settings and keys.
    std::vector<releases::KeyChange> changes() const;
    /// Why the stages make no sense: the place of the first that does not follow the one before; -1 when all
    /// do.
    int badStage() const;
    Duration length() const; ///< of all stages
    client::RolloutRequest request() const;
};

/// The names of the settings, in the order in which they are shown.
const std::vector<std::string> &deploySettings();

} // namespace batuta::views
