// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/definition.h"

#include <string>

namespace batuta::edit {

/// The flow as a Mermaid flowchart (its documented syntax), for pages and pull requests: a node for each step
/// with title, kind and condition, a subgraph for each `domain`, an arrow for each need.
std::string asMermaid(const flow::Flow &flow);

} // namespace batuta::edit
