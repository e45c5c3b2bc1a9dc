// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/cloud/values.h"

namespace batuta::client {

// How services and revisions of Cloud Run go over the border. Templates as the cloud has them (`whole`) stay
// with the engine.

json::Value serviceJson(const cloud::Service &service);
json::Value revisionJson(const cloud::Revision &revision);
Result<cloud::Service> serviceFromJson(const json::Value &value);
cloud::Revision revisionFromJson(const json::Value &value, const cloud::ServiceName &of);

} // namespace batuta::client
