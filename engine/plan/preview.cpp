// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/preview.h"

#include <algorithm>

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
    for (int i = 0; i < graph.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const flow::Step &step =
            graph.isFinally(i) ? flow.finallySteps[at - flow.steps.size()] : flow.steps[at];
        PreviewStep entry{i, levels[at], graph.isFinally(i), PreviewStep::Verdict::Runs, {}};
        if (graph.isDropped(i)) {
            entry.verdict = PreviewStep::Verdict::Dropped;
        } else if (dependsOnResults(step)) {
            entry.verdict = PreviewStep::Verdict::Depends;
        } else {
            Verdict verdict = judge(step, {}, context);
            entry.verdict = verdictOf(verdict.kind);
            entry.reason = std::move(verdict.reason);
        }
        steps.push_back(std::move(entry));
    }
    return steps;
}

} // namespace batuta::plan
