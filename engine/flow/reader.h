// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"

#include <string>
#include <string_view>

namespace batuta::flow {

/// What is believed of a YAML text before it is read.
struct YamlLimits {
    std::uint64_t bytes = 1u << 20;
    int depth = 32;
    std::size_t nodes = 100'000;   ///< with aliases expanded
    std::size_t aliases = 1'000;
};

/// A flow, or everything that stands in its way. `flow` is null exactly when `errors` is not empty.
struct FlowReading {
    FlowPtr flow;
    Errors errors;
};

/// Reads version 1 of the format (flow-format). Never stops at the first problem; each error has its place and its mend.
FlowReading readFlow(std::string_view text, const std::string &file, const YamlLimits &limits = {});

} // namespace batuta::flow
