// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/preview.h"

#include <algorithm>
#include <numeric>

namespace batuta::plan {
namespace {

bool looksAtResults(const std::vector<expr::Reference> &references)
{
    return std::any_of(references.begin(), references.end(),
                       [](const expr::Reference &reference) { return reference.path.front() == "steps"; });
}

bool dependsOnResults(const flow::Step &step)
{
    if (step.conditionHasStatus || (step.condition && looksAtResults(step.condition->references())))
        return true;
    return std::any_of(step.skip.begin(), step.skip.end(), [](const flow::SkipRule &rule) {
        return looksAtResults(rule.condition.references());
    });
}

const flow::Step &stepAt(const flow::Flow &flow, int step)
{
    const auto at = static_cast<std::size_t>(step);
    return at < flow.steps.size() ? flow.steps[at] : flow.finallySteps[at - flow.steps.size()];
}

/// What is known already: a need that will be skipped holds the step back, one that runs is taken to succeed.
GateState gateOf(int step, const Graph &graph, const flow::Flow &flow, const std::vector<PreviewStep> &judged)
{
    GateState gate;
    for (const int need : graph.needs(step)) {
        const flow::Step &needed = stepAt(flow, need);
        if (judged[static_cast<std::size_t>(need)].verdict == PreviewStep::Verdict::Skips &&
            needed.onFailure != flow::OnFailure::Continue) {
            gate.needsMet = false;
            gate.unmetNeed = needed.id.value;
            break;
        }
    }
    return gate;
}

PreviewStep::Verdict verdictOf(Verdict::Kind kind)
{
    return kind == Verdict::Kind::Run ? PreviewStep::Verdict::Runs : PreviewStep::Verdict::Skips;
}

} // namespace

std::string_view verdictName(PreviewStep::Verdict verdict)
{
    switch (verdict) {
    case PreviewStep::Verdict::Runs:
        return "runs";
    case PreviewStep::Verdict::Skips:
        return "skips";
    case PreviewStep::Verdict::Dropped:
        return "filtered";
    case PreviewStep::Verdict::Depends:
        return "depends";
    }
    return "";
}

std::vector<PreviewStep> preview(const flow::Flow &flow, const std::vector<bool> &dropped,
                                 const expr::Context &context)
{
    const Graph graph(flow, dropped);
    const std::vector<int> levels = graph.levels();
    std::vector<PreviewStep> steps;
    for (int i = 0; i < graph.firstUndo(); ++i)
        steps.push_back({i, levels[static_cast<std::size_t>(i)], graph.isFinally(i), {}, {}});
    std::vector<int> order(steps.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return levels[static_cast<std::size_t>(a)] < levels[static_cast<std::size_t>(b)];
    });
    for (const int i : order) {
        PreviewStep &entry = steps[static_cast<std::size_t>(i)];
        const flow::Step &step = stepAt(flow, i);
        const GateState gate = gateOf(i, graph, flow, steps);
        const bool decided = !gate.needsMet && !step.conditionHasStatus;
        if (graph.isDropped(i)) {
            entry.verdict = PreviewStep::Verdict::Dropped;
        } else if (dependsOnResults(step) && !decided) {
            entry.verdict = PreviewStep::Verdict::Depends;
        } else {
            Verdict verdict = judge(step, gate, context);
            entry.verdict = verdictOf(verdict.kind);
            entry.reason = std::move(verdict.reason);
        }
    }
    return steps;
}

} // namespace batuta::plan
