// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/cloud_desk.h"
#include "engine/client/rollout.h"

namespace batuta::cli {

/// Whether `batuta deploy` is to be a rollout: in stages, or behind a health check.
bool wantsRollout(const CloudWords &words);
/// What the words come to. UsageInvalid names the word that makes no sense.
Result<client::RolloutRequest> rolloutRequest(const CloudWords &words);
std::string rolloutPreview(const CloudWords &words);
/// Prints the flow as a file of a workspace would have it.
int printRollout(const Options &options);
/// Starts it on the running engine that was named, or runs it here to its end, and tells how it goes.
int rollOut(CloudDesk &desk, const cloud::ServiceName &name, const std::string &why);

} // namespace batuta::cli
