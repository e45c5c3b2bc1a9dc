// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_graph.h"
#include "views/graph/step_marks.h"
#include "views/models/status.h"

#include <optional>

namespace batuta::views {

/// What is shown as a step's name: its title in the language of the window, or its id.
QString titleOf(const GraphNode &node);
/// The condition under which it runs, in short: its `if`, or what skips it. Empty when it always runs.
QString conditionWord(const GraphNode &node);
/// "Gap analysis, HTTP step, id gap_analysis, selected, 1 error. From Match candidato. To Course suggestion."
QString nodeSentence(const FlowGraph &graph, int node, bool isSelected, std::optional<Status> status = {},
                     const StepMarks &marks = {});

} // namespace batuta::views
