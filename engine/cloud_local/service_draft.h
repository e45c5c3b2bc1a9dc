// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/service_shape.h"

#include <optional>
#include <string>

namespace batuta::cloud_local {

/// The object that would be kept for what a client wrote: checked, with defaults, with the status of the one
/// that is there (`stored`, or null). Its resourceVersion, its revision and its operation are not set yet.
Outcome<json::Value> draftService(const Ref &ref, const json::Value &body, const json::Value *stored,
                                  const std::string &who);

/// Cloud Run's words when `version` (a resourceVersion, or an etag with its quotes) is not that of `stored`.
std::optional<Refusal> versionConflict(const std::string &name, const std::string &version,
                                       const json::Value &stored);

/// Whether the revision came from a template like this one.
bool isOfTemplate(const json::Value &revision, const json::Value &wanted, const std::string &service);

/// ConfigurationsReady of a service as its newest revision has it.
void takeConfiguration(json::Value &service, const json::Value *revision);

} // namespace batuta::cloud_local
