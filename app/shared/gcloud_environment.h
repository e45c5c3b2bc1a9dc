// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/local_cloud.h"

#include <cstdint>

namespace batuta::app {

/// Writes `gcloud.env` into the folder of a local cloud: what a shell reads to have gcloud work with it, by
/// the addresses of Google's own. The cloud is the proxy for all of them, and its root is what is trusted.
Status writeGcloudEnvironment(const cloud_local::LocalCloudOptions &options, std::uint16_t port);

} // namespace batuta::app
