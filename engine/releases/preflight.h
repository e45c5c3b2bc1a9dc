// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/cloud_port.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::releases {

/// Something that a look beforehand found.
struct Finding
{
    enum class Weight { Fails, Warns };
    Weight weight = Weight::Fails;
    std::string code; ///< stable: timeout, memory, cpu …
    std::string text; ///< for people: what is wrong
    std::string mend;
};

/// What Cloud Run would refuse, or do otherwise than one thinks: limits of figures and of their pairs,
/// reserved keys, probes, names, images of a registry that is shut down.
std::vector<Finding> checkConfig(const cloud::ServiceConfig &config);
/// The names: of a new service, and of the revision that is wished for ("" for none).
std::vector<Finding> checkNames(const std::string &service, const std::string &revision);
/// What the state of the service means for a new revision: a split that would give it nothing, a name that is
/// taken.
std::vector<Finding> checkState(const cloud::Service &service, const cloud::CloudPort::Draft &draft,
                                const std::vector<cloud::Revision> &revisions);
bool fails(const std::vector<Finding> &findings);
/// Values that would not be what one thinks: masks, references that nobody resolves, nothing at all; secrets
/// in plain sight.
std::vector<Finding> checkKeys(const std::vector<cloud::EnvVar> &env);
/// What a deployment needs of the limits of a project in a region.
struct Room
{
    bool isNew = false;        ///< a new service
    bool hasTag = false;       ///< a new tag
    std::size_t revisions = 0; ///< that the service has
};
/// `services` are all of the region.
std::vector<Finding> checkQuota(const std::vector<cloud::Service> &services, const Room &wanted);

/// `2`, `0.5`, `500m` as CPUs; nothing for other texts.
std::optional<double> cpuOf(const std::string &text);

/// How one key differs between two configurations.
struct KeyChange
{
    enum class Kind { Added, Changed, Removed };
    Kind kind = Kind::Changed;
    std::string key; ///< `env NAME`, `memory`, `image` …
    std::string before;
    std::string after; ///< values of keys with secret names are masked
};
/// What a deployment changes, settings first, then the environment by key.
std::vector<KeyChange> changesBetween(const cloud::ServiceConfig &before, const cloud::ServiceConfig &after);

} // namespace batuta::releases
