// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/preview.h"

#include "engine/host/execution_context.h"
#include "engine/host/prepare.h"
#include "engine/plan/preview.h"

namespace batuta::host {
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

std::vector<client::StepPreview> stepsOf(const flow::Flow &flow, const plan::Graph &graph)
{
    std::vector<client::StepPreview> steps;
    const std::vector<int> levels = graph.levels();
    for (int i = 0; i < graph.size(); ++i) {
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

} // namespace

client::FlowSummary summaryOf(const flow::FlowPtr &flow)
{
    client::FlowSummary summary;
    summary.name = flow->name;
    summary.title = flow->title;
    summary.description = flow->description;
    summary.system = flow->label("system");
    summary.version = flow->version;
    summary.file = flow->file;
    summary.input = flow->input.source();
    summary.steps = stepsOf(*flow, plan::Graph(*flow, {}));
    summary.definition = flow;
    return summary;
}

Result<client::FlowPreview> previewOf(const flow::Library &library, const env::Environment &environment,
                                      const client::StartExecution &command)
{
    const Result<Prepared> prepared = prepare(library, command);
    if (!prepared)
        return prepared.error();
    const flow::Flow &flow = *prepared->flow;
    ExecutionContext::Roots roots;
    roots.input = prepared->input;
    roots.env = environment.asObject();
    const ExecutionContext context(std::move(roots));
    client::FlowPreview result{flow.name, prepared->routing,
                               stepsOf(flow, plan::Graph(flow, prepared->dropped))};
    const auto steps = plan::preview(flow, prepared->dropped, context);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        result.steps[i].verdict = plan::verdictName(steps[i].verdict);
        result.steps[i].reason = plan::reasonText(steps[i].reason);
    }
    for (client::StepPreview &step : result.steps)
        for (const client::DroppedStep &dropped : result.routing.dropped)
            if (dropped.step == step.step && !step.isFinally)
                step.reason = dropped.reason;
    return result;
}

} // namespace batuta::host
