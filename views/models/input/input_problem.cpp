// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/input/input_problem.h"

#include "engine/base/text.h"
#include "engine/json/json.h"
#include "views/models/input/schema_nodes.h"

#include <algorithm>
#include <array>

namespace batuta::views {
namespace {

using Rule = InputProblem::Rule;

struct Keyword
{
    const char *name;
    Rule rule;
};

/// In the order in which the engine looks at them.
constexpr std::array<Keyword, 17> kKeywords{{
    {"type", Rule::Type},
    {"const", Rule::Choice},
    {"enum", Rule::Choice},
    {"minimum", Rule::Minimum},
    {"exclusiveMinimum", Rule::Above},
    {"maximum", Rule::Maximum},
    {"exclusiveMaximum", Rule::Below},
    {"multipleOf", Rule::MultipleOf},
    {"minLength", Rule::MinLength},
    {"maxLength", Rule::MaxLength},
    {"format", Rule::Format},
    {"pattern", Rule::Pattern},
    {"minItems", Rule::MinItems},
    {"maxItems", Rule::MaxItems},
    {"uniqueItems", Rule::Unique},
    {"required", Rule::Required},
    {"additionalProperties", Rule::UnknownKey},
}};

/// The engine's own code judges a schema of that one keyword.
bool breaks(const json::Value &node, const char *keyword, const json::Value &value)
{
    const json::Value *rule = node.asObject().find(keyword);
    if (rule == nullptr)
        return false;
    const auto schema = json::Schema::compile(json::Object{{keyword, *rule}});
    return schema && !schema->validate(value).empty();
}

void explain(InputProblem &problem, const SchemaNodes &nodes, const json::Value &value)
{
    for (const json::Value *node : nodes)
        for (const Keyword &keyword : kKeywords)
            if (breaks(*node, keyword.name, value)) {
                problem.rule = keyword.rule;
                problem.fact = (*node)[keyword.name];
                return;
            }
}

InputProblem problemOf(const json::Schema &schema, const json::Value &input, const json::Violation &violation)
{
    InputProblem problem{violation.pointer, {}, Rule::Engine, violation.message};
    const std::vector<std::string> steps = pointerSteps(violation.pointer);
    if (!steps.empty())
        problem.field = steps.front();
    const json::Value *value = json::pointer(input, violation.pointer);
    if (value == nullptr) {
        problem.rule = Rule::Required;
        return problem;
    }
    SchemaNodes nodes = schemaNodes(schema.source());
    bool isForbidden = false;
    for (const std::string &step : steps) {
        const SchemaNodes inner = schemaNodesAt(schema.source(), nodes, step);
        isForbidden = inner.empty() && std::ranges::any_of(nodes, [](const json::Value *node) {
                          const json::Value *more = node->asObject().find("additionalProperties");
                          return more != nullptr && more->isBoolean() && !more->asBoolean();
                      });
        nodes = inner;
    }
    if (isForbidden)
        problem.rule = Rule::UnknownKey;
    else
        explain(problem, nodes, *value);
    return problem;
}

} // namespace

std::vector<InputProblem> inputProblems(const json::Schema &schema, const json::Value &input)
{
    constexpr std::size_t kMost = 100; // a form shows the first of each field
    const json::Value whole = schema.withDefaults(input);
    std::vector<InputProblem> problems;
    for (const json::Violation &violation : schema.validate(whole))
        if (problems.size() < kMost)
            problems.push_back(problemOf(schema, whole, violation));
    return problems;
}

std::vector<InputProblem> inputProblems(const Error &refusal, const std::vector<std::string> &fields)
{
    std::vector<InputProblem> problems;
    std::string_view rest = refusal.detail;
    while (refusal.code == ErrorCode::InputInvalid && !rest.empty()) {
        const std::size_t end = std::min(rest.find("; "), rest.size());
        const std::string_view part = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 2, rest.size()));
        const std::size_t blank = part.find(' ');
        if (blank == part.npos)
            continue;
        const std::string path = "/" + std::string(part.substr(0, blank));
        const std::string name = pointerSteps(path).front();
        if (std::find(fields.begin(), fields.end(), name) == fields.end())
            continue;
        const std::string words(part.substr(blank + 1));
        problems.push_back({path, name, words == "is required" ? Rule::Required : Rule::Engine, words});
    }
    return problems;
}

} // namespace batuta::views
