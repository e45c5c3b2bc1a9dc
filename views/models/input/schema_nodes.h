// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::views {

/// The parts of a JSON Schema that speak about one value: the node itself with its references resolved, and
/// the branches of its allOf, anyOf and oneOf. They live as long as the schema.
using SchemaNodes = std::vector<const json::Value *>;

SchemaNodes schemaNodes(const json::Value &schema);
/// Those of one member, or of the item at `step` when the value is an array.
SchemaNodes schemaNodesAt(const json::Value &schema, const SchemaNodes &nodes, std::string_view step);
/// The parts of a pointer (RFC 6901), unescaped.
std::vector<std::string> pointerSteps(std::string_view pointer);

} // namespace batuta::views
