// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/expr/template.h"
#include "engine/flow/reader.h"
#include "engine/json/json.h"

#include <benchmark/benchmark.h>

#include <string>

// Flow files from YAML to values, and the bodies of calls from templates to text.

namespace {

using namespace batuta;

/// The ten calls of tests/bench/throughput.
void readTenSteps(benchmark::State &state)
{
    const std::string file = BATUTA_SOURCE_DIR "/tests/bench/flows/update_profile.yaml";
    const Result<std::string> text = readFile(file, 1 << 20);
    if (!text)
        return state.SkipWithError("the flow cannot be read");
    for (auto _ : state)
        benchmark::DoNotOptimize(flow::readFlow(*text, file));
    state.counters["bytes"] = static_cast<double>(text->size());
}
BENCHMARK(readTenSteps);

/// The cost of one step must not depend on how many others there are: read the column `per_step`.
void readSteps(benchmark::State &state)
{
    std::string text = "batuta: 1\nname: many\nsteps:\n";
    for (int i = 0; i < state.range(0); ++i)
        text += "  s" + std::to_string(i) +
                ": {http: {method: POST, url: 'http://host/f', json: {a: '${{ input.a }}'}}}\n";
    for (auto _ : state)
        benchmark::DoNotOptimize(flow::readFlow(text, "many.yaml"));
    state.counters["per_step"] =
        benchmark::Counter(static_cast<double>(state.iterations() * state.range(0)),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(readSteps)->Arg(10)->Arg(100)->Arg(1000);

const expr::ObjectContext &context()
{
    static const expr::ObjectContext shared(*json::parse(
        R"({"input":{"user_id":"ana-souza","session_id":"s-1","position_name":"Analista de dados",)"
        R"("career_name":"Tecnologia da informacao","vacancy_name":"Pessoa analista de dados","identifier":null}})"));
    return shared;
}

void bodyOf(benchmark::State &state, const char *tree)
{
    const Result<expr::TemplateTree> body = expr::TemplateTree::compile(*json::parse(tree), {});
    if (!body)
        return state.SkipWithError("the body is no template");
    std::string out;
    for (auto _ : state) {
        out.clear();
        json::write(*body->evaluate(context()), out);
        benchmark::DoNotOptimize(out.data());
    }
    state.counters["bytes"] = static_cast<double>(out.size());
}
BENCHMARK_CAPTURE(
    bodyOf, picked,
    R"("${{ omitNull(pick(input, 'user_id', 'vacancy_name', 'position_name', 'career_name')) }}")");
BENCHMARK_CAPTURE(
    bodyOf, members,
    R"({"user":"${{ input.user_id }}","about":{"session":"${{ input.session_id }}","kind":"fixed",)"
    R"("text":"for ${{ input.position_name }} in ${{ input.career_name }}"}})");

} // namespace
