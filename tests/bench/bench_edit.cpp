// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/check_flow.h"
#include "engine/edit/flow_text.h"

#include <benchmark/benchmark.h>

#include <string>

// What the flow editor does at each key: a flow of 2,000 steps is read, and changed in one place.

namespace {

using namespace batuta;

std::string flowOf(int steps)
{
    std::string text = "batuta: 1\nname: many\nsteps:\n";
    for (int i = 0; i < steps; ++i) {
        const std::string number = std::to_string(i);
        text += "  # Step " + number + " of many.\n  s" + number + ":\n    title: Step " + number + "\n";
        if (i > 0)
            text += "    needs: [s" + std::to_string(i / 2) + "]\n";
        text += "    http:\n      method: POST\n      url: \"${{ env.URL }}\"\n"
                "      json: {id: \"${{ input.id }}\"}\n    timeout: 30s\n\n";
    }
    return text;
}

edit::FlowText read(int steps)
{
    return *edit::FlowText::read(flowOf(steps), "many.yaml");
}

void readFlow(benchmark::State &state)
{
    const std::string text = flowOf(static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(edit::FlowText::read(text, "many.yaml"));
    state.counters["bytes"] = static_cast<double>(text.size());
}
BENCHMARK(readFlow)->Arg(20)->Arg(2000)->Unit(benchmark::kMillisecond);

/// From a text to its problems, as after each change. The editor waits 60 ms for the next key before.
void checkFlow(benchmark::State &state)
{
    const std::string text = flowOf(static_cast<int>(state.range(0)));
    std::size_t problems = 0;
    for (auto _ : state)
        problems = edit::checkFlow(text, "many.yaml", {}).problems.size();
    state.counters["problems"] = static_cast<double>(problems);
}
BENCHMARK(checkFlow)->Arg(20)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond);

void setOneValue(benchmark::State &state)
{
    const edit::FlowText flow = read(2000);
    for (auto _ : state)
        if (!flow.setValue({"steps", "s1000", "timeout"}, "45s"))
            state.SkipWithError("refused");
}
BENCHMARK(setOneValue)->Unit(benchmark::kMillisecond);

void renameOneStep(benchmark::State &state)
{
    const edit::FlowText flow = read(2000);
    for (auto _ : state)
        if (!flow.renameStep("s1000", "renamed"))
            state.SkipWithError("refused");
}
BENCHMARK(renameOneStep)->Unit(benchmark::kMillisecond);

/// While a connection is dragged, for each step under the pointer.
void askWhetherItCanConnect(benchmark::State &state)
{
    const edit::FlowText flow = read(2000);
    for (auto _ : state)
        benchmark::DoNotOptimize(flow.whyNotConnect("s1999", "s3"));
}
BENCHMARK(askWhetherItCanConnect)->Unit(benchmark::kMillisecond);

} // namespace
