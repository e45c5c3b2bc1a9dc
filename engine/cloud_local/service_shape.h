// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/answer.h"
#include "engine/fleet/values.h"

#include <optional>
#include <string>
#include <string_view>

namespace batuta::cloud_local {

/// Names one object of a project in a region.
struct Ref
{
    std::string project; ///< its id
    std::string region;
    std::string name;

    std::string key() const { return project + "/" + region + "/" + name; }
    /// Of all in its region, or in its project when there is none.
    std::string prefix() const { return project + "/" + (region.empty() ? "" : region + "/"); }
};

/// Services are kept in the shape of API v1 (Knative); v2 is another view of the same object.

/// `spec` with everything that Cloud Run fills in: defaults, booleans in lower case, empty parts dropped.
json::Value withDefaults(const json::Value &spec, const std::string &project);
/// What Cloud Run would refuse in a spec with its defaults; fields as v1 names them.
Violations specViolations(const json::Value &spec, const std::string &service);
/// Names that v1 does not know: `Unknown name "x" at 'spec.template'`.
Violations unknownNames(const json::Value &service);
Violations metadataViolations(const json::Value &service);

/// The container that gets requests: the one with a port.
const json::Value &servingContainer(const json::Value &templateSpec);
/// `1000m` → 1, `512Mi` → bytes; nothing for other texts.
std::optional<double> quantity(std::string_view text);
/// A member of `metadata.annotations`, "" without it.
const std::string &annotation(const json::Value &object, std::string_view name);
const std::string &label(const json::Value &object, std::string_view name);

/// What the fleet needs of a revision, but its launch.
fleet::RevisionSpec specOf(const json::Value &revision, const Ref &service);

/// A member and its members, made on the way: `child(value, {"metadata", "labels"})`.
json::Value &child(json::Value &value, std::initializer_list<std::string_view> path);
const json::Value &look(const json::Value &value, std::initializer_list<std::string_view> path);

} // namespace batuta::cloud_local
