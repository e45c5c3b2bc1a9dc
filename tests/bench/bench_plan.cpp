// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/plan/plan.h"
#include "tests/support/flow_text.h"

#include <benchmark/benchmark.h>

#include <deque>
#include <string>

// The cost of one step must not depend on how many others there are: read the column `per_step`.

namespace {

using namespace batuta;

std::string name(int step)
{
    return "s" + std::to_string(step);
}

/// Layers of ten; each step needs two of the layer before.
flow::FlowPtr layers(int steps)
{
    std::string text;
    for (int i = 0; i < steps; ++i) {
        text += name(i) + ":";
        if (i >= 10)
            text += " " + name(i - 10) + " " + name(i - 10 - i % 10 + (i + 1) % 10);
        text += "\n";
    }
    return test::flowFromText(text);
}

flow::FlowPtr independent(int steps)
{
    std::string text;
    for (int i = 0; i < steps; ++i)
        text += name(i) + "\n";
    return test::flowFromText(text);
}

flow::FlowPtr chain(int steps)
{
    std::string text = name(0) + "\n";
    for (int i = 1; i < steps; ++i)
        text += name(i) + ": " + name(i - 1) + "\n";
    return test::flowFromText(text);
}

void finish(const flow::FlowPtr &flow, const expr::Context &context)
{
    plan::Plan plan(flow, {}, context);
    std::deque<int> running;
    const auto take = [&](const std::vector<plan::Decision> &decisions) {
        for (const plan::Decision &decision : decisions)
            if (decision.kind == plan::Decision::Kind::Start)
                running.push_back(decision.step);
    };
    take(plan.start());
    while (!running.empty()) {
        const int step = running.front();
        running.pop_front();
        take(plan.reported(step, {}, {}));
    }
    if (plan.status() != plan::ExecutionStatus::Success)
        std::abort();
}

template <flow::FlowPtr (*make)(int)> void benchRun(benchmark::State &state)
{
    const flow::FlowPtr flow = make(static_cast<int>(state.range(0)));
    const expr::ObjectContext context(json::Object{});
    for (auto _ : state)
        finish(flow, context);
    state.counters["per_step"] =
        benchmark::Counter(static_cast<double>(state.iterations() * state.range(0)),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

/// Cancelling while everything waits.
void benchCancel(benchmark::State &state)
{
    const flow::FlowPtr flow = layers(static_cast<int>(state.range(0)));
    const expr::ObjectContext context(json::Object{});
    for (auto _ : state) {
        plan::Plan plan(flow, {}, context);
        plan.start();
        plan.cancel({});
        benchmark::DoNotOptimize(plan.running());
    }
    state.counters["per_step"] =
        benchmark::Counter(static_cast<double>(state.iterations() * state.range(0)),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

BENCHMARK(benchRun<layers>)->Name("plan/layers")->RangeMultiplier(10)->Range(10, 10'000);
BENCHMARK(benchRun<independent>)->Name("plan/independent")->RangeMultiplier(10)->Range(10, 10'000);
BENCHMARK(benchRun<chain>)->Name("plan/chain")->RangeMultiplier(10)->Range(10, 10'000);
BENCHMARK(benchCancel)->Name("plan/cancel")->RangeMultiplier(10)->Range(10, 10'000);

} // namespace
