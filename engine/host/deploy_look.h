// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/client/release_lookups.h"
#include "engine/client/rollout.h"
#include "engine/cloud/cloud_port.h"

#include <functional>
#include <string>

namespace batuta::host {

/// What a look before a deployment begins with.
struct DeployLook
{
    cloud::CloudPort *cloud; ///< nothing is answered when it is gone
    cloud::ServiceName name;
    client::RolloutRequest request;
    WallTime at{};
    /// The status that an address answers with; 0 and the reason when nobody answers.
    std::function<void(const std::string &url, std::function<void(int status, std::string problem)>)> knock;
};

/// Looks at everything that can be looked at without changing something: the draft itself, what runs now, the
/// registry, the health path, and what the cloud says to it. On the loop's thread; answers once, unless the
/// cloud is gone by then.
void lookAtDeploy(DeployLook look, client::Reply<client::DeployCheck> reply);

/// Whether an image is in its registry, by its digest when there is one; nothing when that cannot be asked,
/// with the reason.
void findImage(cloud::CloudPort &port, const std::string &image, const std::string &digest,
               std::function<void(std::optional<bool>, std::string)> reply);

} // namespace batuta::host
