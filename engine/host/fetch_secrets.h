// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/env/environment.h"
#include "engine/host/engine_options.h"

namespace batuta::host {

/// Puts the values of Secret Manager in the place of the references to it, as who is signed in to the cloud
/// of this environment, and gives the names of their keys. What cannot be fetched is taken out, each with a
/// problem: a step must not send a secret's address where its value was meant. Blocks for the network, 15
/// seconds at most, when there is a reference.
std::vector<std::string> fetchSecrets(std::vector<env::Entry> &entries, const EngineOptions &options,
                                      Errors &problems);

} // namespace batuta::host
