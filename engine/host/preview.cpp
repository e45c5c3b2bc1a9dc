// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/preview.h"

#include "engine/client/summary.h"
#include "engine/host/execution_context.h"
#include "engine/host/prepare.h"
#include "engine/plan/preview.h"

namespace batuta::host {

Result<client::FlowPreview> previewOf(const flow::Library &library, const env::Environment &environment,
                                      const client::StartExecution &command, flow::FlowPtr draft)
{
    const Result<Prepared> prepared = prepare(library, command, std::move(draft));
    if (!prepared)
        return prepared.error();
    const flow::Flow &flow = *prepared->flow;
    ExecutionContext::Roots roots;
    roots.input = prepared->input;
    roots.env = environment.asObject();
    const ExecutionContext context(std::move(roots));
    client::FlowPreview result{flow.name, prepared->routing,
                               client::previewsOf(flow, plan::Graph(flow, prepared->dropped))};
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
