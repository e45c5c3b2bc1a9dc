// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/template.h"
#include "engine/json/json.h"
#include "engine/json/redact.h"
#include "engine/json/schema.h"

#include <benchmark/benchmark.h>

using namespace batuta;

namespace {

/// About 2 KB, as a step's answer is: some lists of small objects, numbers, words.
std::string document()
{
    json::Object root{
        {"user_id", "u-123456"}, {"session_id", "3f1c7f0e-6c0a-4d5e-9b8e-0a1b2c3d4e5f"}, {"ok", true}};
    json::Array matches;
    for (int i = 0; i < 16; ++i)
        matches.push_back(json::Object{{"vacancy_id", "vaga-" + std::to_string(1000 + i)},
                                       {"title", "Técnico em automação industrial"},
                                       {"score", 0.125 * i + 0.0625},
                                       {"rank", i},
                                       {"open", i % 2 == 0}});
    root.set("matches", matches);
    return json::write(root);
}

json::Schema requestSchema()
{
    json::Object properties;
    for (int i = 0; i < 25; ++i)
        properties.set("property_" + std::to_string(i),
                       i % 3 == 0 ? json::Object{{"type", "boolean"}, {"default", false}}
                                  : json::Object{{"type", "string"}, {"minLength", 1}, {"maxLength", 200}});
    return *json::Schema::compile(json::Object{{"type", "object"},
                                               {"required", json::Array{"property_1", "property_2"}},
                                               {"properties", properties},
                                               {"additionalProperties", false}});
}

json::Value request()
{
    json::Object members;
    for (int i = 0; i < 25; ++i)
        members.set("property_" + std::to_string(i),
                    i % 3 == 0 ? json::Value(true) : json::Value("some value"));
    return members;
}

const expr::ObjectContext &context()
{
    static const expr::ObjectContext shared(*json::parse(
        R"({"input":{"a":"X","b":"yes","user_id":"u-1","token":"t"},"env":{"URL":"https:host"},"steps":{}})"));
    return shared;
}

void parse2KB(benchmark::State &state)
{
    const std::string text = document();
    for (auto _ : state)
        benchmark::DoNotOptimize(json::parse(text));
    state.counters["bytes"] = static_cast<double>(text.size());
}
BENCHMARK(parse2KB);

void check2KB(benchmark::State &state)
{
    const std::string text = document();
    for (auto _ : state)
        benchmark::DoNotOptimize(json::check(text));
}
BENCHMARK(check2KB);

void write2KB(benchmark::State &state)
{
    const json::Value value = *json::parse(document());
    std::string out;
    for (auto _ : state) {
        out.clear();
        json::write(value, out);
        benchmark::DoNotOptimize(out.data());
    }
}
BENCHMARK(write2KB);

void validate25Properties(benchmark::State &state)
{
    const json::Schema schema = requestSchema();
    const json::Value value = request();
    for (auto _ : state)
        benchmark::DoNotOptimize(schema.validate(value));
}
BENCHMARK(validate25Properties);

void redact2KB(benchmark::State &state)
{
    const std::string text = document();
    const json::Redactor redactor(std::vector<std::string>(1, "a secret value"));
    for (auto _ : state)
        benchmark::DoNotOptimize(redactor.text(text));
}
BENCHMARK(redact2KB);

void evaluateCondition(benchmark::State &state)
{
    const expr::Expression expression = *expr::Expression::parse("input.a == 'x' && input.b");
    for (auto _ : state)
        benchmark::DoNotOptimize(expression.evaluate(context()));
}
BENCHMARK(evaluateCondition);

void parseExpression(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(expr::Expression::parse("input.a == 'x' && input.b"));
}
BENCHMARK(parseExpression);

void fillTree(benchmark::State &state)
{
    const expr::TemplateTree tree = *expr::TemplateTree::compile(*json::parse(
        R"({"user_id":"${{ input.user_id }}","url":"${{ env.URL }}/v1","fixed":{"a":[1,2,3]},"b":"${{ input.b }}"})"));
    for (auto _ : state)
        benchmark::DoNotOptimize(tree.evaluate(context()));
}
BENCHMARK(fillTree);

} // namespace
