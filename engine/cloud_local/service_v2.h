// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/service_shape.h"

namespace batuta::cloud_local {

/// The object that is kept as API v1 shapes it, as API v2 shows it.
json::Value serviceV2(const json::Value &service, const Ref &ref);
json::Value revisionV2(const json::Value &revision, const Ref &ref);
json::Value templateV2(const json::Value &metadata, const json::Value &spec);
json::Value conditionV2(const json::Value &condition);

/// A v2 service as v1 has it: metadata, spec.
Outcome<json::Value> serviceV1(const json::Value &service);
/// Containers and volumes of a task of v2, as v1 has them in a `spec`.
json::Value taskShapeV1(const json::Value &task);
/// `template.containers[0].image` for the field that v1 calls `spec.template.spec.containers[0].image`.
Refusal fieldsV2(Refusal refusal);
/// `"…"` around the version, as etags are.
std::string etagOf(const json::Value &object);

} // namespace batuta::cloud_local
