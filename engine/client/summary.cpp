// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/summary.h"

namespace batuta::client {
namespace {

std::vector<std::string> needNames(const plan::Graph &graph, const flow::Flow &flow, int step)
{
    std::vector<std::string> names;
    const auto &steps = graph.isFinally(step) ? flow.finallySteps : flow.steps;
    const int first = graph.isFinally(step) ? graph.mainSize() : 0;
    for (const int need : graph.needs(step))
        names.push_back(steps[static_cast<std::size_t>(need - first)].id.value);
    return names;
}

} // namespace

std::vector<StepPreview> previewsOf(const flow::Flow &flow, const plan::Graph &graph)
{
    std::vector<StepPreview> steps;
    const std::vector<int> levels = graph.levels();
    for (int i = 0; i < graph.firstUndo(); ++i) { // what a flow shows; its undo comes with the trace
        const auto at = static_cast<std::size_t>(i);
        const flow::Step &step =
            graph.isFinally(i) ? flow.finallySteps[at - flow.steps.size()] : flow.steps[at];
        steps.push_back({step.id.value,
                         std::string(flow::kindName(step.action)),
                         step.title,
                         needNames(graph, flow, i),
                         levels[at],
                         graph.isFinally(i),
                         {},
                         {}});
    }
    return steps;
}

FlowSummary summaryOf(const flow::FlowPtr &flow)
{
    FlowSummary summary;
    summary.name = flow->name;
    summary.title = flow->title;
    summary.description = flow->description;
    summary.system = flow->label("system");
    summary.version = flow->version;
    summary.file = flow->file;
    summary.input = flow->input.source();
    summary.steps = previewsOf(*flow, plan::Graph(*flow, {}));
    summary.definition = flow;
    return summary;
}

} // namespace batuta::client
