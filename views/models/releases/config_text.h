// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/values.h"

#include <string>

namespace batuta::views {

/// What a revision runs as lines that can be compared: image, limits, instances, probes, then the
/// environment by key.
std::string configText(const cloud::Revision &revision);

/// What a service runs as its newest revision would, to be compared with others: of another environment.
cloud::Revision revisionOf(const cloud::Service &service);
/// The revision with the environment of a file in place of its own. Values of secrets are masked on both
/// sides: whether they are the same cannot be told.
struct FileSides
{
    cloud::Revision revision, file;
};
FileSides besideFile(const cloud::Revision &revision, const std::vector<cloud::EnvVar> &file);

/// `00042-kex` of `ml-orchestrator-00042-kex`.
std::string shortRevision(const std::string &revision, const std::string &service);
/// `1b9f44c` of a digest or of the image's own; "" when neither tells.
std::string shortDigest(const cloud::Revision &revision);

} // namespace batuta::views
