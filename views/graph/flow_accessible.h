// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

namespace batuta::views {

class FlowView;

/// Lets screen readers see a FlowView as a list of its steps in topological order, each with a sentence that
/// names it and its neighbours; pressing one selects it. Does so once for the program.
void installFlowAccessibility();
/// Tells that the step has become the one in focus.
void announceNode(FlowView &view, int node);

} // namespace batuta::views
