// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"
#include "engine/cloud/cloud_port.h"

namespace batuta::cli {

/// What `batuta deploy` was asked for, over what the service has now; over the defaults of the guide when it
/// is null, and the service new. Secrets in words of the command line are refused.
Result<cloud::CloudPort::Draft> draftOf(const CloudWords &words, const std::string &service,
                                        const cloud::Service *now);
/// The keys that the words add or change, from files, words and references to secrets.
Result<std::vector<cloud::EnvVar>> keysOf(const CloudWords &words);

} // namespace batuta::cli
