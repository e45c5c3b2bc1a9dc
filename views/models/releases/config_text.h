// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/values.h"

#include <string>

namespace batuta::views {

/// What a revision runs as lines that can be compared: image, limits, instances, probes, then the
/// environment by key.
std::string configText(const cloud::Revision &revision);

/// `00042-kex` of `ml-orchestrator-00042-kex`.
std::string shortRevision(const std::string &revision, const std::string &service);
/// `1b9f44c` of a digest or of the image's own; "" when neither tells.
std::string shortDigest(const cloud::Revision &revision);

} // namespace batuta::views
