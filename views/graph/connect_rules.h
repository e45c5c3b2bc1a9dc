// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_graph.h"

namespace batuta::views {

/// Why a step cannot need another one, in words for a person; empty when it can. `replaced`: the edge whose
/// end is moved, or -1.
QString whyNotConnect(const FlowGraph &graph, int from, int to, int replaced = -1);

/// Of each node whether a line between it and `fixed` may be drawn: from `fixed` when `isOut`, else to it.
std::vector<bool> connectable(const FlowGraph &graph, int fixed, bool isOut, int replaced = -1);

} // namespace batuta::views
