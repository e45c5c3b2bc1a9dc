// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/edit/checks.h"

#include <set>

namespace batuta::edit {
namespace {

/// Names that expressions look at under one root; everything once one looks at the root as a whole.
struct Used
{
    std::set<std::string> names; ///< in lower case
    bool isAll = false;

    void take(const expr::Reference &reference, std::string_view root)
    {
        if (reference.path.empty() || !equalIgnoringCase(reference.path[0], root))
            return;
        if (reference.path.size() < 2)
            isAll = true;
        else
            names.insert(lowered(reference.path[1]));
    }
    bool has(const std::string &name) const { return isAll || names.count(lowered(name)) > 0; }
};

/// The report of an execution tells of every step.
bool isReport(const expr::Reference &reference)
{
    return !reference.path.empty() && equalIgnoringCase(reference.path[0], "execution") &&
           (reference.path.size() < 2 || equalIgnoringCase(reference.path[1], "report"));
}

/// Routes choose by the request, which is the flow's input as well.
void takeRoutes(const Checking &checking, Used &input)
{
    if (!checking.surroundings.library)
        return;
    for (const auto &[system, routes] : checking.surroundings.library->routes) {
        for (const flow::Route &route : routes.routes)
            for (const expr::Reference &reference : route.condition.references())
                input.take(reference, "input");
        for (const flow::StepFilter &filter : routes.filters)
            for (const expr::Reference &reference : filter.condition.references())
                input.take(reference, "input");
    }
}

void checkInputs(Checking &checking)
{
    Used input;
    for (const flow::Use &use : checking.uses)
        input.take(use.reference, "input");
    takeRoutes(checking, input);
    for (const auto &[name, schema] : checking.flow.input.source()["properties"].asObject()) {
        if (input.has(name))
            continue;
        const FieldPath path{"input", "properties", name};
        Problem &problem =
            checking.add(Severity::Note, "check.unused_input", path, "Nothing in the flow uses input." + name,
                         "Use it, or remove it from the input.");
        problem.range = checking.text.keyRange(path).value_or(problem.range);
        Result<TextEdits> removal = checking.text.removeField(path);
        const json::Array &required = checking.flow.input.source()["required"].asArray();
        for (std::size_t i = 0; i < required.size(); ++i)
            if (required[i].asString() == name)
                removal =
                    together(std::move(removal),
                             checking.text.removeField(
                                 required.size() == 1 ? FieldPath{"input", "required"}
                                                      : FieldPath{"input", "required", std::to_string(i)}));
        offer(problem, "Remove " + name, std::move(removal));
    }
}

/// Of a step that does nothing but make a value, nobody looking at the value is a mistake. In a flow without
/// `output` the last steps are looked at in the record of the execution.
void checkOutputs(Checking &checking)
{
    Used steps;
    for (const flow::Use &use : checking.uses) {
        steps.take(use.reference, "steps");
        steps.isAll = steps.isAll || isReport(use.reference);
    }
    std::set<int> needed;
    for (const flow::Step &step : checking.flow.steps)
        needed.insert(step.needs.begin(), step.needs.end());
    for (std::size_t i = 0; i < checking.flow.steps.size(); ++i) {
        const flow::Step &step = checking.flow.steps[i];
        const bool isValue = std::holds_alternative<flow::SetStep>(step.action) ||
                             std::holds_alternative<flow::JqStep>(step.action);
        const bool isLast = needed.count(static_cast<int>(i)) == 0;
        if (!isValue || steps.has(step.id.value) || (isLast && !checking.flow.output))
            continue;
        Problem &problem = checking.add(Severity::Note, "check.unused_output", checking.pathOf(step),
                                        "Nothing uses the output of " + step.id.value,
                                        "Use steps." + step.id.value + ".output, or remove the step.");
        if (checking.flow.steps.size() > 1)
            offer(problem, "Remove " + step.id.value, checking.text.removeSteps({step.id.value}, true));
    }
}

} // namespace

void checkUse(Checking &checking)
{
    checkInputs(checking);
    checkOutputs(checking);
}

} // namespace batuta::edit
