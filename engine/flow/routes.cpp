// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/routes.h"

#include "engine/base/text.h"

#include <algorithm>

namespace batuta::flow {
namespace {

Result<bool> holds(const expr::Template &condition, const expr::Context &context)
{
    const Result<json::Value> value = condition.evaluate(context);
    if (!value)
        return value.error();
    return expr::isTruthy(*value);
}

/// The defaults count here too: a filter that asks `!input.flag` must not fire because nobody filled them in.
expr::ObjectContext contextOf(const Routes &routes, const json::Value &input)
{
    return expr::ObjectContext(json::Object{{"input", routes.input.withDefaults(input)}});
}

/// The names under `input` that the condition looks at and that are true.
void addTrueFlags(const expr::Template &condition, const json::Value &input, std::vector<std::string> &flags)
{
    for (const expr::Reference &reference : condition.references()) {
        if (reference.path.size() < 2 || !equalIgnoringCase(reference.path[0], "input"))
            continue;
        const std::string &name = reference.path[1];
        const bool isNew = std::find(flags.begin(), flags.end(), name) == flags.end();
        if (isNew && expr::isTruthy(input[name]))
            flags.push_back(name);
    }
}

/// `${{ input.a }}` as `input.a`.
std::string bare(const std::string &condition)
{
    std::string_view text = trimmed(condition);
    if (text.size() >= 5 && text.substr(0, 3) == "${{" && text.substr(text.size() - 2) == "}}" &&
        text.find("${{", 3) == text.npos)
        text = trimmed(text.substr(3, text.size() - 5));
    return std::string(text);
}

bool takes(const Routes &routes, const StepFilter &filter, const Step &step)
{
    if (routes.correctedFilter) {
        const std::string_view domain = step.label("domain");
        return std::find(filter.domains.begin(), filter.domains.end(), domain) != filter.domains.end();
    }
    return std::any_of(filter.nameContains.begin(), filter.nameContains.end(), [&](const std::string &part) {
        return step.id.value.find(part) != std::string::npos;
    });
}

} // namespace

Result<Routing> chooseFlow(const Routes &routes, const json::Value &input)
{
    const expr::ObjectContext context = contextOf(routes, input);
    Routing routing{routes.fallback, "default", {}};
    bool isChosen = false;
    for (const Route &route : routes.routes) {
        const Result<bool> isTrue = holds(route.condition, context);
        if (!isTrue)
            return isTrue.error();
        if (*isTrue && isChosen)
            addTrueFlags(route.condition, input, routing.ignoredFlags);
        if (!*isTrue || isChosen)
            continue;
        isChosen = true;
        routing.flow = route.flow;
        routing.rule = bare(route.condition.text());
    }
    return routing;
}

Result<std::vector<DroppedStep>> droppedSteps(const Routes &routes, const Flow &flow,
                                              const json::Value &input)
{
    const expr::ObjectContext context = contextOf(routes, input);
    std::vector<const StepFilter *> active;
    for (const StepFilter &filter : routes.filters) {
        const Result<bool> isTrue = holds(filter.condition, context);
        if (!isTrue)
            return isTrue.error();
        if (*isTrue)
            active.push_back(&filter);
    }
    std::vector<DroppedStep> dropped;
    for (const Step &step : flow.steps) {
        const auto filter = std::find_if(active.begin(), active.end(),
                                         [&](const StepFilter *f) { return takes(routes, *f, step); });
        if (filter != active.end())
            dropped.push_back(
                {step.id, "filter " + (*filter)->name + ": " + bare((*filter)->condition.text())});
    }
    return dropped;
}

} // namespace batuta::flow
