// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/plan/graph.h"

#include <vector>

namespace batuta::client {

/// The steps as the graph of the plan connects them, in the order of the file; verdict and reason are empty.
/// `graph` is built from `flow`.
std::vector<StepPreview> previewsOf(const flow::Flow &flow, const plan::Graph &graph);
/// A flow as a person or a program sees it; for the engine, and for a flow that is edited. Any thread.
FlowSummary summaryOf(const flow::FlowPtr &flow);

} // namespace batuta::client
