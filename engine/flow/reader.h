// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"
#include "engine/flow/yaml_node.h"

#include <string>
#include <string_view>

namespace batuta::flow {

/// A flow, or everything that stands in its way. `flow` is null exactly when `errors` is not empty.
struct FlowReading
{
    FlowPtr flow;
    Errors errors;
};

/// Reads version 1 of the format (flow-format). Never stops at the first problem; each error has its place
/// and its mend.
FlowReading readFlow(std::string_view text, const std::string &file, const YamlLimits &limits = {});

/// Flow::version of a text: the first 12 hexadecimal digits of its SHA-256.
std::string versionOf(std::string_view text);

} // namespace batuta::flow
