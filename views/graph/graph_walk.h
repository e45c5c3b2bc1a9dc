// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_graph.h"
#include "views/graph/layout.h"

#include <optional>

namespace batuta::views {

enum class Way { Back, Forth, Up, Down, First, Last };

/// The way that a key means: the arrows, Home and End.
std::optional<Way> wayOf(int key);

/// The step that follows `from` on that way: along the edges, nearest in height first; up and down to the
/// nearest of the same column, else beside it. The first step when `from` is none. -1 when there is nothing.
int walk(const FlowGraph &graph, const GraphLayout &layout, int from, Way way);

} // namespace batuta::views
