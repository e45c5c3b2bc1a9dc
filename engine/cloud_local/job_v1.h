// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/service_shape.h"

namespace batuta::cloud_local {

/// Jobs are kept in the shape of API v2; v1 (`run.googleapis.com/v1`, which gcloud speaks) is another view of
/// the same objects.

/// What a client writes by v1, as v2 has it.
json::Value jobFromV1(const json::Value &job);
/// The same of the overrides of one execution.
json::Value overridesFromV1(const json::Value &overrides);

json::Value jobV1(const json::Value &job, const Ref &ref);
json::Value executionV1(const json::Value &execution, const Ref &ref);
/// `ref` names the execution.
json::Value taskV1(const json::Value &task, const json::Value &execution, const Ref &ref);

} // namespace batuta::cloud_local
